// From words as Markdown has them to the texts of the interview.

import { joinLines } from '../chinese/lines.ts';
import { type Position, positionAt } from '../model/diagnostic.ts';
import { compareMarks, type Mark, type Text } from '../model/interview.ts';
import type { Report } from './faults.ts';
import type { WordMark, Words } from './inline.ts';
import type { Masked } from './marks.ts';

/** What the readers of blocks share: how marks are masked, whose answers these are, where notes and faults go. */
export interface Context {
  readonly masked: Masked;
  readonly interviewee: string | undefined;
  readonly report: Report;
  /** What a note says that is referred to; undefined, and reported, where there is none. */
  readonly noteOf: (label: string, at: Position) => Text | undefined;
}

/** The words as one line of text. What is set apart in them is dropped here, with a warning, and a note is an error. */
export function textOf(words: Words, context: Context): Text {
  reportDropped(words, context);
  const { turn, definition } = context.masked.masks;
  return {
    text: trimmed(words.value, words.raw).replaceAll(turn, '').replaceAll(definition, ''),
    at: words.at,
  };
}

/** The words as one line of text with its marks, where no note can stand: that is an error. */
export function unnotedTextOf(words: Words, context: Context): Text {
  if (words.value.includes(context.masked.masks.definition)) context.report('note-place', words.at);
  const marks = words.marks.filter((mark) => {
    if (mark.kind === 'note') context.report('note-here', mark.at, `[^${mark.label}]`);
    return mark.kind !== 'note';
  });
  return markedTextOf({ ...words, marks }, context);
}

function reportDropped({ value, at, marks }: Words, { masked, report }: Context): void {
  // A speaker's mark where nobody takes a turn is emphasis.
  if (value.includes(masked.masks.turn)) report('emphasis', at, value);
  if (value.includes(masked.masks.definition)) report('note-place', at);
  for (const mark of marks) {
    const words = value.slice(mark.start, mark.end);
    if (mark.kind === 'strong' || mark.kind === 'emphasis') report('emphasis', mark.at, words);
    if (mark.kind === 'code') report('inline-code', mark.at, words);
    if (mark.kind === 'note') report('note-here', mark.at, `[^${mark.label}]`);
    if (mark.kind === 'link' && mark.url.replace('mailto:', '') !== words) report('link', mark.at, words);
  }
}

/** The words as one line of text with its marks. A speaker's mark where nobody takes a turn is bold type. */
export function markedTextOf(words: Words, context: Context): Text {
  const { value, marks } = withoutMasks(words, context.masked.masks.turn);
  const { before, inner } = inside(value, words.raw);
  const text = joinLines(inner);
  const place = (offset: number): number => joinLines(inner.slice(0, offset)).length;
  const resolved = marks.flatMap((mark): Mark[] => {
    let start = Math.max(0, Math.min(mark.start - before, inner.length));
    let end = Math.max(0, Math.min(mark.end - before, inner.length));
    while (end > 0 && isWhite(inner[end - 1])) end -= 1;
    if (mark.kind === 'note') {
      const note = context.noteOf(mark.label, mark.at);
      return note ? [{ kind: 'note', note, start: place(end), end: place(end) }] : [];
    }
    while (start < end && isWhite(inner[start])) start += 1;
    if (start >= end) return [];
    let from = place(start);
    while (isWhite(text[from])) from += 1;
    const stretch = { start: from, end: place(end) };
    return [
      mark.kind === 'link' ? { kind: 'link', url: mark.url, ...stretch } : { kind: mark.kind, ...stretch },
    ];
  });
  const merged = mergeMarks(resolved, text);
  return { text, at: words.at, ...(merged.length > 0 && { marks: merged }) };
}

/** In their order, those of one kind with nothing or white space between them as one. */
export function mergeMarks(marks: readonly Mark[], text: string): readonly Mark[] {
  const merged: Mark[] = [];
  for (const mark of [...marks].sort(compareMarks)) {
    const at = merged.findLastIndex(({ kind }) => kind === mark.kind);
    const last = merged[at];
    const isOne =
      last && mark.kind !== 'link' && mark.kind !== 'note' && text.slice(last.end, mark.start).trim() === '';
    if (isOne) merged[at] = { ...last, end: Math.max(last.end, mark.end) };
    else merged.push(mark);
  }
  return merged.sort(compareMarks);
}

/** A stretch of words: what it reads and what is written there, with where each begins. */
export function sliceOf(
  words: Words,
  read: { readonly words: string; readonly start: number },
  written: { readonly words: string; readonly start: number },
  source: string,
): Words {
  const end = read.start + read.words.length;
  const offset = words.offset + written.start;
  const marks = words.marks.flatMap((mark): WordMark[] => {
    const isIn = mark.kind === 'note' ? mark.start >= read.start : mark.end > read.start;
    if (!isIn || (mark.kind === 'note' ? mark.end > end : mark.start >= end)) return [];
    const from = Math.max(mark.start, read.start) - read.start;
    return [{ ...mark, start: from, end: Math.min(mark.end, end) - read.start }];
  });
  return { value: read.words, raw: written.words, offset, at: positionAt(source, offset), marks };
}

/** Spaces at the edge do not count, and neither does an indent of ideographic ones, unless written as references. */
export function trimmed(value: string, raw: string): string {
  return joinLines(inside(value, raw).inner);
}

function inside(value: string, raw: string): { readonly before: number; readonly inner: string } {
  const before = /^[ \t\u00a0\u3000]*/.exec(raw)?.[0].length ?? 0;
  const after = /[ \t\u00a0\u3000]*$/.exec(raw)?.[0].length ?? 0;
  return { before, inner: value.slice(before, Math.max(before, value.length - after)) };
}

function withoutMasks({ value, marks, at }: Words, mask: string): Pick<Words, 'value' | 'marks'> {
  if (!value.includes(mask)) return { value, marks };
  const place = (offset: number): number => value.slice(0, offset).replaceAll(mask, '').length;
  const names = [...value.matchAll(new RegExp(`${mask}{2}([^${mask}]+)${mask}{2,}`, 'g'))];
  const strong = names.map(({ index, 0: all }): WordMark => {
    return { kind: 'strong', start: place(index), end: place(index + all.length), at };
  });
  const kept = marks.map((mark) => ({ ...mark, start: place(mark.start), end: place(mark.end) }));
  return { value: value.replaceAll(mask, ''), marks: [...kept, ...strong] };
}

function isWhite(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character);
}
