// Single pages for a print shop that imposes by itself, and the cover as one piece: PDF/X-4 (ISO 15930-7).

import { failure, type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, type Size } from '../model/length.ts';
import { type Book, type SinglePages, singlePages, withBook } from './book.ts';
import { fingerprint } from './fingerprint.ts';
import type { Rectangle } from './geometry.ts';
import type { TrimmedPage } from './page.ts';
import type { PdfFile } from './pdf.ts';
import { makePrintFile, type OutputCondition } from './pdfx.ts';
import type { Binding } from './plan.ts';
import { type Placement, type SheetSide, writeSheets } from './sheets.ts';

export interface PressOptions {
  readonly bleed: Mm;
  /** What of each page without a trim box lies outside its trim; nothing by default. */
  readonly cut?: Mm;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Of the content, as YYYY-MM-DD. */
  readonly date: string;
  readonly output: OutputCondition;
  /** Whether the first two and the last two pages are left to the cover. */
  readonly withoutCover: boolean;
  /** A fingerprint of each page. */
  readonly faces?: readonly string[];
}

export interface PressPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Those of its pages, where they were given. */
  readonly faces?: readonly string[];
  readonly trim: Size<Mm>;
}

/** The pages in reading order, each with media, bleed and trim box. Errors: those of `withBook`, `press/no-inside`. */
export async function pressPages(single: SinglePages, options: PressOptions): Promise<Result<PressPdf>> {
  return withBook(single, options.cut ?? mm(0), async (book) => {
    const pages = insideOf(book.pages, options);
    if (pages.length === 0) return failure(NO_INSIDE);
    const { bleed } = options;
    const { width, height } = book.size;
    const area = { x: bleed, y: bleed, width, height };
    const sides = pages.map((page) => ({
      placements: [{ page, area, turned: false, clip: around(area, bleed) }],
    }));
    const written = await write(single, book, { sides, trim: area, kind: 'pages' }, options);
    const faces = options.faces && insideOf(options.faces, options);
    return success({ pdf: written, pages: pages.length, trim: book.size, ...(faces && { faces }) });
  });
}

/** How many pages `pressPages` writes of them, and of what size. The same errors. */
export async function measurePages(
  single: SinglePages,
  options: Pick<PressOptions, 'cut' | 'withoutCover'>,
): Promise<Result<Pick<PressPdf, 'pages' | 'trim'>>> {
  return withBook(single, options.cut ?? mm(0), async (book) => {
    const { length } = insideOf(book.pages, options);
    return length === 0 ? failure(NO_INSIDE) : success({ pages: length, trim: book.size });
  });
}

function insideOf<T>(all: readonly T[], { withoutCover }: Pick<PressOptions, 'withoutCover'>): readonly T[] {
  return withoutCover ? all.slice(2, -2) : all;
}

export interface CoverOptions extends Omit<PressOptions, 'withoutCover' | 'faces'> {
  readonly binding: Binding;
  /** The thickness of a leaf inside. */
  readonly caliper: Mm;
  /** Whether the pages inside include those that the cover has too, as where the cover is of the same paper. */
  readonly selfCover: boolean;
  /**
   * One page, as wide as the spine and as high as the trim with its bleed above and below. Without it the bleed of the
   * covers is all that the spine has.
   */
  readonly setSpine?: (width: Mm) => Promise<Result<Uint8Array>>;
}

export interface CoverPdf extends PressPdf {
  readonly spine: Mm;
}

/** As thick as the leaves inside lie upon one another: two pages a leaf. */
export function spineWidth(pages: number, caliper: Mm): Mm {
  return mm(Math.ceil(pages / 2) * caliper);
}

/**
 * Two pages: outside with the back cover, the spine and the front cover, and inside. Half of the spine is covered with
 * the bleed of either side, unless it has a page of its own. Errors: those of `withBook` and of setting the spine,
 * `press/no-inside`.
 */
