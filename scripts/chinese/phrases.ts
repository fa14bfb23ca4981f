// Where a heading may break: between words, never inside one (one rule for the deck and the booklet).

import { isHan, NOT_AT_LINE_END, NOT_AT_LINE_START, widthInEms } from './characters.ts';
import { segmentsOf } from './segments.ts';

/**
 * Cuts `text` into runs that no line may break inside; joined they give `text` again. Words come from the
 * Unicode word dictionary (UAX #29, ICU), put right by `unbreakable` terms; marks stay with the word they close or
 * open, particles and suffixes with the word they follow.
 */
export function phrases(text: string, unbreakable: readonly string[] = NONE): readonly string[] {
  const known = knownWith(unbreakable);
  const found = known.get(text) ?? joinBound(joinLoose(words(text, unbreakable)));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

const NONE: readonly string[] = [];

/** Fitting a text asks for its phrases at every size, an edit leaves most texts as they were, and the dictionary is slow. */
function knownWith(unbreakable: readonly string[]): Map<string, readonly string[]> {
  const given = byList.get(unbreakable);
  if (given) return given;
  const name = JSON.stringify(unbreakable);
  const known = byTerms.get(name) ?? new Map<string, readonly string[]>();
  if (byTerms.size >= MOST_LISTS) byTerms.clear();
  byTerms.set(name, known);
  byList.set(unbreakable, known);
  return known;
}

/** Every edition has a list of its own, mostly of the same terms. */
const byTerms = new Map<string, Map<string, readonly string[]>>();
const byList = new WeakMap<readonly string[], Map<string, readonly string[]>>();
const MOST_LISTS = 8;
const MOST_KNOWN = 5000;

/**
 * Sets `text` on the fewest lines of at most `maxEms`, breaking between phrases, as evenly as can be; of two equally
 * even settings the one whose lines grow longer downwards. A phrase wider than a line is cut where it must be.
 */
export function balanceLines(
  text: string,
  maxEms: number,
  unbreakable: readonly string[] = [],
  measure: Measure = measureInEms,
): readonly string[] {
  const whole = phrases(text, unbreakable);
  const width = measureRuns(whole, measure);
  const runs = whole.flatMap((run, index) =>
    width(index, index + 1) <= maxEms ? [run] : cutToWidth(run, maxEms, measure),
  );
  const filled = fillLines(runs, maxEms, measure);
  if (filled.length === 0 || filled.length > MOST_BALANCED) return filled;
  return bestSetting(runs, filled.length, maxEms, measure) ?? filled;
}

/** Longer texts are paragraphs: their lines are filled. */
const MOST_BALANCED = 12;

/** The fewest lines that `runs` go onto: each is as full as it can be. */
function fillLines(runs: readonly string[], maxEms: number, measure: Measure): readonly string[] {
  const width = measureRuns(runs, measure);
  const lines: string[] = [];
  for (let start = 0; start < runs.length; ) {
    let end = start + 1;
    while (end < runs.length && width(start, end + 1) <= maxEms) end += 1;
    lines.push(runs.slice(start, end).join('').trim());
    start = end;
  }
  return lines;
}

/** The width in ems of any stretch of a text, from one UTF-16 unit up to another, on a line of its own. */
export type Measure = (text: string) => (start: number, end: number) => number;

/** Good enough where no font is at hand. */
const measureInEms: Measure = (text) => (start, end) => widthInEms(text.slice(start, end));

/** As `balanceLines`, on exactly `count` lines; undefined where the text does not go onto so many. */
export function balanceOnto(
  text: string,
  count: number,
  maxEms: number,
  unbreakable: readonly string[] = [],
  measure: Measure = measureInEms,
): readonly string[] | undefined {
  return bestSetting(phrases(text, unbreakable), count, maxEms, measure);
}

/** Particles and suffixes that belong to the word before them. */
const BOUND_TO_PREVIOUS =
  /^(?:[的地得了著着過过嗎吗呢吧啊們们者化性率度界家員员級级人力型感權权中上下裡里後后前出]|的是|之一)$/u;
/** What such a word cannot belong to: in 遇上AI：下一個十年 the 下 opens the clause. */
const AFTER_PAUSE = /[，。；：！？、…—]\s*$/u;
/** Adverbs and prepositions that belong to the word after them; 得 stands between a verb and its complement. */
const BOUND_TO_NEXT = /^(?:[不沒没未無无最更很太別别第各每某這这那再得遠远])$/u;
/** Words that lean on what follows: a line may end with one where nothing better offers. */
const LEANS_ON_NEXT = /的$|^[和與与或及在把將将從从要能會会才就都又也讓让給给對对向到有是並并但而為为]$/u;

function words(text: string, unbreakable: readonly string[]): readonly string[] {
  const terms = [...unbreakable].filter((term) => term.length > 1).sort((a, b) => b.length - a.length);
  const found: string[] = [];
  let rest = 0;
  for (let at = 0; at < text.length; ) {
    const term = terms.find((candidate) => text.startsWith(candidate, at));
    if (term === undefined) {
      at += 1;
      continue;
    }
    found.push(...segmentsOf(text.slice(rest, at)), term);
    at += term.length;
    rest = at;
  }
  found.push(...segmentsOf(text.slice(rest)));
  return found;
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
    const leansBack = BOUND_TO_PREVIOUS.test(part);
    const follows = leansBack && last !== undefined && !AFTER_PAUSE.test(last);
    const bound =
      last !== undefined &&
      (glue ||
        NOT_AT_LINE_START.test(part.slice(0, 1)) ||
        follows ||
        /^\s+$/u.test(part) ||
        opensNoBreak(last, part));
    if (bound) runs[runs.length - 1] = last + part;
    else runs.push(part);
    if (/^\s+$/u.test(part)) continue;
    glue = NOT_AT_LINE_END.test(part.slice(-1)) || BOUND_TO_NEXT.test(part) || (leansBack && !follows);
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

/** A long address or a word without spaces has no phrases inside: it is cut behind a mark, or where it must be. */
function cutToWidth(run: string, maxEms: number, measure: Measure): readonly string[] {
  const width = measure(run);
  if (width(0, run.trimEnd().length) <= maxEms) return [run];
  const characters = [...run];
  let end = 0;
  let taken = 0;
  while (taken < characters.length) {
    const next = end + (characters[taken]?.length ?? 0);
    if (taken > 0 && width(0, next) > maxEms) break;
    end = next;
    taken += 1;
  }
  const head = run.slice(0, end);
  const mark = /^.*[/?&=#._-](?=.)/su.exec(head)?.[0] ?? '';
  const cut = mark.length > head.length / 2 && !/^\d/.test(run.slice(mark.length)) ? mark.length : end;
  return cut < run.length
    ? [run.slice(0, cut), ...cutToWidth(run.slice(cut), maxEms, measure)]
    : [run.slice(0, cut)];
}

/** A line from run `start` up to `end`, the cheapest line before it, and what all of them cost. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly cost: number;
  readonly before: Line | undefined;
}

/**
 * The setting of `runs` on exactly `count` lines that costs least, undefined where none fits. Line by line, the best
 * way to every possible last line is kept, so a long text costs no more than its runs times the runs of a line.
 */
function bestSetting(
  runs: readonly string[],
  count: number,
  maxEms: number,
  measure: Measure,
): readonly string[] | undefined {
  const widthOf = measureRuns(runs, measure);
  const mean = widthOf(0, runs.length) / count;
  let ends = new Map<number, readonly Line[]>([[0, []]]);
  for (let number = 1; number <= count; number++) {
    const next = new Map<number, Line[]>();
    for (const [start, lines] of ends) {
      for (let end = start + 1; end <= runs.length; end++) {
        const width = widthOf(start, end);
        if (width > maxEms) break;
        if ((number === count) !== (end === runs.length)) continue;
        const ending = number === count ? 0 : costOfEnding(runs[end - 1] ?? '', runs[end] ?? '');
        const { before, cost } = cheapestBefore(lines, width);
        const line = { start, end, width, before, cost: cost + ((width - mean) / mean) ** 2 + ending };
        const others = next.get(end);
        if (others) others.push(line);
        else next.set(end, [line]);
      }
    }
    ends = next;
  }
  const last = ends.get(runs.length)?.reduce((best, line) => (line.cost < best.cost ? line : best));
  return last && textsOf(last, runs);
}

/** The width in ems of a line from one run of a text up to another, without the space it may begin or end with. */
export function measureRuns(
  runs: readonly string[],
  measure: Measure,
): (start: number, end: number) => number {
  const width = measure(runs.join(''));
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const run of runs) {
    starts.push(at + run.length - run.trimStart().length);
    ends.push(at + run.trimEnd().length);
    at += run.length;
  }
  return (start, end) => width(starts[start] ?? 0, ends[end - 1] ?? 0);
}

/** What of `lines` is best followed by a line of `width`; of two as even, a setting that grows downwards. */
function cheapestBefore(lines: readonly Line[], width: number): Pick<Line, 'before' | 'cost'> {
  let before: Line | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const cost = line.cost + (width < line.width ? 0.05 : 0);
    if (cost < least) {
      before = line;
      least = cost;
    }
  }
  return { before, cost: before ? least : 0 };
}

/** A clause's end is the best place to break, the end of an item in a list a good one; a name keeps its words. */
function costOfEnding(run: string, next: string): number {
  const lastRun = run.trim();
  if (/[，。；：！？,.;:!?]$/u.test(lastRun)) return -0.5;
  if (NOT_AT_LINE_START.test(lastRun.slice(-1))) return -0.15;
  if (/\p{Script=Latin} $/u.test(run) && /^\p{Script=Latin}/u.test(next)) return 0.08;
  return LEANS_ON_NEXT.test(lastRun) ? 0.2 : 0;
}

function textsOf(last: Line, runs: readonly string[]): readonly string[] {
  const text = runs.slice(last.start, last.end).join('').trim();
  return last.before ? [...textsOf(last.before, runs), text] : [text];
}
