// The white inside a line of finished pages: between marks, beside Latin and figures, at both ends (CLREQ, Punctuation width
// adjustment; Handling of Western text in Chinese text).

import { isHan } from '../chinese/characters.ts';
import type { Locale } from '../model/locale.ts';
import { isCentred, type Mark, squeezeBetween } from '../typography/marks.ts';
import { meetsLatin } from '../typography/token-facts.ts';
import { isWestern } from './edges.ts';
import { type Glyph, markIn } from './glyphs.ts';
import { type Line, lastVisible, type Neighbours } from './lines.ts';
import { type Breach, breachOf, type RuleCode } from './rules.ts';

export interface LineSurroundings extends Neighbours {
  readonly locale: Locale;
  /** Where the full lines of its block end, in points; none where its lines are ragged. */
  readonly edge: number | undefined;
  /** Where running text of its size ends on its page, where that is known. */
  readonly margin: number | undefined;
}

export function spacingBreaches(line: Line, around: LineSurroundings): readonly Breach[] {
  return CHECKS.flatMap(([code, check]) => {
    const message = check(line, around);
    return message === undefined ? [] : [breachOf(line, code, message)];
  });
}

type Check = (line: Line, around: LineSurroundings) => string | undefined;

interface Pair {
  readonly first: Glyph;
  readonly second: Glyph;
  /** From the end of the first's em to the beginning of the second's, in ems. */
  readonly gap: number;
}

function pairsOf({ glyphs }: Line): readonly Pair[] {
  return glyphs.slice(1).flatMap((second, index) => {
    const first = glyphs[index];
    if (!first || Math.abs(first.size - second.size) > 0.01) return [];
    return [{ first, second, gap: (second.x - first.x - first.width) / first.size }];
  });
}

