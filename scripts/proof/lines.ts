// The glyphs of a page as lines, the way a reader sees them.

import type { Glyph } from './glyphs.ts';
import type { FinishedPage } from './pdf.ts';
import type { Block } from './structure.ts';

export interface Line {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  /** Without the figures that call notes. */
  readonly text: string;
  /** Of the baseline, in points from the foot of the page. */
  readonly y: number;
  readonly size: number;
  readonly block: Block | undefined;
}

/** The lines before and behind one in what it belongs to, over the end of a page too. */
export interface Neighbours {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

/** Lines block by block, in the order in which these were begun; vertical ones are left out. */
export function linesOf({ number, glyphs }: FinishedPage): readonly Line[] {
  const blocks: Glyph[][][] = [];
  const ofBlock = new Map<Block, Glyph[][]>();
  let loose: Glyph[][] | undefined;
  for (const glyph of glyphs) {
    const isBlank = glyph.text.trim() === '' && !glyph.isMissing;
    const lines = glyph.block ? ofBlock.get(glyph.block) : loose;
    const last = lines?.at(-1)?.at(-1);
    if (lines && last && sameLine(last, glyph)) lines.at(-1)?.push(glyph);
    else if (isBlank) continue;
    else if (lines && glyph.block) lines.push([glyph]);
    else {
      // What is no content hangs together only as long as it stands on one line.
      const begun = [[glyph]];
      blocks.push(begun);
      if (glyph.block) ofBlock.set(glyph.block, begun);
      else loose = begun;
    }
  }
  return blocks.flatMap((lines) => lying(lines).map((line) => lineOf(line, number)));
}

/** On one baseline and not further apart than a column is from the next; the call of a note stands higher. */
function sameLine(first: Glyph, second: Glyph): boolean {
  const em = Math.max(first.size, second.size);
  const gap = second.x - (first.x + first.width);
  const rise = first.isCall === second.isCall ? 0.2 : 0.6;
  return Math.abs(first.y - second.y) < rise * em && gap < 4 * em && gap > -1.5 * em;
}

/** The lines without the characters of vertical ones, which stand one under another. */
function lying(lines: readonly (readonly Glyph[])[]): readonly (readonly Glyph[])[] {
  const stands = (index: number): boolean => {
    const [glyph, ...more] = lines[index] ?? [];
    return [lines[index - 1], lines[index + 1]].some((other) => {
      const [neighbour, ...others] = other ?? [];
      if (!glyph || !neighbour || more.length > 0 || others.length > 0) return false;
      return Math.abs(glyph.x - neighbour.x) < glyph.size && Math.abs(glyph.size - neighbour.size) < 0.01;
    });
  };
  return lines.filter((_, index) => !stands(index));
}

function lineOf(glyphs: readonly Glyph[], page: number): Line {
  const text = glyphs.filter(({ isCall }) => !isCall);
  const [first] = text.length > 0 ? text : glyphs;
  return {
    page,
    glyphs,
    text: text.map((glyph) => glyph.text).join(''),
    y: first?.y ?? 0,
    size: Math.max(...(text.length > 0 ? text : glyphs).map(({ size }) => size)),
    block: first?.block,
  };
}

/** `lines` in the order of the pages; each of `texts` is the lines of one text, which may go on over pages. */
export function neighboursOf(
  lines: readonly Line[],
  texts: readonly (readonly Line[])[],
): ReadonlyMap<Line, Neighbours> {
  const before = new Map<Line, Line>();
  const after = new Map<Line, Line>();
  const join = (first: Line | undefined, second: Line): void => {
    if (!first) return;
    before.set(second, first);
    after.set(first, second);
  };
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    if (line.block && last?.block === line.block && areOfOneSize(last, line)) join(last, line);
  });
  for (const text of texts)
    text.forEach((line, index) => {
      if (text[index - 1]?.page !== line.page) join(text[index - 1], line);
    });
  return new Map(lines.map((line) => [line, { before: before.get(line), after: after.get(line) }]));
}

/** A number or a kicker stands in one heading with what follows it, and does not go on in it. */
function areOfOneSize(first: Line, second: Line): boolean {
  return Math.max(first.size, second.size) < 1.2 * Math.min(first.size, second.size);
}

export function lastVisible(glyphs: readonly Glyph[]): Glyph | undefined {
  return glyphs.findLast(({ text }) => text.trim() !== '');
}
