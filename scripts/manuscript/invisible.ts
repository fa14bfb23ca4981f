// Characters that nobody sees in an editor and that no page can print: byte order marks inside a text, control
// characters, and the marks that turn the direction of a line (UAX #9).

import { positionAt } from '../model/diagnostic.ts';
import type { Report } from './faults.ts';

/** Reports each kind of them once, where it first stands. */
export function reportInvisible(source: string, report: Report): void {
  const seen = new Set<string>();
  for (const { 0: character, index } of source.matchAll(INVISIBLE)) {
    if (seen.has(character)) continue;
    seen.add(character);
    const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    report('invisible', positionAt(source, index), `U+${codePoint}`);
  }
}

const INVISIBLE = /[\ufeff\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;
