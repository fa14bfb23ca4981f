// A note stands on the page that calls it, and no line of a paragraph that calls one stands alone at a page's foot or head
// (CLREQ, Notes; Widows and orphans). Typst 0.14 keeps neither promise where the notes of a page leave too little room: it
// looks after the first note of a line and after lines without notes. So texts with notes leave a mark at each line, and
// where one stands wrong, a page is ended before it.

import type { Lines } from './composer.ts';

/** Before which texts and lines a page ends: `question-5`, `answer-5.0.2`, `answer-5.0.2:3` (the fourth line). */
export type PageBreaks = ReadonlySet<string>;

export const NO_BREAKS: PageBreaks = new Set();

export const questionId = (exchange: number): string => `question-${exchange}`;
export const answerId = (exchange: number, turn: number, paragraph: number): string =>
  `answer-${exchange}.${turn}.${paragraph}`;
/** A figure's, by the paragraph it stands before. */
export const captionId = (exchange: number, turn: number, before: number): string =>
  `caption-${exchange}.${turn}.${before}`;
export const introductionId = (paragraph: number): string => `introduction-${paragraph}`;

/** `lines` of the text `id` with a mark at the head of each, where notes are called in them, and the ends of pages. */
export function withBreaks(lines: Lines, id: string, breaks: PageBreaks): Lines {
  if (!lines.some(isCall)) return lines;
  let line = 0;
  return [
    { line: lineId(id, 0) },
    ...lines.flatMap((piece): Lines => {
      if (typeof piece !== 'boolean') return [isCall(piece) ? calledAt(piece, lineId(id, line)) : piece];
      line += 1;
      const next = lineId(id, line);
      return [piece, ...(breaks.has(next) ? [null] : []), { line: next }];
    }),
  ];
}

const lineId = (id: string, line: number): string => `${id}:${line}`;

type Call = Extract<Lines[number], { readonly mark: unknown }>;

function isCall(piece: Lines[number]): piece is Call {
  return typeof piece === 'object' && piece !== null && 'mark' in piece && hasNote(piece.mark);
}

function hasNote(mark: unknown): boolean {
  return typeof mark === 'object' && mark !== null && 'note' in mark && mark.note !== null;
}

function calledAt(call: Call, at: string): Call {
  const mark: typeof call.mark = Object.assign({}, call.mark, { at });
  return { ...call, mark };
}

/**
 * `breaks`, and in each section one more where a note or a line first stands wrong in `metadata`, as the library of the theme
 * left it; the same set where nothing can be mended. `sectionOf` says to which section an exchange belongs.
 */
export function moreBreaks(
  metadata: readonly unknown[],
  sectionOf: (exchange: number) => number,
  breaks: PageBreaks,
): PageBreaks {
  const texts = textsIn(metadata);
  const wanted = new Map<number, { readonly page: number; readonly key: string }>();
  for (const [id, text] of texts)
    for (const { page, line } of wrongIn(text)) {
      const key = breakBefore(id, line, text.pages.length);
      const section = id.startsWith('introduction') ? 0 : sectionOf(exchangeOf(id));
      const first = wanted.get(section);
      if (!breaks.has(key) && (!first || page < first.page)) wanted.set(section, { page, key });
    }
  if (wanted.size === 0) return breaks;
  return new Set([...breaks, ...[...wanted.values()].map(({ key }) => key)]);
}

interface PlacedText {
  /** That of each line. */
  readonly pages: number[];
  readonly notes: { readonly line: number; readonly page: number }[];
}

interface Wrong {
  readonly page: number;
  /** That a page should end before. */
  readonly line: number;
}

function wrongIn({ pages, notes }: PlacedText): readonly Wrong[] {
  const [first, last] = [pages[0] ?? 0, pages.at(-1) ?? 0];
  const count = pages.length;
  const alone: Wrong[] = [];
  if (first !== last && pages[1] !== first) alone.push({ page: first, line: 0 });
  if (first !== last && pages.at(-2) !== last) alone.push({ page: last, line: count - 2 });
  const parted = notes.flatMap(({ line, page }): readonly Wrong[] => {
    const called = pages[line] ?? page;
    if (page === called) return [];
    return page > called ? [{ page: called, line }] : [{ page, line: pages.indexOf(called) }];
  });
  return [...alone, ...parted];
}

/** Two lines of a paragraph stay together at least, with a question three. */
function breakBefore(id: string, line: number, count: number): string {
  const place = /^answer-(\d+)\.(\d+)\.(\d+)$/.exec(id);
  const isFirst = place !== null && place[2] === '0' && place[3] === '0';
  const at = Math.min(line, count - 2);
  if ((place || id.startsWith('introduction')) && at >= (isFirst ? 3 : 2)) return lineId(id, at);
  if (isFirst) return questionId(exchangeOf(id));
  return id.replace(/^caption/, 'answer');
}

function exchangeOf(id: string): number {
  return Number(/\d+/.exec(id)?.[0]);
}

function textsIn(metadata: readonly unknown[]): ReadonlyMap<string, PlacedText> {
  const texts = new Map<string, PlacedText>();
  for (const [at, page] of metadata.filter(isLines).flatMap(({ lines }) => lines)) {
    const { id, line } = placeOf(at);
    const text = texts.get(id) ?? { pages: [], notes: [] };
    text.pages[line] = page;
    texts.set(id, text);
  }
  for (const { at, page } of metadata.filter(isNote)) {
    const { id, line } = placeOf(at);
    texts.get(id)?.notes.push({ line, page });
  }
  return texts;
}

function placeOf(at: string): { readonly id: string; readonly line: number } {
  const [id = '', line] = at.split(':');
  return { id, line: Number(line) };
}

interface LinesMetadata {
  readonly part: 'lines';
  readonly lines: readonly (readonly [string, number])[];
}

function isLines(value: unknown): value is LinesMetadata {
  return hasPart(value, 'lines') && Array.isArray((value as Partial<LinesMetadata>).lines);
}

interface NoteMetadata {
  readonly part: 'note';
  readonly at: string;
  readonly page: number;
}

function isNote(value: unknown): value is NoteMetadata {
  return hasPart(value, 'note') && typeof (value as Partial<NoteMetadata>).at === 'string';
}

function hasPart(value: unknown, part: string): boolean {
  return typeof value === 'object' && value !== null && 'part' in value && value.part === part;
}
