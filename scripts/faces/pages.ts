// A fingerprint of what shows on each page of a PDF: the same one, the same picture, whatever else the file holds.

import { lately } from '../reuse/lately.ts';
import { digestOfText, entry, isDict, isStream, openFile, type PdfFile, type PdfStream } from './file.ts';
import type { Font } from './glyphs.ts';
import type { PdfDict, PdfValue } from './objects.ts';
import { paintsOf } from './painting.ts';

/** In order, 27 letters each; undefined where the file is not written as Typst writes one. */
export function pageFaces(pdf: Uint8Array): readonly string[] | undefined {
  const faces = known.has(pdf) ? known.get(pdf) : readFaces(pdf);
  known.set(pdf, faces);
  return faces;
}

/** Booklet and sheets ask for those of the same pages. */
const known = new WeakMap<Uint8Array, readonly string[] | undefined>();

function readFaces(pdf: Uint8Array): readonly string[] | undefined {
  const file = openFile(pdf);
  const pages = file?.pages() ?? [];
  if (!file || pages.length === 0) return undefined;
  const fonts = new Map<PdfValue, Font>();
  return pages.map((page) => pageFace(page, file, fonts));
}

/** An edit leaves most pages as they were, to the byte. */
function pageFace(page: PdfDict, file: PdfFile, fonts: Map<PdfValue, Font>): string {
  const made = [...PAPER, '/Contents', '/Resources'].map((name) => file.digest(page.entries.get(name)));
  return facesLately(made.join(' '), () => paintedFace(page, file, fonts));
}

/** More pages than any book has; an entry is two short strings. */
const facesLately = lately<string>(4000);

function paintedFace(page: PdfDict, file: PdfFile, fonts: Map<PdfValue, Font>): string {
  const resources = file.lookup(entry(page, 'Resources'));
  const paints = paintsOf(contentsOf(page, file), isDict(resources) ? resources : undefined, file, fonts);
  const paper = PAPER.map((name) => file.digest(page.entries.get(name)));
  return digestOfText([...paper, paints].join('\n'));
}

/** How the page lies, and what colours are blended in. */
const PAPER = ['/MediaBox', '/CropBox', '/Rotate', '/UserUnit', '/Group'];

function contentsOf(page: PdfDict, file: PdfFile): readonly PdfStream[] {
  const contents = entry(page, 'Contents');
  const found = file.lookup(contents);
  const parts = Array.isArray(found) ? found.map(file.lookup) : [found];
  return parts.filter(isStream);
}
