// A PDF of single pages to sheets for the press, with bleed, marks, slug lines and creep: PDF/X-4 (ISO 15930-7).

import { type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, type Size } from '../model/length.ts';
import type { Flip } from '../model/settings.ts';
import { type Book, type SinglePages, withBook } from './book.ts';
import { type Creep, creepAt } from './creep.ts';
import { facesByPage, sheetFaces } from './faces.ts';
import { fingerprint } from './fingerprint.ts';
import { layCells, type Rectangle, type SheetLayout } from './geometry.ts';
import { type Lettering, type Lines, setLines } from './lettering.ts';
import { type CropLine, drawMarks, MARKS_MARGIN, SLUG, SLUG_INSET } from './marks.ts';
import { makePrintFile, type OutputCondition } from './pdfx.ts';
import {
  type Assembly,
  type Binding,
  type Cell,
  gridOf,
  planSheets,
  type Sheet,
  type Side,
  type SignaturePages,
} from './plan.ts';
import { type Placement, type SheetSide, writeSheets } from './sheets.ts';

export interface SignatureOptions {
  readonly sheet: Size<Mm> | 'fit';
  readonly signature: SignaturePages;
  readonly assembly: Assembly;
  readonly binding: Binding;
  /** The edge of the sheet about which it is turned for its back. */
  readonly flip: Flip;
  /** Whether what fills half a sheet or less is worked and turned. */
  readonly halves: boolean;
  readonly bleed: Mm;
  /** What of each page without a trim box lies outside its trim; nothing by default. */
  readonly cut?: Mm;
  /** Paper that is milled off each page at the spine; nothing for the saddle stitch. */
  readonly milling: Mm;
  readonly creep?: Creep;
  /** Crop, fold, registration and collation marks, and a colour bar. */
  readonly marks: boolean;
  /** A line of text on each side; marks have to be wanted too. */
  readonly slug?: Slug;
  readonly title: string;
  readonly language: string;
  readonly date: string;
  readonly output: OutputCondition;
  /** A fingerprint of each page, for those of the sheets. */
  readonly faces?: readonly string[];
}

export interface Slug {
  readonly lettering: Lettering;
  readonly lineOf: (side: SlugFacts) => string;
}

export interface SlugFacts {
  readonly sheet: number;
  readonly sheets: number;
  readonly side: 'front' | 'back' | 'both';
  /** Of the signature that the sheet is folded to, the lowest and the highest place in the book. */
  readonly first: number;
  readonly last: number;
}

export interface PlannedSheets {
  readonly sheets: readonly Sheet[];
  readonly layout: SheetLayout;
}

export interface ImposedSheets extends PlannedSheets {
  /** A fingerprint of what shows on each sheet; none where none of the pages was given. */
  readonly faces?: readonly string[];
  readonly pdf: Uint8Array;
}

/**
 * One side a page, front before back; a sheet that one plate prints on both sides is one page. The same bytes and
 * options give the same bytes. Errors: those of `withBook`, of typesetting the slug lines, and `press/does-not-fit`.
 */
export async function imposeSignatures(
  pages: SinglePages,
  options: SignatureOptions,
): Promise<Result<ImposedSheets>> {
  return withBook(pages, options.cut ?? mm(0), async (book) => {
    const laid = planSignatures(book.pages.length, book.size, options);
    if (!laid.ok) return laid;
    const { layout, sheets: plan } = laid.value;
    const sidesBySheet = plan.map(sidesOf);
    const sides = sidesBySheet.flat();
    const slug =
      options.slug && options.marks ? await setSlug(sides, plan.length, layout, options.slug) : undefined;
    if (slug && !slug.ok) return slug;
    const deepest = Math.max(...sides.flatMap(({ cells }) => cells.map(({ depth }) => depth)));
    const boxes = { trim: layout.block, bleed: grown(layout.block, options, deepest) };
    const press = { book, layout, deepest, options, bleedBox: boxes.bleed };
    const { title, language, date, output } = options;
    const settings = { ...options, slug: undefined, output: output.identifier, faces: undefined };
    const id = fingerprint(pages.pdf, JSON.stringify(settings));
    const drawn = new Map(sides.map((side, index) => [side, drawSide(side, press, slug?.value, index)]));
    const drawnSides = (part: readonly PrintedSide[]): readonly SheetSide[] =>
      part.flatMap((side) => drawn.get(side) ?? []);
    const written = await writeSheets([book.file, ...(slug ? [slug.value.file] : [])], {
      size: layout.sheet,
      sides: drawnSides(sides),
      bleed: options.bleed,
      boxes,
      title,
      language,
      id,
      finish: (document) => makePrintFile(document, { title, id, date, output }),
    });
    const sheets = sidesBySheet.map(drawnSides);
    const seen = { size: layout.sheet, bleed: options.bleed, cut: options.cut ?? mm(0), sheets };
    const known =
      options.faces &&
      facesByPage(
        [...book.pages, ...(slug?.value.pages ?? [])],
        [...options.faces, ...(slug?.value.faces ?? [])],
      );
    return success({ pdf: written, sheets: plan, layout, ...(known && { faces: sheetFaces(seen, known) }) });
  });
}

