// One line: how wide it is and how far it gives, and its cells as the pieces that Typst puts in their places.

import type { OpeningMark } from '../model/settings.ts';
import { AUTOSPACE, type Cell, type TextRun } from './cells.ts';

export interface ParagraphStyle {
  /** The width of a line in ems. */
  readonly measure: number;
  /** What the first line gives up before its first character, in ems. */
  readonly indent: number;
  /** Whether a mark that opens the paragraph keeps the white before it, or half of its em is cut. */
  readonly openingMark: OpeningMark;
  /** So many lines more or fewer than the best setting has, where that sets no line too loose or too tight. */
  readonly more?: number;
}

/**
 * What stands after one another: text, white in thousandths of an em (less than nothing draws together), and the end of
 * a line: true where the line fills the measure, before it a hyphen where a word goes on behind it.
 */
export type Piece = string | number | boolean | TextRun | { readonly hyphen: number };

/** How far a line may give: a mark half of its white, a gap half of its own, a space a third. */
const GIVE = { mark: 0.5, gap: 0.125, space: 1 / 3 };

/** What a hyphen takes, with the white before it, in ems. */
const HYPHEN = 0.33;

/** So that rounding never makes a line too long. */
export const HAIR = 0.006;

export interface Line {
  readonly start: number;
  readonly end: number;
  /** What has to be added to the line, in ems, and what it can be drawn together by. */
  readonly need: number;
  readonly shrink: number;
  /** Between how many characters what has to be added can go. */
  readonly give: number;
  readonly fills: boolean;
}

/** Sums once for the paragraph, so that a line is measured by a few differences. */
export function lineMeasure(
  cells: readonly Cell[],
  style: ParagraphStyle,
  ragged: boolean,
): (start: number, end: number) => Line {
  const widths = [0];
  const shrinks = [0];
  const counts = [0];
  cells.forEach((cell, at) => {
    const behind = (at === 0 ? 0 : cell.before) + cell.width + cell.after;
    widths.push((widths[at] ?? 0) + behind);
    shrinks.push((shrinks[at] ?? 0) + shrinkOf(cell));
    counts.push((counts[at] ?? 0) + (cell.gives ? 1 : 0));
  });
  return (start, end) => {
    const last = lastVisible(cells, start, end);
    const first = cells[start];
    const closing = cells[last];
    if (!first || !closing) return { start, end, need: 0, shrink: 0, give: 0, fills: false };
    const trims = startTrim(first, start === 0, style) + endTrim(closing);
    const width =
      (widths[last + 1] ?? 0) -
      (widths[start] ?? 0) -
      (start === 0 ? 0 : first.before + first.kern) -
      closing.after -
      trims;
    const hyphen = cells[end]?.hyphenates ? HYPHEN : 0;
    const need = style.measure - (start === 0 ? style.indent : 0) - width - hyphen;
    const shrink = (shrinks[last] ?? 0) - (shrinks[start] ?? 0) - (last > start ? shrinkAtStart(first) : 0);
    const give = (counts[last] ?? 0) - (counts[start] ?? 0);
    return {
      start,
      end,
      need,
      shrink,
      give,
      fills: !ragged && (need <= 0 || (give > 0 && need / give < LOOSEST)),
    };
  };
}

/** Wider gaps would tear a line apart: it is left ragged, as a line that only an address could have filled. */
const LOOSEST = 0.25;

function lastVisible(cells: readonly Cell[], start: number, end: number): number {
  let last = end - 1;
  while (last > start && cells[last]?.kind === 'space') last -= 1;
  return last;
}

function shrinkOf({ kind, width, mark, before, after }: Cell): number {
  if (kind === 'space') return width * GIVE.space;
  const gap = after >= AUTOSPACE ? GIVE.gap : 0;
  return gap + shrinkOfMark(mark, before, after);
}

function shrinkOfMark(mark: Cell['mark'], before: number, after: number): number {
  if (!mark || before !== 0 || after !== 0) return 0;
  return (mark.left + mark.right) * GIVE.mark;
}

/** What a mark that begins a line cannot give any more. */
function shrinkAtStart({ mark, before, after }: Cell): number {
  return mark?.kind === 'opening' ? shrinkOfMark(mark, before, after) : 0;
}

function startTrim({ mark }: Cell, opensParagraph: boolean, { openingMark }: ParagraphStyle): number {
  if (opensParagraph && openingMark === 'full') return 0;
  return mark?.kind === 'opening' ? mark.left : 0;
}

/** A mark at the end of a line takes half an em (GB/T 15834—2011, 5.1.10), a centred one from both sides. */
function endTrim({ mark, before }: Pick<Cell, 'mark' | 'before'>): number {
  if (mark?.kind !== 'closing' && mark?.kind !== 'stop') return 0;
  return mark.right + (before < 0 ? 0 : mark.left);
}

/** How far a cell that begins a line stands out to the left of it, in ems; undefined where it does not. */
export type Hanging = (cell: Cell) => number | undefined;

