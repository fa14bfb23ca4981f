// Names and terms of the index put into lines that are composed already.

import type { Lines } from './composer.ts';
import type { TermPlace } from './index-of-terms.ts';
import type { MarkedRun } from './marked.ts';

/** `lines` with each term put in where it stands: spaces are not counted, since lines may end with one that is left out. */
export function withTerms(lines: Lines, runs: readonly MarkedRun[], terms: readonly TermPlace[]): Lines {
  if (terms.length === 0) return lines;
  const text = runs.map((run) => run.text).join('');
  const left = terms.map(({ at, id }) => ({ id, at: inkOf(text.slice(0, at)) }));
  const isMarked = (piece: Lines[number]): piece is Extract<typeof piece, { text: string }> =>
    typeof piece === 'object' && piece !== null && 'text' in piece;
  let seen = 0;
  return lines.flatMap((piece): Lines => {
    const words = typeof piece === 'string' ? piece : isMarked(piece) ? piece.text : '';
    const end = seen + inkOf(words);
    const parts: Lines[number][] = [];
    let from = 0;
    while (words !== '' && left[0] && left[0].at <= end) {
      const at = left[0].at;
      const to = offsetOf(words, at - seen);
      if (to > from)
        parts.push(isMarked(piece) ? { ...piece, text: words.slice(from, to) } : words.slice(from, to));
      const ids: number[] = [];
      while (left[0]?.at === at) ids.push(...left.splice(0, 1).map(({ id }) => id));
      parts.push({ terms: ids });
      from = to;
    }
    seen = end;
    if (from === 0 && parts.length === 0) return [piece];
    const rest = words.slice(from);
    return rest === '' ? parts : [...parts, isMarked(piece) ? { ...piece, text: rest } : rest];
  });
}

const inkOf = (text: string): number => text.replace(/\s/g, '').length;

/** Behind so many units of `text` that are no spaces. */
function offsetOf(text: string, count: number): number {
  let [offset, left] = [0, count];
  while (left > 0 && offset < text.length) {
    if (!/\s/.test(text[offset] ?? '')) left -= 1;
    offset += 1;
  }
  return offset;
}
