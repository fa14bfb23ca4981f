// The text page of a format: a whole number of characters by a whole number of lines (CLREQ 2.3, 2.4), on margins in the
// proportion that the theme has drawn for A5. Facing pages share the grid, since both are as high and start as high.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm, type Pt, pt, type Size, toMm, toPt } from '../model/length.ts';

/** How a theme draws its text page on A5. */
export interface PageDesign {
  /** The em box of the body, 10 to 11 pt. */
  readonly bodySize: Pt;
  /** From baseline to baseline. */
  readonly linePitch: Pt;
  /** Characters in a line, beside the rail where there is one. */
  readonly measure: number;
  /** A column for labels before the text, with its gap. */
  readonly rail: Pt;
  /** The size of the introduction, whose lines are as long in whole characters of it. */
  readonly introduction: Pt;
  /** Characters that a paragraph is indented by. */
  readonly indent: number;
  /** Whether the speaker's name stands in the line, one character before the text, or beside the column. */
  readonly speaker: 'in-line' | 'beside';
  readonly lines: number;
  /** The margin at the spine, and that over the first line. */
  readonly inner: Mm;
  readonly head: Mm;
}

export interface PageGeometry {
  readonly trim: Size<Mm>;
  readonly bodySize: Pt;
  readonly linePitch: Pt;
  readonly measure: number;
  readonly rail: Pt;
  readonly lines: number;
  readonly inner: Mm;
  readonly outer: Mm;
  readonly head: Mm;
  readonly foot: Mm;
  /** How much larger what is shown and not read is than on A5: covers, numerals, quotes. */
  readonly scale: number;
}

const A5: Size<Mm> = { width: mm(148), height: mm(210) };

/** Less is no book page: a line of fewer characters cannot be justified, and thumbs need a margin. */
const LEAST = { measure: 16, lines: 16, margin: mm(10) };

/** A longer line loses the eye on its way back. */
const LONGEST_MEASURE = 40;

/** Error: `booklet/format-too-small`. */
export function layPage(trim: Size<Mm>, design: PageDesign): Result<PageGeometry> {
  const scale = Math.min(trim.width / A5.width, trim.height / A5.height);
  const bodySize = pt(Math.min(11, Math.max(10, Math.round(2 * design.bodySize * scale) / 2)));
  const larger = bodySize / design.bodySize;
  const linePitch = pt(rounded(design.linePitch * larger));
  const rail = pt(rounded(design.rail * larger));

  const drawn = drawnBlock(design);
  const across = toPt(mm(trim.width * (drawn.width / A5.width)));
  const measure = Math.min(LONGEST_MEASURE, Math.round((across - rail) / bodySize));
  const down = toPt(mm(trim.height * (drawn.height / A5.height)));
  const lines = Math.round((down - bodySize) / linePitch) + 1;

  const besides = trim.width - toMm(pt(rail + measure * bodySize));
  const inner = mm(rounded(besides * (design.inner / (A5.width - drawn.width))));
  const above = trim.height - toMm(pt((lines - 1) * linePitch + bodySize));
  const head = mm(rounded(above * (design.head / (A5.height - drawn.height))));
  const page: PageGeometry = {
    trim: { width: trim.width, height: trim.height },
    bodySize,
    linePitch,
    measure,
    rail,
    lines,
    inner,
    outer: mm(rounded(besides - inner)),
    head,
    foot: mm(rounded(above - head)),
    scale,
  };
  const { outer, foot } = page;
  const isBook =
    measure >= LEAST.measure &&
    lines >= LEAST.lines &&
    Math.min(inner, outer, head, foot) >= LEAST.margin - 1e-6;
  return isBook ? success(page) : failure(tooSmall(trim, page));
}

/** How running text is set, in characters. */
export interface Columns {
  /** Characters in a line of the introduction, and of an answer. */
  readonly introduction: number;
  readonly answer: number;
  readonly indent: number;
  readonly speaker: PageDesign['speaker'];
}

/** Answers fill the measure; the introduction, in type of its own size, what whole characters of it do. */
export function columnsOf({ measure }: PageGeometry, design: PageDesign): Columns {
  const { indent, speaker, bodySize, introduction } = design;
  const whole = Math.floor((measure * bodySize) / introduction + 1e-6);
  return { introduction: whole, answer: measure, indent, speaker };
}

/** The text block on A5, rail and all. */
function drawnBlock({ bodySize, linePitch, measure, rail, lines }: PageDesign): Size<Mm> {
  return {
    width: toMm(pt(rail + measure * bodySize)),
    height: toMm(pt((lines - 1) * linePitch + bodySize)),
  };
}

/** Free of what floating point adds: the same on every machine, and 20 where 20 was drawn. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function tooSmall({ width, height }: Size<Mm>, { measure, lines, inner, outer }: PageGeometry): Diagnostic {
  const margin = Math.floor(10 * Math.min(inner, outer)) / 10;
  return {
    code: 'booklet/format-too-small',
    severity: 'error',
    message: `a page of ${width} × ${height} mm leaves ${measure} characters by ${lines} lines with margins of ${margin} mm`,
    hint: `Choose a larger format in press.yaml: at least ${LEAST.measure} characters, ${LEAST.lines} lines and ${LEAST.margin} mm are a page. A5 is 148x210.`,
  };
}
