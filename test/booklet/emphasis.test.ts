// Dots below emphasised characters: which have one, and that the page still says what the edition says.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dotted } from '../../scripts/booklet/emphasis.ts';
import { PLAIN } from '../../scripts/booklet/marked.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { realEdition } from '../support/edition.ts';
import { readPdf } from '../support/pdf.ts';
import { describeWith, run } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';
import { succeeded, world } from '../support/world.ts';
import { THEME_OF, THEMES, type ThemeName } from './make.ts';

describe('emphasis as dots', () => {
  it.each([
    ['著重', ['[著重]']],
    ['每個字，都有', ['[每個字]', '，', '[都有]']],
    ['用GPT-4o與9.11比', ['[用]', '<GPT-4o>', '[與]', '<9.11>', '[比]']],
    ['說「好」。', ['[說]', '「', '[好]', '」。']],
    ['人人々——', ['[人人々]', '——']],
    ['かな㐀𠮷', ['[かな㐀𠮷]']],
    ['to B的', ['<to B>', '[的]']],
  ])('parts %s', (text, parts) => {
    const shown = dotted({ text, mark: { ...PLAIN, emphasis: true } }).map(({ text: words, mark }) =>
      mark?.dots ? `[${words}]` : mark?.emphasis ? `<${words}>` : words,
    );
    expect(shown).toEqual(parts);
  });

  it('leaves alone what is not emphasised', () => {
    const run = { text: '粗體', mark: { ...PLAIN, strong: true } };
    expect(dotted(run)).toEqual([run]);
  });
});

const QUESTION = '大模型to B怎麼看？';
const ANSWER = '他說著重的字，有點。Tokens沒有。';

function editionOf(locale: Edition['locale'], marks: boolean): Edition {
  const text = (words: string, start: number, end: number) => ({
    text: words,
    ...(marks && { marks: [{ kind: 'emphasis' as const, start, end }] }),
  });
  const question = text(QUESTION, 0, 6);
  const answer = [{ paragraphs: [text(ANSWER, 2, 17)] }];
  const sections = [{ title: { text: '節' }, exchanges: [{ question, points: [], answer }] }];
  return { ...realEdition(locale), interview: { title: { text: '題' }, quotes: [], lead: [], sections } };
}

describeWith(['qpdf'], 'the pages of emphasis', () => {
  const cases = THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale })));

  /** Four curves are a circle; the themes draw no other. */
  function circlesIn(pdf: Uint8Array): number {
    const file = path.join(scratch(), 'a.pdf');
    fs.writeFileSync(file, pdf);
    const source = run('qpdf', ['--qdf', '--object-streams=disable', file, '-']);
    return (source.match(/^(?:-?[\d.]+ ){6}c$/gm) ?? []).length / 4;
  }

  it.each(cases)(
    'draw a dot for each character and no character more: $theme in $locale',
    async ({ theme, locale }) => {
      const make = async (marks: boolean, name: ThemeName) =>
        succeeded(
          await typesetEdition(editionOf(locale, marks), {
            settings: DEFAULT_SETTINGS,
            theme: THEME_OF[name],
            world,
          }),
        ).pdf;
      const [dots, none] = [await make(true, theme), await make(false, theme)];
      // 大模型 in the question, in the contents and on the opener; 著重的字, 有點 and 沒 in the answer.
      expect(circlesIn(dots) - circlesIn(none)).toBe(3 * 3 + 4 + 2 + 1);
      const textOf = async (pdf: Uint8Array) => (await readPdf(pdf)).pages.map(({ plain }) => plain);
      expect(await textOf(dots)).toEqual(await textOf(none));
    },
    60_000,
  );
});
