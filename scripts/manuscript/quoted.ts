// The words that the products show as the interviewee's own must be the interviewee's own.

import type { Interview } from '../model/interview.ts';
import type { Report } from './faults.ts';

/** Reports the closing words and the quotes that stand in no answer word for word, punctuation at the end aside. */
export function reportUnsaid({ closing, quotes, sections }: Interview, report: Report): void {
  const answers = sections
    .flatMap(({ exchanges }) => exchanges.flatMap(({ answer }) => answer))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  for (const { text, at = { line: 1, column: 1 } } of closing ? [closing, ...quotes] : quotes) {
    const words = text.replace(/[\s\p{P}]+$/u, '');
    if (words === '' || !answers.some((answer) => answer.includes(words))) report('not-said', at, text);
  }
}
