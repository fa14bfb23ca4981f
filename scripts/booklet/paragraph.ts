// A paragraph as the runs that a theme sets: those that hold together, with the marks inside of them.

import type { Text } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import type { IndexedRun } from './index-of-terms.ts';
import { type MarkedRun, markedRuns } from './marked.ts';
import { type Run, runsOf } from './runs.ts';

export interface ParagraphRun extends IndexedRun {
  /** The run in one look each, and its notes; null where it is plain throughout. */
  readonly pieces: readonly MarkedRun[] | null;
}

/**
 * The runs of `text`, cut by `indexed` where names and terms begin; their texts joined are its text. A note stays on the
 * line of the character before it.
 */
export function paragraphOf(
  text: Text,
  locale: Locale,
  indexed: (runs: readonly Run[]) => readonly IndexedRun[] = (runs) => runs,
): readonly ParagraphRun[] {
  const plain = indexed(runsOf(text.text, locale));
  const marks = text.marks ?? [];
  if (marks.length === 0) return plain.map((run) => ({ ...run, pieces: null }));
  let runs: readonly IndexedRun[] = plain.length > 0 ? plain : [{ text: '', together: false, before: 0 }];
  let left = markedRuns(text);
  for (const at of notesIn(left)) runs = holdBefore(runs, at);
  return runs.map((run) => {
    const { taken, rest } = take(left, run.text.length);
    left = rest;
    return { ...run, pieces: taken.every(({ mark }) => mark === null) ? null : taken };
  });
}

/** Behind what stands the mark of a note, or of an address that a theme may print as one. */
function notesIn(pieces: readonly MarkedRun[]): readonly number[] {
  let at = 0;
  return pieces.flatMap(({ text, mark }) => {
    at += text.length;
    return mark?.note || mark?.address ? [at] : [];
  });
}

interface Cut {
  readonly taken: readonly MarkedRun[];
  readonly rest: readonly MarkedRun[];
}

/** The first `length` units of `pieces`, and the notes that follow them. */
function take(pieces: readonly MarkedRun[], length: number): Cut {
  const [first, ...others] = pieces;
  if (!first || (length === 0 && first.text !== '')) return { taken: [], rest: pieces };
  if (first.text.length <= length) {
    const { taken, rest } = take(others, length - first.text.length);
    return { taken: [first, ...taken], rest };
  }
  const { text, mark } = first;
  const head = { text: text.slice(0, length), mark: mark && { ...mark, address: null } };
  return { taken: [head], rest: [{ text: text.slice(length), mark }, ...others] };
}

/** `runs` with the character before `at`, where it does not hold together already, in a run of its own that does. */
function holdBefore(runs: readonly IndexedRun[], at: number): readonly IndexedRun[] {
  let end = 0;
  return runs.flatMap((run): readonly IndexedRun[] => {
    const from = end;
    end += run.text.length;
    if (run.together || at <= from || at > end) return [run];
    const head = run.text.slice(0, at - from);
    const word = /(?:[\p{Script=Latin}\p{Nd}]{1,12}|.)$/su.exec(head)?.[0] ?? '';
    const parts = [head.slice(0, head.length - word.length), word, run.text.slice(head.length)];
    return parts
      .map((words, index) => ({ text: words, together: index === 1, before: 0 }))
      .filter(({ text: words }) => words !== '')
      .map((part, index) => (index === 0 ? { ...run, ...part, before: run.before } : part));
  });
}
