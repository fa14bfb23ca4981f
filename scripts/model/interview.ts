// The interview as every phase knows it: what was said, in order, with the editor's summary beside it.

import type { Position } from './diagnostic.ts';

/** A run of plain text, and where it stands in the manuscript when it was read from one. */
export interface Text {
  readonly text: string;
  readonly at?: Position;
  /** Where the words of a draft stand in the answer, in order, as the manuscript has it: put together they are the draft. */
  readonly drawnFrom?: readonly Passage[];
  /** What is set apart in it, and its notes, in the order in which they begin; of two that begin together the wider first. */
  readonly marks?: readonly Mark[];
}

/**
 * A stretch of a text, in UTF-16 units, the end exclusive. Marks lie inside one another or apart, and neither begin nor
 * end with white space. A note has no words in the text: it begins and ends behind the one it is about.
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
}

/** One speaker's uninterrupted words. No speaker means the interviewee. */
export interface Turn {
  readonly speaker?: string;
  readonly paragraphs: readonly Text[];
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
  readonly exchanges: readonly Exchange[];
}

/** Whether a person has been over the takeaways and points. */
export type SummaryState = 'edited' | 'drafted';

export interface Interview {
  readonly title: Text;
  readonly subtitle?: Text;
  /** Who wrote it down, in the words of the source: 文／李明　攝影／張三. */
  readonly byline?: Text;
  readonly interviewer?: Person;
  readonly interviewee?: Person;
  /** Where and when it was published, in the words of the source. */
  readonly source?: Text;
  readonly date?: Text;
  readonly summary?: SummaryState;
  /** A sentence or two about the interview, for the back cover. */
  readonly blurb?: Text;
  /** The interviewee's own words that close the deck and stand on the back cover. */
  readonly closing?: Text;
  /** The interviewee's own words worth a page of their own; each stands in one of the answers. */
  readonly quotes: readonly Text[];
  readonly lead: readonly Text[];
  readonly sections: readonly Section[];
}

/** Applies `convert` to every text a reader sees, names of people and offices included. */
export function mapTexts(interview: Interview, convert: (text: string, at?: Position) => string): Interview {
  const text = (value: Text): Text => ({ ...value, text: convert(value.text, value.at) });
  const person = (value: Person): Person => ({
    name: convert(value.name),
    ...(value.role !== undefined && { role: convert(value.role) }),
  });
  const turn = (value: Turn): Turn => ({
    ...(value.speaker !== undefined && { speaker: convert(value.speaker) }),
    paragraphs: value.paragraphs.map(text),
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
    exchanges: value.exchanges.map(exchange),
  });
  return {
    title: text(interview.title),
    ...(interview.subtitle && { subtitle: text(interview.subtitle) }),
    ...(interview.byline && { byline: text(interview.byline) }),
    ...(interview.interviewer && { interviewer: person(interview.interviewer) }),
    ...(interview.interviewee && { interviewee: person(interview.interviewee) }),
    ...(interview.source && { source: text(interview.source) }),
    ...(interview.date && { date: text(interview.date) }),
    ...(interview.summary && { summary: interview.summary }),
    ...(interview.blurb && { blurb: text(interview.blurb) }),
    ...(interview.closing && { closing: text(interview.closing) }),
    quotes: interview.quotes.map(text),
    lead: interview.lead.map(text),
    sections: interview.sections.map(section),
  };
}

/** Every text a reader sees, in reading order, people and speakers included. */
export function textsOf(interview: Interview): readonly Text[] {
  const texts: Text[] = [];
  const keep = (text: string, at?: Text['at']): string => {
    texts.push({ text, ...(at && { at }) });
    return text;
  };
  mapTexts(interview, keep);
  return texts;
}
