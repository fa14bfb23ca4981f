// What the pages of an edition have to say, in order: headings and paragraphs, and beside them notes and captions.

import type { Position } from '../model/diagnostic.ts';
import type { Edition } from '../model/edition.ts';
import type { Mark, Text, Turn } from '../model/interview.ts';
import type { BlockKind } from './structure.ts';

export interface ExpectedText {
  readonly text: string;
  readonly kind: Exclude<BlockKind, 'other'>;
  /** Where it stands in the manuscript. */
  readonly at?: Position;
  readonly marks: readonly Mark[];
  /** What may stand before it where nothing else may; undefined where other things can. */
  readonly labels?: readonly string[];
}

export function expectedTexts({ interview, labels }: Edition): readonly ExpectedText[] {
  const { lead, sections, interviewee } = interview;
  const named = [labels.answer, ...(interviewee ? [interviewee.name] : [])];
  const turnTexts = (turn: Turn, opensSection: boolean): readonly ExpectedText[] => {
    const before = (index: number): readonly ExpectedText[] =>
      (turn.inserts ?? []).flatMap((insert) => {
        if (insert.before !== index) return [];
        if (insert.kind === 'side-head') return textsOf(insert.text, 'heading');
        const { caption, description } = insert.figure;
        return textsOf(caption ?? description, 'caption');
      });
    const own = turn.speaker === undefined ? named : [turn.speaker];
    return [
      ...turn.paragraphs.flatMap((text, index) => [
        ...before(index),
        ...textsOf(text, 'paragraph', index > 0 ? [] : opensSection ? undefined : own),
      ]),
      ...before(turn.paragraphs.length),
    ];
  };
  return [
    ...lead.flatMap((text) => textsOf(text, 'paragraph')),
    ...sections.flatMap(({ kicker, title, exchanges }) => [
      ...(kicker ? textsOf(kicker, 'heading') : []),
      ...textsOf(title, 'heading'),
      ...exchanges.flatMap(({ question, answer }, index) => [
        ...textsOf(question, 'heading'),
        // Before the first answer of a section stand its opening, and the quotation that closes the one before.
        ...answer.flatMap((turn, at) => turnTexts(turn, index === 0 && at === 0)),
      ]),
    ]),
  ];
}

/** A text, and behind it the notes that it calls. */
function textsOf(
  { text, at, marks = [] }: Text,
  kind: ExpectedText['kind'],
  labels?: readonly string[],
): readonly ExpectedText[] {
  const here = at && { at };
  const notes = marks.flatMap((mark): readonly ExpectedText[] => {
    if (mark.kind === 'note') {
      const words = withAddresses(mark.note);
      return [{ text: words, kind: 'note', marks: [], ...here, ...(mark.note.at && { at: mark.note.at }) }];
    }
    const address = mark.kind === 'link' ? addressOf(mark.url, text.slice(mark.start, mark.end)) : undefined;
    return address === undefined ? [] : [{ text: address, kind: 'note', marks: [], ...here }];
  });
  return [{ text, kind, marks, ...here, ...(labels && { labels }) }, ...notes];
}

/** On paper a link leads nowhere: its address is printed behind the words that are a link in a note. */
function withAddresses({ text, marks = [] }: Text): string {
  const links = marks.filter((mark) => mark.kind === 'link').sort((a, b) => b.end - a.end);
  return links.reduce((words, { start, end, url }) => {
    const address = addressOf(url, text.slice(start, end));
    return address === undefined ? words : `${words.slice(0, end)} ${address}${words.slice(end)}`;
  }, text);
}

function addressOf(url: string, words: string): string | undefined {
  const address = url.replace(/^mailto:/i, '');
  return words === address ? undefined : address;
}
