import { expect, it } from 'vitest';
import { deckPptx } from '../../scripts/deck/pptx.ts';
import { deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { pagesOf, settingOf } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';
import { longEdition, unevenEdition } from '../support/extremes.ts';
import { printSlides } from '../support/office.ts';
import { type PdfPage, type PdfText, readPdf } from '../support/pdf.ts';
import { type PptxSlide, type PptxText, readPptx } from '../support/pptx.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';
import { world } from '../support/world.ts';

const EDITIONS: readonly (readonly [string, Edition])[] = [
  ...LOCALES.map((locale) => [`the interview, ${locale}`, realEdition(locale)] as const),
  ['all long', longEdition('zh-TW')],
  ['uneven', unevenEdition('zh-CN')],
];

describeWith(['soffice'], 'deck.pptx in LibreOffice', () => {
  it.each(EDITIONS)(
    'shows every slide with its text, in its boxes and at its size: %s',
    { timeout: 300_000 },
    async (_, edition) => {
      const view = deckView(await settingOf(edition), pagesOf(edition));
      const pptx = await deckPptx(view, await settingOf(edition), { rasterize: world.rasterize });
      const { slides } = readPptx(pptx);
      const { pages } = await readPdf(printSlides(pptx, scratch()));
      expect(pages).toHaveLength(view.slides.length);
      const faults = pages.flatMap((page, index) => {
        const slide = slides[index];
        return slide
          ? faultsOf(page, slide).map((fault) => `slide ${index + 1}: ${fault}`)
          : ['no such slide'];
      });
      expect(faults).toEqual([]);
    },
  );
});

const sorted = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');

function faultsOf(page: PdfPage, slide: PptxSlide): readonly string[] {
  const shown = page.texts.filter(({ text, x, y }) => !(/^\d+$/.test(text) && x > 820 && y < 30));
  const written = slide.texts.flatMap(({ paragraphs }) => paragraphs).join('');
  // A bullet is no text of the slide, and stands in vertical lines as another character than it is written.
  const seen = shown
    .map(({ text }) => text)
    .join('')
    .replaceAll('▪', '');
  return [
    ...(sorted(seen.normalize('NFKC')) === sorted(written.normalize('NFKC'))
      ? []
      : [`shows ${seen}, not ${written}`]),
    ...shown
      .filter(({ text }) => text.trim() !== '')
      .filter((text) => !slide.texts.some((box) => holds(box, text)) && !isRow(slide, text))
      .map(
        ({ text, x, y, size }) =>
          `“${text}” at ${Math.round((x * 4) / 3)}, ${Math.round(720 - (y * 4) / 3)}, ${size} pt, is in no box`,
      ),
  ];
}

/** Short texts beside one another, which the reader of the PDF takes for one. */
function isRow({ texts }: PptxSlide, { text, y }: PdfText): boolean {
  const level = texts.filter(
    ({ box }) => Math.abs(720 - (y * 4) / 3 - box.y - box.height / 2) < box.height / 2,
  );
  return text
    .trim()
    .split(/\s+/)
    .every((word) => level.some(({ paragraphs }) => paragraphs.join('') === word));
}

/** Whether the text lies in the box, at a size that the box has: an office that shrinks a text tells that it is overfull. */
function holds({ box, sizes, hasBullets, isVertical }: PptxText, text: PdfText): boolean {
  const [x, y] = [(text.x * 4) / 3, 720 - (text.y * 4) / 3];
  // A mark at the end of a line may hang out.
  const hung = /[，。、；：]$/u.test(text.text.trimEnd()) ? text.size : 0;
  const right = isVertical ? x : x + ((text.width - hung) * 4) / 3;
  const bottom = y + 0.2 * text.size;
  const spare = 3 + (isVertical ? text.size * 1.4 : 0);
  const isSet = hasBullets || sizes.some((size) => Math.abs(size - text.size) < 0.6);
  return (
    isSet &&
    x > box.x - spare &&
    right < box.x + box.width + spare &&
    y > box.y - spare &&
    bottom < box.y + box.height + spare
  );
}
