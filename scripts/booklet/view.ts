// Edition to what the booklet's template and its library are given: every text that is printed, in order.

import { formalNumeral } from '../chinese/numerals.ts';
import { phrases } from '../chinese/phrases.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import { familiesOf } from '../fonts/faces.ts';
import type { Edition } from '../model/edition.ts';
import type { Exchange, Person, Section, Text } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Run, runsOf } from './runs.ts';

/** A text set larger than the body, with the runs between which its lines may be broken. */
export interface Heading {
  readonly text: string;
  readonly phrases: readonly string[];
}

export interface TurnView {
  /** 答, or the name of a further speaker. */
  readonly label: string;
  readonly paragraphs: readonly (readonly Run[])[];
}

export interface ExchangeView {
  /** Counted through the whole interview, from 1. */
  readonly number: number;
  readonly question: Heading;
  /** What lists of contents call it: the takeaway, or the question where there is none. */
  readonly entry: Heading;
  readonly turns: readonly TurnView[];
}

export interface SectionView {
  readonly number: number;
  /** 壹, 貳, … */
  readonly numeral: string;
  readonly kicker: Heading | null;
  readonly title: Heading;
  /** The interviewee's words for an empty page at the end of the section. */
  readonly quote: Heading | null;
  readonly exchanges: readonly ExchangeView[];
}

export interface BookletView {
  readonly locale: Locale;
  /** BCP 47 subtags, as Typst wants them apart. */
  readonly language: { readonly lang: string; readonly region: string };
  readonly fonts: { readonly serif: string; readonly sans: string };
  readonly labels: {
    readonly contents: string;
    readonly introduction: string;
    readonly question: string;
    readonly colophon: string;
    readonly printing: string;
  };
  readonly title: Heading;
  readonly subtitle: Heading | null;
  readonly interviewee: { readonly name: string; readonly role: string | null } | null;
  /** Who asked and when, such as 北京商報專訪: on both covers. */
  readonly credit: readonly string[];
  readonly blurb: Heading | null;
  readonly closing: Heading | null;
  readonly introduction: readonly (readonly Run[])[];
  readonly sections: readonly SectionView[];
  readonly colophon: readonly Fact[];
}

export function bookletView(edition: Edition): BookletView {
  const { interview, labels, locale, unbreakable } = edition;
  const heading = (text: string): Heading => ({ text, phrases: phrases(text, unbreakable) });
  const optional = (text: Text | undefined): Heading | null => (text ? heading(text.text) : null);
  const families = familiesOf(locale);
  const [lang = 'zh', region = ''] = locale.split('-');
  return {
    locale,
    language: { lang, region },
    fonts: { serif: families.serif.name, sans: families.sans.name },
    labels: {
      contents: labels.contents,
      introduction: labels.introduction,
      question: labels.question,
      colophon: labels.colophon,
      printing: labels.printing,
    },
    title: heading(interview.title.text),
    subtitle: optional(interview.subtitle),
    interviewee: personOf(interview.interviewee),
    credit: creditOf(edition),
    blurb: optional(interview.blurb),
    closing: optional(interview.closing),
    introduction: interview.lead.map(({ text }) => runsOf(text)),
    sections: interview.sections.map((section, index) => sectionView(edition, section, index, heading)),
    colophon: factsOf(edition),
  };
}

function sectionView(
  edition: Edition,
  section: Section,
  index: number,
  heading: (text: string) => Heading,
): SectionView {
  const { interview, locale } = edition;
  const before = interview.sections
    .slice(0, index)
    .reduce((count, { exchanges }) => count + exchanges.length, 0);
  const quote = interview.quotes.find(({ text }) => saysIn(section, text));
  return {
    number: index + 1,
    numeral: formalNumeral(index + 1, SCRIPT_OF[locale]),
    kicker: section.kicker ? heading(section.kicker.text) : null,
    title: heading(section.title.text),
    quote: quote ? heading(quote.text) : null,
    exchanges: section.exchanges.map((exchange, at) =>
      exchangeView(edition, exchange, before + at + 1, heading),
    ),
  };
}

function exchangeView(
  { labels }: Edition,
  exchange: Exchange,
  number: number,
  heading: (text: string) => Heading,
): ExchangeView {
  return {
    number,
    question: heading(exchange.question.text),
    entry: heading((exchange.takeaway ?? exchange.question).text),
    turns: exchange.answer.map(({ speaker, paragraphs }) => ({
      label: speaker ?? labels.answer,
      paragraphs: paragraphs.map(({ text }) => runsOf(text)),
    })),
  };
}

function saysIn(section: Section, words: string): boolean {
  return section.exchanges.some(({ answer }) =>
    answer.some(({ paragraphs }) => paragraphs.some(({ text }) => text.includes(words))),
  );
}

function personOf(person: Person | undefined): BookletView['interviewee'] {
  return person ? { name: person.name, role: person.role ?? null } : null;
}

function creditOf({ interview, labels }: Edition): readonly string[] {
  const { interviewer, date } = interview;
  const by = interviewer && labels.interviewBy.replace('{name}', () => interviewer.name);
  return [by, date?.text].filter((part) => part !== undefined);
}
