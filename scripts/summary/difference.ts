// What changed in an answer, short enough for one line of a message.

import { sentencesOf } from './clauses.ts';

/** Changes to show before "and so many more". */
const MOST_CHANGES = 2;
/** Characters of a change to show, and unchanged ones on each side of it. */
const MOST_CHARACTERS = 24;
const CONTEXT = 6;

/** `「…一年半」→「…兩年半」`, of each run of clauses that changed: what was, and what is. Nothing changed: an empty text. */
export function differenceOf(before: readonly string[], after: readonly string[]): string {
  const changes = changesOf(before.flatMap(clausesOf), after.flatMap(clausesOf));
  const shown = changes.slice(0, MOST_CHANGES).map(({ was, is }) => describe(was, is));
  const more = changes.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

interface Change {
  readonly was: string;
  readonly is: string;
}

function clausesOf(paragraph: string): readonly string[] {
  return sentencesOf(paragraph).flatMap(({ clauses }) => clauses);
}

/** The runs between the clauses that stay (longest common subsequence). */
function changesOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  const rows = [new Array<number>(after.length + 1).fill(0)];
  for (const clause of before.toReversed()) {
    const below = rows.at(-1) ?? [];
    const row = [...below];
    for (let index = after.length - 1; index >= 0; index--) {
      row[index] =
        clause === after[index]
          ? (below[index + 1] ?? 0) + 1
          : Math.max(below[index] ?? 0, row[index + 1] ?? 0);
    }
    rows.push(row);
  }
  const lengthAt = (i: number, j: number): number => rows[before.length - i]?.[j] ?? 0;
  const changes: { was: string; is: string }[] = [];
  let [i, j, isOpen] = [0, 0, false];
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      [i, j, isOpen] = [i + 1, j + 1, false];
      continue;
    }
    const change = isOpen ? changes.at(-1) : undefined;
    const current = change ?? { was: '', is: '' };
    if (!change) changes.push(current);
    isOpen = true;
    if (j >= after.length || (i < before.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1)))
      current.was += before[i++];
    else current.is += after[j++];
  }
  return changes;
}

function describe(was: string, is: string): string {
  if (was === '') return `added 「${shorten(is)}」`;
  if (is === '') return `left out 「${shorten(was)}」`;
  const left = [...was];
  const right = [...is];
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start && left.at(-1 - end) === right.at(-1 - end))
    end += 1;
  return `「${excerpt(left, start, end)}」 → 「${excerpt(right, start, end)}」`;
}

/** What differs, with a little before and behind it. */
function excerpt(characters: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - CONTEXT);
  const until = Math.min(characters.length, characters.length - end + CONTEXT);
  const middle = shorten(characters.slice(from, until).join(''));
  return `${from > 0 ? '…' : ''}${middle}${until < characters.length && !middle.endsWith('…') ? '…' : ''}`;
}

function shorten(text: string): string {
  const characters = [...text];
  const most = MOST_CHARACTERS + 2 * CONTEXT;
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
