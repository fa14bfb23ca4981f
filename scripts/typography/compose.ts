// Breaks a paragraph into lines as a whole (after Knuth and Plass, “Breaking paragraphs into lines”, 1981), by CLREQ:
// marks squeezed where they meet and where a line ends, no line of one character at the end, gaps as even as can be.

import { type Cell, type CellRules, cellsOf, NEVER, type TextRun } from './cells.ts';
import { HAIR, type Line, lineMeasure, type ParagraphStyle, type Piece, setLine } from './line.ts';

/** `runs` as pieces; the texts among them joined are the text of the runs, less the spaces that lines end with. */
export function composeParagraph(
  runs: readonly TextRun[],
  style: ParagraphStyle,
  rules: CellRules,
): readonly Piece[] {
  const cells = cellsOf(runs, rules);
  if (cells.length === 0) return [];
  const ragged = isRagged(cells);
  const best = breakLines(cells, style, ragged);
  const isFixed = ragged || !style.more;
  const lines = isFixed ? best : (breakOnto(cells, style, best.length + (style.more ?? 0)) ?? best);
  return lines.flatMap((line, index) => [
    ...setLine(cells, line, style, runs, index === 0),
    ...(index < lines.length - 1 ? [line.fills] : []),
  ]);
}

interface Node {
  readonly line: Line | undefined;
  readonly before: Node | undefined;
  readonly cost: number;
}

/** Long Latin words leave gaps that could only be filled by spacing the Chinese out. */
function isRagged(cells: readonly Cell[]): boolean {
  let western = 0;
  let all = 0;
  for (const { text, kind } of cells) {
    all += text.length;
    if (kind === 'narrow') western += text.replace(/[^\p{Script=Latin}]/gu, '').length;
  }
  return western >= 0.3 * all;
}

function breakLines(cells: readonly Cell[], style: ParagraphStyle, ragged: boolean): readonly Line[] {
  const measureLine = lineMeasure(cells, style, ragged);
  const best: (Node | undefined)[] = [{ line: undefined, before: undefined, cost: 0 }];
  for (let end = 1; end <= cells.length; end++) {
    const isLast = end === cells.length;
    const breakCost = isLast ? 0 : (cells[end]?.cost ?? NEVER);
    if (breakCost === NEVER) continue;
    let couldBegin = false;
    for (let start = end - 1; start >= 0; start--) {
      const from = best[start];
      const line = measureLine(start, end);
      const isTooLong = HAIR - line.need > line.shrink && line.need < 0;
      // A line too long is taken only where none could begin later: a word wider than the measure.
      if (isTooLong && couldBegin) {
        if (-line.need > line.shrink + 1) break;
        continue;
      }
      if (!from) continue;
      couldBegin = true;
      const cost = from.cost + (ragged ? raggedCost : costOf)(cells, line, isLast, isTooLong) + breakCost;
      if (cost < (best[end]?.cost ?? NEVER)) best[end] = { line, before: from, cost };
    }
  }
  const lines: Line[] = [];
  for (let node = best[cells.length]; node?.line; node = node.before) lines.unshift(node.line);
  return lines;
}

/** The cheapest setting on exactly `count` lines that a reader would not notice; undefined where there is none. */
function breakOnto(
  cells: readonly Cell[],
  style: ParagraphStyle,
  count: number,
): readonly Line[] | undefined {
  const measureLine = lineMeasure(cells, style, false);
  let best = new Map<number, Node>([[0, { line: undefined, before: undefined, cost: 0 }]]);
  for (let number = 1; number <= count; number++) {
    const next = new Map<number, Node>();
    for (const [start, before] of best) {
      for (let end = start + 1; end <= cells.length; end++) {
        const line = measureLine(start, end);
        if (line.need < 0 && HAIR - line.need > line.shrink + 1) break;
        const isLast = end === cells.length;
        const breakCost = isLast ? 0 : (cells[end]?.cost ?? NEVER);
        if (breakCost >= UNUSUAL || isLast !== (number === count) || !isQuiet(cells, line, isLast)) continue;
        const cost = before.cost + costOf(cells, line, isLast, false) + breakCost;
        if (cost < (next.get(end)?.cost ?? NEVER)) next.set(end, { line, before, cost });
      }
    }
    best = next;
  }
  const lines: Line[] = [];
  for (let node = best.get(cells.length); node?.line; node = node.before) lines.unshift(node.line);
  return lines.length === count ? lines : undefined;
}

/** A word or a term is not cut to win a line. */
const UNUSUAL = 100;

/** Ems between two characters that nobody sees. */
const QUIET = 0.08;

function isQuiet(cells: readonly Cell[], line: Line, isLast: boolean): boolean {
  if (HAIR - line.need > line.shrink && line.need < 0) return false;
  if (isLast) return runtCost(cells, line) < 1e6;
  return line.need <= 0 || (line.give > 0 && line.need / line.give <= QUIET);
}

function costOf(cells: readonly Cell[], line: Line, isLast: boolean, isTooLong: boolean): number {
  if (isTooLong) return 1e7;
  if (isLast && line.need >= 0) return runtCost(cells, line);
  if (line.need < 0) return 30 * (line.need / line.shrink) ** 2 + (isLast ? runtCost(cells, line) : 0);
  const each = line.need / Math.max(1, line.give);
  return 100 * (each / 0.06) ** 2 + (line.fills ? 0 : 20_000);
}

/** Lines of uneven length are even enough when none is much shorter than the measure. */
function raggedCost(cells: readonly Cell[], line: Line, isLast: boolean, isTooLong: boolean): number {
  if (isTooLong || line.need < 0 || isLast) return costOf(cells, line, isLast, isTooLong);
  return 20 * line.need ** 2;
}

/** One character alone at the end of a paragraph looks lost: 劃。 is one. */
function runtCost(cells: readonly Cell[], { start, end }: Line): number {
  if (start === 0) return 0;
  let content = 0;
  for (let at = start; at < end; at++) {
    const cell = cells[at];
    if (cell && !cell.mark && cell.kind !== 'space')
      content += cell.text.replace(/[^\p{L}\p{N}]/gu, '').length;
  }
  return content < 2 ? 1e6 : content < 3 ? 3 : 0;
}
