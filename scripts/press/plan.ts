// Which page stands in which cell of which sheet, and which way up. Integers only: a sheet is a grid of cells that is
// folded in half, time and again, until it is a pile of leaves, spine on the left, page 1 on top.

/** The edge the spine is on when the front cover faces the reader. */
export type Binding = 'left' | 'right';

/** How many pages one sheet holds when it is folded and cut open. */
export const SIGNATURES = [4, 8, 16, 32] as const;

export type SignaturePages = (typeof SIGNATURES)[number];

/** Sheet inside sheet, as for the saddle stitch, or sheet upon sheet, as for a glued or sewn spine. */
export const ASSEMBLIES = ['nested', 'gathered'] as const;

export type Assembly = (typeof ASSEMBLIES)[number];

/** About which axis the sheet is turned over for its back: the upright one, or the level one. */
export type Turning = 'turn' | 'tumble';

export interface Scheme {
  readonly signature: SignaturePages;
  readonly assembly: Assembly;
  readonly binding: Binding;
  readonly turning: Turning;
  /** Whether pages that fill half a sheet or less are printed with one plate for both sides, two copies a sheet. */
  readonly halves: boolean;
}

export interface Cell {
  /** From the left and from the bottom, counted from 0, as one looks at this side of the sheet. */
  readonly column: number;
  readonly row: number;
  /** The place in the finished book, counted from 1 through pages and blanks. */
  readonly position: number;
  /** The page of the source that stands there, counted from 1; none for a blank. */
  readonly page: number | undefined;
  /** Whether the page stands on its head. */
  readonly turned: boolean;
  /** How many leaves lie between this one and the outside of its bundle, at the spine. */
  readonly depth: number;
}

/** Row by row from the bottom, each from the left. */
export type Side = readonly Cell[];

export type Work = 'sheetwise' | 'work-and-turn' | 'work-and-tumble';

export interface Sheet {
  /** Counted from 1: the outermost when nested, the first when gathered. */
  readonly number: number;
  /** How many pages the folded signature has: all that the sheet holds, or half of it. */
  readonly pages: number;
  readonly work: Work;
  readonly front: Side;
  /** None where one plate prints both sides. */
  readonly back: Side | undefined;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The cells of a sheet of so many pages. Spines lie between columns 0 and 1, and 2 and 3; heads meet in the same way. */
export function gridOf(signature: SignaturePages): Grid {
  return {
    columns: 2 ** FOLDS[signature].filter((fold) => fold === 'upright').length,
    rows: 2 ** FOLDS[signature].filter((fold) => fold === 'level').length,
  };
}

/**
 * The sheets of a book of `pageCount` pages. Blanks fill the last leaves before the last page, so that the back cover
 * stays at the back; a single page is the front cover.
 */
export function planSheets(pageCount: number, scheme: Scheme): readonly Sheet[] {
  const sizes = signatureSizes(pageCount, scheme);
  const length = sum(sizes);
  return sizes.map((pages, index) => {
    const before = sum(sizes.slice(0, index));
    const bundle = scheme.assembly === 'nested' ? length : pages;
    const cellAt = (place: number): Pick<Cell, 'position' | 'page' | 'depth'> => {
      const inSignature = scheme.binding === 'left' ? place : pages + 1 - place;
      const inBundle =
        scheme.assembly === 'nested' ? nest(inSignature, pages, before / 2, length) : inSignature;
      const position = scheme.assembly === 'nested' ? inBundle : before + inBundle;
      return { position, page: pageAt(position, pageCount, length), depth: depthAt(inBundle, bundle) };
    };
    return { number: index + 1, pages, ...sidesOf(pages, scheme, cellAt) };
  });
}

type Fold = 'upright' | 'level';

/** The folds in their order: an upright crease brings the left half behind the right, a level one the top down behind. */
const FOLDS: Readonly<Record<SignaturePages, readonly Fold[]>> = {
  4: ['upright'],
  8: ['level', 'upright'],
  16: ['upright', 'level', 'upright'],
  32: ['level', 'upright', 'level', 'upright'],
};

/** Half a sheet stands innermost, or last but one: the outside of a book is better whole. */
function signatureSizes(pageCount: number, { signature, assembly, halves }: Scheme): readonly number[] {
  const whole = Math.floor(pageCount / signature);
  const rest = pageCount - whole * signature;
  const full = (count: number): readonly number[] => Array<number>(count).fill(signature);
  if (rest === 0) return full(whole);
  if (!halves || signature === 4 || rest > signature / 2) return full(whole + 1);
  if (assembly === 'nested' || whole === 0) return [...full(whole), signature / 2];
  return [...full(whole - 1), signature / 2, signature];
}

/** Where the `place`-th page of a signature comes to stand when `outside` leaves' worth of pages lie around it. */
function nest(place: number, pages: number, outside: number, length: number): number {
  return place <= pages / 2 ? outside + place : length - outside - (pages - place);
}

function depthAt(place: number, bundle: number): number {
  return Math.min(Math.ceil(place / 2), Math.ceil((bundle + 1 - place) / 2)) - 1;
}

function pageAt(position: number, pageCount: number, length: number): number | undefined {
  if (position === length && pageCount > 1) return pageCount;
  return position < pageCount || position === 1 ? position : undefined;
}

type Contents = Pick<Cell, 'position' | 'page' | 'depth'>;

function sidesOf(
  pages: number,
  { signature, turning }: Scheme,
  cellAt: (place: number) => Contents,
): Pick<Sheet, 'work' | 'front' | 'back'> {
  const grid = gridOf(signature);
  const isHalf = pages < signature;
  const [first] = FOLDS[signature];
  const leaves = (isHalf ? HALF : WHOLE)[signature];
  const axis: Turning = !isHalf ? turning : first === 'upright' ? 'turn' : 'tumble';
  const front: Cell[] = [];
  const back: Cell[] = [];
  for (const [index, { column, row, frontUp, turned }] of leaves.entries()) {
    const [upper, lower] = [cellAt(2 * index + 1), cellAt(2 * index + 2)];
    front.push({ column, row, turned, ...(frontUp ? upper : lower) });
    const behind =
      axis === 'turn'
        ? { column: grid.columns - 1 - column, row, turned }
        : { column, row: grid.rows - 1 - row, turned: !turned };
    back.push({ ...behind, ...(frontUp ? lower : upper) });
  }
  if (!isHalf) return { work: 'sheetwise', front: front.toSorted(byPlace), back: back.toSorted(byPlace) };
  const both = [...front, ...back].toSorted(byPlace);
  return { work: axis === 'turn' ? 'work-and-turn' : 'work-and-tumble', front: both, back: undefined };
}

function byPlace(one: Cell, other: Cell): number {
  return one.row - other.row || one.column - other.column;
}

interface Leaf {
  readonly column: number;
  readonly row: number;
  /** Whether the front of the sheet faces up in the folded pile. */
  readonly frontUp: boolean;
  readonly turned: boolean;
}

/** Piles of leaves, from the top down, row by row from the bottom. */
type Piles = readonly (readonly (readonly Leaf[])[])[];

function cellsOf({ columns, rows }: Grid): Piles {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => [{ column, row, frontUp: true, turned: false }]),
  );
}

