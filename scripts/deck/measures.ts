// The steps each slot may be set at, largest first, and the room it has: CSS pixels on a slide of 1280 by 720.
// The theme's style sheet has a class for every step, such as `set-68-86`, and the same room: change both together.

import type { Step } from './fit.ts';

type Steps = readonly [Step, ...Step[]];

/** Steps for a slot of a width in pixels, from [size, leading] pairs. */
function steps(width: number, first: Pair, ...others: readonly Pair[]): Steps {
  const step = ([size, leading]: Pair): Step => ({ size, leading, ems: width / size });
  return [step(first), ...others.map(step)];
}

type Pair = readonly [size: number, leading: number];

export const COVER = {
  /** At most five characters a line at 132: a title of three short lines is a picture. Larger only on one line. */
  title: [
    { size: 168, leading: 196, ems: 4.2, mostLines: 1 },
    { size: 132, leading: 156, ems: 5.3 },
    { size: 112, leading: 134, ems: 7 },
    ...steps(900, [96, 116], [80, 100], [66, 84], [54, 70], [44, 58], [34, 46]),
  ] as Steps,
  height: 468,
  /** How much of its size a title may lose to break between its clauses. */
  leastByClause: 0.65,
  subtitle: steps(896, [28, 40], [24, 34]),
  /** What a vertical name and office may hold, in characters. */
  verticalName: 8,
  verticalRole: 26,
} as const;

export const AGENDA = {
  /** The room for kicker and title, and the gap between them where they share a line. */
  width: 760,
  gap: 24,
  kickerSize: 24,
  /** Kicker above title, or both on one line where sections are many. */
  layouts: [
    { name: 'stacked', size: 42, leading: 50, titleLines: 1, mostRows: 5 },
    { name: 'stacked', size: 34, leading: 42, titleLines: 2, mostRows: 4 },
    { name: 'inline', size: 32, leading: 44, titleLines: 1, mostRows: 8 },
    { name: 'inline tight', size: 26, leading: 34, titleLines: 1, mostRows: 12 },
    { name: 'stacked', size: 26, leading: 34, titleLines: 3, mostRows: 3 },
  ],
} as const;

export const DIVIDER = {
  kicker: steps(540, [36, 46], [28, 38], [24, 34]),
  kickerHeight: 76,
  title: steps(540, [60, 80], [48, 64], [38, 52], [30, 42]),
  height: 250,
  /** The agenda at its foot: size and width of a name in pixels, and how many have room. */
  stageSize: 24,
  stageWidth: 440,
  mostNamed: 5,
} as const;

export const SUMMARY = {
  heading: steps(1104, [46, 60], [40, 54], [34, 46], [28, 40], [24, 34]),
  headingHeight: 60,
  leastWithKicker: 34,
  mostColumns: 4,
  /** Takeaway, gap and point. */
  height: 270,
  gap: 21,
  /**
   * By the number of columns: the takeaways, and the point under each. A line ends at least an em before the next
   * column's rule begins, or the eye would read on across.
   */
  columns: {
    1: { takeaway: steps(916, [56, 72], [44, 58], [36, 50]), text: steps(916, [28, 42], [24, 38]) },
    2: { takeaway: steps(504, [50, 66], [40, 54], [34, 46], [28, 38]), text: steps(504, [28, 42], [24, 36]) },
    3: { takeaway: steps(340, [36, 50], [32, 44], [28, 38], [24, 34]), text: steps(336, [24, 38], [24, 34]) },
    4: { takeaway: steps(246, [30, 42], [28, 38], [24, 34]), text: steps(240, [24, 38], [24, 34]) },
  },
} as const;

export const EXCHANGE = {
  /** Question and takeaway share the room above the points. */
  headHeight: 275,
  headGap: 30,
  question: [
    { step: { size: 26, leading: 36, ems: 916 / 26 }, mostLines: 2 },
    { step: { size: 24, leading: 34, ems: 916 / 24 }, mostLines: 3 },
  ],
  takeaway: steps(916, [68, 86], [58, 74], [48, 60], [40, 50], [32, 42], [26, 34]),
  points: steps(916, [30, 40], [28, 38], [26, 36], [24, 32]),
  pointsHeight: 244,
  /** Space above and below a point. */
  paddings: [17, 10, 5],
} as const;

/** A question too long to stand above its takeaway has a slide of its own. */
export const QUESTION = {
  steps: steps(916, [36, 58], [30, 48], [26, 40], [24, 36]),
  height: 530,
} as const;

const vertical = (size: number, pitch: number, characters: number): Step => ({
  size,
  leading: pitch,
  ems: characters,
});

/** In a vertical setting the leading is the pitch of the columns and the height their width together. */
export const QUOTE = {
  vertical: [vertical(52, 106, 10), vertical(44, 88, 12), vertical(36, 72, 14.5)] as Steps,
  verticalWidth: 530,
  horizontal: [
    { size: 64, leading: 96, ems: 10.3 },
    ...steps(916, [64, 96], [54, 88], [44, 72], [36, 58], [30, 48]),
  ] as Steps,
  height: 420,
} as const;

export const CLOSING = {
  words: steps(980, [96, 128], [72, 100], [56, 78], [44, 62], [34, 48]),
  height: 430,
  /** Beside a QR code. */
  besideCode: steps(700, [96, 128], [72, 100], [56, 78], [44, 62], [34, 48]),
  address: steps(560, [24, 34]),
} as const;
