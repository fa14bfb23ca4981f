import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { START } from '../../scripts/faces/state.ts';
import { createWriter } from '../../scripts/faces/writer.ts';

/** A line of ten-point glyphs with so much white between them, from each of `cuts` on placed anew, as a PDF writes numbers. */
function line(start: number, gap: number, cuts: readonly number[]): string {
  const writer = createWriter();
  let origin = start;
  let first = 0;
  for (let index = 0; index < 30; index++) {
    if (cuts.includes(index)) {
      origin = Math.fround(start + index * (10 + gap));
      first = index;
    }
    writer.glyph('字', [10, 0, 0, 10, 0, 0], origin + (index - first) * (10 + gap), 300, 1, START);
  }
  return writer.text();
}

const starts = fc.double({ min: 20, max: 400, noNaN: true });
const gaps = fc.constantFrom(0, 0.25, 0.41666626, 0.5, 1, 2.5);
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 29 }), { minLength: 1, maxLength: 5 });

describe('a line of text', () => {
  it('is written the same wherever it is cut into runs, however their places are rounded', () => {
    fc.assert(
      fc.property(starts, gaps, cuts, (start, gap, places) => {
        expect(line(start, gap, places)).toBe(line(start, gap, []));
      }),
      { numRuns: 1000 },
    );
  });

  it('is written otherwise where it stands elsewhere, or wider', () => {
    fc.assert(
      fc.property(starts, gaps, (start, gap) => {
        expect(line(start + 0.01, gap, [])).not.toBe(line(start, gap, []));
        expect(line(start, gap + 0.01, [])).not.toBe(line(start, gap, []));
      }),
    );
  });

  it('is written otherwise where a part of it is larger, in colours and fonts that are set once', () => {
    const written = (size: number): string => {
      const writer = createWriter();
      writer.glyph('字', [10, 0, 0, 10, 0, 0], 20, 300, 1, START);
      writer.glyph('字', [10, 0, 0, size, 0, 0], 30, 300, 1, START);
      return writer.text();
    };
    expect(written(11)).not.toBe(written(10));
  });
});