export async function pressCover(single: SinglePages, options: CoverOptions): Promise<Result<CoverPdf>> {
  return withBook(single, options.cut ?? mm(0), async (book) => {
    const [front, insideFront] = book.pages;
    const [insideBack, back] = book.pages.slice(-2);
    if (book.pages.length < 4 || !front || !insideFront || !insideBack || !back) return failure(NO_INSIDE);
    const spine = spineWidth(book.pages.length - (options.selfCover ? 0 : 4), options.caliper);
    const isLeft = options.binding === 'left';
    const outside = isLeft ? ([back, front] as const) : ([front, back] as const);
    const inside = isLeft ? ([insideFront, insideBack] as const) : ([insideBack, insideFront] as const);
    const [outer, inner] = [outside, inside].map((pair) => spread(pair, book.size, spine, options.bleed));
    const { width, height } = book.size;
    const trim = { x: options.bleed, y: options.bleed, width: mm(2 * width + spine), height };
    const kind = `cover ${options.binding}`;
    const finish = async (placements: readonly Placement[], more: readonly PdfFile[]) => {
      const sides = [{ placements }, ...(inner ? [inner] : [])];
      const written = await write(single, book, { sides, trim, kind }, options, more);
      return success({ pdf: written, pages: 2, trim: { width: trim.width, height }, spine });
    };
    const covers = outer?.placements ?? [];
    const page = options.setSpine && spine > 0 ? await options.setSpine(spine) : undefined;
    if (!page) return finish(covers, []);
    if (!page.ok) return page;
    const area = {
      x: mm(options.bleed + width),
      y: mm(0),
      width: spine,
      height: mm(height + 2 * options.bleed),
    };
    return withBook(singlePages(page.value), mm(0), async ({ file, pages: [own] }) =>
      finish([...covers, ...(own ? [{ page: own, area, turned: false, clip: area }] : [])], [file]),
    );
  });
}

function spread(
  [left, right]: readonly [TrimmedPage, TrimmedPage],
  { width, height }: Size<Mm>,
  spine: Mm,
  bleed: Mm,
): SheetSide {
  const towardsSpine = Math.min(bleed, spine / 2);
  const place = (page: TrimmedPage, x: number, before: number, after: number): Placement => {
    const area = { x: mm(x), y: bleed, width, height };
    const clip = {
      x: mm(x - before),
      y: mm(0),
      width: mm(width + before + after),
      height: mm(height + 2 * bleed),
    };
    return { page, area, turned: false, clip };
  };
  return {
    placements: [
      place(left, bleed, bleed, towardsSpine),
      place(right, bleed + width + spine, towardsSpine, bleed),
    ],
  };
}

interface Pages {
  readonly sides: readonly SheetSide[];
  readonly trim: Rectangle;
  readonly kind: string;
}

async function write(
  { pdf }: SinglePages,
  { file }: Book,
  { sides, trim, kind }: Pages,
  { bleed, title, language, date, output }: Omit<PressOptions, 'withoutCover'>,
  more: readonly PdfFile[] = [],
): Promise<Uint8Array> {
  const words = [kind, sides.length, trim.width, bleed, title, language, date, output.identifier];
  const id = fingerprint(pdf, words.join('\n'));
  const bleedBox = around(trim, bleed);
  return writeSheets([file, ...more], {
    size: { width: bleedBox.width, height: bleedBox.height },
    sides,
    bleed,
    boxes: { trim, bleed: bleedBox },
    title,
    language,
    id,
    finish: (document) => makePrintFile(document, { title, id, date, output }),
  });
}

function around({ x, y, width, height }: Rectangle, by: Mm): Rectangle {
  return { x: mm(x - by), y: mm(y - by), width: mm(width + 2 * by), height: mm(height + 2 * by) };
}

const NO_INSIDE = {
  code: 'press/no-inside',
  severity: 'error',
  message: 'the PDF has too few pages for a cover of its own: four are the cover',
  hint: 'Set the cover to self, or give a PDF with more pages.',
} as const;
