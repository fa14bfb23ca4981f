// Reads of a booklet what only its own tests want to know: the whole outline, the running foot, the lines of a page.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfPage, PdfText } from '../support/pdf.ts';
import { plain, type ThemeName } from './make.ts';

export interface OutlineEntry {
  readonly title: string;
  readonly page: number | undefined;
  readonly items: readonly OutlineEntry[];
}

export async function outlineOf(bytes: Uint8Array): Promise<readonly OutlineEntry[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  type Node = Awaited<ReturnType<typeof document.getOutline>>[number];
  const pageOf = async (destination: Node['dest']): Promise<number | undefined> => {
    const target = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    return Array.isArray(target) ? (await document.getPageIndex(target[0])) + 1 : undefined;
  };
  const read = async ({ title, dest, items }: Node): Promise<OutlineEntry> => ({
    title,
    page: await pageOf(dest),
    items: await Promise.all(items.map(read)),
  });
  const outline = await Promise.all(((await document.getOutline()) ?? []).map(read));
  await task.destroy();
  return outline;
}

export interface Line {
  readonly text: string;
  /** Points from the left edge of the page. */
  readonly left: number;
  readonly right: number;
}

/** Lines of body size, from top to bottom. */
export function linesOf(page: PdfPage | undefined): readonly Line[] {
  const lines = new Map<number, Line>();
  for (const { text, x, y, size, width } of page?.texts ?? []) {
    if (Math.abs(size - 10) > 0.01 || y < 60 || text.trim() === '') continue;
    const at = Math.round(y);
    const line = lines.get(at) ?? { text: '', left: x, right: x };
    lines.set(at, {
      text: line.text + text,
      left: Math.min(line.left, x),
      right: Math.max(line.right, x + width),
    });
  }
  return [...lines].sort(([a], [b]) => b - a).map(([, line]) => line);
}

/** Where things stand on A5, in points from the top left corner. */
export interface Layout {
  readonly firstLine: number;
  readonly measure: number;
  /** Where text begins on rectos and versos. */
  readonly left: readonly [recto: number, verso: number];
  readonly isFurniture: (item: PdfText) => boolean;
}

const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.5;

export const LAYOUTS: Readonly<Record<ThemeName, Layout>> = {
  magazine: {
    firstLine: 82.5,
    measure: 280,
    left: [56.69, 82.84],
    isFurniture: ({ y, size }) => near(y, 42.52) && [10, 7.5].some((used) => Math.abs(size - used) < 0.01),
  },
  journal: {
    firstLine: 93.84,
    measure: 260,
    left: [101.02, 108.5],
    isFurniture: ({ y, size }) =>
      [548.99, 548.55].some((line) => near(y, line)) && [8, 7.5].some((used) => Math.abs(size - used) < 0.01),
  },
};

/** The text of a page without its running head or foot and without white space. */
export function bodyOf(page: PdfPage, theme: ThemeName = 'magazine'): string {
  const texts = page.texts.filter((item) => !LAYOUTS[theme].isFurniture(item));
  return plain(texts.map(({ text }) => text).join(''));
}

/** Where two long texts part, with a little of each; undefined where they do not. */
export function difference(actual: string, expected: string): string | undefined {
  if (actual === expected) return undefined;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 10), at + 20);
  return `at ${at}: "${around(actual)}" is not "${around(expected)}"`;
}
