// The interview as every phase knows it: what was said, in order, with the editor's summary beside it.

import type { Position } from './diagnostic.ts';

/** A run of plain text, and where it stands in the manuscript when it was read from one. */
export interface Text {
  readonly text: string;
  readonly at?: Position;
  /** Where the words of a draft stand in the answer, in order, as the manuscript has it: put together they are the draft. */
  readonly drawnFrom?: readonly Passage[];
  /** What is set apart in it, and its notes, in the order of `compareMarks`. None is no key. */
  readonly marks?: readonly Mark[];
}

/**
 * A stretch of a text, in UTF-16 units, the end exclusive. Between two of one kind, but for links and notes, stand words;
 * none begins or ends with white space. A note has no words in the text: it begins and ends behind the word that
 * it is about.
 */
export type Mark = Stretch &
  (
    | { readonly kind: 'strong' | 'emphasis' | 'code' }
    | { readonly kind: 'link'; readonly url: string }
    | { readonly kind: 'note'; readonly note: Text }
  );

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** As they begin; of two that begin together the wider first, and a note, which is the narrowest, last. */
export function compareMarks(one: Mark, other: Mark): number {
  return (
    one.start - other.start || other.end - one.end || KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)
  );
}

const KINDS: readonly Mark['kind'][] = ['link', 'strong', 'emphasis', 'code', 'note'];

