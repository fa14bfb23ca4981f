import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, composeEdits, type Edit, sourceLocator } from '../../scripts/transcript/edits.ts';

/** Sorted edits without overlap for a text of `length`; every one differs from what it replaces in place or size. */
function editsFor(length: number): fc.Arbitrary<Edit[]> {
  const cut = fc.array(fc.integer({ min: 0, max: length }), { maxLength: 12 });
  const words = fc.array(fc.string({ unit: fc.constantFrom('x', 'y', 'z'), maxLength: 3 }), {
    minLength: 6,
    maxLength: 6,
  });
  return fc.tuple(cut, words).map(([cuts, afters]) => {
    const sorted = [...cuts].sort((left, right) => left - right);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index): Edit => {
      const [start = 0, end = 0] = sorted.slice(2 * index, 2 * index + 2);
      return { start, end, after: afters[index] ?? '', kind: 'space' };
    });
  });
}

const twoSteps = fc.string({ unit: fc.constantFrom(...'abcdefgh'), maxLength: 20 }).chain((text) =>
  editsFor(text.length).chain((first) => {
    const middle = applyEdits(text, first);
    return fc.record({
      text: fc.constant(text),
      first: fc.constant(first),
      middle: fc.constant(middle),
      second: editsFor(middle.length),
    });
  }),
);

describe('edits', () => {
  it('composed do at once what two lists do in turn', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first, middle, second }) => {
        expect(applyEdits(text, composeEdits(middle, first, second))).toBe(applyEdits(middle, second));
      }),
      { numRuns: 3000 },
    );
  });

  it('composed are sorted and do not overlap', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first, middle, second }) => {
        let from = 0;
        for (const { start, end } of composeEdits(middle, first, second)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThanOrEqual(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('that meet become one of the later kind', () => {
    const first: Edit[] = [{ start: 1, end: 2, after: '：', kind: 'punctuation' }];
    const second: Edit[] = [{ start: 0, end: 2, after: '', kind: 'label' }];
    expect(composeEdits('Q：好', first, second)).toEqual([{ start: 0, end: 2, after: '', kind: 'label' }]);
  });

  it('locate every unchanged character of the edited text in the source', () => {
    const text = 'abcdefghijklmnopqrst';
    fc.assert(
      fc.property(editsFor(text.length), (edits) => {
        const edited = applyEdits(text, edits);
        const sourceOf = sourceLocator(edits);
        for (const [offset, character] of [...edited].entries()) {
          if (character < 'x') expect(text[sourceOf(offset)]).toBe(character);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
