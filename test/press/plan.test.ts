import { describe, expect, it } from 'vitest';
import {
  ASSEMBLIES,
  type Cell,
  gridOf,
  planSheets,
  type Scheme,
  type Sheet,
  SIGNATURES,
  type Side,
} from '../../scripts/press/plan.ts';
import { type Crease, type Mark, makeBook, type PrintedSheet } from './paper.ts';

const MOST_PAGES = 400;

const schemes = SIGNATURES.flatMap((signature) =>
  ASSEMBLIES.flatMap((assembly) =>
    (['left', 'right'] as const).flatMap((binding) =>
      (['turn', 'tumble'] as const).flatMap((turning) =>
        (signature === 4 ? [false] : [false, true]).map(
          (halves): Scheme => ({ signature, assembly, binding, turning, halves }),
        ),
      ),
    ),
  ),
);

interface Plan {
  readonly pageCount: number;
  readonly scheme: Scheme;
  readonly sheets: readonly Sheet[];
  /** Pages and blanks. */
  readonly length: number;
}

describe(`the sheets of 1 to ${MOST_PAGES} pages`, () => {
  it.each(schemes)('in signatures of $signature, $assembly, $binding, $turning, halves $halves', (scheme) => {
    for (let pageCount = 1; pageCount <= MOST_PAGES; pageCount++) {
      const sheets = planSheets(pageCount, scheme);
      const plan = { pageCount, scheme, sheets, length: sheets.reduce((sum, { pages }) => sum + pages, 0) };
      haveEveryPageOnce(plan);
      takeNoMorePaperThanTheyNeed(plan);
      fillEachCellOnce(plan);
      if (sheets.length === 1) sumAcrossTheSpine(plan);
      if (pageCount < 34 || pageCount % 37 === 1) readInOrderWhenFolded(plan);
    }
  });
});

/** Blanks stand before the last page alone. */
function haveEveryPageOnce({ pageCount, sheets, length }: Plan): void {
  const pages: unknown[] = [];
  for (const { position, page } of cellsOf(sheets)) pages[position - 1] = page ?? 'blank';
  const expected = numbers(length).map((position) => {
    if (position === length && pageCount > 1) return pageCount;
    return position === 1 || position < pageCount ? position : 'blank';
  });
  expectSame(pages, expected);
}

function takeNoMorePaperThanTheyNeed({ pageCount, scheme, sheets, length }: Plan): void {
  const least = scheme.halves && scheme.signature > 4 ? scheme.signature / 2 : scheme.signature;
  const worked = sheets.filter(({ work }) => work !== 'sheetwise').length;
  expectSame(
    [length, sheets.length, worked],
    [
      least * Math.ceil(pageCount / least),
      Math.ceil(pageCount / scheme.signature),
      length % scheme.signature === 0 ? 0 : 1,
    ],
  );
}

function fillEachCellOnce({ scheme, sheets }: Plan): void {
  const { columns, rows } = gridOf(scheme.signature);
  const whole = numbers(columns * rows).map((place) => place - 1);
  for (const { front, back } of sheets)
    for (const side of [front, back ?? front])
      expectSame(
        side.map(({ column, row }) => row * columns + column),
        whole,
      );
}

function sumAcrossTheSpine({ sheets, length }: Plan): void {
  for (const side of sheets.flatMap(({ front, back }) => [front, ...(back ? [back] : [])]))
    for (const [index, cell] of side.entries())
      if (cell.column % 2 === 0) expectSame(cell.position + (side[index + 1]?.position ?? 0), length + 1);
}

function readInOrderWhenFolded({ scheme, sheets, length }: Plan): void {
  const printed = sheets.map((sheet) => print(sheet, scheme));
  const book = makeBook(printed, { ...scheme, caliper: 1 / 64 });
  const depths: number[] = [];
  for (const { position, depth } of cellsOf(sheets)) depths[position - 1] = depth;
  const expected = depths.map((depth, index) => {
    const spineIsLeft = (index % 2 === 0) === (scheme.binding === 'left');
    const x = spineIsLeft ? SPOT.x + depth / 64 : SPOT.x - 2 - depth / 64;
    return { depth, marks: [{ text: String(index + 1), x, y: SPOT.y, along: [1, 0] }] };
  });
  expectSame([book.length, book], [length, expected]);
}

/** As toEqual, which takes its time over hundreds of thousands of small values. */
function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

/** Each page prints its position, off the middle, on a page of 2 by 3. */
const SPOT = { x: 0.5, y: 1 };

function print(sheet: Sheet, { signature, turning }: Scheme): PrintedSheet {
  const { columns, rows } = gridOf(signature);
  const [width, height] = [2 * columns, 3 * rows];
  const folds: Crease[] = {
    4: [{ x: 2 }],
    8: [{ y: 3 }, { x: 2 }],
    16: [{ x: 4 }, { y: 3 }, { x: 6 }],
    32: [{ y: 6 }, { x: 4 }, { y: 3 }, { x: 6 }],
  }[signature];
  const marks = { width, height, front: printSide(sheet.front), back: printSide(sheet.back ?? sheet.front) };
  if (sheet.work === 'sheetwise') return { ...marks, turning, folds };
  const [cut, ...others] = folds;
  return {
    ...marks,
    turning: sheet.work === 'work-and-turn' ? 'turn' : 'tumble',
    folds: others,
    ...(cut && { cut }),
  };
}

function printSide(side: Side): readonly Mark[] {
  return side.map(({ position, turned, column, row }) => ({
    text: String(position),
    x: 2 * column + (turned ? 2 - SPOT.x : SPOT.x),
    y: 3 * row + (turned ? 3 - SPOT.y : SPOT.y),
    along: [turned ? -1 : 1, 0],
  }));
}

function cellsOf(sheets: readonly Sheet[]): Cell[] {
  return sheets.flatMap(({ front, back }) => [...front, ...(back ?? [])]);
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