/** The half that stays in sight when the sheet would be folded: on the right, or at the bottom. */
function foldHalf(grid: Grid, cut: Fold, folds: readonly Fold[]): readonly Leaf[] {
  const cells = cellsOf(grid);
  const half =
    cut === 'upright' ? cells.map((row) => row.slice(grid.columns / 2)) : cells.slice(0, grid.rows / 2);
  return foldDown(half, folds);
}

function foldDown(piles: Piles, folds: readonly Fold[]): readonly Leaf[] {
  const folded = folds.reduce(
    (halved, fold) => (fold === 'upright' ? foldUpright(halved) : foldLevel(halved)),
    piles,
  );
  return folded[0]?.[0] ?? [];
}

function foldUpright(piles: Piles): Piles {
  return piles.map((row) => {
    const half = row.length / 2;
    const moved = row.slice(0, half).toReversed();
    return row.slice(half).map((pile, index) => [...pile, ...turnOver(moved[index] ?? [])]);
  });
}

function foldLevel(piles: Piles): Piles {
  const half = piles.length / 2;
  const moved = piles.slice(half).toReversed();
  return piles
    .slice(0, half)
    .map((row, index) =>
      row.map((pile, column) => [
        ...pile,
        ...turnOver(moved[index]?.[column] ?? []).map((leaf) => ({ ...leaf, turned: !leaf.turned })),
      ]),
    );
}

function turnOver(pile: readonly Leaf[]): readonly Leaf[] {
  return pile.toReversed().map((leaf) => ({ ...leaf, frontUp: !leaf.frontUp }));
}

const WHOLE = forSignatures((pages) => foldDown(cellsOf(gridOf(pages)), FOLDS[pages]));

/** Half a sheet is cut where the whole one would be folded first. */
const HALF = forSignatures((pages) => {
  const [first = 'upright', ...others] = FOLDS[pages];
  return foldHalf(gridOf(pages), first, others);
});

function forSignatures<T>(make: (pages: SignaturePages) => T): Readonly<Record<SignaturePages, T>> {
  return { 4: make(4), 8: make(8), 16: make(16), 32: make(32) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
