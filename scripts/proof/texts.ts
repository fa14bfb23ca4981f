// Finds the texts of an edition again in the lines of its pages, character for character, white space aside.

import type { ExpectedText } from './expected.ts';
import type { Glyph } from './glyphs.ts';
import type { Line } from './lines.ts';

export interface FoundText extends ExpectedText {
  readonly lines: readonly Line[];
  /** What shows each UTF-16 unit of the text without its white space. */
  readonly shown: readonly Shown[];
}

export interface Shown {
  readonly glyph: Glyph;
  readonly line: Line;
}

export interface MisreadText {
  readonly expected: ExpectedText;
  /** The line where it should have begun or where it departs, where that is known. */
  readonly near: Line | undefined;
  readonly message: string;
}

export interface Reading {
  readonly found: readonly FoundText[];
  readonly misread: readonly MisreadText[];
}

/** `lines` in the order of the pages. */
export function findTexts(lines: readonly Line[], expected: readonly ExpectedText[]): Reading {
  const order = new Map(lines.map((line, index) => [line, index]));
  const streams = {
    paragraph: streamOf(lines, 'paragraph', order),
    heading: streamOf(lines, 'heading', order),
    note: streamOf(lines, 'note', order),
    caption: streamOf(lines, 'caption', order),
  };
  const found: FoundText[] = [];
  const misread: MisreadText[] = [];
  let reached = 0;
  for (const each of expected) {
    const stream = streams[each.kind];
    const wanted = plainOf(each.text);
    if (wanted === '') continue;
    const isRunning = each.kind === 'paragraph' || each.kind === 'heading';
    const from = isRunning ? Math.max(stream.cursor, offsetFrom(stream, reached)) : stream.cursor;
    const at =
      each.kind === 'heading' ? atLineStart(stream, wanted, from) : stream.plain.indexOf(wanted, from);
    if (at === -1) {
      misread.push({ expected: each, ...departure(stream, wanted, from) });
      continue;
    }
    const shown = stream.shown.slice(at, at + wanted.length);
    const [first] = shown;
    const stray = strayBefore(stream, at, each);
    if (first && stray !== undefined) {
      const message = `“${stray}” stands before this text, and the manuscript has it not there`;
      misread.push({ expected: each, near: first.line, message });
    }
    found.push({ ...each, shown, lines: [...new Set(shown.map(({ line }) => line))] });
    stream.cursor = at + wanted.length;
    const last = shown.at(-1);
    if (isRunning && last) reached = order.get(last.line) ?? reached;
  }
  return { found, misread };
}

/** The text of all lines of a kind. */
interface Stream {
  readonly plain: string;
  readonly shown: readonly Shown[];
  /** Where each line begins in `plain`, and its place among all lines. */
  readonly starts: readonly { readonly at: number; readonly order: number }[];
  readonly opens: ReadonlySet<number>;
  cursor: number;
}

function streamOf(
  lines: readonly Line[],
  kind: ExpectedText['kind'],
  order: ReadonlyMap<Line, number>,
): Stream {
  const shown: Shown[] = [];
  const starts: { at: number; order: number }[] = [];
  let plain = '';
  for (const line of lines) {
    if (line.block?.kind !== kind) continue;
    starts.push({ at: plain.length, order: order.get(line) ?? 0 });
    for (const glyph of line.glyphs) {
      if (glyph.isCall) continue;
      const text = plainOf(glyph.text);
      plain += text;
      for (let unit = 0; unit < text.length; unit++) shown.push({ glyph, line });
    }
  }
  return { plain, shown, starts, opens: new Set(starts.map(({ at }) => at)), cursor: 0 };
}

/** Pages give the midline ellipsis as the other, which looks the same. */
export function plainOf(text: string): string {
  return text.replace(/\s/gu, '').replaceAll('⋯', '…');
}

/** Where in a stream the first line stands that is the `order`th or a later one. */
function offsetFrom({ starts, plain }: Stream, order: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return starts[low]?.at ?? plain.length;
}

/** A heading opens a line; a short one may also be found where another ends and the next begins. */
function atLineStart({ plain, opens }: Stream, wanted: string, from: number): number {
  let at = plain.indexOf(wanted, from);
  while (at !== -1 && !opens.has(at)) at = plain.indexOf(wanted, at + 1);
  return at === -1 ? plain.indexOf(wanted, from) : at;
}

/** What stands between the text before and this one, unless it is a label that may. */
function strayBefore({ plain, cursor }: Stream, at: number, { labels }: ExpectedText): string | undefined {
  if (!labels || cursor === 0) return undefined;
  const between = plain.slice(cursor, at);
  if (between === '' || labels.some((label) => plainOf(label) === between)) return undefined;
  return between.length > 20 ? `${between.slice(0, 20)}…` : between;
}

function departure(
  { plain, shown }: Stream,
  wanted: string,
  from: number,
): { readonly near: Line | undefined; readonly message: string } {
  for (let length = Math.min(wanted.length - 1, 40); length > 0; length = Math.floor(length / 2)) {
    const at = plain.indexOf(wanted.slice(0, length), from);
    if (at === -1) continue;
    let same = length;
    while (same < wanted.length && plain[at + same] === wanted[same]) same++;
    const read = plain.slice(at + same, at + same + 8);
    return {
      near: (shown[at + same] ?? shown[at + same - 1])?.line,
      message: `“${wanted.slice(same, same + 8)}” of the manuscript reads “${read}”`,
    };
  }
  const start = wanted.length > 20 ? `${wanted.slice(0, 20)}…` : wanted;
  return { near: undefined, message: `“${start}” is not on the pages` };
}
