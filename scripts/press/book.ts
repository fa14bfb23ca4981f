// A PDF of single pages, opened and measured: what every product of the press starts from.

import { failure, type Result, success } from '../model/diagnostic.ts';
import type { Mm, Size } from '../model/length.ts';
import { printGreyInBlack } from './black.ts';
import { type TrimmedPage, trimPages } from './page.ts';
import { damagedBy, openPdf, type PdfFile } from './pdf.ts';

export interface Book {
  readonly file: PdfFile;
  readonly pages: readonly TrimmedPage[];
  /** Of every page. */
  readonly size: Size<Mm>;
}

/**
 * What `make` gives for the pages of `pdf`, whose grey is put on the black plate. Of a page without a trim box, `bleed`
 * is cut away on each side. Errors: `press/damaged`, `press/encrypted`, `press/no-pages`, `press/too-large`,
 * `press/mixed-sizes`, and those of `make`. Warning: `press/annotations-left-out`.
 */
export async function withBook<T>(
  pdf: Uint8Array,
  bleed: Mm,
  make: (book: Book) => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = await openPdf(pdf);
  if (!file.ok) return file;
  try {
    const trimmed = trimPages(file.value.pages, bleed);
    if (!trimmed.ok) return trimmed;
    printGreyInBlack(file.value.context);
    const made = await make({ file: file.value, ...trimmed.value });
    return made.ok ? success(made.value, [...trimmed.diagnostics, ...made.diagnostics]) : made;
  } catch (error) {
    return failure(damagedBy(error));
  }
}
