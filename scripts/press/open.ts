// Opens files and refuses what is not whole (ISO 32000).

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import {
  damaged,
  damagedBy,
  loadPdf,
  PDFCatalog,
  type PDFContext,
  type PDFDict,
  PDFPageLeaf,
  PDFPageTree,
  type PdfFile,
} from './pdf.ts';
import { readReached } from './reached.ts';

/**
 * What the pages of a file reach, and of its catalogue their layers; all else may be missing. Errors: `press/damaged`,
 * `press/encrypted`, `press/no-pages`, `press/too-large`.
 */
export async function openPages(bytes: Uint8Array): Promise<Result<PdfFile>> {
  const pages = bytes.length > MOST_BYTES || !hasStart(bytes) ? undefined : reachedPages(bytes);
  return pages?.ok ? pages : openPdf(bytes);
}

/** All that a file holds. Errors: `press/damaged`, `press/encrypted`, `press/no-pages`, `press/too-large`. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PdfFile>> {
  try {
    if (bytes.length > MOST_BYTES)
      return failure(tooLarge(`${Math.round(bytes.length / 2 ** 20)} MB`, '512 MB'));
    if (!hasStart(bytes)) return failure(damaged('it is not a PDF'));
    if (!hasEnd(bytes)) return failure(damaged('it is cut off: its end is missing'));
    const document = await loadPdf(bytes);
    if (document.isEncrypted) return failure(ENCRYPTED);
    return readPages(document, versionOf(bytes));
  } catch (error) {
    return failure(isMarkedEncrypted(bytes) ? ENCRYPTED : damagedBy(error));
  }
}

/** Where anything is amiss, who reads all of the file finds out what it is, or a way round it. */
function reachedPages(bytes: Uint8Array): Result<PdfFile> | undefined {
  try {
    const reached = readReached(bytes);
    return reached && readPages(reached, versionOf(bytes));
  } catch {
    return undefined;
  }
}

/** What a computer with 4 GB of memory can impose. */
const MOST_BYTES = 2 ** 29;
const MOST_PAGES = 10_000;

function tooLarge(size: string, most: string): Diagnostic {
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

interface Opened {
  readonly catalog: PDFDict;
  readonly context: PDFContext;
}

function readPages({ catalog, context }: Opened, version: string): Result<PdfFile> {
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
