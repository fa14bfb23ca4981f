// Running text as runs, so that no line is broken and no gap stands where it must not (CLREQ 3.1.3, 3.1.6, 3.2.2).

import { isHan } from '../chinese/characters.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import type { Locale } from '../model/locale.ts';

export interface Run {
  readonly text: string;
  /** No line may be broken inside. */
  readonly together: boolean;
  /** Space before the run in ems: less between two marks, more between Han and Latin, which Typst parts only within. */
  readonly before: number;
}

/**
 * `text` as runs that joined give it again. What stays together: figures and the dash between them (3—5年), a middle
 * dot and the character before it, short Latin words (to B), and the last characters of the paragraph.
 */
export function runsOf(text: string, locale: Locale): readonly Run[] {
  const bound = merged(boundIn(text));
  // Typst closes up adjacent marks for the mainland only.
  const squeezed = SCRIPT_OF[locale] === 'traditional' ? adjacentMarks(text) : [];
  const inside = (cut: number): boolean => bound.some(({ start, end }) => start < cut && cut < end);
  const cuts = [
    ...bound.flatMap(({ start, end }) => [start, end]),
    ...squeezed.filter((cut) => !inside(cut)),
  ];
  const edges = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => ({
    text: text.slice(start, edges[index + 1]),
    together: bound.some((range) => range.start === start),
    before: squeezed.includes(start) ? -0.5 : meetsLatin(text, start) ? 0.25 : 0,
  }));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The last ideograph, the one or the word before it, and their marks: 劃。 alone on a line looks lost. */
const TAIL =
  /(?:\p{Script=Han}|(?<![\p{Script=Latin}\p{Nd}.])[\p{Script=Latin}\p{Nd}]{1,12})\p{P}?\p{Script=Han}\p{P}*$/gu;
const FIGURES = /\d+(?:[.,:]\d+)*%?[—–―~～]\d+(?:[.,:]\d+)*%?\p{Script=Han}?/gu;
const MIDDLE_DOT = /[^\s·‧・][·‧・]/gu;
const SHORT_WORDS = /(?<![A-Za-z])[A-Za-z]{1,3} [A-Za-z](?![A-Za-z])/g;

function boundIn(text: string): readonly Range[] {
  return [TAIL, FIGURES, MIDDLE_DOT, SHORT_WORDS].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}

/** Between a closing bracket or a stop and the next mark stands an em of white where half is enough. */
const ADJACENT =
  /(?<=[」』）》〉】])(?=[，。、；：！？」』）》〉】「『（《〈【])|(?<=[，。、；：！？「『（《〈【])(?=[「『（《〈【])/gu;

function adjacentMarks(text: string): readonly number[] {
  return Array.from(text.matchAll(ADJACENT), ({ index }) => index);
}

/** What a Han–Latin gap is set beside: letters and figures. */
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

function meetsLatin(text: string, at: number): boolean {
  const last = [...text.slice(0, at)].at(-1) ?? '';
  const first = [...text.slice(at)][0] ?? '';
  return (isHan(last) && LATIN.test(first)) || (LATIN.test(last) && isHan(first));
}
