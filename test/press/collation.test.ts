// Collation marks of nested sheets, read from the emitted PDF and looked for on the folded paper.

import { describe, expect, it } from 'vitest';
import { mm, pt, toMm } from '../../scripts/model/length.ts';
import { SIGNATURES } from '../../scripts/press/plan.ts';
import { readPdf } from '../support/pdf.ts';
import { type DrawnMarks, drawnMarks } from './emitted.ts';
import { printedSheets } from './folding.ts';
import { type Mark, makeBook } from './paper.ts';
import { imposePress, labelledPdf } from './samples.ts';

const SIZE = { width: mm(92), height: mm(131) };
const BLEED = mm(3);
const SHEETS = 5;

const cases = SIGNATURES.flatMap((signature) =>
  (['left', 'right'] as const).flatMap((binding) =>
    (['short-edge', 'long-edge'] as const).map((flip) => ({ signature, binding, flip })),
  ),
);

/** The field as two points, a quarter of its height from its lower and upper edge: a fold may run through it. */
function collationMarks({ content }: DrawnMarks | { content: '' }, sheet: number): readonly Mark[] {
  const found = [
    ...content.matchAll(/\/CollationMark BMC\s+0 0 0 1 k ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g),
  ];
  return found.flatMap(([, ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map((number) => toMm(pt(Number(number))));
    return [0.25, 0.75].map(
      (share): Mark => ({
        text: `■${sheet}`,
        x: x + width / 2,
        y: y + share * height,
        along: [1, 0],
      }),
    );
  });
}

describe('nested sheets, folded and put into one another', () => {
  it.each(cases)('show their steps at the head, %j', async (options) => {
    // The last sheet is half of one, where halves are.
    const count = (SHEETS - 1) * options.signature + options.signature / 2;
    const source = await labelledPdf(count, { size: SIZE, margin: BLEED });
    const { pdf, sheets } = await imposePress(source, { ...options, halves: true, bleed: BLEED });
    const [{ pages }, drawn] = [await readPdf(pdf), await drawnMarks(pdf)];
    const printed = printedSheets(sheets, pages, drawn, options);
    let next = 0;
    const papers = printed.map(({ paper }, index) => {
      const front = collationMarks(drawn[next] ?? { content: '' }, index + 1);
      const isOnePlate = sheets[index]?.work !== 'sheetwise';
      next += isOnePlate ? 1 : 2;
      const back = collationMarks(drawn[next - 1] ?? { content: '' }, index + 1);
      // One plate prints both sides; the back of two has no mark.
      expect(isOnePlate ? back.length : back.length + front.length).toBe(2);
      return {
        ...paper,
        front: [...paper.front, ...front],
        back: [...paper.back, ...(isOnePlate ? front : [])],
      };
    });
    const book = makeBook(papers, { assembly: 'nested', binding: options.binding, caliper: 0 });
    const [{ foot } = { foot: 0 }] = printed;
    const steps = sheets.map((_, index) => {
      const outside = sheets.slice(0, index).reduce((sum, sheet) => sum + sheet.pages / 4, 0);
      const seen = book.flatMap(({ marks, depth }, at) =>
        marks.filter(({ text }) => text === `■${index + 1}`).map(({ x, y }) => ({ x, y, depth, at })),
      );
      // On the first page of the outermost of its leaves, outside the trim.
      const first = seen.filter(({ depth, at }) => depth === outside && at === 2 * outside);
      expect(first.length, JSON.stringify(seen)).toBeGreaterThanOrEqual(1);
      for (const { y } of seen) expect(y - foot).toBeGreaterThan(SIZE.height + BLEED / 2 - 0.01);
      return Math.abs(first[0]?.x ?? 0);
    });
    const [one = 0, two = 0] = steps;
    const width = two - one;
    expect(width).toBeGreaterThan(2);
    expect(one).toBeCloseTo(width / 2, 2);
    for (const [index, step] of steps.entries()) expect(step).toBeCloseTo((index + 0.5) * width, 2);
  });

  it('have none where pages without bleed leave no room at the fold', async () => {
    const source = await labelledPdf(32, { size: SIZE });
    const { pdf } = await imposePress(source, { signature: 8, bleed: mm(0) });
    for (const { content } of await drawnMarks(pdf)) expect(content).not.toContain('CollationMark');
  });
});
