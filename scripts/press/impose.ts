// A PDF of single pages to a PDF of sheets for the office printer: print on both sides, fold, staple.

import { type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, type Size } from '../model/length.ts';
import type { Flip } from '../model/settings.ts';
import { singlePages, withBook } from './book.ts';
import { drawCalibration } from './calibration.ts';
import { facesByPage, sheetFaces } from './faces.ts';
import { fingerprint } from './fingerprint.ts';
import { layTwoUp, type Paper, paperFor, type SheetLayout, scaleToFit } from './geometry.ts';
import type { TrimmedPage } from './page.ts';
import { type PDFDocument, PDFName } from './pdf.ts';
import { type Binding, planSheets, type Side } from './plan.ts';
import { type Placement, points, type SheetSide, writeSheets } from './sheets.ts';

export interface DuplexOptions {
  /** `fit`: the smallest that two pages fit on side by side. */
  readonly paper: Paper | 'fit';
  readonly flip: Flip;
  readonly binding: Binding;
  readonly title: string;
  /** BCP 47, such as zh-Hant-TW. */
  readonly language: string;
  /** What the printer leaves white on every edge: pages are made smaller to stay clear of it. None by default. */
  readonly margin?: Mm;
  /** How far the back is printed too far to the left and too low, looked at from behind. */
  readonly offset?: Offset;
  /** Whether a sheet that shows flip and offset comes first. */
  readonly calibration?: boolean;
  /** What of each page without a trim box lies outside its trim; nothing by default. */
  readonly cut?: Mm;
  /** A fingerprint of each page, for those of the sheets. */
  readonly faces?: readonly string[];
}

export interface Offset {
  readonly x: Mm;
  readonly y: Mm;
}

export interface ImposedPdf {
  readonly pdf: Uint8Array;
  /** The calibration sheet counts too. */
  readonly sheets: number;
  readonly sides: number;
  /** A fingerprint of what shows on each sheet, the calibration sheet too; none where none of the pages was given. */
  readonly faces?: readonly string[];
}

/**
 * Saddle stitch, two pages a side, the spine on the fold. The same bytes and options give the same bytes. Errors:
 * `press/damaged`, `press/encrypted`, `press/no-pages`, `press/too-large`, `press/mixed-sizes`, `press/does-not-fit`.
 * Warning: `press/annotations-left-out`.
 */
export async function imposeDuplex(pdf: Uint8Array, options: DuplexOptions): Promise<Result<ImposedPdf>> {
  const { flip, binding, title, language, margin = mm(0), offset = NO_OFFSET } = options;
  return withBook(singlePages(pdf), options.cut ?? mm(0), async ({ file, pages, size }) => {
    const paper = options.paper === 'fit' ? paperFor(size) : options.paper;
    const scale = scaleToFit(size, paper, margin);
    const layout = layTwoUp({ width: mm(size.width * scale), height: mm(size.height * scale) }, paper);
    if (!layout.ok) return layout;
    const turning = flip === 'short-edge' ? 'turn' : 'tumble';
    const plan = planSheets(pages.length, {
      signature: 4,
      assembly: 'nested',
      halves: false,
      binding,
      turning,
    });
    const printed = plan.map(({ front, back = [] }): readonly SheetSide[] => [
      { placements: place(front, pages, layout.value, NO_OFFSET) },
      { placements: place(back, pages, layout.value, offset) },
    ]);
    const first = options.calibration ? calibrationSheet(layout.value.sheet, flip, offset) : [];
    const sheets = first.length > 0 ? [first, ...printed] : printed;
    const words = [paper, binding, flip, title, language, margin, offset.x, offset.y, first.length];
    const imposed = await writeSheets([file], {
      size: layout.value.sheet,
      sides: sheets.flat(),
      bleed: mm(0),
      title,
      language,
      id: fingerprint(pdf, words.join('\n')),
      finish: (document) => setPrintDialog(document, flip),
    });
    const seen = { size: layout.value.sheet, bleed: mm(0), cut: options.cut ?? mm(0), sheets };
    const known = options.faces && facesByPage(pages, options.faces);
    return success({
      pdf: imposed,
      sheets: sheets.length,
      sides: sheets.flat().length,
      ...(known && { faces: sheetFaces(seen, known) }),
    });
  });
}

const NO_OFFSET: Offset = { x: mm(0), y: mm(0) };

/** The pages of a side where they stand on the sheet; blanks need no drawing. */
function place(
  side: Side,
  pages: readonly TrimmedPage[],
  { columns, rows, trim }: SheetLayout,
  offset: Offset,
): readonly Placement[] {
  return side.flatMap(({ page: number, column, row, turned }) => {
    const page = number === undefined ? undefined : pages[number - 1];
    if (!page) return [];
    // Upside down, the sheet moves the other way.
    const way = turned ? -1 : 1;
    const x = mm((columns[column] ?? 0) + way * offset.x);
    const y = mm((rows[row] ?? 0) + way * offset.y);
    return [{ page, area: { x, y, ...trim }, turned }];
  });
}

function calibrationSheet(sheet: Size<Mm>, flip: Flip, { x, y }: Offset): readonly SheetSide[] {
  const turn = flip === 'long-edge' ? `-1 0 0 -1 ${points(sheet.width)} ${points(sheet.height)} cm ` : '';
  const move = `1 0 0 1 ${points(x)} ${points(y)} cm `;
  return [
    { placements: [], marks: drawCalibration('front', sheet) },
    { placements: [], marks: `${turn}${move}${drawCalibration('back', sheet)}` },
  ];
}

/** What a print dialog is to start from (ISO 32000-1, 12.2): both sides, this flip, true size, paper by page size. */
function setPrintDialog({ catalog, context }: PDFDocument, flip: Flip): void {
  const preferences = context.obj({
    DisplayDocTitle: true,
    Duplex: flip === 'short-edge' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge',
    PrintScaling: 'None',
    PickTrayByPDFSize: true,
  });
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
}
