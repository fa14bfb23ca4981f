// From words as Markdown has them to the texts of the interview.

import { joinLines } from '../chinese/lines.ts';
import type { Text } from '../model/interview.ts';
import type { Report } from './faults.ts';
import type { Words } from './markdown.ts';

/** What the readers of blocks share: how marks are masked, whose answers these are, where faults go. */
export interface Context {
  readonly source: string;
  readonly mask: string;
  readonly interviewee: string | undefined;
  readonly report: Report;
}

/** The words as one line of text. A speaker's mark where nobody takes a turn is emphasis, and dropped as such. */
export function textOf(words: Words, { mask, report }: Context): Text {
  if (words.value.includes(mask)) report('emphasis', words.at, words.value);
  return { text: trimmed(words.value, words.raw).replaceAll(mask, ''), at: words.at };
}

/** Spaces at the edge do not count, and neither does an indent of ideographic ones, unless written as references. */
export function trimmed(value: string, raw: string): string {
  const before = /^[ \t\u00a0\u3000]*/.exec(raw)?.[0].length ?? 0;
  const after = /[ \t\u00a0\u3000]*$/.exec(raw)?.[0].length ?? 0;
  return joinLines(value.slice(before, Math.max(before, value.length - after)));
}