/** What decides which page goes where. */
export type SheetOptions = Pick<
  SignatureOptions,
  'sheet' | 'signature' | 'assembly' | 'binding' | 'flip' | 'halves' | 'bleed' | 'milling' | 'creep' | 'marks'
>;

/** The sheets that `imposeSignatures` makes of so many pages. Error: `press/does-not-fit`. */
export function planSignatures(pages: number, trim: Size<Mm>, options: SheetOptions): Result<PlannedSheets> {
  const { sheet, signature, bleed, milling, marks, flip, creep } = options;
  const count = options.assembly === 'nested' ? pages : Math.min(pages, signature);
  const deepest = (signature * Math.ceil(count / signature)) / 4 - 1;
  const growth = creepAt(0, deepest, creep?.direction === 'outside' ? creep : undefined);
  const margin = marks ? MARKS_MARGIN : mm(0);
  const layout = layCells({ sheet, trim, grid: gridOf(signature), bleed, milling, growth, margin });
  if (!layout.ok) return layout;
  const lies = layout.value.sheet.width >= layout.value.sheet.height;
  const turning = lies === (flip === 'short-edge') ? 'turn' : 'tumble';
  return success({ layout: layout.value, sheets: planSheets(pages, { ...options, turning }) });
}

interface PrintedSide {
  readonly sheet: Sheet;
  readonly side: SlugFacts['side'];
  readonly cells: Side;
}

function sidesOf(sheet: Sheet): readonly PrintedSide[] {
  if (!sheet.back) return [{ sheet, side: 'both', cells: sheet.front }];
  return [
    { sheet, side: 'front', cells: sheet.front },
    { sheet, side: 'back', cells: sheet.back },
  ];
}

async function setSlug(
  sides: readonly PrintedSide[],
  sheets: number,
  { block }: SheetLayout,
  { lettering, lineOf }: Slug,
): Promise<Result<Lines>> {
  const texts = sides.map(({ sheet, side, cells }) => {
    const positions = cells.map(({ position }) => position);
    const [first, last] = [Math.min(...positions), Math.max(...positions)];
    return lineOf({ sheet: sheet.number, sheets, side, first, last });
  });
  const size = { width: mm(block.width - 2 * SLUG_INSET), height: SLUG.height };
  return setLines(texts, size, lettering);
}

interface Press {
  readonly book: Book;
  readonly layout: SheetLayout;
  readonly deepest: number;
  readonly options: SignatureOptions;
  readonly bleedBox: Rectangle;
}

function drawSide(side: PrintedSide, press: Press, slug: Lines | undefined, index: number): SheetSide {
  const placements = side.cells.flatMap((cell) => placeCell(cell, press));
  if (!press.options.marks) return { placements };
  const { layout, bleedBox } = press;
  const collation = collationMark(side, press);
  const marks = drawMarks({
    layout,
    bleedBox,
    cropLines: cropLines(side.cells, press),
    ...(collation && { collation }),
  });
  const line = slug?.pages[index];
  if (!line) return { placements, marks };
  const x = mm(layout.block.x + SLUG_INSET);
  const y = mm(bleedBox.y + bleedBox.height + SLUG.offset);
  return { placements: [...placements, { page: line, area: { x, y, ...line.size }, turned: false }], marks };
}

function placeCell(cell: Cell, press: Press): readonly Placement[] {
  const page = cell.page === undefined ? undefined : press.book.pages[cell.page - 1];
  if (!page) return [];
  const { bleed } = press.options;
  const area = areaOf(cell, press);
  // Towards the spine the page goes on to the crease, where its neighbour begins.
  const crease = creaseOf(cell, press.layout);
  const left = isSpineLeft(cell) ? crease : area.x - bleed;
  const right = isSpineLeft(cell) ? area.x + area.width + bleed : crease;
  const clip = {
    x: mm(left),
    y: mm(area.y - bleed),
    width: mm(right - left),
    height: mm(area.height + 2 * bleed),
  };
  return [{ page, area, turned: cell.turned, clip }];
}

