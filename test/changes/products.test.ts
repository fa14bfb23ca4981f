import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPlaces, changedSheets, formatNumbers } from '../../scripts/changes/products.ts';
import { planSheets } from '../../scripts/press/plan.ts';

const scheme = {
  signature: 4,
  assembly: 'nested',
  halves: false,
  binding: 'left',
  turning: 'turn',
} as const;

const pagesOf = (count: number): (number | undefined)[][] =>
  planSheets(count, scheme).map(({ front, back = [] }) => [...front, ...back].map(({ page }) => page));

const faces = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 24 });

describe('what has to be shown or printed again', () => {
  it.each([
    ['nothing', 'abcd', 'abcd', []],
    ['a slide', 'abcd', 'axcd', [2]],
    ['a new one, and all behind it', 'abcd', 'axbcd', [2, 3, 4, 5]],
    ['the rest, where one is left out', 'abcd', 'acd', [2, 3]],
    ['none, where the last is left out', 'abcd', 'abc', []],
  ])('is %s', (_, before, after, expected) => {
    expect(changedPlaces([...before], [...after])).toEqual(expected);
  });

  it('is the sheet that a changed page stands on', () => {
    const before = [...'abcdefghijkl'];
    for (const [page, sheet] of [
      [1, 1],
      [12, 1],
      [4, 2],
      [6, 3],
      [7, 3],
    ] as const) {
      expect(changedSheets(before, before.with(page - 1, 'new'), pagesOf)).toEqual([sheet]);
    }
  });

  it('is every sheet that would look other, and no sheet that would look the same', () => {
    fc.assert(
      fc.property(faces, faces, (before, after) => {
        const again = new Set(changedSheets(before, after, pagesOf));
        const show = (all: readonly string[], sheet: number): string =>
          (pagesOf(all.length)[sheet - 1] ?? [])
            .map((page) => (page === undefined ? '-' : all[page - 1]))
            .join();
        pagesOf(after.length).forEach((_, index) => {
          expect(again.has(index + 1)).toBe(show(before, index + 1) !== show(after, index + 1));
        });
      }),
    );
  });

  it('is told in ranges', () => {
    expect(formatNumbers([])).toBe('');
    expect(formatNumbers([3, 5, 6, 7, 9])).toBe('3, 5–7, 9');
  });
});
