// Offsets of a text as lines and columns, prepared once: an account has a place for every one of its changes.

import type { Position } from '../model/diagnostic.ts';

/** The offset at which every line begins; LF, CR LF and CR end a line, as in editors. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** The position of an offset, found in logarithmic time. */
export function positionIn(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: low, column: offset - (starts[low - 1] ?? 0) + 1 };
}
