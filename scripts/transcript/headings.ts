// Which lines a transcript sets off as headings by a sign of their own: Markdown's, bold type, an ornament, brackets
// or quotation marks around the whole line, a number in a series.

import { linesOf } from './lines.ts';
import type { LineStyle } from './markup.ts';

export interface MarkedHeading {
  /** Lengths of the signs before and behind the words, which the structure makes superfluous. */
  readonly before: number;
  readonly behind: number;
}

/** The marked headings by the offsets of their lines. Whether one heads a section, its place will tell. */
export function markedHeadings(
  text: string,
  styles: readonly LineStyle[],
): ReadonlyMap<number, MarkedHeading> {
  const found = new Map<number, MarkedHeading>();
  const series = new Map<string, number[]>();
  let order = 0;
  let last: { style: string; order: number } | undefined;
  [...linesOf(text)].forEach(({ start, text: line }, index) => {
    if (line === '') return;
    order += 1;
    const { headingLevel = 0, isBold = false } = styles[index] ?? {};
    const mark = signsOf(line);
    const isStopped = STOP.test(line);
    if (headingLevel > 0 || (!isStopped && line.length <= MAX_LENGTH && (isBold || mark))) {
      found.set(start, mark ?? NONE);
      return;
    }
    const style = NUMBERS.findIndex((pattern) => pattern.test(line)).toString();
    if (style === '-1' || isStopped || line.length > MAX_LENGTH) return;
    const starts = series.get(style) ?? [];
    series.set(style, starts);
    // Items of a list stand one below the other; headings do not.
    if (last && last.style === style && last.order === order - 1) starts.push(-1);
    starts.push(start);
    last = { style, order };
  });
  for (const [style, starts] of series) {
    const isList = starts.includes(-1);
    const isSeries = starts.length > 1 || style === FIRST_NUMERAL;
    if (!isList && isSeries) for (const start of starts) found.set(start, NONE);
  }
  return found;
}

const NONE: MarkedHeading = { before: 0, behind: 0 };
const MAX_LENGTH = 40;
const STOP = /[。！!;；，,、：:…][”’」』）)】]*$|[^.]\.$/u;

const ORNAMENT = /^[■◆●▍▌▎▋►▶★☆※○□◇◎§▲△▼•·] ?(?=\S)/u;
const BRACKETED = /^[【〖〔][^】〗〕]{1,28}[】〗〕]$/u;
/** The marks may belong to the words, so they stay. */
const QUOTED = /^(?:“[^“”。！；，]{2,28}”|《[^《》]{2,28}》|〈[^〈〉]{2,28}〉)$/u;

function signsOf(line: string): MarkedHeading | undefined {
  const ornament = ORNAMENT.exec(line)?.[0].length;
  if (ornament !== undefined) return { before: ornament, behind: 0 };
  if (BRACKETED.test(line)) return { before: 1, behind: 1 };
  return QUOTED.test(line) ? NONE : undefined;
}

const NUMBERS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.．] ?\S/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)] ?\S/u,
  /^第[一二三四五六七八九十\d]{1,3}[章節节部篇回]/u,
  /^(?:part|chapter) ?[.:]? ?(?:\d{1,2}|[a-z]+)\b/iu,
  /^\d{1,2}[.．、] ?\S/u,
  /^0\d(?: \S|$)/u,
  /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/u,
];

/** 一、 begins a series even where nothing follows it. */
const FIRST_NUMERAL = '0';
