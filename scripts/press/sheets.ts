// Writes the PDF of the sheets: every source page once as a form, drawn where its placement says.

import { type Mm, mm, type Size, toPt } from '../model/length.ts';
import type { Flip } from '../model/settings.ts';
import { embedPages } from './forms.ts';
import type { Point } from './geometry.ts';
import type { TrimmedPage } from './page.ts';
import { newPdf, PDFHexString, PDFName, type PdfFile, savePdf } from './pdf.ts';

export interface Placement {
  readonly page: TrimmedPage;
  /** The lower left corner of the area that the page takes on the sheet, whichever way up it stands. */
  readonly corner: Point;
  readonly turned: boolean;
}

export interface SheetFile {
  readonly size: Size<Mm>;
  /** Front and back by turns. */
  readonly sides: readonly (readonly Placement[])[];
  readonly flip: Flip;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
}

/** The bytes depend on the arguments alone. Throws where the source turns out to be damaged. */
export async function writeSheets(source: PdfFile, file: SheetFile): Promise<Uint8Array> {
  const document = await newPdf();
  const { context, catalog } = document;
  const pages = new Set(file.sides.flatMap((side) => side.map(({ page }) => page)));
  const forms = embedPages([...pages], source, document);
  const mediaBox = context.register(context.obj([0, 0, points(file.size.width), points(file.size.height)]));
  for (const side of file.sides) {
    const leaf = context.obj({
      Type: 'Page',
      Parent: catalog.get(PDFName.of('Pages')),
      MediaBox: mediaBox,
      Resources: {
        XObject: Object.fromEntries(side.map(({ page }, index) => [nameOf(index), forms.get(page)])),
      },
      Contents: context.register(context.stream(side.map(draw).join('\n'))),
    });
    catalog.Pages().pushLeafNode(context.register(leaf));
  }
  document.setTitle(file.title);
  catalog.set(PDFName.of('Lang'), PDFHexString.fromText(file.language));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj(printPreferences(file.flip)));
  const id = PDFHexString.of(file.id);
  context.trailerInfo.ID = context.obj([id, id]);
  return savePdf(document);
}

/** What a print dialog is to start from (ISO 32000-1, 12.2): both sides, this flip, true size, paper by page size. */
function printPreferences(flip: Flip): Readonly<Record<string, string | boolean>> {
  return {
    DisplayDocTitle: true,
    Duplex: flip === 'short-edge' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge',
    PrintScaling: 'None',
    PickTrayByPDFSize: true,
  };
}

function draw({ page, corner, turned }: Placement, index: number): string {
  const direction = turned ? -1 : 1;
  const x = points(turned ? mm(corner.x + page.size.width) : corner.x);
  const y = points(turned ? mm(corner.y + page.size.height) : corner.y);
  return `q ${direction} 0 0 ${direction} ${x} ${y} cm /${nameOf(index)} Do Q`;
}

function nameOf(index: number): string {
  return `P${index + 1}`;
}

/** To a ten-thousandth of a point, some 35 nanometres. */
function points(length: Mm): number {
  return Math.round(toPt(length) * 1e4) / 1e4;
}
