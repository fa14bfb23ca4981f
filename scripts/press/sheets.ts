// Writes the PDF of the sheets: every source page once as a form, drawn where its placement says.

import { type Mm, mm, type Size, toPt } from '../model/length.ts';
import { embedPages } from './forms.ts';
import type { Rectangle } from './geometry.ts';
import type { TrimmedPage } from './page.ts';
import { newPdf, type PDFDocument, PDFHexString, PDFName, type PdfFile, savePdf } from './pdf.ts';

export interface Placement {
  readonly page: TrimmedPage;
  /** What the trimmed page takes on the sheet, whichever way up it stands; the page is stretched to it. */
  readonly area: Rectangle;
  readonly turned: boolean;
  /** What of the page and its bleed is printed; none where the trim is. */
  readonly clip?: Rectangle;
}

export interface SheetSide {
  readonly placements: readonly Placement[];
  /** Operators drawn over the pages (ISO 32000-1, annex A). /All names the colour on every plate. */
  readonly marks?: string;
}

export interface SheetBoxes {
  readonly trim: Rectangle;
  readonly bleed: Rectangle;
}

export interface SheetFile {
  readonly size: Size<Mm>;
  readonly sides: readonly SheetSide[];
  /** How much of the pages' bleed may be printed. */
  readonly bleed: Mm;
  readonly boxes?: SheetBoxes;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** What the file is beside its pages. */
  readonly finish: (document: PDFDocument) => void;
}

/**
 * The bytes depend on the arguments alone; pages may come from several files. Throws where one turns out to be
 * damaged.
 */
export async function writeSheets(sources: readonly PdfFile[], file: SheetFile): Promise<Uint8Array> {
  const document = await newPdf();
  const { context, catalog } = document;
  const placed = [...new Set(file.sides.flatMap(({ placements }) => placements.map(({ page }) => page)))];
  const forms = new Map(
    sources.flatMap((source) => {
      const pages = placed.filter(({ leaf }) => leaf.context === source.context);
      return [...embedPages(pages, source, document, file.bleed)];
    }),
  );
  const mediaBox = context.register(context.obj([0, 0, points(file.size.width), points(file.size.height)]));
  const boxes = file.boxes && {
    BleedBox: context.register(context.obj(corners(file.boxes.bleed))),
    TrimBox: context.register(context.obj(corners(file.boxes.trim))),
  };
  const everyPlate =
    file.sides.some(({ marks }) => marks !== undefined) && context.register(context.obj(ALL_PLATES));
  for (const side of file.sides) {
    const { placements, marks } = side;
    const content = contentOf(side);
    const leaf = context.obj({
      Type: 'Page',
      Parent: catalog.get(PDFName.of('Pages')),
      MediaBox: mediaBox,
      ...boxes,
      Resources: {
        XObject: Object.fromEntries(placements.map(({ page }, index) => [nameOf(index), forms.get(page)])),
        ...(marks !== undefined && everyPlate && { ColorSpace: { All: everyPlate } }),
      },
      Contents: context.register(
        marks === undefined ? context.stream(content) : context.flateStream(content),
      ),
    });
    catalog.Pages().pushLeafNode(context.register(leaf));
  }
  document.setTitle(file.title);
  catalog.set(PDFName.of('Lang'), PDFHexString.fromText(file.language));
  const id = PDFHexString.of(file.id);
  context.trailerInfo.ID = context.obj([id, id]);
  file.finish(document);
  return savePdf(document);
}

/** The operators that draw a side; its pages are called P1, P2 and on. */
export function contentOf({ placements, marks }: SheetSide): string {
  return [...placements.map(draw), ...(marks === undefined ? [] : [`q ${marks} Q`])].join('\n');
}

/** To a ten-thousandth of a point, some 35 nanometres. */
export function points(length: Mm): number {
  return Math.round(toPt(length) * 1e4) / 1e4;
}

/** ISO 32000-1, 8.6.6.4: tint 1 of All is full ink on every plate. */
const ALL_PLATES = [
  'Separation',
  'All',
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
];

function draw({ page, area, turned, clip }: Placement, index: number): string {
  const across = ratio(area.width, page.size.width);
  const up = ratio(area.height, page.size.height);
  const x = points(turned ? mm(area.x + area.width) : area.x);
  const y = points(turned ? mm(area.y + area.height) : area.y);
  const matrix = turned ? `${-across} 0 0 ${-up} ${x} ${y}` : `${across} 0 0 ${up} ${x} ${y}`;
  const window = clip
    ? `${points(clip.x)} ${points(clip.y)} ${points(clip.width)} ${points(clip.height)} re W n `
    : '';
  return `q ${window}${matrix} cm /${nameOf(index)} Do Q`;
}

function corners({ x, y, width, height }: Rectangle): number[] {
  return [points(x), points(y), points(mm(x + width)), points(mm(y + height))];
}

/** Pages that differ by less than what programs round away are not stretched. */
function ratio(length: Mm, natural: Mm): number {
  return Math.abs(length - natural) < 1e-6 ? 1 : Math.round((length / natural) * 1e8) / 1e8;
}

function nameOf(index: number): string {
  return `P${index + 1}`;
}
