// What Typst is handed: the view of a booklet with its texts in lines.

import type { Lines } from './composer.ts';
import type { Columns } from './geometry.ts';
import type { IndexEntry, IndexGroupView } from './index-of-terms.ts';
import type { FigureView, PortraitView } from './inserts.ts';
import type { TextStyles } from './texts.ts';
import type { BookletView, ExchangeView, Heading, SectionView } from './view.ts';

/** The view with its texts as lines; everything else as it was. */
export type SetBooklet = Omit<
  BookletView,
  | 'introduction'
  | 'sections'
  | 'index'
  | 'colophon'
  | 'about'
  | 'portrait'
  | 'labels'
  | 'blurb'
  | 'credit'
  | 'interviewee'
> & {
  readonly columns: Columns;
  readonly texts: TextStyles;
  readonly labels: Omit<BookletView['labels'], 'indexOrder'> & { readonly indexOrder: Lines };
  readonly blurb: Lines | null;
  /** On both covers: who asked, when, and both on one line. */
  readonly credit: SetCredit | null;
  readonly interviewee: SetInterviewee | null;
  readonly about: SetAbout | null;
  readonly portrait: SetPortrait | null;
  readonly introduction: readonly Lines[];
  readonly sections: readonly SetSection[];
  readonly index: readonly SetIndexGroup[];
  readonly colophon: readonly SetFact[];
};

export interface SetCredit {
  readonly first: Lines;
  readonly rest: Lines | null;
  readonly whole: Lines;
}

export interface SetInterviewee {
  readonly name: string;
  readonly role: string | null;
  /** The office on the cover, and name and office on the half-title. */
  readonly office: Lines | null;
  readonly line: Lines;
}

export interface SetFact {
  readonly label: string;
  readonly lines: Lines;
}

export interface SetAbout {
  readonly people: readonly {
    readonly label: string;
    readonly people: readonly SetPerson[];
  }[];
  readonly facts: readonly SetFact[];
}

export interface SetPerson {
  readonly name: string;
  readonly role: Lines | null;
}

export type SetPortrait = Omit<PortraitView, 'credit'> & { readonly credit: Lines | null };

export type SetSection = Omit<SectionView, 'kicker' | 'title' | 'exchanges' | 'quote'> & {
  readonly quote: (Heading & { readonly by: SetPerson | null }) | null;
  readonly kicker: SetSectionHeading | null;
  readonly title: SetSectionHeading;
  readonly exchanges: readonly SetExchange[];
};

/** A heading for the running head, and as lines of the opener and of the contents. */
export interface SetSectionHeading extends Pick<Heading, 'text' | 'phrases'> {
  readonly opener: Lines;
  readonly entry: Lines;
}

export type SetExchange = Omit<ExchangeView, 'question' | 'entry' | 'turns'> & {
  readonly question: { readonly text: string; readonly lines: Lines };
  /** Whether a page ends before it. */
  readonly startsPage: boolean;
  /** How many lines of its answer a question has with it at the foot of a page. */
  readonly lead: number;
  /** In the contents, and on the opener of its section. */
  readonly entry: { readonly contents: Lines; readonly opener: Lines };
  readonly turns: readonly SetTurn[];
};

export interface SetTurn {
  readonly label: string;
  readonly name: string;
  /** A label too long to stand before the text: its own lines. */
  readonly labelLines: Lines | null;
  /** What the first line gives up for the label, in ems. */
  readonly indent: number;
  readonly paragraphs: readonly Lines[];
  readonly inserts: readonly SetInsert[];
  /** The paragraphs that a page ends before, with the inserts that stand there. */
  readonly startPages: readonly number[];
}

export type SetInsert = { readonly before: number } & (
  | { readonly kind: 'side-head'; readonly heading: { readonly text: string; readonly lines: Lines } }
  | { readonly kind: 'figure'; readonly figure: SetFigure }
);

export type SetFigure = Omit<FigureView, 'caption'> & {
  /** What the first line of the caption gives up for the label, in ems. */
  readonly indent: number;
  readonly caption: Lines;
};

export interface SetIndexGroup extends Omit<IndexGroupView, 'entries'> {
  readonly entries: readonly (IndexEntry & { readonly lines: Lines })[];
}
