// What an editor sets apart in a manuscript, read back from the finished booklet.

import { beforeAll, describe, expect, it } from 'vitest';
import { coarsePictures, loadPictures, pictureFiles, refused } from '../../scripts/booklet/pictures.ts';
import { convertCharacters } from '../../scripts/chinese/conversion.ts';
import { makeEdition } from '../../scripts/edition/edition.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { DEFAULT_SETTINGS, type Emphasis, type Settings } from '../../scripts/model/settings.ts';
import type { TypesetDocument } from '../../scripts/model/world.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { type Pdf, type PdfPage, readPdf } from '../support/pdf.ts';
import { png } from '../support/png.ts';
import { succeeded, world } from '../support/world.ts';
import { THEME_OF, THEMES, type ThemeName } from './make.ts';
import { LAYOUTS } from './read.ts';

const SLOW = 120_000;
const URL = 'https://example.org/a?b=c#d';
const FILLER = '這一段只是要有幾行，好看出每一行都在格子上，圖與題也都在版心之內。'.repeat(3);
const SOURCE = `---
title: 題
interviewee: 王仲遠
portrait:
  file: photo.png
  credit: 攝影／張三
---

導言裡也可以有**粗體**，和註[^導]。

## 節

### 問？

他說**粗體**，又說*著重*[^1]，見[網頁](${URL})與<https://example.org>。${FILLER}

![左邊一個圓](figures/a.svg)

#### 小題在此

${FILLER}

![粗略的圖](coarse.png "圖說另寫")

${FILLER}

## *又*節

### 又[問](https://example.org/q)[^問]？

> 結*論*也[連](https://example.org/t)

*Tokens*也是。

[^1]: 註一的話。
[^問]: 問題的註。
[^導]: 導言的註。
`;

const FILES: Readonly<Record<string, Uint8Array>> = {
  'photo.png': png(1200, 800),
  'coarse.png': png(400, 100),
  'figures/a.svg': Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><circle cx="99" cy="99" r="80"/></svg>',
  ),
};

async function make(
  edition: Edition,
  theme: ThemeName,
  settings: Partial<Settings> = {},
): Promise<TypesetDocument> {
  const pictures = succeeded(
    await loadPictures(edition.interview, 'i.md', async (name) => FILES[name] ?? 'missing'),
  );
  const files = pictureFiles(edition.interview, pictures);
  const request = {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    theme: THEME_OF[theme],
    world,
    pictures: files,
  };
  return succeeded(await typesetEdition(edition, request));
}

const INTERVIEW = succeeded(readManuscript(SOURCE, 'i.md'));

const CASES = THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale })));

