// Where the full lines of a block end, as the lines that end with a character show; and where no line of a page may end.

import type { Locale } from '../model/locale.ts';
import { markIn } from './glyphs.ts';
import { type Line, lastVisible } from './lines.ts';

export interface Edges {
  /** In points; a line of a block whose lines are ragged, or whose edge nothing shows, has none. */
  readonly edgeOf: (line: Line) => number | undefined;
  /** Where running text of its size ends on pages of its side, whether its own lines are ragged or not. */
  readonly marginOf: (line: Line) => number | undefined;
}

/** `running` are those among `lines` that are running text. */
export function edgesOf(lines: readonly Line[], running: readonly Line[], locale: Locale): Edges {
  const edges = new Map<Line, number>();
  const ofPage = new Map<string, number>();
  const blocks = blocksOf(lines).filter((block) => block.length > 1 && !isWestern(block));
  const shown = blocks.map((block) => {
    const ends = block.slice(0, -1).flatMap((line) => endOf(line, locale) ?? []);
    const [first = 0] = ends;
    const isEven = ends.every((end) => Math.abs(end - first) < EVEN * (block[0]?.size ?? 0));
    if (isEven && ends.length > 1) ofPage.set(keyOf(block[0]), first);
    return { block, ends, edge: isEven && ends.length > 1 ? first : undefined, isEven };
  });
  for (const { block, ends, edge, isEven } of shown) {
    const near = ofPage.get(keyOf(block[0]));
    const fits =
      near !== undefined && ends.every((end) => Math.abs(end - near) < EVEN * (block[0]?.size ?? 0));
    const found = edge ?? (isEven && fits ? near : undefined);
    if (found !== undefined) for (const line of block) edges.set(line, found);
  }
  const margins = marginsOf(running, locale);
  const isRunning = new Set(running);
  return {
    edgeOf: (line) => edges.get(line),
    marginOf: (line) => (isRunning.has(line) ? margins.get(sideOf(line)) : undefined),
  };
}

/** Long words leave gaps that would tear a line apart: what is a good part Latin may be ragged, and be full by chance. */
export function isWestern(block: readonly (Line | undefined)[]): boolean {
  const text = block.map((line) => line?.text ?? '').join('');
  return text.replace(/[^\p{Script=Latin}]/gu, '').length > 0.22 * text.length;
}

/** Full lines end together to so many ems; ragged ones come near by chance. */
const EVEN = 0.03;

/**
 * The text of a size begins at one place on odd pages and at one on even ones, and is as wide on both: as wide as most of its
 * lines are, if so many are as wide that it can be no chance.
 */
function marginsOf(running: readonly Line[], locale: Locale): ReadonlyMap<string, number> {
  const lefts = new Map<string, number>();
  for (const [side, own] of groupBy(running, sideOf))
    lefts.set(side, mostCommon(own.map((line) => startOf(line, locale))).value);
  const margins = new Map<string, number>();
  for (const [, own] of groupBy(running, ({ size }) => size.toFixed(1))) {
    const widths = own.flatMap((line) => {
      const end = endOf(line, locale);
      return end === undefined ? [] : [end - (lefts.get(sideOf(line)) ?? 0)];
    });
    const { value, count } = mostCommon(widths);
    if (count < 5 || count < 0.15 * widths.length) continue;
    for (const side of new Set(own.map(sideOf))) margins.set(side, (lefts.get(side) ?? 0) + value);
  }
  return margins;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** To a tenth. */
function mostCommon(values: readonly number[]): { readonly value: number; readonly count: number } {
  const counts = new Map<number, number>();
  for (const value of values) {
    const tenth = Math.round(10 * value) / 10;
    counts.set(tenth, (counts.get(tenth) ?? 0) + 1);
  }
  const [value = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { value, count };
}

function sideOf({ page, size }: Line): string {
  return `${page % 2} ${size.toFixed(1)}`;
}

function keyOf(line: Line | undefined): string {
  return `${line?.page} ${line?.size.toFixed(1)} ${line?.block?.role}`;
}

function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && line.block && last[0]?.block === line.block) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Where the body of a line begins: an opening mark has its white cut. */
function startOf({ glyphs, size }: Line, locale: Locale): number {
  const [first] = glyphs;
  const cut = first ? (markIn(first, locale)?.left ?? 0) * size : 0;
  return (first?.x ?? 0) + cut;
}

/** Where a line ends that shows it: one that ends with a mark may have white behind it. */
function endOf({ glyphs }: Line, locale: Locale): number | undefined {
  const last = lastVisible(glyphs);
  return last && !markIn(last, locale) ? last.x + last.width : undefined;
}
