// A term that is broken over two pages stands in the index with the page on which it begins.

import { describe, expect, it } from 'vitest';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';
import { makeBooklet, plain, THEMES, type ThemeName } from './make.ts';
import { bodyOf, LAYOUTS } from './read.ts';

const TERM = '迭代中的取舍';
const CASES = THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale })));

/** Sections that have the term across the end of the 20th line of their answer, of the 21st, and so on. */
function editionOf(theme: ThemeName, locale: Edition['locale'], squeezed: string): Edition {
  const ems = LAYOUTS[theme].measure / 10;
  const label = theme === 'magazine' ? 2 : 0;
  const sections = Array.from({ length: 6 }, (_, index) => {
    const filler = '好'.repeat(ems * (20 + index) - label - 3 - squeezed.length);
    const answer = [{ paragraphs: [{ text: `${filler}${squeezed}${TERM}${'好'.repeat(4 * ems)}` }] }];
    return { title: { text: '節' }, exchanges: [{ question: { text: '問？' }, points: [], answer }] };
  });
  const interview = { title: { text: '題' }, quotes: [], lead: [], sections };
  return { ...realEdition(locale), unbreakable: [], listed: [TERM], interview };
}

describe.each(CASES)('the index of $theme in $locale', ({ theme, locale }) => {
  it.each(['', '，」、'])(
    'names the page on which a term begins, behind %j too',
    async (squeezed) => {
      const { pdf, references } = await makeBooklet(editionOf(theme, locale, squeezed), { theme });
      const texts = pdf.pages.map((page) => bodyOf(page, theme));
      let broken = 0;
      const begins = references.exchanges.map((first) => {
        const here = texts[first - 1] ?? '';
        if (here.includes(TERM)) return first;
        const next = texts[first] ?? '';
        const start = [...TERM].findIndex(
          (_, at) => at > 0 && here.endsWith(TERM.slice(0, at)) && next.startsWith(TERM.slice(at)),
        );
        if (start === -1) return first + 1;
        broken += 1;
        return first;
      });
      expect(broken).toBeGreaterThan(0);
      const entry = texts.find((text) => text.includes(plain(TERM)) && !text.includes('好')) ?? '';
      expect(entry.slice(entry.indexOf(TERM) + TERM.length)).toBe(begins.join(','));
    },
    120_000,
  );
});
