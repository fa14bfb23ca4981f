// Running text as runs, so that no line is broken where it must not be (CLREQ 3.1.3 and UAX #14, which differ).

import { isHan, NOT_AT_LINE_START } from '../chinese/characters.ts';

export interface Run {
  readonly text: string;
  /** No line may be broken inside. */
  readonly together: boolean;
  /** Han meets Latin where the run begins: a quarter em, which Typst adds inside a run but not between two. */
  readonly gap: boolean;
}

/**
 * `text` as runs that joined give it again: a dash and the figures it joins (3—5年), a middle dot and the character
 * before it, short Latin words (to B), and the last characters of the paragraph stay together.
 */
export function runsOf(text: string): readonly Run[] {
  const bound = [...matches(text), tailOf(text)].filter((range) => range !== undefined);
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of merged(bound)) {
    if (start > at) runs.push(run(text, at, start, false));
    runs.push(run(text, start, end, true));
    at = end;
  }
  if (at < text.length) runs.push(run(text, at, text.length, false));
  return runs;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const FIGURES = /\d+(?:[.,:]\d+)*%?[—–―~～]\d+(?:[.,:]\d+)*%?[\p{Script=Han}]?/gu;
const MIDDLE_DOT = /[^\s·‧・][·‧・]/gu;
const SHORT_WORDS = /(?<![A-Za-z])[A-Za-z]{1,3} [A-Za-z](?![A-Za-z])/g;

function matches(text: string): readonly Range[] {
  return [FIGURES, MIDDLE_DOT, SHORT_WORDS].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** The last two ideographs and the marks after them: 劃。 alone on a line looks lost. */
function tailOf(text: string): Range | undefined {
  const characters = [...text];
  let start = characters.length;
  while (start > 0 && NOT_AT_LINE_START.test(characters[start - 1] ?? '')) start--;
  const last = characters.slice(Math.max(0, start - 2), start);
  if (last.length < 2 || !last.every(isHan)) return undefined;
  return { start: characters.slice(0, start - 2).join('').length, end: text.length };
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}

function run(text: string, start: number, end: number, together: boolean): Run {
  return { text: text.slice(start, end), together, gap: hasGap(text.slice(0, start), text.slice(start)) };
}

function hasGap(before: string, after: string): boolean {
  const last = [...before].at(-1) ?? '';
  const first = [...after][0] ?? '';
  return (isHan(last) && LATIN.test(first)) || (LATIN.test(last) && isHan(first));
}

/** What a Han–Latin gap is set beside (CLREQ 3.2.2): letters and figures. */
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;
