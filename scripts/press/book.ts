// A PDF of single pages, opened and measured: what every product of the press starts from.

import { failure, type Result, success } from '../model/diagnostic.ts';
import type { Mm, Size } from '../model/length.ts';
import { printGreyInBlack } from './black.ts';
import { openPages } from './open.ts';
import { type TrimmedPage, trimPages } from './page.ts';
import { damagedBy, type PdfFile } from './pdf.ts';

export interface Book {
  readonly file: PdfFile;
  readonly pages: readonly TrimmedPage[];
  /** Of every page. */
  readonly size: Size<Mm>;
}

/** A PDF that several files are made of. Whoever writes one leaves the book as it is. */
export interface SinglePages {
  readonly pdf: Uint8Array;
  /** Opened once, whoever asks. */
  readonly open: (bleed: Mm) => Promise<Result<Book>>;
}

export function singlePages(pdf: Uint8Array): SinglePages {
  const books = new Map<Mm, Promise<Result<Book>>>();
  const open = (bleed: Mm): Promise<Result<Book>> => {
    const book = books.get(bleed) ?? openBook(pdf, bleed);
    books.set(bleed, book);
    return book;
  };
  return { pdf, open };
}

/**
 * What `make` gives for the pages of a PDF, whose grey is put on the black plate. Of a page without a trim box, `bleed`
 * is cut away on each side. Errors: `press/damaged`, `press/encrypted`, `press/no-pages`, `press/too-large`,
 * `press/mixed-sizes`, and those of `make`. Warning: `press/annotations-left-out`.
 */
export async function withBook<T>(
  pages: SinglePages,
  bleed: Mm,
  make: (book: Book) => Promise<Result<T>>,
): Promise<Result<T>> {
  const book = await pages.open(bleed);
  if (!book.ok) return book;
  try {
    const made = await make(book.value);
    return made.ok ? success(made.value, [...book.diagnostics, ...made.diagnostics]) : made;
  } catch (error) {
    return failure(damagedBy(error));
  }
}

async function openBook(pdf: Uint8Array, bleed: Mm): Promise<Result<Book>> {
  const file = await openPages(pdf);
  if (!file.ok) return file;
  try {
    const trimmed = trimPages(file.value.pages, bleed);
    if (!trimmed.ok) return trimmed;
    printGreyInBlack(file.value.context);
    return success({ file: file.value, ...trimmed.value }, trimmed.diagnostics);
  } catch (error) {
    return failure(damagedBy(error));
  }
}
