// A PDF of single pages to a PDF of sheets for the office printer: print on both sides, fold, staple.

import { failure, type Result, success } from '../model/diagnostic.ts';
import type { Flip } from '../model/settings.ts';
import { printGreyInBlack } from './black.ts';
import { fingerprint } from './fingerprint.ts';
import { layTwoUp, type Paper, type TwoUp } from './geometry.ts';
import { type TrimmedPage, trimPages } from './page.ts';
import { damagedBy, openPdf } from './pdf.ts';
import { type Binding, planSaddleStitch, type Side } from './plan.ts';
import { type Placement, writeSheets } from './sheets.ts';

export interface DuplexOptions {
  readonly paper: Paper;
  readonly flip: Flip;
  readonly binding: Binding;
  readonly title: string;
  /** BCP 47, such as zh-Hant-TW. */
  readonly language: string;
}

export interface ImposedPdf {
  readonly pdf: Uint8Array;
  readonly sheets: number;
  readonly sides: number;
}

/**
 * Saddle stitch, two pages a side at their true size, the spine on the fold. The same bytes and options give the
 * same bytes. Errors: `press/damaged`, `press/encrypted`, `press/no-pages`, `press/mixed-sizes`,
 * `press/does-not-fit`. Warning: `press/annotations-left-out`.
 */
export async function imposeDuplex(pdf: Uint8Array, options: DuplexOptions): Promise<Result<ImposedPdf>> {
  const source = await openPdf(pdf);
  if (!source.ok) return source;
  try {
    const book = trimPages(source.value.pages);
    if (!book.ok) return book;
    const layout = layTwoUp(book.value.size, options.paper);
    if (!layout.ok) return layout;
    const { pages } = book.value;
    const plan = planSaddleStitch(pages.length, options);
    const sides = plan.flatMap(({ front, back }) => [
      place(front, pages, layout.value),
      place(back, pages, layout.value),
    ]);
    printGreyInBlack(source.value.context);
    const { paper, binding, flip, title, language } = options;
    const id = fingerprint(pdf, [paper, binding, flip, title, language].join('\n'));
    const sheets = { size: layout.value.sheet, sides, flip, title, language, id };
    const imposed = {
      pdf: await writeSheets(source.value, sheets),
      sheets: plan.length,
      sides: sides.length,
    };
    return success(imposed, book.diagnostics);
  } catch (error) {
    return failure(damagedBy(error));
  }
}

/** The pages of a side where they stand on the sheet; blanks need no drawing. */
function place(side: Side, pages: readonly TrimmedPage[], { corners }: TwoUp): readonly Placement[] {
  return side.flatMap((cell, index) => {
    const page = cell.page === undefined ? undefined : pages[cell.page - 1];
    const corner = corners[index];
    return page && corner ? [{ page, corner, turned: cell.turned }] : [];
  });
}
