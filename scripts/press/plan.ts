// Which page stands in which cell of which sheet, and which way up. Integers only; saddle stitch, two pages a side.

import type { Flip } from '../model/settings.ts';

/** The edge the spine is on when the front cover faces the reader. */
export type Binding = 'left' | 'right';

export interface Cell {
  /** The place in the finished book, counted from 1 through pages and blanks. */
  readonly position: number;
  /** The page of the source that stands there, counted from 1; none for a blank. */
  readonly page: number | undefined;
  /** Whether the page stands on its head. */
  readonly turned: boolean;
}

/** The left and the right cell, as one looks at this side of the landscape sheet. */
export type Side = readonly [left: Cell, right: Cell];

export interface Sheet {
  readonly front: Side;
  readonly back: Side;
}

const CELLS_PER_SHEET = 4;

/**
 * The sheets of a saddle-stitched book of `pageCount` pages, the outermost first. Blanks fill the last sheet and
 * stand before the last page, so that the back cover stays at the back; a single page is the front cover.
 */
export function planSaddleStitch(
  pageCount: number,
  { binding, flip }: { readonly binding: Binding; readonly flip: Flip },
): readonly Sheet[] {
  const sheetCount = Math.ceil(pageCount / CELLS_PER_SHEET);
  const length = sheetCount * CELLS_PER_SHEET;
  const cell = (position: number): Cell => ({
    position,
    page: pageAt(position, pageCount, length),
    turned: false,
  });
  const side = (left: number, right: number): Side =>
    binding === 'left' ? [cell(left), cell(right)] : [cell(right), cell(left)];
  return Array.from({ length: sheetCount }, (_, index) => {
    const first = 2 * index + 1;
    const last = length - 2 * index;
    const back = side(first + 1, last - 1);
    return { front: side(last, first), back: flip === 'long-edge' ? turn(back) : back };
  });
}

function pageAt(position: number, pageCount: number, length: number): number | undefined {
  if (position === length && pageCount > 1) return pageCount;
  return position < pageCount || position === 1 ? position : undefined;
}

/** A printer that flips on the long edge brings the back out upside down: the side is turned against it. */
function turn([left, right]: Side): Side {
  return [
    { ...right, turned: true },
    { ...left, turned: true },
  ];
}