/** Where the trimmed page is printed: moved by creep, or made narrower or wider from its spine. */
function areaOf(cell: Cell, { layout, deepest, options }: Press): Rectangle {
  const { width, height } = layout.trim;
  const [x, y] = [layout.columns[cell.column] ?? 0, layout.rows[cell.row] ?? 0];
  const creep = creepAt(cell.depth, deepest, options.creep);
  if (options.creep?.method === 'scale')
    return { x: mm(isSpineLeft(cell) ? x : x - creep), y: mm(y), width: mm(width + creep), height };
  return { x: mm(isSpineLeft(cell) ? x + creep : x - creep), y: mm(y), width, height };
}

function isSpineLeft({ column }: Cell): boolean {
  return column % 2 === 1;
}

function creaseOf(cell: Cell, { creases }: SheetLayout): Mm {
  return creases.x[isSpineLeft(cell) ? cell.column - 1 : cell.column] ?? mm(0);
}

/** Where the outer cells are trimmed, each on the edge of the sheet that it lies at. */
function cropLines(cells: Side, press: Press): readonly CropLine[] {
  const { columns, rows } = press.layout;
  return cells.flatMap((cell) => {
    const { x, y, width, height } = areaOf(cell, press);
    const fore = mm(isSpineLeft(cell) ? x + width : x);
    // Where the spine is milled, the knife has to know it too.
    const spine = press.options.milling > 0 ? [mm(isSpineLeft(cell) ? x : x + width)] : [];
    const [lower, upper] = [y, mm(y + height)];
    const upright = [fore, ...spine];
    return [
      ...(cell.row === 0 ? upright.map((at): CropLine => ({ edge: 'bottom', at })) : []),
      ...(cell.row === rows.length - 1 ? upright.map((at): CropLine => ({ edge: 'top', at })) : []),
      ...(cell.column === 0 ? [lower, upper].map((at): CropLine => ({ edge: 'left', at })) : []),
      ...(cell.column === columns.length - 1
        ? [lower, upper].map((at): CropLine => ({ edge: 'right', at }))
        : []),
    ];
  });
}

/** How far pages and their bleed reach. */
function grown(
  { x, y, width, height }: Rectangle,
  { bleed, creep }: SignatureOptions,
  deepest: number,
): Rectangle {
  const out = bleed + Math.max(0, creepAt(0, deepest, creep));
  return { x: mm(x - out), y: mm(y - bleed), width: mm(width + 2 * out), height: mm(height + 2 * bleed) };
}

const COLLATION = { width: 4, height: 6, steps: 12 };

/**
 * A field in the place that tells this sheet from its neighbours, on the outermost leaf: a sheet in the wrong order
 * breaks the steps. Gathered, on the spine; nested, where only one spine can be seen, at the head.
 */
function collationMark({ sheet, cells, side }: PrintedSide, press: Press): Rectangle | undefined {
  const first = cells.toSorted((one, other) => one.position - other.position)[0];
  if (!first || side === 'back') return undefined;
  const step = (sheet.number - 1) % COLLATION.steps;
  return press.options.assembly === 'nested' ? headMark(first, step, press) : spineMark(first, step, press);
}

/** Between the last page and the first, down from the head, where milling leaves room. */
function spineMark(first: Cell, step: number, { layout, options }: Press): Rectangle | undefined {
  if (options.milling === 0) return undefined;
  const width = Math.min(COLLATION.width, 2 * options.milling);
  const height = Math.min(COLLATION.height, layout.trim.height / (COLLATION.steps + 4));
  const fromHead = (step + 2) * height;
  const bottom = layout.rows[first.row] ?? 0;
  const y = first.turned ? bottom + fromHead - height : bottom + layout.trim.height - fromHead;
  return { x: mm(creaseOf(first, layout) - width / 2), y: mm(y), width: mm(width), height: mm(height) };
}

/** Away from the spine, over the fold at the head; of a sheet without one, in the paper beyond the bleed. */
function headMark(first: Cell, step: number, { layout, options, bleedBox }: Press): Rectangle | undefined {
  const width = mm(Math.min(COLLATION.width, layout.trim.width / (2 * COLLATION.steps + 4)));
  const fromSpine = creaseOf(first, layout) + (isSpineLeft(first) ? step : -1 - step) * width;
  const bottom = layout.rows[first.row] ?? 0;
  const head = first.turned ? bottom : bottom + layout.trim.height;
  const fold = layout.creases.y.find((y) => Math.abs(y - head) <= options.bleed + 1e-6);
  const x = mm(fromSpine);
  if (fold === undefined) {
    const y = first.turned ? bleedBox.y - HEAD.gap - HEAD.height : bleedBox.y + bleedBox.height + HEAD.gap;
    return { x, y: mm(y), width, height: HEAD.height };
  }
  // As far from either trim as from the fold.
  return options.bleed === 0
    ? undefined
    : { x, y: mm(fold - options.bleed / 2), width, height: options.bleed };
}

/** Between the bleed and the slug line. */
const HEAD = { gap: mm(0.5), height: mm(3.5) };
