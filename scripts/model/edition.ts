// The interview in one locale: its characters, its punctuation, its labels. Deck and booklet are made from it.

import type { Interview } from './interview.ts';
import type { Locale } from './locale.ts';
import type { PlayerLabels } from './player.ts';

/** The words that the product itself adds, in the language of the place. `{n}` stands for a number. */
export interface Labels {
  readonly agenda: string;
  readonly contents: string;
  readonly introduction: string;
  readonly question: string;
  readonly answer: string;
  /** A range of questions: 問 1–2. */
  readonly questionRange: string;
  readonly sectionSummary: string;
  /** One slide of several with the same heading, `{n}` of `{count}` in Chinese numerals: 二之一. */
  readonly part: string;
  readonly bookletPage: string;
  readonly bookletPageN: string;
  readonly fullText: string;
  /** Before the address where the interview stands on the web. */
  readonly readOnline: string;
  readonly qrCode: string;
  /** What a conversation led by the interviewer is called, after its name: 北京商報專訪. */
  readonly interviewBy: string;
  readonly interviewee: string;
  readonly interviewer: string;
  readonly source: string;
  readonly date: string;
  readonly publisher: string;
  readonly typefaces: string;
  readonly format: string;
  /** The booklet's trim size and binding. */
  readonly formatValue: string;
  readonly printing: string;
  readonly colophon: string;
  readonly summaryState: string;
  readonly summaryEdited: string;
  readonly summaryDrafted: string;
  readonly edition: string;
  readonly editionName: string;
  readonly deck: string;
  /** The deck with all editions in one file, and the one without notes. */
  readonly wholeDeck: string;
  readonly shareDeck: string;
  readonly booklet: string;
  readonly duplexBooklet: string;
  readonly pressPages: string;
  readonly pressCover: string;
  readonly pressSheets: string;
  readonly shopSheet: string;
  readonly slides: string;
  readonly pages: string;
  readonly sheets: string;
  /** A footnote where there is no foot of a page. */
  readonly noteInBrackets: string;
  /** What a figure is called, by its number. */
  readonly figureN: string;
  /** What a portrait shows, for those who cannot see it. */
  readonly portraitOf: string;
  readonly player: PlayerLabels;
}

export interface Edition {
  readonly locale: Locale;
  /** BCP 47, such as zh-Hant-TW. */
  readonly language: string;
  readonly labels: Labels;
  readonly publisher?: string;
  /** The publisher's, as a data URI. */
  readonly logo?: string;
  readonly interview: Interview;
  /** Words that no line may be broken inside: people, and the terms of the glossary. */
  readonly unbreakable: readonly string[];
}
