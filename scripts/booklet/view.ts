// Edition to what the booklet's template and its library are given: every text that is printed, in order.

import { widthInEms } from '../chinese/characters.ts';
import { formalNumeral } from '../chinese/numerals.ts';
import { phrases } from '../chinese/phrases.ts';
import { familiesOf } from '../fonts/faces.ts';
import type { Edition } from '../model/edition.ts';
import type { Format } from '../model/format.ts';
import type { Exchange, Interview, Person, Section, Text } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import { type BookForm, circumstancesOf, type Fact, factsOf, speakersOf } from './facts.ts';
import {
  type IndexGroupView,
  indexView,
  type TermFinder,
  type TermPlace,
  termFinder,
} from './index-of-terms.ts';
import { type InsertView, insertViews, type PortraitView, portraitView } from './inserts.ts';
import { type MarkedRun, markedRuns } from './marked.ts';

/** A text set larger than the body, with the runs between which its lines may be broken. */
export interface Heading {
  readonly text: string;
  readonly phrases: readonly string[];
  /** Where something is set apart in it. */
  readonly runs?: readonly MarkedRun[];
}

export interface Quote extends Heading {
  readonly by: PersonView | null;
}

export interface PersonView {
  readonly name: string;
  readonly role: string | null;
}

/** Running text, and where in it the names and terms of the index stand. */
export interface ParagraphView {
  readonly runs: readonly MarkedRun[];
  readonly terms: readonly TermPlace[];
  /** How many lines more or fewer than its best setting it is to have, for the sake of the page. */
  readonly more?: number;
}

export interface TurnView {
  /** 答, or the name of a further speaker. */
  readonly label: string;
  /** Whose words they are, for a column of names: the interviewee's name where it is known. */
  readonly name: string;
  readonly paragraphs: readonly ParagraphView[];
  readonly inserts: readonly InsertView[];
}

export interface ExchangeView {
  /** Counted through the whole interview, from 1. */
  readonly number: number;
  readonly question: Heading;
  /** Which names and terms of the index stand in the question. */
  readonly terms: readonly number[];
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
  /** How many lines its pages of text leave empty at the foot, so that the last one has enough. */
  readonly shorter: number;
  /** Words from one of its answers, for an empty page at its end. */
  readonly quote: Quote | null;
  readonly exchanges: readonly ExchangeView[];
}

export interface IntroductionView {
  /** As of a section. */
  readonly shorter: number;
  readonly paragraphs: readonly ParagraphView[];
}

export interface BookletView {
  readonly locale: Locale;
  /** BCP 47 subtags, as Typst wants them apart. */
  readonly language: { readonly lang: string; readonly region: string };
  readonly fonts: { readonly serif: string; readonly sans: string };
  /** The edge that the spine is on, seen from the front. */
  readonly binding: 'left' | 'right';
  readonly format: Format;
  readonly labels: {
    readonly about: string;
    readonly index: string;
    readonly indexOrder: Heading;
    readonly contents: string;
    readonly introduction: string;
    /** What the conversation is: 專訪. */
    readonly genre: string;
    readonly question: string;
    readonly colophon: string;
    readonly printing: string;
  };
  readonly title: Heading;
  readonly subtitle: Heading | null;
  readonly interviewee: (PersonView & { readonly office: Heading | null }) | null;
  readonly portrait: PortraitView | null;
  /** Who asked and when, such as 北京商報專訪: on both covers. */
  readonly credit: readonly Heading[];
  readonly blurb: Heading | null;
  readonly closing: Heading | null;
  readonly about: AboutView | null;
  readonly introduction: IntroductionView | null;
  readonly sections: readonly SectionView[];
  readonly index: readonly IndexGroupView[];
  readonly colophon: readonly Fact[];
}

/** Who took part, where and when: none where nothing of it is known. */
export interface AboutView {
  readonly people: readonly { readonly label: string; readonly people: readonly PersonView[] }[];
  readonly facts: readonly Fact[];
}

export function bookletView(edition: Edition, form: BookForm = DEFAULT_SETTINGS): BookletView {
  const { interview, labels, locale, unbreakable } = edition;
  const heading = (text: Text): Heading => ({
    text: text.text,
    phrases: phrases(text.text, unbreakable),
    ...(text.marks && { runs: markedRuns(text) }),
  });
  const optional = (text: Text | undefined): Heading | null => (text ? heading(text) : null);
  const quotes = quotesOf(interview);
  const families = familiesOf(locale);
  const finder = termFinder(edition.listed);
  const [lang = 'zh', region = ''] = locale.split('-');
  return {
    locale,
    language: { lang, region },
    fonts: { serif: families.serif.name, sans: families.sans.name },
    binding: form.press.binding,
    format: form.format,
    labels: {
      about: labels.about,
      index: labels.index,
      indexOrder: heading({ text: labels.indexOrder }),
      contents: labels.contents,
      introduction: labels.introduction,
      genre: labels.interviewBy.replace('{name}', ''),
      question: labels.question,
      colophon: labels.colophon,
      printing: labels.printing,
    },
    title: heading(interview.title),
    subtitle: optional(interview.subtitle),
    interviewee: interview.interviewee
      ? {
          ...viewOf(interview.interviewee),
          office:
            interview.interviewee.role === undefined ? null : heading({ text: interview.interviewee.role }),
        }
      : null,
    portrait: portraitView(interview.portrait, edition),
    credit: creditOf(edition).map((text) => heading({ text })),
    blurb: optional(interview.blurb),
    closing: optional(interview.closing),
    about: aboutView(edition),
    introduction:
      interview.lead.length === 0
        ? null
        : { shorter: 0, paragraphs: interview.lead.map((text) => paragraphView(text, finder)) },
    sections: interview.sections.map((section, index) =>
      sectionView(edition, section, index, quotes[index], { heading, finder }),
    ),
    index: indexView(edition, idsIn(interview, finder)),
    colophon: factsOf(edition, form),
  };
}

