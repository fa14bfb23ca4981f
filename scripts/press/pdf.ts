// The only door to pdf-lib: loads and saves files, hands on the object classes. Terms and structures follow ISO 32000.

import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  type PDFObject,
  type PDFPageLeaf,
  PDFStream,
} from 'pdf-lib';
import type { Diagnostic } from '../model/diagnostic.ts';

export {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFCatalog,
  PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  PDFObjectParser,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';

export interface PdfFile {
  /** As the file states it, such as 1.7; the catalogue may state a later one. */
  readonly version: string;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  /** In reading order, at least one. */
  readonly pages: readonly PDFPageLeaf[];
}

/** All objects of any file, throwing where one is not whole. */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    ignoreEncryption: true,
    parseSpeed: ParseSpeeds.Fastest,
    throwOnInvalidObject: true,
    updateMetadata: false,
  });
}

/** A file that a program of the house wrote, to change it: what is not whole throws. */
export async function reopenPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

/** A new file without pages, dates or a producer's name. */
export async function newPdf(): Promise<PDFDocument> {
  return PDFDocument.create({ updateMetadata: false });
}

export async function savePdf(document: PDFDocument): Promise<Uint8Array> {
  const bytes = await document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  // pdf-lib writes %PDF-1.7 whatever the document says.
  bytes.set(new TextEncoder().encode(document.context.header.toString().slice(0, '%PDF-1.7'.length)));
  return bytes;
}

/** The object and all that it holds directly, however deep; references are given, not followed. */
export function partsOf(object: PDFObject): readonly PDFObject[] {
  const parts: PDFObject[] = [];
  const collect = (part: PDFObject): void => {
    parts.push(part);
    if (part instanceof PDFStream) collect(part.dict);
    else if (part instanceof PDFDict) for (const value of part.values()) collect(value);
    else if (part instanceof PDFArray) for (const value of part.asArray()) collect(value);
  };
  collect(object);
  return parts;
}

export function damaged(reason: string): Diagnostic {
  return {
    code: 'press/damaged',
    severity: 'error',
    message: `the PDF cannot be used: ${reason}`,
    hint: 'Make it anew with the program it comes from, or repair it: qpdf damaged.pdf repaired.pdf',
  };
}

/** What pdf-lib throws when a file is not built as it ought to be. */
export function damagedBy(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const offset = /offset\W+(\d+)/.exec(message)?.[1];
  return damaged(offset === undefined ? message : `it is broken at byte ${offset}`);
}
