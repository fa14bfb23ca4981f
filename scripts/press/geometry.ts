// Where the cells stand on the sheet, in millimetres from its lower left corner. Paper sizes: ISO 216, ANSI Y14.1.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, type Size } from '../model/length.ts';

export const PAPERS = ['A4', 'A3', 'Letter'] as const;

export type Paper = (typeof PAPERS)[number];

/** The lower left corner of a cell. */
export interface Point {
  readonly x: Mm;
  readonly y: Mm;
}

export interface TwoUp {
  readonly sheet: Size<Mm>;
  /** The corners of the left and the right cell; each cell is as large as the trimmed page. */
  readonly corners: readonly [left: Point, right: Point];
}

/** Two pages side by side on the landscape sheet: their shared edge on the fold, half-way up. */
export function layTwoUp(trim: Size<Mm>, paper: Paper): Result<TwoUp> {
  const sheet = LANDSCAPE[paper];
  if (!fits(trim, sheet)) return failure(tooLarge(trim, paper));
  const fold = sheet.width / 2;
  const y = mm((sheet.height - trim.height) / 2);
  return success({
    sheet,
    corners: [
      { x: mm(fold - trim.width), y },
      { x: mm(fold), y },
    ],
  });
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

const LANDSCAPE: Readonly<Record<Paper, Size<Mm>>> = {
  A4: { width: mm(297), height: mm(210) },
  A3: { width: mm(420), height: mm(297) },
  Letter: { width: mm(279.4), height: mm(215.9) },
};

function fits(trim: Size<Mm>, sheet: Size<Mm>): boolean {
  return 2 * trim.width <= sheet.width + TOLERANCE && trim.height <= sheet.height + TOLERANCE;
}

function tooLarge(trim: Size<Mm>, paper: Paper): Diagnostic {
  const sheet = LANDSCAPE[paper];
  const largest = formatSize({ width: mm(sheet.width / 2), height: sheet.height });
  const larger = PAPERS.filter((name) => fits(trim, LANDSCAPE[name]));
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
