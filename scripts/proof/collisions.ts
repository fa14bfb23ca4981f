// Texts that stand upon one another, or beyond the page: what every eye sees, and no rule of line breaking.

import type { Line } from './lines.ts';
import type { FinishedPage } from './pdf.ts';
import { type Breach, breachOf } from './rules.ts';

export function collisionBreaches(pages: readonly FinishedPage[], lines: readonly Line[]): readonly Breach[] {
  return pages.flatMap((page) => {
    const own = lines.filter((line) => line.page === page.number);
    return [...overlaps(own), ...own.flatMap((line) => beyond(line, page))];
  });
}

interface Box {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly head: number;
}

/** Where a line has ink in any case: less than the em boxes of its characters. */
function boxOf(line: Line): Box | undefined {
  const visible = line.glyphs.filter(({ text, isCall }) => text.trim() !== '' && !isCall);
  // A mark by itself is an ornament, most of whose em is white.
  if (!visible.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return undefined;
  const inset = 0.15 * line.size;
  return {
    line,
    left: Math.min(...visible.map(({ x }) => x)) + inset,
    right: Math.max(...visible.map(({ x, width }) => x + width)) - inset,
    foot: line.y + 0.02 * line.size,
    head: line.y + 0.68 * line.size,
  };
}

function overlaps(lines: readonly Line[]): readonly Breach[] {
  const boxes = lines.flatMap((line) => boxOf(line) ?? []).sort((a, b) => a.foot - b.foot);
  return boxes.flatMap((box, index) => {
    const over = boxes
      .slice(index + 1)
      .find(
        (other) =>
          other.foot < box.head &&
          other.left < box.right &&
          box.left < other.right &&
          Math.min(other.head, box.head) - other.foot >
            DEPTH * Math.min(other.head - other.foot, box.head - box.foot),
      );
    return over ? [breachOf(box.line, 'overlap', `this line stands upon another: “${over.line.text}”`)] : [];
  });
}

/** Of the lower of two lines, so much is covered where they overlap. */
const DEPTH = 0.25;

function beyond(line: Line, { width, height }: FinishedPage): readonly Breach[] {
  const box = boxOf(line);
  if (!box || (box.left > 0 && box.right < width && box.foot > 0 && box.head < height)) return [];
  return [breachOf(line, 'off-page', 'this line goes beyond the edge of the page')];
}
