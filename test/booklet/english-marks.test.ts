// Quotation marks of English words on the finished page: as wide as Latin ones, without the white of Chinese marks.

import { describe, expect, it } from 'vitest';
import { withEnglishMarks } from '../../scripts/booklet/english-marks.ts';
import { PLAIN } from '../../scripts/booklet/marked.ts';
import { makeEdition } from '../../scripts/edition/edition.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES, type Locale } from '../../scripts/model/locale.ts';
import { readPdf } from '../../scripts/proof/pdf.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import { succeeded } from '../support/world.ts';
import { THEMES, typesetBooklet } from './make.ts';

const ENGLISH = [
  'He said, “I don’t know,” and left. “‘Yes,’ she said,” he went on, “and the users’ choice was ‘no’.”',
  'Nobody who was there that day could say what the speaker had meant when he said “the model’s own words”; and so on.',
];
const SOURCE = `---
title: 題目
---

導言。

## He said “yes” to it

### 他說“OK”，對嗎？

${ENGLISH[0]}

他引了一句：${ENGLISH[0]} 然後他說“OK”，再說“好‘的’”，就走了。這一段只是要有幾行，好看出行末都對齊。他後來在會上又引了一次：He said, “*I don’t* know. **It’s late**,” and left. 大家都笑了，說這就是“他的風格”，誰也學不會。

${ENGLISH[1]}
`;

const editionIn = (locale: Locale): Edition =>
  makeEdition(succeeded(readManuscript(SOURCE, 'i.md')), locale, { terms: [] }).edition;

describe('marks of English words', () => {
  it.each<[string, string]>([
    ['他說“OK”，“好”', '他說“OK”，“好”'],
    ['He said, “I don’t know,” 好', 'He said, “I don[’]t know,” 好'],
    ['好。He said, “‘I don’t,’” and', '好。He said, [“‘]I don[’]t,[’”] and'],
  ])('of %s are runs of their own', (text, expected) => {
    const shown = withEnglishMarks([{ text, mark: null }], 'zh-CN')
      .map(({ text: words, mark }) => (mark?.english ? `[${words}]` : words))
      .join('');
    expect(shown).toBe(expected);
  });

  it('are told over the ends of runs, and keep the look of their words', () => {
    const strong = { ...PLAIN, strong: true };
    const runs = [
      { text: 'He said “', mark: null },
      { text: 'don’t', mark: strong },
      { text: '” again', mark: null },
    ];
    const parts = withEnglishMarks(runs, 'zh-CN');
    expect(parts).toEqual([
      { text: 'He said ', mark: null },
      { text: '“', mark: { ...PLAIN, english: true } },
      { text: 'don', mark: strong },
      { text: '’', mark: { ...strong, english: true } },
      { text: 't', mark: strong },
      { text: '”', mark: { ...PLAIN, english: true } },
      { text: ' again', mark: null },
    ]);
  });
});

const CASES = THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale })));

describe.each(CASES)('a booklet of $theme in $locale', ({ theme, locale }) => {
  it('sets the marks of English as wide as Latin, and those of Chinese as wide as Chinese', async () => {
    const edition = editionIn(locale);
    const { pdf } = succeeded(await typesetBooklet(edition, { theme }));
    const { pages } = await readPdf(pdf);
    const glyphs = pages.flatMap((page) => page.glyphs.filter(({ text }) => /[“”‘’]/u.test(text)));
    const running = glyphs.filter(({ block }) => block?.kind === 'paragraph');
    const widths = running.map(({ width, size }) => width / size);
    const wide = widths.filter((width) => width > 0.9);
    expect(widths.length - wide.length).toBe(31);
    // 「OK」, 「好『的』」 and 「他的風格」 are curly on the mainland.
    expect(wide.length).toBe(locale === 'zh-CN' ? 8 : 0);
    for (const width of widths) expect(width > 0.9 || width < 0.6).toBe(true);
    // In headings, which Typst breaks itself, no mark of Taiwan or Hong Kong is a wide curly one either.
    if (locale !== 'zh-CN') for (const { width, size } of glyphs) expect(width / size).toBeLessThan(0.6);
    expect((await proofPages(pdf, edition, { openingMark: 'half' })).breaches).toEqual([]);
  }, 120_000);
});
