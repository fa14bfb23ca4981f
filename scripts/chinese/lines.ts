// Lines of a source text that are one line of reading text: Chinese takes no space where its lines meet.

import { isWide } from './characters.ts';

/** `text` on one line. Where two lines meet stands a space between Latin words, and nothing beside a Chinese mark. */
export function joinLines(text: string): string {
  return text
    .split(/[ \t\u3000]*(?:\r\n|\r|\n)[ \t\u3000]*/)
    .filter((line) => line !== '')
    .reduce((joined, line) => joined + seam(joined, line) + line, '');
}

function seam(before: string, after: string): string {
  const last = [...before].at(-1) ?? '';
  const first = [...after][0] ?? '';
  return before === '' || isWide(last) || isWide(first) ? '' : ' ';
}
