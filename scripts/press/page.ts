// A page of the source as it is seen once printed and trimmed. Boxes, /Rotate and /UserUnit: ISO 32000-1, 7.7.3.3.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, pt, type Size, toMm, toPt } from '../model/length.ts';
import { formatSize, isSameSize } from './geometry.ts';
import { damaged, type PDFArray, PDFDict, PDFName, PDFNumber, type PDFPageLeaf } from './pdf.ts';

/** x' = ax + cy + e, y' = bx + dy + f, as PDF orders it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** In points of the page's own space. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface TrimmedPage {
  readonly leaf: PDFPageLeaf;
  /** The trim box: everything outside is cut away. Where there is none, the crop box or the media box. */
  readonly trim: Box;
  /** What of the page may be seen: the bleed box, else the crop box or the media box. */
  readonly reach: Box;
  /** Points in a unit of the page's own space (/UserUnit). */
  readonly unit: number;
  /** From the page's own space to the trimmed page, upright, its lower left corner at the origin; in points. */
  readonly toTrimmed: Matrix;
  /** As it is seen, /Rotate obeyed. */
  readonly size: Size<Mm>;
}

export interface TrimmedBook {
  readonly pages: readonly TrimmedPage[];
  /** Of every page. */
  readonly size: Size<Mm>;
}

/**
 * The pages as they are seen. Of a page without a trim box, `bleed` is cut away on each side. Errors: `press/mixed-sizes`, `press/damaged` where a page has no area. Warning:
 * `press/annotations-left-out`. Throws pdf-lib's errors where a box is not a rectangle.
 */
export function trimPages(leaves: readonly PDFPageLeaf[], bleed: Mm = mm(0)): Result<TrimmedBook> {
  const pages = leaves.map((leaf) => trimPage(leaf, bleed));
  const size = pages[0]?.size ?? { width: mm(0), height: mm(0) };
  const flat = pages.findIndex((page) => !(page.size.width > 0 && page.size.height > 0));
  if (flat >= 0) return failure(damaged(`page ${flat + 1} has no area`));
  const other = pages.findIndex((page) => !isSameSize(page.size, size));
  const odd = pages[other];
  if (odd) return failure(mixedSizes(size, odd.size, other + 1));
  const annotated = leaves.findIndex(hasPrintedAnnotations);
  return success({ pages, size }, annotated >= 0 ? [annotationsLeftOut(annotated + 1)] : []);
}

/** What is seen of the trimmed page and of `bleed` around it, in the page's own space. */
export function withBleed({ trim, reach, unit }: TrimmedPage, bleed: Mm): Box {
  return intersect(expand(trim, toPt(bleed) / unit), reach);
}

function trimPage(leaf: PDFPageLeaf, bleed: Mm): TrimmedPage {
  const media = normalize(leaf.MediaBox());
  const within = (box: PDFArray | undefined, outer: Box): Box =>
    box ? intersect(normalize(box), outer) : outer;
  const crop = within(leaf.CropBox(), media);
  const unit = leaf.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1;
  const [trimBox, bleedBox] = [leaf.TrimBox(), leaf.BleedBox()];
  const visible = trimBox ? within(trimBox, crop) : expand(crop, -toPt(bleed) / unit);
  const width = (visible.right - visible.left) * unit;
  const height = (visible.top - visible.bottom) * unit;
  const quarters = ((Math.round((leaf.Rotate()?.asNumber() ?? 0) / 90) % 4) + 4) % 4;
  const lies = quarters % 2 === 1;
  return {
    leaf,
    trim: visible,
    reach: bleedBox ? within(bleedBox, media) : crop,
    unit,
    toTrimmed: scaled(uprightMatrix(visible, quarters), unit),
    size: { width: toMm(pt(lies ? height : width)), height: toMm(pt(lies ? width : height)) },
  };
}

/** /Rotate turns clockwise; the corner that comes to lie lower left goes to the origin. */
function uprightMatrix({ left, bottom, right, top }: Box, quarters: number): Matrix {
  if (quarters === 1) return [0, -1, 1, 0, -bottom, right];
  if (quarters === 2) return [-1, 0, 0, -1, right, top];
  if (quarters === 3) return [0, 1, -1, 0, top, -left];
  return [1, 0, 0, 1, -left, -bottom];
}

function scaled([a, b, c, d, e, f]: Matrix, factor: number): Matrix {
  return [a * factor, b * factor, c * factor, d * factor, e * factor, f * factor];
}

/** Any two opposite corners make a rectangle (ISO 32000-1, 7.9.5). */
function normalize(array: PDFArray): Box {
  const { x, y, width, height } = array.asRectangle();
  return {
    left: Math.min(x, x + width),
    bottom: Math.min(y, y + height),
    right: Math.max(x, x + width),
    top: Math.max(y, y + height),
  };
}

function expand({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

const LINKING = new Set(['Link', 'Popup'].map((name) => PDFName.of(name)));
const HIDDEN = 2;
const PRINT = 4;

/** Stamps, comments and filled-in fields with an appearance that is meant for paper (ISO 32000-1, 12.5.3). */
function hasPrintedAnnotations(leaf: PDFPageLeaf): boolean {
  const annotations = leaf.Annots()?.asArray() ?? [];
  return annotations.some((entry) => {
    const annotation = leaf.context.lookup(entry);
    if (!(annotation instanceof PDFDict) || !annotation.has(PDFName.of('AP'))) return false;
    const subtype = annotation.lookup(PDFName.of('Subtype'));
    const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
    const isLinking = subtype instanceof PDFName && LINKING.has(subtype);
    return !isLinking && (flags & PRINT) !== 0 && (flags & HIDDEN) === 0;
  });
}

function mixedSizes(size: Size<Mm>, other: Size<Mm>, number: number): Diagnostic {
  return {
    code: 'press/mixed-sizes',
    severity: 'error',
    message: `page 1 measures ${formatSize(size)}, but page ${number} ${formatSize(other)}`,
    hint: 'Give all pages one trim size, and turn those that lie on their side.',
  };
}

function annotationsLeftOut(number: number): Diagnostic {
  return {
    code: 'press/annotations-left-out',
    severity: 'warning',
    message: `stamps, comments or form fields are not imposed; the first stands on page ${number}`,
    hint: 'To print them too, make them part of the pages first: qpdf --flatten-annotations=print in.pdf out.pdf',
  };
}
