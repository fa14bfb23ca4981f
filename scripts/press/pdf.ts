// The only door to pdf-lib: opens files and refuses what is not whole, saves files, hands on the object classes.
// Terms and structures follow ISO 32000.

import {
  ParseSpeeds,
  PDFArray,
  PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFDocument,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFStream,
} from 'pdf-lib';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';

export {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  PDFPageLeaf,
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

/** Errors: `press/damaged`, `press/encrypted`, `press/no-pages`. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PdfFile>> {
  try {
    if (bytes.length > MOST_BYTES)
      return failure(tooLarge(`${Math.round(bytes.length / 2 ** 20)} MB`, '512 MB'));
    if (!hasStart(bytes)) return failure(damaged('it is not a PDF'));
    if (!hasEnd(bytes)) return failure(damaged('it is cut off: its end is missing'));
    const document = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: true,
      updateMetadata: false,
    });
    if (document.isEncrypted) return failure(ENCRYPTED);
    return readPages(document, versionOf(bytes));
  } catch (error) {
    return failure(isMarkedEncrypted(bytes) ? ENCRYPTED : damagedBy(error));
  }
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
export function* partsOf(object: PDFObject): Generator<PDFObject> {
  yield object;
  if (object instanceof PDFStream) yield* partsOf(object.dict);
  else if (object instanceof PDFDict) for (const value of object.values()) yield* partsOf(value);
  else if (object instanceof PDFArray) for (const value of object.asArray()) yield* partsOf(value);
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

/** What a computer with 4 GB of memory can impose. */
export const MOST_BYTES = 2 ** 29;
const MOST_PAGES = 10_000;

export function tooLarge(size: string, most: string): Diagnostic {
  return {
    code: 'press/too-large',
    severity: 'error',
    message: `the PDF is too large: ${size}, and ${most} is the most`,
    hint: 'Divide it: qpdf --split-pages=500 large.pdf part.pdf',
  };
}

const ENCRYPTED: Diagnostic = {
  code: 'press/encrypted',
  severity: 'error',
  message: 'the PDF is encrypted',
  hint: 'Save it without a password, if you may: qpdf --decrypt locked.pdf open.pdf',
};

const NO_PAGES: Diagnostic = {
  code: 'press/no-pages',
  severity: 'error',
  message: 'the PDF has no pages',
  hint: 'Give a PDF with at least one page.',
};

function readPages(document: PDFDocument, version: string): Result<PdfFile> {
  const { catalog, context } = document;
  if (!(catalog instanceof PDFCatalog)) return failure(damaged('it has no catalogue'));
  const tree = catalog.Pages();
  const pages = [...leavesOf(tree, context)];
  const expected = tree.Count().asNumber();
  if (pages.length !== expected)
    return failure(damaged(`it should have ${expected} pages, and ${pages.length} can be found`));
  if (pages.length > MOST_PAGES) return failure(tooLarge(`${pages.length} pages`, `${MOST_PAGES}`));
  return pages.length === 0 ? failure(NO_PAGES) : success({ version, context, catalog, pages });
}

function* leavesOf(
  tree: PDFPageTree,
  context: PDFContext,
  above: readonly PDFPageTree[] = [],
): Generator<PDFPageLeaf> {
  if (above.includes(tree)) throw new Error('its page tree runs in a circle');
  for (const kid of tree.Kids().asArray()) {
    const node = context.lookup(kid);
    if (node instanceof PDFPageLeaf) yield node;
    else if (node instanceof PDFPageTree) yield* leavesOf(node, context, [...above, tree]);
    else throw new Error('a page is missing from its page tree');
  }
}

/** Readers look for both marks within 1,024 bytes of the ends (PDF Reference 1.7, appendix H, notes 13 and 18). */
function hasStart(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 1024)).includes('%PDF-');
}

function versionOf(bytes: Uint8Array): string {
  return /%PDF-(\d\.\d)/.exec(latin1(bytes.subarray(0, 1024)))?.[1] ?? '';
}

function hasEnd(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(-1024)).includes('%%EOF');
}

/** Where objects are packed in encrypted streams, the parser fails before it meets the entry. */
function isMarkedEncrypted(bytes: Uint8Array): boolean {
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(latin1(bytes));
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