describe.each(CASES)('a booklet of $theme with marks in $locale', ({ theme, locale }) => {
  const { edition } = makeEdition(INTERVIEW, locale, { terms: [] });
  /** Words of the manuscript as they are in the place. */
  const here = (words: string): string => convertCharacters(words, 'traditional', locale).text;
  const { firstLine, measure, left } = LAYOUTS[theme];
  let document: TypesetDocument;
  let pdf: Pdf;
  beforeAll(async () => {
    document = await make(edition, theme);
    pdf = await readPdf(document.pdf);
  }, SLOW);

  const pageWith = (words: string): PdfPage => {
    const found = pdf.pages.find(({ plain }) => plain.includes(here(words)));
    if (!found) throw new Error(`no page says ${words}`);
    return found;
  };
  const textWith = (words: string) => {
    const found = pageWith(words).texts.find(({ text }) => text.includes(here(words)));
    if (!found) throw new Error(`no run says ${words}`);
    return found;
  };

  it('leads from the words of a link, and from its address at the foot of the page, to the address', () => {
    const page = pageWith('又說');
    const urls = page.links.map(({ url }) => url);
    expect(urls.filter((url) => url === URL).length).toBeGreaterThanOrEqual(2);
    expect(urls).toContain('https://example.org/');
    // An address that is the words of the link is not printed again.
    expect(page.plain.split('https://example.org/a').length - 1).toBe(1);
    expect(page.plain.match(/https:\/\/example\.org(?!\/a)/g)).toHaveLength(1);
  });

  it('shows what is set apart in questions, section headings and takeaways', () => {
    const asked = pageWith('問題的註');
    expect(asked.plain).toContain(here('又問'));
    expect(asked.links.map(({ url }) => url)).toContain('https://example.org/q');
    expect(asked.plain).toContain('https://example.org/q');
    const contents = pdf.pages.find(({ plain }) => plain.startsWith(edition.labels.contents));
    expect(contents?.plain).toContain(here('又節'));
    expect(contents?.plain).toContain(here('結論也連'));
    // There a line leads to a page, and to nothing else.
    expect(contents?.links.every(({ url }) => url === undefined)).toBe(true);
    expect(pdf.pages.filter(({ plain }) => plain.includes(here('問題的註')))).toHaveLength(1);
    expect(pdf.bookmarks).toContain(here('2　又問？'));
  });

  it('has each note at the foot of the page that refers to it, smaller than the text', () => {
    for (const [words, note] of [
      ['又說', '註一的話'],
      ['導言裡', '導言的註'],
    ] as const) {
      const page = pageWith(words);
      expect(page.plain).toContain(here(note));
      const lowest = Math.min(...page.texts.filter(({ size }) => size >= 10 && size < 13).map(({ y }) => y));
      const foot = textWith(note);
      expect(foot.size).toBeLessThan(9);
      expect(foot.y).toBeLessThan(textWith(words).y);
      expect(foot.y).toBeGreaterThan(40);
      expect(lowest).toBeGreaterThan(40);
    }
  });

  it('sets bold in a face of its own, and emphasis where the house has no dots', async () => {
    const fontsIn = async (emphasis: Emphasis) => {
      const made = await readPdf((await make(edition, theme, { emphasis })).pdf);
      const fontOf = (words: string) => {
        const texts = made.pages
          .filter(({ plain }) => plain.includes(here('他說')) || plain.includes('Tokens'))
          .flatMap((page) => page.texts);
        return texts.find(({ text, size }) => size === 10 && text.includes(here(words)))?.font ?? words;
      };
      return [fontOf('他說'), fontOf('粗體'), fontOf('重'), fontOf('Tokens')];
    };
    const [plain, bold, emphasis, latin] = await fontsIn('face');
    expect(new Set([plain, bold, emphasis]).size).toBe(3);
    expect(latin).toBe(emphasis);
    const [still, , dotted, latinStill] = await fontsIn('dots');
    expect(dotted).toBe(still);
    expect(latinStill).not.toBe(still);
  });

  it('keeps every line of the text on the grid, beside figures, side heads and notes', () => {
    const pages = pdf.pages.filter(({ plain }) => plain.includes(here('格子上')));
    expect(pages.length).toBeGreaterThan(0);
    for (const { texts, height } of pages) {
      const lines = texts.filter(
        ({ size, text }) => Math.abs(size - 10) < 0.01 && /^(?![問问])\p{Script=Han}/u.test(text),
      );
      expect(lines.length).toBeGreaterThan(2);
      for (const { y, text } of lines) {
        const top = height - firstLine - y;
        expect(Math.abs(top / 17 - Math.round(top / 17)), text).toBeLessThan(0.02);
      }
    }
  });

  it('has its figures as tagged pictures with their words, and their captions numbered', () => {
    const alts = pdf.pages.flatMap((page) => page.alts);
    expect(alts).toEqual(['王仲遠的肖像', '左邊一個圓', '粗略的圖'].map(here));
    expect(pageWith('圖1').plain).toContain(here('圖1左邊一個圓'));
    expect(pageWith('圖2').plain).toContain(here('圖2圖說另寫'));
    expect(pageWith('攝影').plain).toContain(here('攝影／張三'));
    expect(pageWith('攝影').images).toEqual([{ width: 1200, height: 800 }]);
    expect(pageWith('圖說另寫').images).toEqual([{ width: 400, height: 100 }]);
  });

  it('keeps figures and captions inside the text block', () => {
    for (const words of ['圖說', '左邊']) {
      const { x, width, y } = textWith(words);
      const page = pageWith(words);
      const edge = left[Number(page.label) % 2 === 1 ? 0 : 1];
      expect(x, JSON.stringify([textWith(words), page.label])).toBeGreaterThan(edge - 0.1);
      expect(x + width).toBeLessThan(edge + measure + 0.1);
      expect(y).toBeGreaterThan(page.height - firstLine - 26 * 17);
    }
  });

  it('warns of a picture with too few pixels for its size, and of that alone', async () => {
    const pictures = succeeded(
      await loadPictures(edition.interview, 'i.md', async (name) => FILES[name] ?? 'missing'),
    );
    const found = (least: number) =>
      coarsePictures(edition.interview, pictures, document.metadata, least, 'i.md');
    const coarse = (least: number) =>
      found(least).map(({ place, message, hint }) => `${place?.line}:${place?.column} ${message} ${hint}`);
    // 280 pt are 3.89 inches: 400 pixels make 103, and 150 ask for 584.
    const wide = { magazine: '99 mm wide with 103', journal: '92 mm wide with 111' }[theme];
    const needed = { magazine: 584, journal: 542 }[theme];
    expect(coarse(150)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^23:1 coarse\\.png is printed ${wide} pixels an inch; print needs 150 .* 400 .* ${needed}`,
        ),
      ),
    ]);
    expect(coarse(103)).toEqual([]);
    expect(coarse(400)).toHaveLength(2);
    expect(found(150).flatMap((one) => [one.severity, refused(one).severity])).toEqual(['warning', 'error']);
  });

  it('names its side heads in the outline', () => {
    expect(pdf.bookmarks).toContain(here('小題在此'));
  });
});
