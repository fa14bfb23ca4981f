// No page at the end of a section has only a line or two, and the grid stays.

import { describe, expect, it } from 'vitest';
import { type SectionEnd, sectionEnds, sparseEnds } from '../../scripts/booklet/page-maker.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { realEdition } from '../support/edition.ts';
import { type PdfPage, readPdf } from '../support/pdf.ts';
import { succeeded, world } from '../support/world.ts';
import { makeBooklet, THEME_OF, THEMES } from './make.ts';
import { bodyOf, LAYOUTS } from './read.ts';

describe('the ends of sections', () => {
  it('are what the library says of them, and nothing else', () => {
    const end = { part: 'end', number: 2, first: 7, page: 9, lines: 1 };
    expect(sectionEnds([end, { ...end, lines: '1' }, { ...end, part: 'section' }, null])).toEqual([
      { section: 2, first: 7, page: 9, lines: 1 },
    ]);
  });

  it.each<[Partial<SectionEnd>, boolean]>([
    [{ lines: 1 }, true],
    [{ lines: 2 }, true],
    [{ lines: 3 }, false],
    // The only page of the section.
    [{ lines: 1, page: 5 }, false],
  ])('with %j are sparse: %s', (end, isSparse) => {
    expect(sparseEnds([{ section: 1, first: 5, page: 6, lines: 1, ...end }])).toHaveLength(isSparse ? 1 : 0);
  });
});

const LONG =
  '大模型的迭代需要持續性投入，百模大戰顯然不利於基礎大模型發展，會造成資源分散。價格戰的利好在於可以篩掉一些企業。';

/** Sections that are each some characters longer than the one before: the page of every theme ends within one of them. */
function growing(locale: Edition['locale']): Edition {
  const sections = Array.from({ length: 9 }, (_, more) => {
    const paragraphs = [
      ...Array.from({ length: 3 }, (_, index) => ({ text: LONG.repeat(2 + (index % 2)) })),
      ...Array.from({ length: 1 + more }, () => ({ text: '也有幾個字。'.repeat(3) })),
    ];
    const exchange = { question: { text: '問？' }, points: [], answer: [{ paragraphs }] };
    return { title: { text: '節' }, exchanges: [exchange] };
  });
  return { ...realEdition(locale), interview: { title: { text: '題' }, quotes: [], lead: [], sections } };
}

describe.each(THEMES)('a question of %s', (theme) => {
  it('has three lines of its answer with it at the foot of a page', async () => {
    const exchanges = Array.from({ length: 24 }, (_, index) => ({
      question: { text: `第${index + 1}個問題是什麼？` },
      points: [],
      answer: [{ paragraphs: [{ text: LONG.repeat(2 + (index % 3)) }] }],
    }));
    const interview = {
      title: { text: '題' },
      quotes: [],
      lead: [],
      sections: [{ title: { text: '節' }, exchanges }],
    };
    const { pdf, references } = await makeBooklet({ ...realEdition('zh-TW'), interview }, { theme });
    const ems = LAYOUTS[theme].measure / 10;
    for (const [index, { question }] of exchanges.entries()) {
      const page = pdf.pages[(references.exchanges[index] ?? 0) - 1];
      const body = page ? bodyOf(page, theme) : '';
      const answer = body
        .slice(body.indexOf(question.text) + question.text.length)
        .replace(/\d?問?第\d+個.*/su, '');
      // The third line has begun.
      expect(answer.length, question.text).toBeGreaterThan(2 * ems);
    }
  }, 120_000);
});

describe.each(THEMES)('the introduction of %s', (theme) => {
  it('ends with three lines or more, or on its first page', async () => {
    const exchange = { question: { text: '問？' }, points: [], answer: [{ paragraphs: [{ text: LONG }] }] };
    const ends: (SectionEnd | undefined)[] = [];
    for (let more = 0; more < 10; more += 1) {
      const lead = [
        ...Array.from({ length: 7 }, () => ({ text: LONG })),
        ...Array.from({ length: more }, () => ({ text: '也有幾個字。'.repeat(4) })),
      ];
      const sections = [{ title: { text: '節' }, exchanges: [exchange] }];
      const interview = { title: { text: '題' }, quotes: [], lead, sections };
      const edition = { ...realEdition('zh-TW'), interview };
      const made = succeeded(
        await typesetEdition(edition, { settings: DEFAULT_SETTINGS, theme: THEME_OF[theme], world }),
      );
      ends.push(sectionEnds(made.metadata).find(({ section }) => section === 0));
    }
    const pages = new Set(ends.map((end) => (end ? end.page - end.first : undefined)));
    expect(pages.size).toBe(2);
    expect(sparseEnds(ends.flatMap((end) => end ?? []))).toEqual([]);
  }, 120_000);
});

describe.each(THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale }))))(
  'the sections of $theme in $locale',
  ({ theme, locale }) => {
    it('end with three lines or more', async () => {
      const made = succeeded(
        await typesetEdition(growing(locale), { settings: DEFAULT_SETTINGS, theme: THEME_OF[theme], world }),
      );
      const { pages } = await readPdf(made.pdf);
      const counts = sectionEnds(made.metadata).map(({ page }) => linesOn(pages[page - 1]));
      expect(counts).toHaveLength(9);
      expect(new Set(sectionEnds(made.metadata).map(({ page }) => page % 2)).size).toBe(2);
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(3);
      expect(sectionEnds(made.metadata).map(({ lines }) => lines)).toEqual(counts);
    }, 120_000);

    /** The line of the grid that the lowest line of text stands on. */
    function linesOn(page: PdfPage | undefined): number {
      const { firstLine, isFurniture } = LAYOUTS[theme];
      const lowest = Math.min(
        ...(page?.texts ?? [])
          .filter((item) => Math.abs(item.size - 10) < 0.01 && !isFurniture(item) && item.text.trim() !== '')
          .map(({ y }) => y),
      );
      const line = ((page?.height ?? 0) - lowest - firstLine) / 17;
      expect(Math.abs(line - Math.round(line))).toBeLessThan(0.01);
      return Math.round(line) + 1;
    }
  },
);
