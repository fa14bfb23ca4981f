// Finds the texts of an edition again in the lines of its pages, character for character, white space aside.

import type { Line } from './lines.ts';

export interface ExpectedText {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading';
}

export interface FoundText extends ExpectedText {
  readonly lines: readonly Line[];
}

export interface MissingText extends ExpectedText {
  /** The line where it should have begun or where it departs, where that is known. */
  readonly near: Line | undefined;
  readonly message: string;
}

export function findTexts(
  lines: readonly Line[],
  expected: readonly ExpectedText[],
): { readonly found: readonly FoundText[]; readonly missing: readonly MissingText[] } {
  const content = lines.filter(({ block }) => block !== undefined);
  const starts: number[] = [];
  let plain = '';
  for (const { text } of content) {
    starts.push(plain.length);
    plain += plainOf(text);
  }
  const found: FoundText[] = [];
  const missing: MissingText[] = [];
  let from = 0;
  for (const [index, each] of expected.entries()) {
    const wanted = plainOf(each.text);
    if (wanted === '') continue;
    const at = positionOf(plain, wanted, from, expected[index + 1]);
    if (at === -1) {
      missing.push({ ...each, ...departure(plain, wanted, from, content, starts) });
      continue;
    }
    const first = lineAt(starts, at);
    const last = lineAt(starts, at + wanted.length - 1);
    found.push({ ...each, lines: content.slice(first, last + 1) });
    from = at + wanted.length;
  }
  return { found, missing };
}

/** Pages give the midline ellipsis as the other, which looks the same. */
function plainOf(text: string): string {
  return text.replace(/\s/gu, '').replaceAll('⋯', '…');
}

/** A heading may stand in a list before: it is the last of its wording before the text that it opens. */
function positionOf(plain: string, wanted: string, from: number, next: ExpectedText | undefined): number {
  const first = plain.indexOf(wanted, from);
  if (first === -1 || next?.kind !== 'paragraph') return first;
  const end = first + wanted.length;
  const opening = plainOf(next.text);
  const following = plain.indexOf(wanted + opening, from);
  if (following !== -1) return following;
  const again = plain.indexOf(wanted, end);
  return again !== -1 && again < plain.indexOf(opening, end) ? again : first;
}

/** Which line the character at `offset` stands in. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function departure(
  plain: string,
  wanted: string,
  from: number,
  content: readonly Line[],
  starts: readonly number[],
): { readonly near: Line | undefined; readonly message: string } {
  for (let length = Math.min(wanted.length - 1, 40); length > 0; length = Math.floor(length / 2)) {
    const at = plain.indexOf(wanted.slice(0, length), from);
    if (at === -1) continue;
    let same = length;
    while (same < wanted.length && plain[at + same] === wanted[same]) same++;
    const read = plain.slice(at + same, at + same + 8);
    return {
      near: content[lineAt(starts, at + same)],
      message: `“${wanted.slice(same, same + 8)}” reads “${read}”`,
    };
  }
  return { near: undefined, message: `“${wanted.slice(0, 20)}” is not on the pages` };
}
