// What can be left out of a few clauses without changing what they claim: how the speaker comes to them, glosses, and
// words that only colour. Compression by deletion alone (Knight and Marcu 2002), so that every word kept is the answer's.

import { fullWidthUnits } from '../chinese/characters.ts';
import { frameLength, innerFrameLength } from './grammar.ts';

/** A run of a text by its offsets in UTF-16 units, the end exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * What is kept of the clauses, as runs of their text. `plain` is the text in simplified characters, one for one, and
 * `starts` are the offsets where its clauses begin. `limit` is in full-width units; the runs can still be longer.
 * Words in quotation marks are somebody's own: nothing is left out of them.
 */
export function compress(
  text: string,
  plain: string,
  starts: readonly number[],
  limit: number,
): readonly Run[] {
  const quoted = runsOf(plain, QUOTED);
  const isFree = (cut: Run): boolean =>
    quoted.every(({ start, end }) => cut.end <= start || cut.start >= end || contains(cut, start, end));
  const frames = starts.map((start, index) => {
    const length = index === 0 ? frameLength(plain) : innerFrameLength(plain.slice(start));
    return { start, end: start + length };
  });
  let cuts = [...frames, ...runsOf(plain, GLOSS), ...runsOf(plain, COLOUR)].filter(isFree);
  for (const pattern of SPARE) {
    if (fullWidthUnits(textOf(text, without(text, cuts))) <= limit) break;
    cuts = [...cuts, ...runsOf(plain, pattern).filter(isFree)];
  }
  return without(text, cuts);
}

export function textOf(text: string, runs: readonly Run[]): string {
  return runs.map(({ start, end }) => text.slice(start, end)).join('');
}

/** The runs between the cuts, without what opens or closes a text and says nothing. */
function without(text: string, cuts: readonly Run[]): readonly Run[] {
  const kept = new Array<boolean>(text.length).fill(true);
  for (const { start, end } of cuts) kept.fill(false, start, end);
  const letters = [...kept.keys()]
    .filter((index) => kept[index])
    .map((index) => text.charAt(index))
    .join('');
  const lead = OPENING_MARKS.exec(letters)?.[0].length ?? 0;
  const end = letters.length - (CLOSING_MARKS.exec(letters)?.[0].length ?? 0);
  const runs: { start: number; end: number }[] = [];
  let count = 0;
  kept.forEach((isKept, index) => {
    if (!isKept) return;
    count += 1;
    if (count <= lead || count > end) return;
    const last = runs.at(-1);
    if (last?.end === index) last.end += 1;
    else runs.push({ start: index, end: index + 1 });
  });
  return runs;
}

function runsOf(plain: string, pattern: RegExp): readonly Run[] {
  return [...plain.matchAll(pattern)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

function contains(outer: Run, start: number, end: number): boolean {
  return outer.start <= start && end <= outer.end;
}

const QUOTED = /“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》/gu;

/** A gloss in brackets; one that denies something stays. */
const GLOSS = /（[^（）不没无非未别]*）/gu;

/**
 * Words that only colour: 其实, 所谓的, the 并 of 并不. Not behind a denial, which would then deny what follows (不是
 * 非常好), and not the ends of longer words (名副其实).
 */
const COLOUR =
  /(?<![不没未非别副过])(?:其实|确实|显然|所谓的?|实际上|事实上|真正的?(?=是)|并(?=[不没未非]))(?![，,是])/gu;

const OPENING_MARKS = /^[\s，。！？；：、…—,.!?;:]*/u;
const CLOSING_MARKS = /[\s，。！？；：、…—,.!?;:]+$/u;

/**
 * What can go besides where a text is too long, in this order: what 以及 adds at the end, degrees, measure words that
 * count nothing, where something holds, and that it holds in either case. Nothing that denies, doubts or limits.
 */
const SPARE: readonly RegExp[] = [
  /以及[^，以不没无非未别]*$/gu,
  /(?<![不没未非别])(?:非常|十分|特别|相当)(?!不|没)/gu,
  /(?<=的)一[种个项](?!\p{Script=Han}?$)/gu,
  /(?<=但)是(?!否)/gu,
  /一些|(?<=面临|对应|扮演)着/gu,
  /(?<![不没未非别，]|^)在[^，、不没未无非别]{2,8}(?:领域|方面)[里中上内]?/gu,
  /(?:不管|无论|不论)(?:是)?[^，不没未]{2,16}都(?=经历|会|能|要)/gu,
];
