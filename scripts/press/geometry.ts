// Where the cells stand on the sheet, in millimetres from its lower left corner. Paper sizes: ISO 216, ANSI Y14.1,
// JIS P 0138; untrimmed: ISO 217.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, type Size } from '../model/length.ts';
import type { Grid } from './plan.ts';

export interface Rectangle {
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

export interface LayoutOptions {
  /** The paper as it is fed, or `fit`: just large enough. */
  readonly sheet: Size<Mm> | 'fit';
  readonly trim: Size<Mm>;
  readonly grid: Grid;
  /** Paper outside the trim on every edge but the spine, on which the pages go on. */
  readonly bleed: Mm;
  /** Paper that is milled off each page at the spine. */
  readonly milling: Mm;
  /** How far creep moves the outermost pages away from the spine. */
  readonly growth: Mm;
  /** What has to stay free around the bleed, for marks. */
  readonly margin: Mm;
}

export interface SheetLayout {
  readonly sheet: Size<Mm>;
  readonly trim: Size<Mm>;
  /** The left edge of each column's trimmed pages, and the lower edge of each row's. */
  readonly columns: readonly Mm[];
  readonly rows: readonly Mm[];
  /** The creases, or where the sheet is cut: between any two columns, and between any two rows. */
  readonly creases: { readonly x: readonly Mm[]; readonly y: readonly Mm[] };
  /** All trimmed pages together, without their bleed. */
  readonly block: Rectangle;
}

/** The block stands in the middle of the sheet, spines on their creases. Error: `press/does-not-fit`. */
export function layCells(options: LayoutOptions): Result<SheetLayout> {
  const { trim, grid, bleed, milling, growth, margin } = options;
  const cut = mm(bleed + growth);
  const across = spread(grid.columns, trim.width, milling, cut);
  const up = spread(grid.rows, trim.height, bleed, bleed);
  const around = { x: cut + margin, y: bleed + margin };
  const needed = { width: mm(across.length + 2 * around.x), height: mm(up.length + 2 * around.y) };
  const sheet = options.sheet === 'fit' ? roundedUp(needed) : options.sheet;
  if (!fits(needed, sheet)) return failure(tooLarge(needed, sheet, options));
  const left = (sheet.width - across.length) / 2;
  const bottom = (sheet.height - up.length) / 2;
  return success({
    sheet,
    trim,
    columns: across.starts.map((start) => mm(left + start)),
    rows: up.starts.map((start) => mm(bottom + start)),
    creases: {
      x: across.creases.map((crease) => mm(left + crease)),
      y: up.creases.map((crease) => mm(bottom + crease)),
    },
    block: { x: mm(left), y: mm(bottom), width: mm(across.length), height: mm(up.length) },
  });
}

/** The names a sheet may be called by; all lie on their longer edge. */
export const SHEETS: Readonly<Record<string, Size<Mm>>> = {
  A4: { width: mm(297), height: mm(210) },
  A3: { width: mm(420), height: mm(297) },
  A2: { width: mm(594), height: mm(420) },
  A1: { width: mm(841), height: mm(594) },
  SRA3: { width: mm(450), height: mm(320) },
  SRA2: { width: mm(640), height: mm(450) },
  SRA1: { width: mm(900), height: mm(640) },
  B3: { width: mm(500), height: mm(353) },
  B2: { width: mm(707), height: mm(500) },
  B1: { width: mm(1000), height: mm(707) },
  Letter: { width: mm(279.4), height: mm(215.9) },
  Tabloid: { width: mm(431.8), height: mm(279.4) },
};

/** From small to large, those that more printers hold first. */
export const PAPERS = ['A4', 'Letter', 'B4', 'A3'] as const;

/** What an office printer takes. */
export type Paper = (typeof PAPERS)[number];

export const PAPER_SIZE: Readonly<Record<Paper, Size<Mm>>> = {
  A4: { width: mm(297), height: mm(210) },
  Letter: { width: mm(279.4), height: mm(215.9) },
  // That of JIS P 0138, larger than ISO's: what office printers take.
  B4: { width: mm(364), height: mm(257) },
  A3: { width: mm(420), height: mm(297) },
};

/** The smallest paper that two pages fit on side by side; the largest where they fit on none. */
export function paperFor(trim: Size<Mm>): Paper {
  const pair = { width: mm(2 * trim.width), height: trim.height };
  return PAPERS.find((paper) => fits(pair, PAPER_SIZE[paper])) ?? 'A3';
}

/** How much smaller two pages side by side have to be to leave the printer its margin; 1 where they need not be. */
export function scaleToFit(trim: Size<Mm>, paper: Paper, margin: Mm): number {
  if (margin === 0) return 1;
  const sheet = PAPER_SIZE[paper];
  const across = (sheet.width - 2 * margin) / (2 * trim.width);
  return Math.min(1, across, (sheet.height - 2 * margin) / trim.height);
}

/** Two pages side by side on the landscape sheet: their shared edge on the fold, half-way up. */
export function layTwoUp(trim: Size<Mm>, paper: Paper): Result<SheetLayout> {
  const grid = { columns: 2, rows: 1 };
  const none = mm(0);
  const options = {
    sheet: PAPER_SIZE[paper],
    trim,
    grid,
    bleed: none,
    milling: none,
    growth: none,
    margin: none,
  };
  const layout = layCells(options);
  return layout.ok ? layout : failure(tooLargeForPrinter(trim, paper));
}

/** Sizes nearer than this are the same size: programs round points and millimetres differently. */
export const TOLERANCE = mm(0.2);

export function isSameSize(one: Size<Mm>, other: Size<Mm>): boolean {
  const apart = Math.max(Math.abs(one.width - other.width), Math.abs(one.height - other.height));
  return apart <= TOLERANCE;
}

/** `148 × 210 mm`, to a tenth. */
export function formatSize({ width, height }: Size<Mm>): string {
  return `${tenths(width)} × ${tenths(height)} mm`;
}

interface Spread {
  readonly starts: readonly number[];
  readonly creases: readonly number[];
  readonly length: number;
}

/** Pages in pairs: `inside` of each page's own lies between the two of a pair, `outside` between pairs. */
function spread(count: number, length: number, inside: number, outside: number): Spread {
  const starts: number[] = [];
  const creases: number[] = [];
  let end = 0;
  for (let index = 0; index < count; index++) {
    if (index > 0) {
      const gap = index % 2 === 1 ? inside : outside;
      creases.push(end + gap);
      end += 2 * gap;
    }
    starts.push(end);
    end += length;
  }
  return { starts, creases, length: end };
}

/** To half a millimetre. */
function roundedUp({ width, height }: Size<Mm>): Size<Mm> {
  return { width: mm(Math.ceil(2 * width - 1e-6) / 2), height: mm(Math.ceil(2 * height - 1e-6) / 2) };
}

function fits(needed: Size<Mm>, sheet: Size<Mm>): boolean {
  return needed.width <= sheet.width + TOLERANCE && needed.height <= sheet.height + TOLERANCE;
}

function tooLarge(needed: Size<Mm>, sheet: Size<Mm>, { trim, grid }: LayoutOptions): Diagnostic {
  const turned = { width: sheet.height, height: sheet.width };
  const larger = Object.keys(SHEETS).filter((name) => fits(needed, SHEETS[name] ?? sheet));
  const named = larger.length > 0 ? `, such as ${larger.slice(0, 3).join(', ')}` : '';
  const advice = fits(needed, turned)
    ? `Turn the sheet: ${formatSize(turned)}.`
    : `Take a larger sheet${named}, fewer pages a sheet, or let it fit the pages.`;
  return {
    code: 'press/does-not-fit',
    severity: 'error',
    message: `${grid.columns} × ${grid.rows} pages of ${formatSize(trim)} with bleed and marks need ${formatSize(needed)}, but the sheet has ${formatSize(sheet)}`,
    hint: advice,
  };
}

function tooLargeForPrinter(trim: Size<Mm>, paper: Paper): Diagnostic {
  const sheet = PAPER_SIZE[paper];
  const largest = formatSize({ width: mm(sheet.width / 2), height: sheet.height });
  const pair = { width: mm(2 * trim.width), height: trim.height };
  const larger = PAPERS.filter((name) => fits(pair, PAPER_SIZE[name]));
  const advice = larger.length > 0 ? `Print on ${larger.join(' or ')}, or make` : 'Make';
  return {
    code: 'press/does-not-fit',
    severity: 'error',
    message: `two pages of ${formatSize(trim)} do not fit side by side on ${paper} (${formatSize(sheet)})`,
    hint: `${advice} the pages no larger than ${largest}.`,
  };
}

function tenths(value: Mm): string {
  return String(Math.round(value * 10) / 10);
}