/** A run of an answer: which turn and which of its paragraphs, from 0, and UTF-16 units of that, the end exclusive. */
export interface Passage {
  readonly turn: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export interface Person {
  readonly name: string;
  /** Office or affiliation, such as 北京智源人工智能研究院院長. */
  readonly role?: string;
  /** Where they stand in the manuscript when they were read from one. */
  readonly at?: { readonly name: Position; readonly role?: Position };
}

/** One speaker's uninterrupted words. No speaker means the interviewee. */
export interface Turn {
  readonly speaker?: string;
  /** What was said. */
  readonly paragraphs: readonly Text[];
  /** What the editor has put between the paragraphs, in order. None is no key. */
  readonly inserts?: readonly Insert[];
}

/** Stands above the paragraph `before`, counted from 0; below the last one where there is no such paragraph. */
export type Insert = { readonly before: number } & (
  | { readonly kind: 'side-head'; readonly text: Text }
  | { readonly kind: 'figure'; readonly figure: Figure }
);

/** A file beside the manuscript: its path from there, with forward slashes. */
export interface Picture {
  readonly file: string;
  readonly at?: Position;
}

export interface Figure extends Picture {
  /** What is to be seen, for those who cannot; the caption too where there is no other. May be empty. */
  readonly description: Text;
  readonly caption?: Text;
}

export interface Portrait extends Picture {
  /** Who took it, such as 攝影／張三. */
  readonly credit?: Text;
}

/** One question and its answer. */
export interface Exchange {
  readonly question: Text;
  readonly takeaway?: Text;
  readonly points: readonly Text[];
  readonly answer: readonly Turn[];
}

export interface Section {
  /** The first line of a two-line heading, such as 百模大戰. */
  readonly kicker?: Text;
  readonly title: Text;
  /** The section in one line, where it has many exchanges: one of its takeaways. */
  readonly gist?: Text;
  /** The strongest sentence of its answers, where the interview's own quotes have none of it. */
  readonly quote?: Text;
  readonly exchanges: readonly Exchange[];
}

/** Where words worth a page of their own come from: only the editor's own quotes, or the strongest sentences besides. */
export type PullQuotes = 'chosen' | 'own';

/** Whether a person has been over the takeaways and points. */
export type SummaryState = 'edited' | 'drafted';

export interface Interview {
  readonly title: Text;
  readonly subtitle?: Text;
  /** Who wrote it down, in the words of the source: 文／李明　攝影／張三. */
  readonly byline?: Text;
  readonly interviewer?: Person;
  readonly interviewee?: Person;
  readonly portrait?: Portrait;
  /** Where and when it was published, in the words of the source. */
  readonly source?: Text;
  readonly date?: Text;
  readonly summary?: SummaryState;
  /** How long it is to be presented. */
  readonly minutes?: number;
  /** A sentence or two about the interview, for the back cover. */
  readonly blurb?: Text;
  /** The interviewee's own words that close the deck and stand on the back cover. */
  readonly closing?: Text;
  /** The interviewee's own words worth a page of their own; each stands in one of the answers. */
  readonly quotes: readonly Text[];
  /** Chosen where it is left out. */
  readonly pullQuotes?: PullQuotes;
  /** Where the interview can be read, an address of the web: the last slide links to it. */
  readonly link?: string;
  readonly lead: readonly Text[];
  readonly sections: readonly Section[];
}

/** Applies `convert` to every text a reader sees, names of people, notes and captions included. */
export function mapTexts(interview: Interview, convert: (text: Text) => Text): Interview {
  const text = (value: Text): Text => withNotes(convert(value));
  const withNotes = (value: Text): Text =>
    value.marks?.some(({ kind }) => kind === 'note')
      ? {
          ...value,
          marks: value.marks.map((mark) =>
            mark.kind === 'note' ? { ...mark, note: text(mark.note) } : mark,
          ),
        }
      : value;
  // A quotation may run on from one paragraph to the next: no note comes between them.
  const texts = (values: readonly Text[]): readonly Text[] => values.map(convert).map(withNotes);
  const words = (value: string, at?: Position): string => convert({ text: value, ...(at && { at }) }).text;
  const person = (value: Person): Person => ({
    ...value,
    name: words(value.name, value.at?.name),
    ...(value.role !== undefined && { role: words(value.role, value.at?.role) }),
  });
  const insert = (value: Insert): Insert => {
    if (value.kind === 'side-head') return { ...value, text: text(value.text) };
    const { description, caption } = value.figure;
    const described = { description: text(description), ...(caption && { caption: text(caption) }) };
    return { ...value, figure: { ...value.figure, ...described } };
  };
  const turn = (value: Turn): Turn => ({
    // A speaker's name stands on the line of what it opens.
    ...(value.speaker !== undefined && { speaker: words(value.speaker, lineOf(value.paragraphs[0]?.at)) }),
    paragraphs: texts(value.paragraphs),
    ...(value.inserts && { inserts: value.inserts.map(insert) }),
  });
  const exchange = (value: Exchange): Exchange => ({
    question: text(value.question),
    ...(value.takeaway && { takeaway: text(value.takeaway) }),
    points: value.points.map(text),
    answer: value.answer.map(turn),
  });
  const section = (value: Section): Section => ({
    ...(value.kicker && { kicker: text(value.kicker) }),
    title: text(value.title),
    ...(value.gist && { gist: text(value.gist) }),
    ...(value.quote && { quote: text(value.quote) }),
    exchanges: value.exchanges.map(exchange),
  });
  const { portrait } = interview;
  return {
    title: text(interview.title),
    ...(interview.subtitle && { subtitle: text(interview.subtitle) }),
    ...(interview.byline && { byline: text(interview.byline) }),
    ...(interview.interviewer && { interviewer: person(interview.interviewer) }),
    ...(interview.interviewee && { interviewee: person(interview.interviewee) }),
    ...(portrait && {
      portrait: { ...portrait, ...(portrait.credit && { credit: text(portrait.credit) }) },
    }),
    ...(interview.source && { source: text(interview.source) }),
    ...(interview.date && { date: text(interview.date) }),
    ...(interview.summary && { summary: interview.summary }),
    ...(interview.minutes !== undefined && { minutes: interview.minutes }),
    ...(interview.blurb && { blurb: text(interview.blurb) }),
    ...(interview.closing && { closing: text(interview.closing) }),
    quotes: interview.quotes.map(text),
    ...(interview.pullQuotes && { pullQuotes: interview.pullQuotes }),
    ...(interview.link !== undefined && { link: interview.link }),
    lead: texts(interview.lead),
    sections: interview.sections.map(section),
  };
}

function lineOf(at: Position | undefined): Position | undefined {
  return at && { line: at.line, column: 1 };
}

/** Every text a reader sees, in reading order, people, speakers and notes included; notes after their paragraphs. */
export function textsOf(interview: Interview): readonly Text[] {
  const texts: Text[] = [];
  mapTexts(interview, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
