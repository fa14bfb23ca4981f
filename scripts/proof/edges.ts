// Where the full lines of a block end, as the lines that end with a character show.

import type { Locale } from '../model/locale.ts';
import { markOf } from '../typography/marks.ts';
import type { Line } from './lines.ts';
import { lastVisible } from './rules.ts';

/** In points; a line of a block whose lines are ragged, or whose edge nothing shows, has none. */
export function edgesOf(lines: readonly Line[], locale: Locale): ReadonlyMap<Line, number> {
  const edges = new Map<Line, number>();
  const ofPage = new Map<string, number>();
  const blocks = blocksOf(lines).filter((block) => block.length > 1);
  const shown = blocks.map((block) => {
    const ends = block.slice(0, -1).flatMap((line) => endOf(line, locale) ?? []);
    const [first = 0] = ends;
    const isEven = ends.every((end) => Math.abs(end - first) < 0.12 * (block[0]?.size ?? 0));
    if (isEven && ends.length > 1) ofPage.set(keyOf(block), first);
    return { block, ends, edge: isEven && ends.length > 1 ? first : undefined, isEven };
  });
  for (const { block, ends, edge, isEven } of shown) {
    const near = ofPage.get(keyOf(block));
    const fits =
      near !== undefined && ends.every((end) => Math.abs(end - near) < 0.12 * (block[0]?.size ?? 0));
    const found = edge ?? (isEven && fits ? near : undefined);
    if (found !== undefined) for (const line of block) edges.set(line, found);
  }
  return edges;
}

function keyOf(block: readonly Line[]): string {
  return `${block[0]?.page} ${block[0]?.size.toFixed(1)} ${block[0]?.block?.role}`;
}

function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    if (line.isFirst) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** Where a line ends that shows it: one that ends with a mark may have white behind it. */
function endOf({ glyphs }: Line, locale: Locale): number | undefined {
  const last = lastVisible(glyphs);
  return last && !markOf(last.text, locale) ? last.x + last.width : undefined;
}
