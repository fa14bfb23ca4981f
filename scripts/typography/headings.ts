// Headings in lines: broken between phrases only, on as few lines as hold them. Never justified (CLREQ, Design of headings).

import { type Cell, type CellRules, cellsOf, NEVER, type TextRun } from './cells.ts';
import { type Hanging, type Line, lineMeasure, type Piece, setLine } from './line.ts';

export interface HeadingStyle {
  /** The width of a line in ems. */
  readonly measure: number;
  /** `even`: lines of one length, rather longer downwards. `filled`: full lines that rather end after a mark. */
  readonly manner: 'even' | 'filled';
}

/** `runs` as pieces; `phrases` joined are their text. A phrase wider than a line is cut where a line may begin. */
export function composeHeading(
  runs: readonly TextRun[],
  phrases: readonly string[],
  { measure, manner }: HeadingStyle,
  rules: CellRules,
): readonly Piece[] {
  const cells = cellsOf(runs, rules);
  if (cells.length === 0) return [];
  const style = { measure, indent: 0, openingMark: 'half' } as const;
  const measureLine = lineMeasure(cells, style, true);
  const stops = stopsOf(cells, phrases, measureLine);
  const lines = cheapest({ cells, stops, measure, manner, lineOf: measureLine });
  return lines.flatMap((line, index) => [
    ...setLine(cells, line, style, runs, index === 0, hanging),
    ...(index < lines.length - 1 ? [false] : []),
  ]);
}

/** How many lines pieces are. */
export function linesIn(pieces: readonly unknown[]): number {
  return pieces.length === 0 ? 0 : 1 + pieces.filter((piece) => typeof piece === 'boolean').length;
}

/** The text of a heading aligns, and not the white of its mark; curly marks, which are small, hang out whole. */
const hanging: Hanging = ({ text, mark }) => {
  if (mark?.kind !== 'opening') return undefined;
  return /[“‘]/u.test(text) ? 1 : mark.left;
};

type MeasureLine = (start: number, end: number) => Line;

/** The cells that a line may begin with, the first and the end among them. */
function stopsOf(cells: readonly Cell[], phrases: readonly string[], lineOf: MeasureLine): readonly number[] {
  const edges = new Set<number>();
  let length = 0;
  for (const phrase of phrases) {
    length += phrase.length;
    edges.add(length);
  }
  const stops = [0];
  let at = 0;
  cells.forEach((cell, index) => {
    if (index > 0 && edges.has(at) && cell.text !== '' && cell.cost !== NEVER) {
      addInside(stops, index);
      stops.push(index);
    }
    at += cell.text.length;
  });
  addInside(stops, cells.length);
  return [...stops, cells.length];

  function addInside(found: number[], end: number): void {
    let start = found.at(-1) ?? 0;
    if (lineOf(start, end).need >= 0) return;
    for (let index = start + 1; index < end; index++) {
      if (cells[index]?.cost === NEVER || cells[index]?.text === '') continue;
      // As late as the line allows.
      const next = nextStop(index, end);
      if (lineOf(start, next).need >= 0) continue;
      found.push(index);
      start = index;
    }
  }

  function nextStop(index: number, end: number): number {
    for (let next = index + 1; next < end; next++) if (cells[next]?.cost !== NEVER) return next;
    return end;
  }
}

interface Setting {
  readonly cells: readonly Cell[];
  readonly stops: readonly number[];
  readonly measure: number;
  readonly manner: HeadingStyle['manner'];
  readonly lineOf: MeasureLine;
}

interface Node {
  readonly line: Line | undefined;
  readonly before: Node | undefined;
  readonly cost: number;
}

/** The setting on the fewest lines that costs least. */
function cheapest({ cells, stops, measure, manner, lineOf }: Setting): readonly Line[] {
  const end = stops.length - 1;
  const lineBetween = (from: number, to: number): Line => lineOf(stops[from] ?? 0, stops[to] ?? 0);
  const fits = (from: number, to: number): boolean => to - from === 1 || lineBetween(from, to).need >= 0;
  let count = 1;
  for (let from = 0, to = 1; to <= end; to++) {
    if (fits(from, to)) continue;
    count += 1;
    from = to - 1;
  }
  const even = (measure - lineBetween(0, end).need) / count;
  let best: (Node | undefined)[] = [{ line: undefined, before: undefined, cost: 0 }];
  for (let number = 0; number < count; number++) {
    const next: (Node | undefined)[] = [];
    for (let to = number + 1; to <= end; to++) {
      for (let from = to - 1; from >= 0 && fits(from, to); from--) {
        const before = best[from];
        if (!before) continue;
        const line = lineBetween(from, to);
        const last = textOf(cells.slice(stops[to - 1], stops[to]));
        const place = { number, count, even, measure, last };
        const cost = before.cost + (manner === 'even' ? costOfEven : costOfFilled)(cells, line, place);
        if (cost < (next[to]?.cost ?? NEVER)) next[to] = { line, before, cost };
      }
    }
    best = next;
  }
  const lines: Line[] = [];
  for (let node = best[end]; node?.line; node = node.before) lines.unshift(node.line);
  return lines;
}

interface LinePlace {
  /** From 0, of `count`. */
  readonly number: number;
  readonly count: number;
  /** The width that all lines would have if they were even, and that of the column, in ems. */
  readonly even: number;
  readonly measure: number;
  /** The phrase that the line ends with. */
  readonly last: string;
}

function costOfEven(cells: readonly Cell[], line: Line, place: LinePlace): number {
  const { number, count, even, measure } = place;
  const miss = (measure - line.need) / even - 1 - 0.1 * (number - (count - 1) / 2);
  if (line.end === cells.length) return miss * miss + runtCost(cells, line);
  const ending = endOf(cells, line, place);
  if (ending.isMark) return miss * miss;
  const parts = ending.leans ? 0.2 : 0.1;
  return miss * miss + (ending.partsName ? 2 * parts : parts);
}

function costOfFilled(cells: readonly Cell[], line: Line, place: LinePlace): number {
  const { measure } = place;
  if (line.end === cells.length)
    return (measure - line.need < 4 && line.start > 0 ? 0.15 : 0) + runtCost(cells, line);
  const slack = Math.max(0, line.need / measure);
  const ending = endOf(cells, line, place);
  return ending.isMark ? 0.4 * slack * slack : slack * slack + (ending.leans ? 0.13 : 0.09);
}

/** One character alone at the end looks lost. */
function runtCost(cells: readonly Cell[], { start, end }: Line): number {
  if (start === 0) return 0;
  const words = textOf(cells.slice(start, end)).replace(/[^\p{L}\p{N}]/gu, '');
  return [...words].length < 2 ? 100 : 0;
}

function endOf(cells: readonly Cell[], { end }: Line, { last }: LinePlace) {
  const next = cells[end]?.text ?? '';
  return {
    isMark: ENDS_AT_MARK.test(last),
    leans: LEANING.test(last),
    partsName: /\p{Script=Latin} $/u.test(last) && /^\p{Script=Latin}/u.test(next),
  };
}

const ENDS_AT_MARK = /[，。；：？！、…—」』）》〉”,.;:?!]\s*$/u;

/** Words that lean on what follows: a line ends with one only where nothing better offers. */
const LEANING = /的$|^[和與与或及在把將将從从要能會会才就都又也讓让給给對对向到有是並并但而為为]$/u;

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}
