// What the manuscript has beyond CommonMark: `**名字：**` opens a speaker's turn, ｜ parts a heading, `[^1]` is a note and
// `[^1]: words` gives it (as in GitHub Flavored Markdown). CommonMark would misread the first (between ： and a Chinese
// character ** closes nothing it could not open) and does not know the others, so all are masked before it reads the
// text, character for character: every position stays true.

import { positionAt } from '../model/diagnostic.ts';
import type { FaultName, Report } from './faults.ts';

/** Noncharacters, which texts do not have: the first ones that this text really lacks serve as its masks. */
const MASKS = Array.from({ length: 32 }, (_, index) => String.fromCharCode(0xfdd0 + index));

export interface Masks {
  /** Of speakers and of the bar in a heading. */
  readonly turn: string;
  /** Of a note where it is referred to. */
  readonly reference: string;
  /** Of a note where it is given. */
  readonly definition: string;
}

export interface Masked {
  readonly source: string;
  /** As it was, for what turns out to be no mark. */
  readonly original: string;
  readonly masks: Masks;
}

/** `source` with its marks, and the spaces around them, replaced by as many masks; `**名字**：` is masked like the other. */
export function maskMarks(source: string): Masked {
  const [turn = '\ufdd0', reference = '\ufdd1', definition = '\ufdd2'] = MASKS.filter(
    (candidate) => !source.includes(candidate),
  );
  const masked = source
    .replace(SPEAKER, (_, indent: string, name: string, end: string, spaces: string) => {
      const colon = end.replaceAll('*', '');
      return indent + turn.repeat(2) + name + colon + turn.repeat(2 + spaces.length);
    })
    .replace(BAR, (_, start: string, bar: string) => start + turn.repeat(bar.length))
    .replace(DEFINITION, (_, indent: string, label: string, spaces: string) => {
      return indent + definition.repeat(2) + label + definition.repeat(2 + spaces.length);
    })
    .replace(REFERENCE, (_, label: string) => reference.repeat(2) + label + reference);
  return { source: masked, original: source, masks: { turn, reference, definition } };
}

const SPEAKER = /^( {0,3}\u3000*)\*\*((?:\\[^\n]|[^*\\\n])+?)([：:]\*\*|\*\*[：:])([ \t\u3000]*)/gm;
const BAR = /^( {0,3}##[ \t][^\n]*?)([ \t]*｜[ \t]*)/gm;
const DEFINITION = /^( {0,3})\[\^([^\s[\]\\`]+)\]:([ \t]*)/gm;
const REFERENCE = /(?<!(?<!\\)(?:\\\\)*\\)\[\^([^\s[\]\\`]+)\]/g;

export interface MarkedPart {
  /** The name of a speaker or of a note. */
  readonly name: string;
  readonly words: string;
  /** Where in the text the words begin. */
  readonly start: number;
}

export interface Parts {
  readonly before: string;
  readonly marked: readonly MarkedPart[];
}

/** The words before the first speaker's mark, and each speaker with the words that follow. */
export function splitAtSpeakers(text: string, { turn }: Masks): Parts {
  return split(text, new RegExp(`${turn}{2}([^${turn}]+)[：:]${turn}{2,}`, 'g'));
}

/** The words before the first note that is given, and the name of each with the words that follow. */
export function splitAtNotes(text: string, { definition }: Masks): Parts {
  return split(text, new RegExp(`${definition}{2}([^${definition}]+)${definition}{2,}`, 'g'));
}

function split(text: string, mark: RegExp): Parts {
  const found = [...text.matchAll(mark)];
  const marked = found.map((match, index) => {
    const start = match.index + match[0].length;
    return { name: match[1] ?? '', words: text.slice(start, found[index + 1]?.index), start };
  });
  return { before: text.slice(0, found[0]?.index), marked };
}

/** The two parts of a masked heading, or its one part. */
export function splitAtBar(
  text: string,
  { turn }: Masks,
): readonly { readonly words: string; readonly start: number }[] {
  let start = 0;
  return text.split(new RegExp(`(${turn}+)`)).flatMap((words, index) => {
    const part = { words, start };
    start += words.length;
    return index % 2 === 0 ? [part] : [];
  });
}

/** Every reference to a note in a masked text. */
export function referencesIn(text: string, { reference }: Masks): readonly RegExpExecArray[] {
  return [...text.matchAll(new RegExp(`${reference}{2}([^${reference}]+)${reference}`, 'g'))];
}

/** `value`, read from `masked.source` between `start` and `end`, with what was masked there as it was written. */
export function unmasked(value: string, start: number, end: number, masked: Masked): string {
  const any = anyMask(masked.masks);
  const written = [...masked.source.slice(start, end).matchAll(any)].map(
    ({ index }) => masked.original[start + index] ?? '',
  );
  let next = 0;
  return value.replace(any, (mask) => written[next++] ?? mask);
}

function anyMask({ turn, reference, definition }: Masks): RegExp {
  return new RegExp(`[${turn}${reference}${definition}]`, 'g');
}

/** Reports each mark of `kind` that the source still has between `start` and `end`: nothing could be made of it there. */
export function reportMarks(
  fault: FaultName,
  { source, original, masks }: Masked,
  [start, end]: readonly [start: number, end: number],
  report: Report,
): void {
  for (const { index, 0: words } of referencesIn(source.slice(start, end), masks)) {
    const at = start + index;
    report(fault, positionAt(source, at), original.slice(at, at + words.length));
  }
}
