// Footnotes where there is no foot of a page: in brackets behind the words they are about.

import type { Text } from '../model/interview.ts';

/** The words of `text`, each of its notes put into the `{note}` of `pattern`. */
export function withNotes({ text, marks = [] }: Text, pattern: string): string {
  let from = 0;
  let words = '';
  for (const mark of marks) {
    if (mark.kind !== 'note') continue;
    words += text.slice(from, mark.end) + pattern.replace('{note}', () => mark.note.text);
    from = mark.end;
  }
  return words + text.slice(from);
}
