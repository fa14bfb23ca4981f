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

export interface CoverSlide {
  readonly kind: 'cover';
  readonly title: SetText;
  readonly subtitle: SetText | undefined;
  readonly credit: string | undefined;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly direction: Direction;
  readonly notes: Notes;
}

export interface AgendaRow {
  readonly numeral: string;
  readonly kicker: string | undefined;
  readonly title: SetText;
  readonly range: string | undefined;
  readonly page: number | undefined;
}

export interface AgendaSlide {
  readonly kind: 'agenda';
  readonly label: string;
  readonly pageLabel: string | undefined;
  /** Classes by which the style sheet sets the rows: the name of a layout of the theme. */
  readonly layout: string;
  readonly rows: readonly AgendaRow[];
}

export interface DividerSlide {
  readonly kind: 'divider';
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
  readonly label: string;
  readonly heading: SetText;
  readonly columnCount: number;
  readonly takeawayLines: number;
  readonly columns: readonly SummaryColumn[];
}

interface OfExchange {
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
  readonly page: string | undefined;
}

export interface ClosingSlide {
  readonly kind: 'closing';
  readonly words: SetText;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly credit: string;
}
