// What stands on each kind of slide, as explicit data: a template gets every key, and `undefined` for what is missing.

import type { SetText } from './fit.ts';

export type Slide =
  | CoverSlide
  | AgendaSlide
  | DividerSlide
  | SummarySlide
  | QuestionSlide
  | ExchangeSlide
  | QuoteSlide
  | ClosingSlide;

/** Speaker notes by paragraph. The first is a label, so that no note is ever read as a Marp directive. */
export type Notes = readonly string[];

/** Traditional Chinese may set short lines of Han characters downwards. */
export type Direction = 'vertical' | 'horizontal';

/** A picture in the file itself: a data URI, with the words that stand for it. */
export interface Picture {
  readonly source: string;
  readonly alternative: string;
}

/** Furniture whose length nobody knows beforehand, in lines; the plain texts beside it say the same. */
export interface SetFurniture {
  readonly name: SetText | undefined;
  readonly role: SetText | undefined;
  readonly credit: SetText | undefined;
  /** Where the theme has a place for it; else it stands in the credit. */
  readonly publisher: SetText | undefined;
}

export interface CoverSlide {
  readonly kind: 'cover';
  readonly logo: Picture | undefined;
  readonly title: SetText;
  readonly subtitle: SetText | undefined;
  readonly credit: string | undefined;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly set: SetFurniture;
  readonly direction: Direction;
  readonly notes: Notes;
}

export interface AgendaRow {
  readonly numeral: string;
  readonly kicker: string | undefined;
  readonly setKicker: SetText | undefined;
  readonly title: SetText;
  readonly range: string | undefined;
  readonly page: number | undefined;
}

export interface AgendaSlide {
  readonly kind: 'agenda';
  readonly running: SetText | undefined;
  readonly label: string;
  readonly pageLabel: string | undefined;
  /** Classes by which the style sheet sets the rows: the name of a layout of the theme. */
  readonly layout: string;
  /** 二之一 where what belongs on one slide needs several. */
  readonly part: string | undefined;
  readonly rows: readonly AgendaRow[];
}

/** A section in the agenda that each divider carries. */
export interface Stage {
  readonly numeral: string;
  /** Its kicker, or its title where it has none; left out where sections are many or a name is long. */
  readonly name: string | undefined;
  readonly isPresent: boolean;
}

export interface DividerSlide {
  readonly kind: 'divider';
  /** All sections in order, the present one marked; none where there is only one. */
  readonly stages: readonly Stage[];
  readonly numeral: string;
  readonly numeralLength: number;
  readonly kicker: SetText | undefined;
  readonly title: SetText;
  readonly reference: string | undefined;
}

export interface SummaryColumn {
  readonly number: number;
  readonly takeaway: SetText;
  readonly text: SetText | undefined;
  readonly page: string | undefined;
}

export interface SummarySlide {
  readonly kind: 'summary';
  readonly running: SetText | undefined;
  /** The section as the foot of other slides names it, and its questions. */
  readonly section: string;
  readonly range: string | undefined;
  readonly label: string;
  readonly setLabel: SetText;
  readonly part: string | undefined;
  readonly heading: SetText;
  readonly columnCount: number;
  /** Of its largest number. */
  readonly digits: number;
  readonly takeawayLines: number;
  readonly columns: readonly SummaryColumn[];
}

interface OfExchange {
  /** The title of the interview, where the theme has it at the head of its slides. */
  readonly running: SetText | undefined;
  readonly label: string;
  readonly number: number;
  readonly digits: number;
  readonly section: string;
  readonly page: string | undefined;
  readonly notes: Notes;
}

export interface QuestionSlide extends OfExchange {
  readonly kind: 'question';
  readonly question: SetText;
}

export interface ExchangeSlide extends OfExchange {
  readonly kind: 'exchange';
  /** Who answers. */
  readonly name: SetText | undefined;
  readonly part: string | undefined;
  readonly question: SetText | undefined;
  readonly takeaway: SetText;
  readonly pointSize: number;
  readonly pointLeading: number;
  readonly padding: number;
  readonly points: readonly SetText[];
}

export interface QuoteSlide {
  readonly kind: 'quote';
  readonly direction: Direction;
  readonly quote: SetText;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly set: SetFurniture;
  readonly page: string | undefined;
}

export interface ClosingSlide {
  readonly kind: 'closing';
  readonly words: SetText;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly credit: string;
  readonly set: SetFurniture;
  readonly logo: Picture | undefined;
  readonly link: WebLink | undefined;
}

export interface WebLink {
  readonly label: string;
  readonly address: string;
  /** The address as a person would type it. */
  readonly shown: SetText;
  readonly code: Picture;
}
