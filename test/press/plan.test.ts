import { describe, expect, it } from 'vitest';
import { type Cell, planSaddleStitch, type Side } from '../../scripts/press/plan.ts';
import { foldBook, type Mark } from './paper.ts';

const BINDINGS = ['left', 'right'] as const;
const FLIPS = ['short-edge', 'long-edge'] as const;
const MOST_PAGES = 400;

const plans = BINDINGS.flatMap((binding) =>
  FLIPS.flatMap((flip) =>
    Array.from({ length: MOST_PAGES }, (_, index) => {
      const pageCount = index + 1;
      return { pageCount, binding, flip, sheets: planSaddleStitch(pageCount, { binding, flip }) };
    }),
  ),
);

describe(`a saddle stitch of 1 to ${MOST_PAGES} pages, either binding, either flip`, () => {
  it('has every page once and fewer than four blanks', () => {
    for (const { pageCount, sheets } of plans) {
      const pages = cellsOf(sheets).flatMap(({ page }) => page ?? []);
      expect(pages.toSorted(ascending)).toEqual(numbers(pageCount));
      expect(sheets.length).toBe(Math.ceil(pageCount / 4));
    }
  });

  it('has its blanks right before the last page, which stays at the back', () => {
    for (const { pageCount, sheets } of plans) {
      const cells = cellsOf(sheets).toSorted((a, b) => ascending(a.position, b.position));
      const last = cells.pop();
      expect(cells.map(({ position }) => position)).toEqual(numbers(4 * sheets.length - 1));
      const before = pageCount > 1 ? pageCount - 1 : 1;
      expect(cells.map(({ page }) => page)).toEqual(cells.map((_, i) => (i < before ? i + 1 : undefined)));
      expect(last?.page).toBe(pageCount > 1 ? pageCount : undefined);
    }
  });

  it('has positions on each side that sum to one more than there are', () => {
    const sums = ({ sheets }: (typeof plans)[number]): readonly number[] =>
      sheets.flatMap(({ front, back }) => [front, back]).map(([one, other]) => one.position + other.position);
    expect(plans.filter((plan) => sums(plan).some((sum) => sum !== 4 * plan.sheets.length + 1))).toEqual([]);
  });

  it('reads in order and upright when printed, flipped, folded and nested', () => {
    for (const { sheets, binding, flip } of plans) {
      const printed = sheets.map(({ front, back }) => ({ front: printSide(front), back: printSide(back) }));
      const book = foldBook(printed, { width: 4, height: 3 }, { binding, flip });
      const expected = numbers(4 * sheets.length).map((position) => [
        { text: String(position), ...SPOT, up: 1 },
      ]);
      expect(book).toEqual(expected);
    }
  });

  it('turns only what a long-edge flip turns back', () => {
    const isRight = ({ sheets, flip }: (typeof plans)[number]): boolean =>
      sheets.every(
        ({ front, back }) =>
          front.every(({ turned }) => !turned) &&
          back.every(({ turned }) => turned === (flip === 'long-edge')),
      );
    expect(plans.filter((plan) => !isRight(plan))).toEqual([]);
  });
});

/** Each page prints its position, off the middle, on a page of 2 by 3. */
const SPOT = { x: 0.5, y: 1 };

function printSide(side: Side): readonly Mark[] {
  return side.map(({ position, turned }, column) => ({
    text: String(position),
    x: 2 * column + (turned ? 2 - SPOT.x : SPOT.x),
    y: turned ? 3 - SPOT.y : SPOT.y,
    up: turned ? -1 : 1,
  }));
}

function cellsOf(sheets: ReturnType<typeof planSaddleStitch>): Cell[] {
  return sheets.flatMap(({ front, back }) => [...front, ...back]);
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function ascending(a: number, b: number): number {
  return a - b;
}
