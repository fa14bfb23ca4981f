// Sheets for the press as paper to be folded, read from the emitted PDF: where its fold and crop marks say.

import { pt, toMm } from '../../scripts/model/length.ts';
import type { Sheet } from '../../scripts/press/plan.ts';
import type { SignatureOptions } from '../../scripts/press/signatures.ts';
import type { PdfPage } from '../support/pdf.ts';
import { type DrawnMarks, marksOf } from './emitted.ts';
import type { Crease, PrintedSheet } from './paper.ts';

export interface Signature {
  readonly paper: PrintedSheet;
  /** From the outer spine to where the fore edge is cut, and from the foot of the sheet to the foot of the book. */
  readonly knife: number;
  readonly foot: number;
}

export function printedSheets(
  sheets: readonly Sheet[],
  pages: readonly PdfPage[],
  marks: readonly DrawnMarks[],
  { signature, flip }: Pick<SignatureOptions, 'signature' | 'flip'>,
): readonly Signature[] {
  let next = 0;
  return sheets.map(({ work }) => {
    const at = next;
    next += work === 'sheetwise' ? 2 : 1;
    const [front, back] = [pages[at], pages[next - 1]];
    const drawn = marks[at];
    if (!front || !back || !drawn) throw new Error('a side is missing');
    const [width, height] = [toMm(pt(front.width)), toMm(pt(front.height))];
    const upright = distinct(drawn.folds.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => x1));
    const level = distinct(drawn.folds.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1));
    const [first, ...others] = creases(signature, upright, level);
    if (!first) throw new Error('a sheet without a crease');
    const turning =
      work === 'work-and-turn' || (work === 'sheetwise' && width >= height === (flip === 'short-edge'));
    const sides = { width, height, front: marksOf(front), back: marksOf(back) };
    // The first page lies at the lower right, on the outside of its signature.
    const feet = drawn.crops.filter(({ x1, x2, y1 }) => x1 === x2 && y1 < height / 2);
    const sideways = drawn.crops.filter(({ y1, y2, x1 }) => y1 === y2 && x1 > width / 2);
    return {
      paper: {
        ...sides,
        turning: turning ? 'turn' : 'tumble',
        ...(work === 'sheetwise' ? { folds: [first, ...others] } : { folds: others, cut: first }),
      },
      knife: Math.max(...feet.map(({ x1 }) => x1)) - Math.max(...upright),
      foot: Math.min(...sideways.map(({ y1 }) => y1)),
    };
  });
}

/** In the order in which a folding machine makes them, each in the middle of what is left. */
function creases(signature: number, x: readonly number[], y: readonly number[]): readonly Crease[] {
  const [x0 = Number.NaN, x1 = Number.NaN, x2 = Number.NaN] = x;
  const [y0 = Number.NaN, y1 = Number.NaN] = y;
  if (signature === 4) return [{ x: x0 }];
  if (signature === 8) return [{ y: y0 }, { x: x0 }];
  if (signature === 16) return [{ x: x1 }, { y: y0 }, { x: x2 }];
  return [{ y: y1 }, { x: x1 }, { y: y0 }, { x: x2 }];
}

function distinct(values: readonly number[]): readonly number[] {
  return [...new Set(values)].toSorted((a, b) => a - b);
}
