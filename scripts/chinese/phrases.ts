// Where a heading may break: between words, never inside one (one rule for the deck and the booklet).

import { isHan, NOT_AT_LINE_END, NOT_AT_LINE_START, widthInEms } from './characters.ts';

/**
 * Cuts `text` into runs that no line may break inside; joined they give `text` again. Words come from the
 * Unicode word dictionary (UAX #29, ICU), put right by `unbreakable` terms; marks stay with the word they close or
 * open, particles and suffixes with the word they follow.
 */
export function phrases(text: string, unbreakable: readonly string[] = []): readonly string[] {
  return joinBound(words(text, unbreakable));
}

/**
 * Sets `text` on the fewest lines of at most `maxEms`, breaking between phrases, as evenly as can be; of two equally
 * even settings the one whose lines grow longer downwards. A phrase wider than a line stands alone on one.
 */
export function balanceLines(
  text: string,
  maxEms: number,
  unbreakable: readonly string[] = [],
): readonly string[] {
  const runs = phrases(text, unbreakable);
  for (let count = Math.max(1, Math.ceil(widthInEms(text) / maxEms)); count < runs.length; count++) {
    const lines = bestSetting(runs, count, maxEms);
    if (lines) return lines;
  }
  return runs.map((run) => run.trim());
}

/** Particles and suffixes that belong to the word before them. */
const BOUND_TO_PREVIOUS =
  /^(?:[的地得了著着過过嗎吗呢吧啊們们者化性率度界家員员級级中上下裡里後后前]|之一)$/u;
/** Adverbs and prepositions that belong to the word after them. */
const BOUND_TO_NEXT = /^(?:[不沒没未無无最更很太別别第各每某這这那再])$/u;

function words(text: string, unbreakable: readonly string[]): string[] {
  const terms = [...unbreakable].filter((term) => term.length > 1).sort((a, b) => b.length - a.length);
  const found: string[] = [];
  let rest = 0;
  for (let at = 0; at < text.length; ) {
    const term = terms.find((candidate) => text.startsWith(candidate, at));
    if (term === undefined) {
      at += 1;
      continue;
    }
    found.push(...segment(text.slice(rest, at)), term);
    at += term.length;
    rest = at;
  }
  found.push(...segment(text.slice(rest)));
  return found;
}

let segmenter: Intl.Segmenter | undefined;

function segment(text: string): string[] {
  // The locale is fixed so that the machine's own never changes a build.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

function joinBound(parts: readonly string[]): string[] {
  const runs: string[] = [];
  let glue = false;
  for (const part of parts) {
    const last = runs.at(-1);
    const bound =
      last !== undefined &&
      (glue ||
        NOT_AT_LINE_START.test(part.slice(0, 1)) ||
        BOUND_TO_PREVIOUS.test(part) ||
        /^\s+$/u.test(part) ||
        opensNoBreak(last, part));
    if (bound) runs[runs.length - 1] = last + part;
    else runs.push(part);
    glue = NOT_AT_LINE_END.test(part.slice(-1)) || BOUND_TO_NEXT.test(part);
  }
  return runs;
}

/** A single letter or a figure keeps to the word beside it: to B, 35歲, 3—5年. */
function opensNoBreak(before: string, after: string): boolean {
  const last = [...before].at(-1) ?? '';
  const first = [...after][0] ?? '';
  if (/\d/u.test(last) && isHan(first)) return true;
  if (/[—–~～-]/u.test(last) && /\d/u.test(first)) return true;
  return /(?:^|\s)[A-Za-z]{1,3}\s$/u.test(before) && /^[A-Za-z]/u.test(after);
}

/** The setting of `runs` on exactly `count` lines with the least raggedness, undefined where none fits. */
function bestSetting(runs: readonly string[], count: number, maxEms: number): string[] | undefined {
  const mean = widthInEms(runs.join('')) / count;
  // best(start, lines): the cheapest way to set the runs from `start` on so many lines, by its first line's end.
  const known = new Map<string, Setting | undefined>();
  const best = (start: number, lines: number): Setting | undefined => {
    const key = `${start} ${lines}`;
    if (!known.has(key)) known.set(key, search(start, lines));
    return known.get(key);
  };
  const search = (start: number, lines: number): Setting | undefined => {
    if (lines === 0) return start === runs.length ? { lines: [], widths: [], cost: 0 } : undefined;
    let cheapest: Setting | undefined;
    for (let end = start + 1; end <= runs.length - lines + 1; end++) {
      const line = runs.slice(start, end).join('').trim();
      const width = widthInEms(line);
      if (width > maxEms) break;
      const rest = best(end, lines - 1);
      if (!rest) continue;
      const cost = rest.cost + costOf(line, width, rest.widths[0], mean, end === runs.length);
      if (!cheapest || cost < cheapest.cost) {
        cheapest = { lines: [line, ...rest.lines], widths: [width, ...rest.widths], cost };
      }
    }
    return cheapest;
  };
  return best(0, count)?.lines;
}

interface Setting {
  readonly lines: string[];
  readonly widths: readonly number[];
  readonly cost: number;
}

/** Uneven lines cost most; then a line longer than the next one. A line that ends with a mark reads best. */
function costOf(
  line: string,
  width: number,
  next: number | undefined,
  mean: number,
  isLast: boolean,
): number {
  const uneven = (width - mean) ** 2;
  const shrinking = next !== undefined && next < width ? 1 : 0;
  const endsWithMark = !isLast && NOT_AT_LINE_START.test(line.slice(-1)) ? 4 : 0;
  return uneven + shrinking - endsWithMark;
}
