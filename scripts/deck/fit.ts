// How large a text is set so that it has room: the view decides, by the font itself, so that no slide is overfull in
// silence. What has no room at the last step says by how much.

import { balanceLines, balanceOnto, type Measure, measureRuns, phrases } from '../chinese/phrases.ts';
import type { Position } from '../model/diagnostic.ts';
import type { Text } from '../model/interview.ts';
import type { Slot, Step, Steps } from '../theme/design.ts';
import type { DeckSetting } from './setting.ts';

/** A text cut into lines, and the step it is set at. */
export interface SetText {
  /** The whole of it: lines have lost the spaces they were broken at. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  /** False where even the last step has no room for it. */
  readonly fits: boolean;
  readonly over: Overflow | undefined;
  /** Whether a line is broken inside a word that no line of the step has room for. */
  readonly isBroken: boolean;
  /** Where it stands in the manuscript. */
  readonly at: Position | undefined;
}

/** How much too much there is: CSS pixels, and lines where there are too many of them. */
export interface Overflow {
  readonly px: number;
  readonly lines: number;
}

export interface Fitting {
  /** Instead of those of the slot. */
  readonly steps?: Steps;
  readonly height?: number;
  readonly direction?: 'horizontal' | 'vertical';
  readonly setLines?: SetLines;
}

/** Sets `text` by the first of the slot's steps that gives it room without breaking inside a word, else by the first. */
export function setText(
  setting: DeckSetting,
  { text, at }: Text,
  slot: Slot,
  {
    steps = slot.steps,
    height = slot.height,
    direction = 'horizontal',
    setLines = balancedLines,
  }: Fitting = {},
): SetText {
  const words: Words = {
    unbreakable: setting.edition.unbreakable,
    measure: setting.metrics(slot, direction).lines,
  };
  let best: SetText | undefined;
  for (const step of steps) {
    const { size, leading } = step;
    const ems = (step.width - SPARE) / size;
    const { widest, cut } = cutText(text, words);
    const { lines, widest: widestLine } = cut(setLines, ems);
    const over = overflow(lines.length, widestLine * size, step, height);
    const isBroken = widest * size > step.width - SPARE;
    const set = { text, lines, size, leading, fits: over === undefined, over, isBroken, at };
    if (set.fits && !isBroken) return set;
    if (!best?.fits) best = set;
  }
  return (
    best ?? { text, lines: [text], size: 0, leading: 0, fits: true, over: undefined, isBroken: false, at }
  );
}

/** Pixels of a line that are left free: a browser rounds each glyph, and a box, to a fraction of a pixel. */
const SPARE = 0.5;

/** A text as it can be cut, whatever its room. */
interface Cut {
  /** The width of its widest phrase in ems: where a line has no room for that, it breaks inside a word. */
  readonly widest: number;
  readonly cut: (setLines: SetLines, ems: number) => CutLines;
}

interface CutLines {
  readonly lines: readonly string[];
  /** The width of the widest in ems. */
  readonly widest: number;
}

/**
 * The same text is tried at the same steps for one group of points and the next, for one form of the deck and the next,
 * and again after every edit. What is known of a text goes with its phrases, which are not kept for ever.
 */
function cutText(text: string, words: Words): Cut {
  const { unbreakable, measure } = words;
  const parts = phrases(text, unbreakable);
  const byPhrases = cuts.get(measure) ?? new WeakMap<readonly string[], Cut>();
  cuts.set(measure, byPhrases);
  const known = byPhrases.get(parts);
  if (known) return known;
  const set = new Map<SetLines, Map<number, CutLines>>();
  const width = measureRuns(parts, measure);
  const made: Cut = {
    widest: Math.max(0, ...parts.map((_, index) => width(index, index + 1))),
    cut: (setLines, ems) => {
      const byWidth = set.get(setLines) ?? new Map<number, CutLines>();
      set.set(setLines, byWidth);
      const found = byWidth.get(ems) ?? withWidest(setLines(text, ems, words), measure);
      byWidth.set(ems, found);
      return found;
    },
  };
  byPhrases.set(parts, made);
  return made;
}

const cuts = new WeakMap<Measure, WeakMap<readonly string[], Cut>>();

const withWidest = (lines: readonly string[], measure: Measure): CutLines => ({
  lines,
  widest: Math.max(0, ...lines.map((line) => measure(line)(0, line.length))),
});

/** What the rule for line breaks needs to know. */
export interface Words {
  readonly unbreakable: readonly string[];
  readonly measure: Measure;
}

export type SetLines = (text: string, maxEms: number, words: Words) => readonly string[];

export const balancedLines: SetLines = (text, maxEms, { unbreakable, measure }) =>
  balanceLines(text, maxEms, unbreakable, measure);

/** Sets furniture that a slide can do without: undefined where its slot is none, or has no room for it. */
export function fitting(
  setting: DeckSetting,
  text: string | undefined,
  slot: Slot | undefined,
): SetText | undefined {
  if (text === undefined || slot === undefined) return undefined;
  const set = setText(setting, { text }, slot);
  return set.fits && !set.isBroken ? set : undefined;
}

/** How a theme sets takeaways. */
export function takeawayLines({ design }: DeckSetting): SetLines {
  return design.stackedTitles ? stackedLines : balancedLines;
}

/** A title of more than six ems stands on two lines even where one would hold it: it is a block beside its number. */
const stackedLines: SetLines = (text, maxEms, words) => {
  const lines = balancedLines(text, maxEms, words);
  if (lines.length > 1 || words.measure(text)(0, text.length) <= 6) return lines;
  return balanceOnto(text, 2, maxEms, words.unbreakable, words.measure) ?? lines;
};

function overflow(
  count: number,
  widest: number,
  { width, leading, lines: most = Number.POSITIVE_INFINITY }: Step,
  height: number,
): Overflow | undefined {
  const room = Math.min(most, Math.floor(height / leading));
  const tooMany = Math.max(0, count - room);
  if (tooMany > 0)
    return { px: Math.max(1, Math.min(tooMany * leading, count * leading - height)), lines: tooMany };
  return widest > width + ROUNDING ? { px: Math.ceil(widest - width), lines: 0 } : undefined;
}

/** Sums of fractions of an em that make a whole are not always exact. */
const ROUNDING = 0.001;

/** `items` in as few groups as `fits` allows, none of them more than one larger than another. */
export function evenGroups<T>(
  items: readonly T[],
  fits: (group: readonly T[], groups: readonly (readonly T[])[]) => boolean,
): readonly (readonly T[])[] {
  for (let count = 1; count < items.length; count++) {
    const groups = split(items, count);
    if (groups.every((group) => fits(group, groups))) return groups;
  }
  return items.map((item) => [item]);
}

function split<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  const bounds = Array.from({ length: count + 1 }, (_, index) => Math.ceil((index * items.length) / count));
  return bounds.slice(1).map((end, index) => items.slice(bounds[index], end));
}
