// Reads finished pages back: the file's facts, each page's glyphs and links (ISO 32000-1, 12.3, 12.5 and 14.3).
// Owns pdfjs-dist, which takes half a second to load: only a proof asks for it.

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type Glyph, glyphsIn } from './glyphs.ts';
import { belongingsOf, type StructureNode } from './structure.ts';

export interface FinishedPdf extends PdfFacts {
  readonly pages: readonly FinishedPage[];
}

export interface PdfFacts {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  /** Says of itself that it keeps PDF/UA-1. */
  readonly isAccessible: boolean;
  /** What viewers call the pages; undefined where the file does not say. */
  readonly labels: readonly string[] | undefined;
  readonly outline: readonly Bookmark[];
}

/** In the order of the outline. */
export interface Bookmark {
  readonly title: string;
  /** 1 for the outermost. */
  readonly depth: number;
  /** From 1; undefined where it leads nowhere. */
  readonly page: number | undefined;
}

export interface FinishedPage {
  /** From 1. */
  readonly number: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly links: readonly Link[];
}

/** An area that leads to an address or to a page; to neither where its target is not there. */
export interface Link {
  /** Left, foot, right, head: in points. */
  readonly area: readonly [number, number, number, number];
  readonly url?: string;
  readonly page?: number;
  /** Links with the same target have the same. */
  readonly target: string;
}

/** Throws where pdfjs cannot read the file. */
export async function readPdf(bytes: Uint8Array): Promise<FinishedPdf> {
  // pdfjs asks for a canvas when it is imported, though reading needs none.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
  }
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: bytes.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: FinishedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, foot = 0, right = 0, head = 0] = page.view;
    const belongings = belongingsOf((await page.getStructTree()) as StructureNode | null);
    const { fnArray, argsArray } = await page.getOperatorList();
    const commands = fnArray.map((operator, index) => ({ operator, args: argsArray[index] ?? [] }));
    const glyphs = glyphsIn(commands, OPS, belongings, (id) => page.commonObjs.get(id));
    const links = await linksOf(page, document);
    pages.push({ number, width: right - left, height: head - foot, glyphs, links });
    page.cleanup();
  }
  const facts = await factsOf(document);
  await task.destroy();
  return { pages, ...facts };
}

async function factsOf(document: PDFDocumentProxy): Promise<PdfFacts> {
  const { info, metadata } = await document.getMetadata();
  const { Title: title, Language: language } = info as { Title?: string; Language?: string };
  return {
    title,
    language,
    isTagged: (await document.getMarkInfo())?.['Marked'] === true,
    isAccessible: metadata?.get('pdfuaid:part') === '1',
    labels: (await document.getPageLabels()) ?? undefined,
    outline: await bookmarksOf((await document.getOutline()) ?? [], document, 1),
  };
}

interface Outlined {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Outlined[];
}

async function bookmarksOf(
  entries: readonly Outlined[],
  document: PDFDocumentProxy,
  depth: number,
): Promise<readonly Bookmark[]> {
  const found: Bookmark[] = [];
  for (const { title, dest, items } of entries) {
    found.push({ title, depth, page: await pageOf(dest, document) });
    found.push(...(await bookmarksOf(items, document, depth + 1)));
  }
  return found;
}

async function linksOf(page: PDFPageProxy, document: PDFDocumentProxy): Promise<readonly Link[]> {
  const links: Link[] = [];
  for (const annotation of await page.getAnnotations()) {
    if (annotation.subtype !== 'Link') continue;
    const {
      rect,
      unsafeUrl: url,
      dest,
    } = annotation as { rect: number[]; unsafeUrl?: string; dest: unknown };
    const [left = 0, foot = 0, right = 0, head = 0] = rect;
    const number = dest ? await pageOf(dest, document) : undefined;
    links.push({
      area: [left, foot, right, head],
      target: url ?? JSON.stringify(dest),
      ...(url !== undefined && { url }),
      ...(number !== undefined && { page: number }),
    });
  }
  return links;
}

async function pageOf(destination: unknown, document: PDFDocumentProxy): Promise<number | undefined> {
  const target: unknown =
    typeof destination === 'string' ? await document.getDestination(destination) : destination;
  if (!Array.isArray(target)) return undefined;
  try {
    return (await document.getPageIndex(target[0])) + 1;
  } catch {
    // pdfjs has no other word for a page that is not there.
    return undefined;
  }
}
