// Where in the manuscript some words of a text stand.

import type { Place } from '../model/diagnostic.ts';
import type { Text } from '../model/interview.ts';

export interface Manuscript {
  readonly file: string;
  /** As it was read; without it a place is that of the whole text. */
  readonly source?: string;
}

/**
 * The line and column of what stands `lead` UTF-16 units into `words`, which are of `text`; those of the text where the
 * manuscript does not have them word for word.
 */
export function placeOf({ words, lead }: Excerpt, text: Text, { file, source }: Manuscript): Place {
  if (text.at === undefined) return { file };
  if (source === undefined) return { file, ...text.at };
  const lines = source.split('\n');
  const offset =
    lines.slice(0, text.at.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + text.at.column - 1;
  const index = source.indexOf(words, offset);
  // A text may run over several lines, and has no more marks of Markdown in it than it has characters.
  if (index === -1 || index - offset > 2 * text.text.length + 2) return { file, ...text.at };
  const before = source.slice(0, index);
  return { file, line: before.split('\n').length, column: index - before.lastIndexOf('\n') + lead };
}

/** A few words by which something is found on a full line. */
export interface Excerpt {
  readonly words: string;
  /** The UTF-16 units before what it is about. */
  readonly lead: number;
}

/** The code points from `start` to `end` of `text` with a few on either side. */
export function excerpt(text: string, start: number, end = start + 1): Excerpt {
  const characters = [...text];
  const before = characters.slice(Math.max(0, start - 6), start).join('');
  return { words: before + characters.slice(start, end + 6).join(''), lead: before.length };
}
