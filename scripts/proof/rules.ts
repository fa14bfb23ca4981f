// What a line of finished pages must keep, clause by clause of CLREQ (W3C Requirements for Chinese Text Layout).

import { isHan } from '../chinese/characters.ts';
import type { Locale } from '../model/locale.ts';
import { KINSOKU, type Kinsoku } from '../model/settings.ts';
import { endsLine, startsLine } from '../typography/breaks.ts';
import { isCentred, type Mark, markOf, squeezeBetween } from '../typography/marks.ts';
import { meetsLatin } from '../typography/token-facts.ts';
import type { Line } from './lines.ts';
import type { Glyph } from './pdf.ts';

export interface Rule {
  readonly code: string;
  /** The level from which on it is a breach. */
  readonly level: Kinsoku;
  readonly clause: string;
  /** What is wrong with the line, as an editor would say it; undefined where nothing is. */
  readonly check: (line: Line, context: LineContext) => string | undefined;
}

export interface LineContext {
  readonly locale: Locale;
  /** Where the full lines of the block end, in points; none where its lines are ragged. */
  readonly edge: number | undefined;
}

const START = 'CLREQ, Prohibition rules for line start and line end';
const UNBREAKABLE = 'CLREQ, Prohibition rules for unbreakable marks';
const WIDTH = 'CLREQ, Punctuation width adjustment';
const MIXED = 'CLREQ, Handling of Western text in Chinese text';

export const LINE_RULES: readonly Rule[] = [
  ...KINSOKU.map(
    (level): Rule => ({
      code: `line-start${level === 'basic' ? '' : `-${level}`}`,
      level,
      clause: START,
      check: ({ isFirst, glyphs }, { locale }) => {
        const first = [...(glyphs[0]?.text ?? '')][0] ?? '';
        return !isFirst && brokenAt(startsLine(first, locale)) === level
          ? `a line begins with ${first}`
          : undefined;
      },
    }),
  ),
  ...KINSOKU.map(
    (level): Rule => ({
      code: `line-end${level === 'basic' ? '' : `-${level}`}`,
      level,
      clause: START,
      check: ({ isLast, glyphs }, { locale }) => {
        const last = [...(lastVisible(glyphs)?.text ?? '')].at(-1) ?? '';
        return !isLast && brokenAt(endsLine(last, locale)) === level ? `a line ends with ${last}` : undefined;
      },
    }),
  ),
  {
    code: 'split-mark',
    level: 'basic',
    clause: UNBREAKABLE,
    check: ({ text, after }) => {
      const ending = /(—+|…+|⋯+)\s*$/u.exec(text)?.[1];
      const isSplit = ending && after?.text.startsWith(ending.charAt(0)) && [...ending].length % 2 === 1;
      return isSplit ? `${ending}${ending.charAt(0)} is split between two lines` : undefined;
    },
  },
  {
    code: 'split-figure',
    level: 'basic',
    clause: UNBREAKABLE,
    check: ({ text, after }) => {
      const end = /[\p{Nd}$£¥€￥][—–―~～-]?$/u.exec(text)?.[0];
      const isRange = end !== undefined && [...end].length > 1;
      const follows = isRange ? /^\p{Nd}/u : /^(?:[\p{Nd}%‰°℃％—–~～]|\p{Script=Han})/u;
      const next = after && follows.exec(after.text)?.[0];
      return end && next ? `${end} and ${next} are split between two lines` : undefined;
    },
  },
  {
    code: 'split-word',
    level: 'basic',
    clause: MIXED,
    check: ({ text, after }) => {
      const end = /(?<![./?&=_@\p{Script=Latin}\p{Nd}-])[\p{Script=Latin}\p{Nd}]+$/u.exec(text)?.[0];
      const next = after && /^\p{Script=Latin}+(?![\p{Script=Latin}./?&=_@-])/u.exec(after.text)?.[0];
      return end && next && (end + next).length <= LONGEST_WORD
        ? `the word ${end}${next} is split`
        : undefined;
    },
  },
  { code: 'adjacent-marks', level: 'basic', clause: WIDTH, check: adjacentMarks },
  { code: 'uneven-squeeze', level: 'basic', clause: WIDTH, check: unevenSqueeze },
  { code: 'mark-at-line-end', level: 'basic', clause: `${WIDTH}; GB/T 15834—2011, 5.1.10`, check: markAtEnd },
  { code: 'mark-at-line-start', level: 'basic', clause: WIDTH, check: markAtStart },
  { code: 'latin-gap', level: 'basic', clause: MIXED, check: latinGap },
  { code: 'gap-beside-mark', level: 'basic', clause: MIXED, check: gapBesideMark },
  {
    code: 'loose-line',
    level: 'strict',
    clause: 'CLREQ, Text alignment and justification',
    check: looseLine,
  },
];

