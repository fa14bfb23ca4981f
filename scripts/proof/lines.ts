// The glyphs of a page as lines, the way a reader sees them.

import type { Block, Glyph, PageGlyphs } from './pdf.ts';

export interface Line {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  /** Of the baseline, in points from the foot of the page. */
  readonly y: number;
  readonly size: number;
  readonly block: Block | undefined;
  /** Its place among the lines of its block on this page, and whether more follow. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The one before and after it in the block, on this page. */
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

/** Lines in the order in which they were drawn; vertical ones are left out. */
export function linesOf(page: PageGlyphs): readonly Line[] {
  const blocks: Glyph[][][] = [];
  let last: Glyph | undefined;
  for (const glyph of page.glyphs) {
    if (glyph.text.trim() === '' && !glyph.isMissing) {
      if (last && sameLine(last, glyph)) blocks.at(-1)?.at(-1)?.push(glyph);
      continue;
    }
    if (!last || last.block !== glyph.block || (!glyph.block && !sameLine(last, glyph)))
      blocks.push([[glyph]]);
    else if (sameLine(last, glyph)) blocks.at(-1)?.at(-1)?.push(glyph);
    else blocks.at(-1)?.push([glyph]);
    last = glyph;
  }
  return blocks.flatMap((lines) => linesOfBlock(lying(lines), page.number));
}

/** On one baseline and not further apart than a column is from the next. */
function sameLine(first: Glyph, second: Glyph): boolean {
  const em = Math.max(first.size, second.size);
  const gap = second.x - (first.x + first.width);
  return Math.abs(first.y - second.y) < 0.2 * em && gap < 4 * em && gap > -1.5 * em;
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

function linesOfBlock(lines: readonly (readonly Glyph[])[], page: number): readonly Line[] {
  const made = lines.map((glyphs, index) => {
    const sizes = glyphs.map(({ size }) => size);
    return {
      page,
      glyphs,
      text: glyphs.map(({ text }) => text).join(''),
      y: glyphs[0]?.y ?? 0,
      size: Math.max(...sizes),
      block: glyphs[0]?.block,
      isFirst: index === 0,
      isLast: index === lines.length - 1,
      before: undefined as Line | undefined,
      after: undefined as Line | undefined,
    };
  });
  made.forEach((line, index) => {
    line.before = made[index - 1];
    line.after = made[index + 1];
  });
  return made;
}
