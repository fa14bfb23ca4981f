// Edition to what the booklet's template and its library are given: every text that is printed, in order.

import { widthInEms } from '../chinese/characters.ts';
import { formalNumeral } from '../chinese/numerals.ts';
import { phrases } from '../chinese/phrases.ts';
import { familiesOf } from '../fonts/faces.ts';
import type { Edition } from '../model/edition.ts';
import type { Exchange, Interview, Person, Section, Text } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import { type Fact, factsOf } from './facts.ts';
import { type InsertView, insertViews, type PortraitView, portraitView } from './inserts.ts';
import { type MarkedRun, markedRuns } from './marked.ts';

/** A text set larger than the body, with the runs between which its lines may be broken. */
export interface Heading {
  readonly text: string;
  readonly phrases: readonly string[];
}

export interface Quote extends Heading {
  readonly by: PersonView | null;
}

export interface PersonView {
  readonly name: string;
  readonly role: string | null;
}

export interface TurnView {
  /** 答, or the name of a further speaker. */
  readonly label: string;
  readonly paragraphs: readonly (readonly MarkedRun[])[];
  readonly inserts: readonly InsertView[];
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
  /** 問 3–5, where there is no room to list them. */
  readonly range: string;
  /** Words from one of its answers, for an empty page at its end. */
  readonly quote: Quote | null;
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
  readonly interviewee: PersonView | null;
  readonly portrait: PortraitView | null;
  /** Who asked and when, such as 北京商報專訪: on both covers. */
  readonly credit: readonly string[];
  readonly blurb: Heading | null;
  readonly closing: Heading | null;
  readonly introduction: readonly (readonly MarkedRun[])[];
  readonly sections: readonly SectionView[];
  readonly colophon: readonly Fact[];
}

export function bookletView(edition: Edition): BookletView {
  const { interview, labels, locale, unbreakable } = edition;
  const heading = (text: string): Heading => ({ text, phrases: phrases(text, unbreakable) });
  const optional = (text: Text | undefined): Heading | null => (text ? heading(text.text) : null);
  const quotes = quotesOf(interview);
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
    portrait: portraitView(interview.portrait, edition),
    credit: creditOf(edition),
    blurb: optional(interview.blurb),
    closing: optional(interview.closing),
    introduction: interview.lead.map(markedRuns),
    sections: interview.sections.map((section, index) =>
      sectionView(edition, section, index, quotes[index], heading),
    ),
    colophon: factsOf(edition),
  };
}

/** Every paragraph of running text. */
export function paragraphsOf({ introduction, sections }: BookletView): readonly (readonly MarkedRun[])[] {
  const turns = sections.flatMap(({ exchanges }) => exchanges.flatMap((exchange) => exchange.turns));
  return [...introduction, ...turns.flatMap(({ paragraphs }) => paragraphs)];
}

function sectionView(
  edition: Edition,
  section: Section,
  index: number,
  quote: Spoken | undefined,
  heading: (text: string) => Heading,
): SectionView {
  const { interview, labels, locale } = edition;
  const before = interview.sections
    .slice(0, index)
    .reduce((count, { exchanges }) => count + exchanges.length, 0);
  return {
    number: index + 1,
    numeral: formalNumeral(index + 1, locale),
    kicker: section.kicker ? heading(section.kicker.text) : null,
    title: heading(section.title.text),
    range: rangeOf(labels.questionRange, before + 1, before + section.exchanges.length),
    quote: quote ? { ...heading(quote.text), by: quote.by } : null,
    exchanges: section.exchanges.map((exchange, at) =>
      exchangeView(edition, exchange, before + at + 1, heading),
    ),
  };
}

function exchangeView(
  edition: Edition,
  exchange: Exchange,
  number: number,
  heading: (text: string) => Heading,
): ExchangeView {
  const { labels } = edition;
  return {
    number,
    question: heading(exchange.question.text),
    entry: clipped(heading((exchange.takeaway ?? exchange.question).text)),
    turns: exchange.answer.map((turn) => ({
      label: turn.speaker ?? labels.answer,
      paragraphs: turn.paragraphs.map(markedRuns),
      inserts: insertViews(turn, edition, heading),
    })),
  };
}

/** Two lines of a list of contents, in ems. */
const ENTRY_WIDTH = 40;

function clipped(heading: Heading): Heading {
  if (widthInEms(heading.text) <= ENTRY_WIDTH) return heading;
  const kept: string[] = [];
  for (const phrase of heading.phrases) {
    if (widthInEms([...kept, phrase].join('')) >= ENTRY_WIDTH) break;
    kept.push(phrase);
  }
  const last = (kept.pop() ?? [...heading.text].slice(0, ENTRY_WIDTH).join('')).replace(/[，、；：。]$/u, '');
  const phrases = [...kept, `${last}…`];
  return { text: phrases.join(''), phrases };
}

type Spoken = Text & { readonly by: PersonView | null };

/** For each section the first of the interview's quotes that somebody says in it; no quote serves twice. */
function quotesOf({ quotes, sections, interviewee }: Interview): readonly (Spoken | undefined)[] {
  const left = new Set(quotes);
  return sections.map(({ exchanges }) => {
    const turns = exchanges.flatMap(({ answer }) => answer);
    for (const quote of left) {
      const turn = turns.find(({ paragraphs }) => paragraphs.some(({ text }) => text.includes(quote.text)));
      if (!turn) continue;
      left.delete(quote);
      const by = turn.speaker === undefined ? personOf(interviewee) : { name: turn.speaker, role: null };
      return { ...quote, by };
    }
    return undefined;
  });
}

function personOf(person: Person | undefined): PersonView | null {
  return person ? { name: person.name, role: person.role ?? null } : null;
}

function creditOf({ interview, labels }: Edition): readonly string[] {
  const { interviewer, date } = interview;
  const by = interviewer && labels.interviewBy.replace('{name}', () => interviewer.name);
  return [by, date?.text].filter((part) => part !== undefined);
}

function rangeOf(label: string, first: number, last: number): string {
  return label.replace('{range}', first === last ? String(first) : `${first}–${last}`);
}
