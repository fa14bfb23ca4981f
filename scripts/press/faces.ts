// A fingerprint of what shows on each sheet: the pages on it by theirs, and how they are drawn.

import type { Mm, Size } from '../model/length.ts';
import { fingerprint } from './fingerprint.ts';
import type { TrimmedPage } from './page.ts';
import { contentOf, type SheetSide } from './sheets.ts';

export interface SeenSheets {
  readonly size: Size<Mm>;
  /** What is printed of the pages' bleed, and what of a page without a trim box is cut away. */
  readonly bleed: Mm;
  readonly cut: Mm;
  /** The sides of each sheet. */
  readonly sheets: readonly (readonly SheetSide[])[];
}

/** The same one, the same sheet on both sides. `faceOf` gives a fingerprint of each page. */
export function sheetFaces(
  { size, bleed, cut, sheets }: SeenSheets,
  faceOf: (page: TrimmedPage) => string,
): readonly string[] {
  return sheets.map((sides) => {
    const drawn = sides.map((side) => [contentOf(side), ...side.placements.map(({ page }) => faceOf(page))]);
    return fingerprint(new Uint8Array(), JSON.stringify([size, bleed, cut, drawn]));
  });
}

/** The fingerprints of the pages, given in their order. */
export function facesByPage(
  pages: readonly TrimmedPage[],
  faces: readonly string[],
): (page: TrimmedPage) => string {
  const known = new Map(pages.map((page, index) => [page, faces[index] ?? '']));
  return (page) => known.get(page) ?? '';
}
