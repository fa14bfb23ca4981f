// Two versions of a text, word by word. Owns diff.

import { diffArrays } from 'diff';
import { segmentsOf } from '../chinese/segments.ts';

export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The shortest way from one text to the other in whole words (Myers 1986). What is the same and what was removed give
 * `before` again, what is the same and what was added give `after`.
 */
export function changedWords(before: string, after: string): readonly Run[] {
  return diffArrays(segmentsOf(before), segmentsOf(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** The lines that differ, each behind `-` or `+`, in order. */
export function changedLines(before: string, after: string): readonly string[] {
  return diffArrays(before.split(/\r?\n/), after.split(/\r?\n/)).flatMap(({ value, added, removed }) =>
    added || removed ? value.filter((line) => line !== '').map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
}

/** Characters of unchanged text to show on each side of a change. */
const CONTEXT = 10;

/** The runs as one line, `大模型還需要[-一年半-]{+兩年半+}的時間`, with what lies far from any change left out. */
export function formatRuns(runs: readonly Run[]): string {
  return runs
    .map(({ kind, text }, index) => {
      if (kind === 'removed') return `[-${text}-]`;
      if (kind === 'added') return `{+${text}+}`;
      return shortened(text, index > 0, index < runs.length - 1);
    })
    .join('');
}

/** What stands next to a change stays: its end, its beginning, or both. */
function shortened(text: string, followsChange: boolean, precedesChange: boolean): string {
  const characters = [...text];
  const start = followsChange ? CONTEXT : 0;
  const end = precedesChange ? CONTEXT : 0;
  if (characters.length <= start + end + 1) return text;
  return `${characters.slice(0, start).join('')}…${characters.slice(characters.length - end).join('')}`;
}
