// What stands on the sheets of an emitted PDF: texts as pdfjs reads them, and the marks of its content streams.

import { decodePDFRawStream, PDFDocument, type PDFPage, PDFRawStream } from 'pdf-lib';
import { pt, toMm } from '../../scripts/model/length.ts';
import type { PdfPage } from '../support/pdf.ts';
import type { Mark } from './paper.ts';

/** The texts of a side, in millimetres. Throws where one lies neither level nor upside down. */
export function marksOf(page: PdfPage | undefined): readonly Mark[] {
  // pdfjs puts a space where two texts stand on one line.
  const texts = (page?.texts ?? []).filter(({ text }) => text.trim() !== '');
  return texts.map(({ text, x, y, direction: [along, across] }) => {
    if (Math.abs(Math.abs(along) - 1) > 1e-6 || Math.abs(across) > 1e-6)
      throw new Error(`"${text}" lies on its side`);
    return { text, x: toMm(pt(x)), y: toMm(pt(y)), along: [along, 0] };
  });
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface DrawnMarks {
  readonly crops: readonly Line[];
  readonly folds: readonly Line[];
  readonly content: string;
}

/** The lines of each page's crop and fold marks, in millimetres. */
export async function drawnMarks(pdf: Uint8Array): Promise<readonly DrawnMarks[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((page) => {
    const content = contentOf(page);
    return { content, crops: linesOf(content, 'CropMark'), folds: linesOf(content, 'FoldMark') };
  });
}

/** The operators of a page that has one content stream. */
export function contentOf(page: PDFPage): string {
  const stream = page.node.Contents();
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has no content, or several streams of it');
  return new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
}

function linesOf(content: string, tag: string): readonly Line[] {
  const marked = new RegExp(`/${tag} BMC([\\s\\S]*?)EMC`).exec(content)?.[1] ?? '';
  return [...marked.matchAll(/([\d.-]+) ([\d.-]+) m ([\d.-]+) ([\d.-]+) l/g)].map(([, ...ends]) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map((end) => toMm(pt(Number(end))));
    return { x1, y1, x2, y2 };
  });
}
