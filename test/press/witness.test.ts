// Other programs look at what was imposed.

import { type PDFPage, rgb } from 'pdf-lib';
import { expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { describeWith, run } from '../support/tools.ts';
import { crop, difference, ink, paint, turn } from './pictures.ts';
import { asFile, impose, labelledPdf, typesetPdf } from './samples.ts';

const FLIPS = ['short-edge', 'long-edge'] as const;

describeWith(['qpdf'], 'qpdf', () => {
  it.each(FLIPS)('finds nothing wrong (%s)', async (flip) => {
    for (const source of [typesetPdf(6), await labelledPdf(5, { margin: mm(3), rotate: 90 })]) {
      const { pdf } = await impose(source, { flip });
      const report = asFile(pdf, (path) => run('qpdf', ['--check', path]));
      expect(report).toContain('No syntax or stream encoding errors found');
    }
  });
});

describeWith(['gs'], 'Ghostscript', () => {
  it('sees ink on the black plate alone, where the source has grey on all four', async () => {
    const source = typesetPdf(4);
    const before = inkOf(source);
    expect(before.every(([cyan]) => cyan > 0)).toBe(true);
    const after = inkOf((await impose(source)).pdf);
    expect(after).toHaveLength(2);
    for (const [cyan, magenta, yellow, black] of after) {
      expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
      expect(black).toBeGreaterThan(0.01);
    }
  });
});

describeWith(['pdftoppm'], 'poppler', () => {
  // At 254 dots an inch a tenth of a millimetre is a dot, so that page and cell fall on the same raster.
  const [margin, width, height] = [5, 1480, 2100];

  it.each(FLIPS)('paints each cell as it paints the page (%s)', async (flip) => {
    const source = typesetPdf(4);
    const [one, two, three, four] = paint(source, 254);
    const [front, back] = paint((await impose(source, { flip })).pdf, 254);
    if (!(one && two && three && four && front && back)) throw new Error('a page is missing');
    const left = { x: margin, y: 0, width, height };
    const right = { ...left, x: margin + width };
    const whole = crop(back, { x: 0, y: 0, width: 2970, height });
    const readable = flip === 'long-edge' ? turn(whole) : whole;
    const cells = [
      [four, crop(front, left)],
      [one, crop(front, right)],
      [two, crop(readable, left)],
      [three, crop(readable, right)],
    ] as const;
    for (const [page, cell] of cells) {
      const original = crop(page, { x: 0, y: 0, width, height });
      expect(ink(original)).toBeGreaterThan(0.02);
      expect(difference(original, cell)).toBeLessThan(0.015);
    }
    expect(difference(one, two)).toBeGreaterThan(0.02);
  });

  it('paints nothing outside the trim', async () => {
    const size = { width: mm(100), height: mm(150) };
    const change = (page: PDFPage): void =>
      page.drawRectangle({ width: 999, height: 999, color: rgb(0, 0, 0) });
    const { pdf } = await impose(await labelledPdf(4, { size, margin: mm(8), change }));
    for (const side of paint(pdf, 50.8)) {
      const trim = { x: 97, y: 60, width: 400, height: 300 };
      expect(ink(crop(side, trim))).toBe(1);
      // poppler paints a dot that a shape touches, however little.
      const touched = (trim.width + 2) * (trim.height + 2);
      expect(ink(side)).toBeLessThanOrEqual(touched / (side.width * side.height));
    }
  });
});

/** Cyan, magenta, yellow and black of each page, as shares of its area. */
function inkOf(pdf: Uint8Array): readonly (readonly [number, number, number, number])[] {
  const report = asFile(pdf, (path) => run('gs', ['-q', '-o', '-', '-sDEVICE=inkcov', path]));
  return [...report.matchAll(/([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+) CMYK OK/g)].map(
    ([, cyan, magenta, yellow, black]) => [Number(cyan), Number(magenta), Number(yellow), Number(black)],
  );
}