/** What justification adds between two characters of the line, in ems: the usual gap of two ideographs. */
function justification(line: Line): number {
  const pairs = pairsOf(line).filter(({ gap }) => gap < APART);
  const between = pairs.filter(({ first, second }) => isHan(first.text) && isHan(second.text));
  const mixed = pairs.filter(({ first, second }) => meetsLatin(first.text, second.text));
  const gaps = (between.length > 0 ? between.map(({ gap }) => gap) : mixed.map(({ gap }) => gap - 0.25)).sort(
    (a, b) => a - b,
  );
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

const TOLERANCE = 0.06;

/** Further apart, two texts are no longer one: a label and what it stands before. */
const APART = 0.8;

/** A dash or an ellipsis of two characters is one mark, and has no gap inside. */
function tornMark(line: Line): string | undefined {
  const torn = pairsOf(line).find(
    ({ first, second, gap }) =>
      /^[—…⋯]$/u.test(first.text) && second.text === first.text && gap > TOLERANCE && gap < APART,
  );
  return torn && `${torn.first.text}${torn.second.text} is torn apart by ${torn.gap.toFixed(2)} em`;
}

function adjacentMarks(line: Line, { locale }: LineSurroundings): string | undefined {
  const each = Math.max(0, justification(line));
  for (const { first, second, gap } of pairsOf(line)) {
    const [one, other] = [markIn(first, locale), markIn(second, locale)];
    if (!one || !other) continue;
    const { between } = squeezeBetween(one, other);
    if (between > 0 && gap > each - between + TOLERANCE)
      return `${first.text}${second.text} take ${(2 + gap).toFixed(2)} em`;
  }
  return undefined;
}

/** A centred mark between two characters stays in their middle. */
function unevenSqueeze(line: Line, { locale }: LineSurroundings): string | undefined {
  if (!isCentred(locale)) return undefined;
  const pairs = pairsOf(line);
  for (const [index, { first, second, gap }] of pairs.entries()) {
    const before = pairs[index - 1];
    const mark = markIn(first, locale);
    if (before?.second !== first || mark?.kind !== 'stop' || mark.left === 0) continue;
    if (!isHan(before.first.text) || !isHan(second.text)) continue;
    if (Math.abs(before.gap - gap) > TOLERANCE)
      return `${first.text} is squeezed from one side: ${before.gap.toFixed(2)} and ${gap.toFixed(2)} em`;
  }
  return undefined;
}

/** The body of a mark that is squeezed at the end of a line, which then is to end where others do. */
function markAtEnd(line: Line, { locale, edge, after }: LineSurroundings): string | undefined {
  const last = lastVisible(line.glyphs);
  const mark = last && markIn(last, locale);
  if (!last || !mark || edge === undefined || !after || line.block?.kind === 'heading' || !trimsAtEnd(mark))
    return undefined;
  const end = last.x + last.width - mark.right * last.size;
  const short = (edge - end) / last.size;
  return Math.abs(short - mark.right) < 0.03
    ? `${last.text} keeps ${short.toFixed(2)} em of white behind it`
    : undefined;
}

function trimsAtEnd({ kind, right }: Mark): boolean {
  return (kind === 'closing' || kind === 'stop') && right > 0;
}

/** Seen where the line above begins at the same edge. */
function markAtStart(line: Line, { locale, before }: LineSurroundings): string | undefined {
  const [first] = line.glyphs;
  const mark = first && markIn(first, locale);
  const [above] = before?.glyphs ?? [];
  if (!first || mark?.kind !== 'opening' || !above || before?.page !== line.page) return undefined;
  const isOpening = markIn(above, locale)?.kind === 'opening';
  const white = (first.x - above.x) / first.size + (isOpening ? 0 : mark.left);
  return white > TOLERANCE && white < 0.6
    ? `${first.text} keeps ${white.toFixed(2)} em of white before it`
    : undefined;
}

function latinGap(line: Line): string | undefined {
  const each = Math.max(0, justification(line));
  for (const { first, second, gap } of pairsOf(line)) {
    if (!meetsLatin(first.text, second.text)) continue;
    if (gap < 0.1 || (gap > 0.32 + each && gap < APART))
      return `${gap.toFixed(2)} em between ${first.text} and ${second.text}`;
  }
  return undefined;
}

function gapBesideMark(line: Line, { locale }: LineSurroundings): string | undefined {
  const each = Math.max(0, justification(line));
  const isMark = (glyph: Glyph): boolean => {
    const kind = markIn(glyph, locale)?.kind;
    return kind === 'opening' || kind === 'closing' || kind === 'stop';
  };
  for (const { first, second, gap } of pairsOf(line)) {
    if (isMark(first) === isMark(second)) continue;
    const other = isMark(first) ? second.text : first.text;
    if (!/[\p{Script=Latin}\p{Nd}]/u.test(other)) continue;
    if (gap > each + 0.12 && (gap < 0.4 || first.font === second.font))
      return `${gap.toFixed(2)} em between ${first.text} and ${second.text}`;
  }
  return undefined;
}

function looseLine(line: Line): string | undefined {
  if (line.block?.kind !== 'paragraph') return undefined;
  const each = justification(line);
  return each > 0.1 ? `the characters of this line stand ${each.toFixed(2)} em apart` : undefined;
}

/** A line that nothing could fill stays ragged among full ones; those of much Latin may all be. */
function shortLine(line: Line, { locale, margin, before, after }: LineSurroundings): string | undefined {
  if (margin === undefined || !after || isWestern([before, line, after])) return undefined;
  const short = (margin - inkEnd(line, locale)) / line.size;
  return short > 0.6 ? `this line ends ${short.toFixed(1)} em before the others` : undefined;
}

function overfull(line: Line, { locale, margin }: LineSurroundings): string | undefined {
  if (margin === undefined) return undefined;
  const over = (inkEnd(line, locale) - margin) / line.size;
  return over > 0.12 ? `this line sticks out into the margin by ${over.toFixed(2)} em` : undefined;
}

/** Where what is seen of a line ends: a mark carries white behind it. */
function inkEnd({ glyphs }: Line, locale: Locale): number {
  const last = lastVisible(glyphs);
  if (!last) return 0;
  return last.x + last.width - (markIn(last, locale)?.right ?? 0) * last.size;
}

const CHECKS: readonly (readonly [RuleCode, Check])[] = [
  ['torn-mark', tornMark],
  ['adjacent-marks', adjacentMarks],
  ['uneven-squeeze', unevenSqueeze],
  ['mark-at-line-end', markAtEnd],
  ['mark-at-line-start', markAtStart],
  ['latin-gap', latinGap],
  ['gap-beside-mark', gapBesideMark],
  ['loose-line', looseLine],
  ['short-line', shortLine],
  ['overfull', overfull],
];
