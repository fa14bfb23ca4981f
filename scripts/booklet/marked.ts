// A text with its marks as the runs that a theme sets: each in one look, a note as a run without words.

import type { Mark, Text } from '../model/interview.ts';

export interface MarkedRun {
  /** Empty for a note alone. */
  readonly text: string;
  /** Null for plain words, as most are. */
  readonly mark: RunMark | null;
}

export interface RunMark {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  /** Quotation marks and apostrophes of English words. */
  readonly english: boolean;
  /** Whether each character has a dot below it. */
  readonly dots: boolean;
  /** The address that the words lead to. */
  readonly link: string | null;
  /** Where the words of a link end, its address, unless they are the address: paper has no other way to it. */
  readonly address: string | null;
  /** What stands at the foot of the page. */
  readonly note: readonly MarkedRun[] | null;
}

/** The runs of `text` in order; their texts joined are its text, and no run is cut more often than its marks ask. */
export function markedRuns({ text, marks = [] }: Text): readonly MarkedRun[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])];
  const cuts = edges.filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1] ?? start;
    const words = text.slice(start, end);
    return [
      ...marks.flatMap((mark) => (mark.kind === 'note' && mark.end === start ? [noteRun(mark.note)] : [])),
      ...(words === '' ? [] : [{ text: words, mark: lookOf(text, marks, start, end) }]),
    ];
  });
}

function noteRun(note: Text): MarkedRun {
  return { text: '', mark: { ...PLAIN, note: markedRuns(note) } };
}

function lookOf(text: string, marks: readonly Mark[], start: number, end: number): RunMark | null {
  const around = marks.filter((mark) => mark.kind !== 'note' && mark.start <= start && end <= mark.end);
  if (around.length === 0) return null;
  const has = (kind: Mark['kind']): boolean => around.some((mark) => mark.kind === kind);
  const link = around.find((mark) => mark.kind === 'link');
  return {
    ...PLAIN,
    strong: has('strong'),
    emphasis: has('emphasis'),
    code: has('code'),
    link: link?.kind === 'link' ? link.url : null,
    address:
      link?.kind === 'link' && link.end === end ? addressOf(link.url, text.slice(link.start, end)) : null,
  };
}

function addressOf(url: string, words: string): string | null {
  const address = url.replace(/^mailto:/i, '');
  return words === address ? null : address;
}

export const PLAIN: RunMark = {
  strong: false,
  emphasis: false,
  code: false,
  english: false,
  dots: false,
  link: null,
  address: null,
  note: null,
};
