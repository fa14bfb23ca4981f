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
 * even settings the one whose lines grow longer downwards. A phrase wider than a line is cut where it must be.
 */
export function balanceLines(
  text: string,
  maxEms: number,
  unbreakable: readonly string[] = [],
): readonly string[] {
  const runs = phrases(text, unbreakable).flatMap((run) => cutToWidth(run, maxEms));
  for (let count = Math.max(1, Math.ceil(widthInEms(text) / maxEms)); count < runs.length; count++) {
    const lines = bestSetting(runs, count, maxEms);
    if (lines) return lines;
  }
  return runs.map((run) => run.trim());
}

/** As `balanceLines`, on exactly `count` lines; undefined where the text does not go onto so many. */
export function balanceOnto(
  text: string,
  count: number,
  maxEms: number,
  unbreakable: readonly string[] = [],
): readonly string[] | undefined {
  return bestSetting(phrases(text, unbreakable), count, maxEms);
}

/** Particles and suffixes that belong to the word before them. */
const BOUND_TO_PREVIOUS =
  /^(?:[的地得了著着過过嗎吗呢吧啊們们者化性率度界家員员級级人力型感權权中上下裡里後后前出]|之一)$/u;
/** Adverbs and prepositions that belong to the word after them; 得 stands between a verb and its complement. */
const BOUND_TO_NEXT = /^(?:[不沒没未無无最更很太別别第各每某這这那再得遠远])$/u;
/** Words that lean on what follows: a line may end with one where nothing better offers. */
const LEANS_ON_NEXT = /的$|^[和與与或及在把將将從从要能會会才就都又也讓让給给對对向到有是並并但而為为]$/u;

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

/** A long address or a word without spaces has no phrases inside. */
function cutToWidth(run: string, maxEms: number): readonly string[] {
  if (widthInEms(run) <= maxEms) return [run];
  const pieces: string[] = [''];
  for (const character of run) {
    const piece = (pieces.at(-1) ?? '') + character;
    if (widthInEms(piece) <= maxEms || piece === character) pieces[pieces.length - 1] = piece;
    else pieces.push(character);
  }
  return pieces;
}

interface Setting {
  readonly lines: readonly string[];
  readonly width: number;
  readonly cost: number;
}

/**
 * The setting of `runs` on exactly `count` lines that costs least, undefined where none fits. Line by line, the best
 * setting that ends in each possible last line is kept, so a long text costs no more than its runs times a line's.
 */
function bestSetting(runs: readonly string[], count: number, maxEms: number): readonly string[] | undefined {
  const mean = widthInEms(runs.join('')) / count;
  let reached = new Map<number, readonly Setting[]>([[0, [{ lines: [], width: 0, cost: 0 }]]]);
  for (let line = 1; line <= count; line++) {
    const next = new Map<number, Setting[]>();
    for (const [start, settings] of reached) {
      for (let end = start + 1; end <= runs.length; end++) {
        const text = runs.slice(start, end).join('').trim();
        const width = widthInEms(text);
        if (width > maxEms) break;
        const isLast = line === count;
        if (isLast !== (end === runs.length)) continue;
        const ending = isLast ? 0 : costOfEnding(runs[end - 1]?.trim() ?? '');
        const best = cheapest(settings.map((before) => follow(before, text, width, mean, ending)));
        next.set(end, [...(next.get(end) ?? []), ...(best ? [best] : [])]);
      }
    }
    reached = next;
  }
  return cheapest(reached.get(runs.length) ?? [])?.lines;
}

/** Costs are parts of a line: evenness against the mean width, and how well the line ends. */
function follow(before: Setting, text: string, width: number, mean: number, ending: number): Setting {
  const uneven = ((width - mean) / mean) ** 2;
  const shrinks = width < before.width ? 0.05 : 0;
  return { lines: [...before.lines, text], width, cost: before.cost + uneven + shrinks + ending };
}

/** A clause's end is the best place to break, the end of an item in a list a good one. */
function costOfEnding(lastRun: string): number {
  if (/[，。；：！？,.;:!?]$/u.test(lastRun)) return -0.5;
  if (NOT_AT_LINE_START.test(lastRun.slice(-1))) return -0.15;
  return LEANS_ON_NEXT.test(lastRun) ? 0.12 : 0;
}

function cheapest(settings: readonly Setting[]): Setting | undefined {
  return settings.reduce<Setting | undefined>(
    (best, setting) => (best && best.cost <= setting.cost ? best : setting),
    undefined,
  );
}
