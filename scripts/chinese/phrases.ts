// Where a heading may break: between words, never inside one (one rule for the deck and the booklet).

import { isHan, NOT_AT_LINE_END, NOT_AT_LINE_START, widthInEms } from './characters.ts';

/**
 * Cuts `text` into runs that no line may break inside; joined they give `text` again. Words come from the
 * Unicode word dictionary (UAX #29, ICU), put right by `unbreakable` terms; marks stay with the word they close or
 * open, particles and suffixes with the word they follow.
 */
export function phrases(text: string, unbreakable: readonly string[] = []): readonly string[] {
  return joinBound(joinLoose(words(text, unbreakable)));
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

/**
 * The dictionary leaves a word it does not know in single characters (互|聯|網, 紧|绷|感): such neighbours are taken
 * for one word, unless one of them is a word by itself that often stands alone.
 */
function joinLoose(parts: readonly string[]): readonly string[] {
  const words: string[] = [];
  let loose = 0;
  for (const part of parts) {
    const isLoose = LOOSE.test(part) && !OFTEN_ALONE.some((words) => words.test(part));
    if (isLoose && loose > 0 && loose < LONGEST_LOOSE) {
      words[words.length - 1] += part;
      loose += 1;
    } else {
      words.push(part);
      loose = isLoose ? 1 : 0;
    }
  }
  return words;
}

const LOOSE = /^\p{Script=Han}$/u;
const LONGEST_LOOSE = 5;
const OFTEN_ALONE = [
  BOUND_TO_PREVIOUS,
  BOUND_TO_NEXT,
  /^[是在有和與与或及而且但就都也還还又才被把讓让給给對对向從从到為为於于以並并我你您他她它那哪誰谁要會会能將将請请說说問问比等]$/u,
];

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

/** The setting of `runs` on exactly `count` lines with the least sum of squared slack, undefined where none fits. */
function bestSetting(runs: readonly string[], count: number, maxEms: number): string[] | undefined {
  let best: { lines: string[]; cost: number } | undefined;
  const place = (start: number, lines: readonly string[]): void => {
    if (lines.length === count) {
      if (start < runs.length) return;
      const cost = raggedness(lines);
      if (!best || cost < best.cost) best = { lines: [...lines], cost };
      return;
    }
    for (let end = start + 1; end <= runs.length; end++) {
      const line = runs.slice(start, end).join('').trim();
      if (widthInEms(line) > maxEms) break;
      place(end, [...lines, line]);
    }
  };
  place(0, []);
  return best?.lines;
}

function raggedness(lines: readonly string[]): number {
  const widths = lines.map(widthInEms);
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const uneven = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0);
  const shrinking = widths.filter((width, index) => width < (widths[index - 1] ?? 0)).length;
  const breaksAtMark = lines.slice(0, -1).filter((line) => NOT_AT_LINE_START.test(line.slice(-1))).length;
  return uneven + shrinking - 4 * breaksAtMark;
}