const NO_CELL: Pick<Cell, 'mark' | 'before'> = { mark: undefined, before: 0 };

export function setLine(
  cells: readonly Cell[],
  line: Line,
  style: ParagraphStyle,
  runs: readonly TextRun[],
  opensParagraph: boolean,
  hangs: Hanging = () => undefined,
): readonly Piece[] {
  const last = lastVisible(cells, line.start, line.end);
  const tight = line.need < 0 && line.shrink > 0 ? Math.min(1, (HAIR - line.need) / line.shrink) : 0;
  const each = line.fills && line.need > 0 && line.give > 0 ? line.need / line.give : 0;
  const space = last < line.end - 1 ? cells[last + 1] : undefined;
  // The last line of a paragraph has room behind its mark.
  const trims = line.end < cells.length || line.need < endTrim(cells[last] ?? NO_CELL);
  const writer = pieceWriter(runs);
  for (let at = line.start; at <= last; at++) {
    const cell = cells[at];
    if (!cell) continue;
    const { mark } = cell;
    let before = at === line.start ? Math.max(0, cell.before) : cell.before;
    let after = at === last ? 0 : cell.after;
    if (at < last) {
      const drawn = tight * shrinkOf(cell);
      const isCut = at === line.start && mark?.kind === 'opening';
      const byMark = isCut ? 0 : tight * shrinkOfMark(mark, cell.before, cell.after);
      if (mark && byMark > 0) {
        before -= byMark * (mark.left / (mark.left + mark.right));
        after -= byMark * (mark.right / (mark.left + mark.right));
      } else if (!mark && drawn > 0) after -= drawn;
    }
    const hung = at === line.start ? hangs(cell) : undefined;
    if (hung !== undefined) before = -hung;
    else if (at === line.start) {
      // Typst itself cuts a mark that begins a line, but for the first, which stands behind the indent.
      if (opensParagraph) before -= startTrim(cell, true, style);
    }
    if (at === last) {
      const trim = trims ? endTrim(cell) : 0;
      if (trim > 0 && mark) {
        before -= trim - mark.right;
        after -= mark.right;
      }
      // Typst widens the line behind the last character too, unless nothing follows that.
      if (cell.gives && (trim > 0 || space)) after -= each;
    }
    const isKept = hung !== undefined || (opensParagraph && at === line.start && mark?.kind === 'opening');
    writer.white(before, isKept);
    writer.text(cell, at > line.start);
    writer.white(after);
  }
  if (cells[line.end]?.hyphenates) writer.hyphen();
  // The space that a line ends with is kept for those who copy or listen, and takes no room.
  if (space && line.end < cells.length) {
    writer.text(space, true);
    writer.white(-space.width - (space.gives ? each : 0));
  }
  return writer.end();
}

interface PieceWriter {
  readonly white: (ems: number, always?: boolean) => void;
  readonly text: (cell: Cell, isKerned: boolean) => void;
  readonly hyphen: () => void;
  readonly end: () => readonly Piece[];
}

/** Nobody sees less; it is made up for where there is more. */
const LEAST_WHITE = 0.004;

/**
 * Neighbouring texts of one run become one piece, neighbouring whites one number; what a number was rounded by goes to the
 * next, so that a line of many marks is as long as it was reckoned.
 */
function pieceWriter(runs: readonly TextRun[]): PieceWriter {
  const pieces: Piece[] = [];
  let white = 0;
  let isWanted = false;
  let lastRun = -1;
  const take = (): number => {
    const thousandths = Math.abs(white) < LEAST_WHITE ? 0 : Math.floor(1000 * white + 0.5);
    white -= thousandths / 1000;
    return thousandths;
  };
  return {
    end: () => {
      const thousandths = take();
      return thousandths === 0 ? pieces : [...pieces, thousandths];
    },
    hyphen: () => {
      const thousandths = take();
      if (thousandths !== 0) pieces.push(thousandths);
      pieces.push({ hyphen: HYPHEN });
      lastRun = -1;
    },
    white: (ems, always = false) => {
      white += ems;
      isWanted ||= always;
    },
    text: ({ text, run, kern }, isKerned) => {
      if (isKerned && kern !== 0 && Math.abs(white) >= LEAST_WHITE) white += kern;
      const thousandths = take();
      const last = pieces.at(-1);
      const mark = runs[run]?.mark ?? null;
      // Typst cuts a mark that has no white at all before it.
      if (thousandths !== 0 || isWanted) pieces.push(thousandths || 1);
      const joins = thousandths === 0 && !isWanted && lastRun === run;
      if (joins && typeof last === 'string') pieces[pieces.length - 1] = last + text;
      else if (joins && typeof last === 'object' && 'text' in last)
        pieces[pieces.length - 1] = { ...last, text: last.text + text };
      else pieces.push(mark === null ? text : { text, mark });
      isWanted = false;
      lastRun = run;
    },
  };
}