/** The runs of every paragraph of running text. */
export function paragraphsOf({ introduction, sections }: BookletView): readonly (readonly MarkedRun[])[] {
  const turns = sections.flatMap(({ exchanges }) => exchanges.flatMap((exchange) => exchange.turns));
  return [...(introduction?.paragraphs ?? []), ...turns.flatMap(({ paragraphs }) => paragraphs)].map(
    ({ runs }) => runs,
  );
}

function paragraphView(text: Text, finder: TermFinder): ParagraphView {
  return { runs: markedRuns(text), terms: finder.placesIn(text.text) };
}

function sectionView(
  edition: Edition,
  section: Section,
  index: number,
  quote: Spoken | undefined,
  setting: Setting,
): SectionView {
  const { heading } = setting;
  const { interview, labels, locale } = edition;
  const before = interview.sections
    .slice(0, index)
    .reduce((count, { exchanges }) => count + exchanges.length, 0);
  return {
    number: index + 1,
    numeral: formalNumeral(index + 1, locale),
    kicker: section.kicker ? heading(section.kicker) : null,
    title: heading(section.title),
    range: rangeOf(labels.questionRange, before + 1, before + section.exchanges.length),
    shorter: 0,
    quote: quote ? { ...heading(quote), by: quote.by } : null,
    exchanges: section.exchanges.map((exchange, at) =>
      exchangeView(edition, exchange, before + at + 1, setting),
    ),
  };
}

/** What texts are set with: headings in phrases, running text with the places of its names and terms. */
interface Setting {
  readonly heading: (text: Text) => Heading;
  readonly finder: TermFinder;
}

function exchangeView(
  edition: Edition,
  exchange: Exchange,
  number: number,
  { heading, finder }: Setting,
): ExchangeView {
  const { labels, interview } = edition;
  return {
    number,
    question: heading(exchange.question),
    terms: finder.idsIn(exchange.question.text),
    entry: clipped(forContents(heading(exchange.takeaway ?? exchange.question))),
    turns: exchange.answer.map((turn) => ({
      label: turn.speaker ?? labels.answer,
      name: turn.speaker ?? interview.interviewee?.name ?? labels.answer,
      paragraphs: turn.paragraphs.map((text) => paragraphView(text, finder)),
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
  const text = phrases.join('');
  return { text, phrases, ...(heading.runs && { runs: firstOf(heading.runs, text.length - 1) }) };
}

/** The first `length` units of `runs`, and that they go on. */
function firstOf(runs: readonly MarkedRun[], length: number): readonly MarkedRun[] {
  let left = length;
  const kept = runs.flatMap(({ text, mark }): MarkedRun[] => {
    const words = text.slice(0, left);
    left -= words.length;
    return words === '' ? [] : [{ text: words, mark }];
  });
  return [...kept, { text: '…', mark: null }];
}

/** A list of contents refers to pages: neither a note nor another address has a place there. */
export function forContents(heading: Heading): Heading {
  if (!heading.runs) return heading;
  const runs = heading.runs
    .filter(({ text }) => text !== '')
    .map(({ text, mark }): MarkedRun => {
      return { text, mark: mark && { ...mark, link: null, address: null } };
    });
  return { ...heading, runs };
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

function aboutView(edition: Edition): AboutView | null {
  const { interview, labels } = edition;
  const { interviewee } = interview;
  const people = [
    { label: labels.interviewee, people: interviewee ? [viewOf(interviewee)] : [] },
    { label: labels.speakers, people: speakersOf(interview).map((name) => ({ name, role: null })) },
  ].filter((group) => group.people.length > 0);
  const facts = circumstancesOf(edition);
  return people.length + facts.length > 0 || interview.portrait ? { people, facts } : null;
}

/** The names and terms that the running text has: introduction, questions and answers. */
function idsIn({ lead, sections }: Interview, finder: TermFinder): ReadonlySet<number> {
  const exchanges = sections.flatMap((section) => section.exchanges);
  const answers = exchanges.flatMap(({ answer }) => answer.flatMap(({ paragraphs }) => paragraphs));
  const texts = [...lead, ...exchanges.map(({ question }) => question), ...answers];
  return new Set(texts.flatMap(({ text }) => finder.idsIn(text)));
}

function viewOf({ name, role }: Person): PersonView {
  return { name, role: role ?? null };
}

function personOf(person: Person | undefined): PersonView | null {
  return person ? viewOf(person) : null;
}

function creditOf({ interview, labels }: Edition): readonly string[] {
  const { interviewer, date } = interview;
  const by = interviewer && labels.interviewBy.replace('{name}', () => interviewer.name);
  return [by, date?.text].filter((part) => part !== undefined);
}

function rangeOf(label: string, first: number, last: number): string {
  return label.replace('{range}', first === last ? String(first) : `${first}–${last}`);
}