/** A longer one is an address, or what no line could hold. */
const LONGEST_WORD = 16;

/** The level at which a line that is let pass up to `allowed` is first at fault. */
function brokenAt(allowed: Kinsoku | undefined): Kinsoku | undefined {
  return allowed === undefined ? 'basic' : KINSOKU[KINSOKU.indexOf(allowed) + 1];
}

export function lastVisible(glyphs: readonly Glyph[]): Glyph | undefined {
  return glyphs.findLast(({ text }) => text.trim() !== '');
}

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
  const pairs = pairsOf(line);
  const between = pairs.filter(({ first, second }) => isHan(first.text) && isHan(second.text));
  const mixed = pairs.filter(({ first, second, gap }) => meetsLatin(first.text, second.text) && gap < APART);
  const gaps = (between.length > 0 ? between.map(({ gap }) => gap) : mixed.map(({ gap }) => gap - 0.25)).sort(
    (a, b) => a - b,
  );
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

const TOLERANCE = 0.06;

/** Further apart, two texts are no longer one: a label and what it stands before. */
const APART = 0.8;

function adjacentMarks(line: Line, { locale }: LineContext): string | undefined {
  const each = Math.max(0, justification(line));
  for (const { first, second, gap } of pairsOf(line)) {
    const [one, other] = [markOf(first.text, locale), markOf(second.text, locale)];
    if (!one || !other) continue;
    const { between } = squeezeBetween(one, other);
    if (between > 0 && gap > each - between + TOLERANCE)
      return `${first.text}${second.text} take ${(2 + gap).toFixed(2)} em`;
  }
  return undefined;
}

/** A centred mark between two characters stays in their middle. */
function unevenSqueeze(line: Line, { locale }: LineContext): string | undefined {
  if (!isCentred(locale)) return undefined;
  const pairs = pairsOf(line);
  for (const [index, { first, second, gap }] of pairs.entries()) {
    const before = pairs[index - 1];
    const mark = markOf(first.text, locale);
    if (!before || mark?.kind !== 'stop' || mark.left === 0) continue;
    if (!isHan(before.first.text) || !isHan(second.text)) continue;
    if (Math.abs(before.gap - gap) > TOLERANCE)
      return `${first.text} is squeezed from one side: ${before.gap.toFixed(2)} and ${gap.toFixed(2)} em`;
  }
  return undefined;
}

/** The body of a mark that is squeezed at the end of a line, which then is to end where others do. */
function markAtEnd(line: Line, { locale, edge }: LineContext): string | undefined {
  const last = lastVisible(line.glyphs);
  const mark = last && markOf(last.text, locale);
  if (!last || !mark || edge === undefined || line.isLast || line.block?.inHeading || !trimsAtEnd(mark))
    return undefined;
  const end = last.x + last.width - mark.right * last.size;
  const short = (edge - end) / last.size;
  return Math.abs(short - mark.right) < 0.1
    ? `${last.text} keeps ${short.toFixed(2)} em of white behind it`
    : undefined;
}

function trimsAtEnd({ kind, right }: Mark): boolean {
  return (kind === 'closing' || kind === 'stop') && right > 0;
}

function markAtStart({ isFirst, glyphs, before }: Line, { locale }: LineContext): string | undefined {
  const [first] = glyphs;
  const mark = first && markOf(first.text, locale);
  const [above] = before?.glyphs ?? [];
  if (isFirst || !first || mark?.kind !== 'opening' || !above || before?.isFirst) return undefined;
  const isOpening = markOf(above.text, locale)?.kind === 'opening';
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

function gapBesideMark(line: Line, { locale }: LineContext): string | undefined {
  const each = Math.max(0, justification(line));
  for (const { first, second, gap } of pairsOf(line)) {
    const isMark = (glyph: Glyph): boolean => {
      const kind = markOf(glyph.text, locale)?.kind;
      return kind === 'opening' || kind === 'closing' || kind === 'stop';
    };
    if (isMark(first) === isMark(second)) continue;
    const other = isMark(first) ? second.text : first.text;
    if (!/[\p{Script=Latin}\p{Nd}]/u.test(other)) continue;
    if (gap > each + 0.12 && (gap < 0.4 || first.font === second.font))
      return `${gap.toFixed(2)} em between ${first.text} and ${second.text}`;
  }
  return undefined;
}

function looseLine(line: Line): string | undefined {
  const each = justification(line);
  return each > 0.1 ? `${each.toFixed(2)} em between characters` : undefined;
}
