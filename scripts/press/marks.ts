// The marks around the pages of a sheet: crop, fold, registration, collation and a colour bar, as operators of a page's
// content (ISO 32000-1, annex A). Marked content names them, so that a program can find them.

import { type Mm, mm } from '../model/length.ts';
import type { Rectangle, SheetLayout } from './geometry.ts';
import { points } from './sheets.ts';

/** What has to stay free around the bleed: marks next to it, colour bar and slug line outside them. */
export const MARKS_MARGIN = mm(9);

/** How far off the bleed the slug line and the colour bar begin, and how high they are. */
export const SLUG = { offset: mm(4.5), height: mm(4) };

/** How far in from the corner of the block slug and colour bar begin, clear of the crop marks. */
export const SLUG_INSET = mm(8);

/** A line where the knife goes, on one edge of the block. */
export interface CropLine {
  readonly edge: 'left' | 'right' | 'top' | 'bottom';
  /** Along the edge. */
  readonly at: Mm;
}

export interface MarkOptions {
  readonly layout: SheetLayout;
  /** The area that pages and their bleed may cover. */
  readonly bleedBox: Rectangle;
  readonly cropLines: readonly CropLine[];
  /** A black field that steps on from sheet to sheet: down the spine, or along the head. */
  readonly collation?: Rectangle;
}

/** All marks of one side. They keep clear of the bleed. */
export function drawMarks({ layout, bleedBox, cropLines, collation }: MarkOptions): string {
  const edges = (at: Mm, level: boolean): readonly CropLine[] =>
    level
      ? [
          { edge: 'left', at },
          { edge: 'right', at },
        ]
      : [
          { edge: 'top', at },
          { edge: 'bottom', at },
        ];
  const folds = [
    ...layout.creases.x.flatMap((x) => edges(x, false)),
    ...layout.creases.y.flatMap((y) => edges(y, true)),
  ];
  return [
    `/All CS 1 SCN /All cs 1 scn ${points(HAIRLINE)} w`,
    tagged(
      'CropMark',
      cropLines.map((line) => stroke(line, bleedBox)),
    ),
    tagged('FoldMark', ['[4 2] 0 d', ...folds.map((line) => stroke(line, bleedBox)), '[] 0 d']),
    tagged('RegistrationMark', targets(layout, bleedBox).map(target)),
    tagged('ColourBar', [colourBar(layout, bleedBox)]),
    ...(collation ? [tagged('CollationMark', [`0 0 0 1 k ${rectangle(collation)} f`])] : []),
  ].join('\n');
}

/** Thin, and still whole when every ink prints it. */
const HAIRLINE = mm(0.2);
const GAP = mm(0.5);
const REACH = mm(4);
const PATCH = mm(4);

function tagged(tag: string, operators: readonly string[]): string {
  return `/${tag} BMC\n${operators.join('\n')}\nEMC`;
}

function stroke({ edge, at }: CropLine, { x, y, width, height }: Rectangle): string {
  const [right, top] = [x + width, y + height];
  const ends = {
    left: [x - REACH, at, x - GAP, at],
    right: [right + GAP, at, right + REACH, at],
    bottom: [at, y - REACH, at, y - GAP],
    top: [at, top + GAP, at, top + REACH],
  }[edge];
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map((end) => points(mm(end)));
  return `${x1} ${y1} m ${x2} ${y2} l S`;
}

/** Clear of creases and corners: half-way along the outer pages. */
function targets(
  { trim, block }: SheetLayout,
  { x, y, width, height }: Rectangle,
): readonly [number, number][] {
  const off = (GAP + REACH) / 2;
  const [along, up] = [block.x + trim.width / 2, block.y + trim.height / 2];
  return [
    [along, y + height + off],
    [block.x + block.width - trim.width / 2, y + height + off],
    [x - off, up],
    [x + width + off, up],
    [block.x + block.width - trim.width / 2, y - off],
    [along, y - off],
  ];
}

/** A ring with a cross through it. The factor makes a Bézier curve of a quarter of a circle. */
function target([x, y]: readonly [number, number]): string {
  const [radius, cross] = [1, 1.7];
  const k = 0.5523 * radius;
  const p = (dx: number, dy: number): string => `${points(mm(x + dx))} ${points(mm(y + dy))}`;
  return [
    `${p(radius, 0)} m`,
    `${p(radius, k)} ${p(k, radius)} ${p(0, radius)} c`,
    `${p(-k, radius)} ${p(-radius, k)} ${p(-radius, 0)} c`,
    `${p(-radius, -k)} ${p(-k, -radius)} ${p(0, -radius)} c`,
    `${p(k, -radius)} ${p(radius, -k)} ${p(radius, 0)} c s`,
    `${p(-cross, 0)} m ${p(cross, 0)} l ${p(0, -cross)} m ${p(0, cross)} l S`,
  ].join(' ');
}

/** Solids, halftones and overprints of two inks, and the grey that three inks make. */
const PATCHES = [
  '1 0 0 0',
  '0 1 0 0',
  '0 0 1 0',
  '0 0 0 1',
  '1 1 0 0',
  '1 0 1 0',
  '0 1 1 0',
  '0.5 0 0 0',
  '0 0.5 0 0',
  '0 0 0.5 0',
  '0 0 0 0.5',
  '0.5 0.4 0.4 0',
];

function colourBar({ block }: SheetLayout, bleedBox: Rectangle): string {
  const room = Math.floor((block.width - 2 * SLUG_INSET) / PATCH);
  return PATCHES.slice(0, room)
    .map((inks, index) => {
      const x = mm(block.x + SLUG_INSET + index * PATCH);
      const y = mm(bleedBox.y - SLUG.offset - PATCH);
      return `${inks} k ${rectangle({ x, y, width: PATCH, height: PATCH })} f`;
    })
    .join('\n');
}

function rectangle({ x, y, width, height }: Rectangle): string {
  return `${points(x)} ${points(y)} ${points(width)} ${points(height)} re`;
}
