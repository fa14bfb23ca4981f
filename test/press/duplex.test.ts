// What the office printer needs beyond the plan: its margin, its offset, a sheet to read both off.

import { describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { describeWith } from '../support/tools.ts';
import { marksOf } from './emitted.ts';
import { crop, ink, type Picture, paint } from './pictures.ts';
import { impose, LABEL, labelledPdf, readImposed } from './samples.ts';

describe('a printer that leaves a margin', () => {
  it.each([
    ['A4', 5, 200 / 210],
    ['Letter', 6, (279.4 - 12) / 296],
    ['A3', 10, 1],
  ] as const)('%s, %d mm: pages are made smaller about fold and middle', async (paper, margin, scale) => {
    const { pages } = await readImposed(await labelledPdf(4), { paper, margin: mm(margin) });
    const { width, height } = {
      A4: { width: 297, height: 210 },
      A3: { width: 420, height: 297 },
      Letter: { width: 279.4, height: 215.9 },
    }[paper];
    const first = marksOf(pages[0]).find(({ text }) => text === 'page 1');
    expect(first?.x).toBeCloseTo(width / 2 + scale * LABEL.x, 2);
    expect(first?.y).toBeCloseTo(height / 2 + scale * (LABEL.y - 105), 2);
  });
});

describe('a printer that is off on the back', () => {
  it.each([
    ['short-edge', 1],
    ['long-edge', -1],
  ] as const)('has the back moved, looked at upright (%s)', async (flip, way) => {
    const source = await labelledPdf(4);
    const [straight, moved] = await Promise.all(
      [
        { x: mm(0), y: mm(0) },
        { x: mm(1.5), y: mm(-0.7) },
      ].map((offset) => readImposed(source, { flip, offset })),
    );
    expect(marksOf(moved?.pages[0])).toEqual(marksOf(straight?.pages[0]));
    for (const [index, mark] of marksOf(moved?.pages[1]).entries()) {
      const before = marksOf(straight?.pages[1])[index];
      expect(mark.x - (before?.x ?? 0)).toBeCloseTo(way * 1.5, 3);
      expect(mark.y - (before?.y ?? 0)).toBeCloseTo(way * -0.7, 3);
    }
  });
});

describe('the calibration sheet', () => {
  it('comes first and changes nothing else', async () => {
    const source = await labelledPdf(6);
    const [without, calibrated] = [await impose(source), await impose(source, { calibration: true })];
    expect([calibrated.sheets, calibrated.sides]).toEqual([without.sheets + 1, without.sides + 2]);
    const { pages } = await readImposed(source, { calibration: true });
    expect(pages.slice(0, 2).map(({ plain }) => plain)).toEqual(['', '']);
    const plain = await readImposed(source);
    expect(pages.slice(2).map(marksOf)).toEqual(plain.pages.map(marksOf));
  });
});

describeWith(['pdftoppm'], 'the calibration sheet, held against the light', () => {
  it.each([
    ['short-edge', 'short-edge', true],
    ['long-edge', 'long-edge', true],
    ['short-edge', 'long-edge', false],
    ['long-edge', 'short-edge', false],
  ] as const)('set to %s, turned on the %s: arrows point one way: %s', async (flip, turned, isSame) => {
    const { pdf } = await impose(await labelledPdf(4), { flip, calibration: true });
    const [front, back] = paint(pdf, 254);
    if (!front || !back) throw new Error('a side is missing');
    const behind = turned === 'short-edge' ? mirrored(back, 'x') : mirrored(back, 'y');
    // The small arrow of the back has its barbs near its upper end, 88.5 mm from the left.
    const [middle, tip] = [885, 1050 - 60];
    const barbs = { x: middle - 22, y: tip + 6, width: 15, height: 18 };
    expect(ink(crop(front, barbs))).toBe(0);
    expect(ink(crop(behind, barbs)) > 0).toBe(isSame);
    // The crosses meet in the middle whichever way the sheet is turned.
    const cross = { x: 1480, y: 900, width: 12, height: 100 };
    expect([ink(crop(front, cross)) > 0, ink(crop(behind, cross)) > 0]).toEqual([true, true]);
  });
});

function mirrored({ width, height, greys }: Picture, axis: 'x' | 'y'): Picture {
  const dots = new Uint8Array(greys.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = axis === 'x' ? y * width + (width - 1 - x) : (height - 1 - y) * width + x;
      dots[y * width + x] = greys[from] ?? 0;
    }
  return { width, height, greys: dots };
}
