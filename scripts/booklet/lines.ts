// A booklet broken into lines before Typst sees it: Typst only puts them in their places.

import { widthInEms } from '../chinese/characters.ts';
import type { Genre, Weight } from '../fonts/faces.ts';
import { linesIn } from '../typography/headings.ts';
import { type Composer, type ComposerSetting, composerOf, fontsFor, type Lines } from './composer.ts';
import type { Fact } from './facts.ts';
import type { Columns } from './geometry.ts';
import type { IndexEntry, IndexGroupView } from './index-of-terms.ts';
import type { FigureView, PortraitView } from './inserts.ts';
import { type MarkedRun, PLAIN } from './marked.ts';
import { withTerms } from './term-marks.ts';
import type { TextKind, TextStyles } from './texts.ts';
import {
  type AboutView,
  type BookletView,
  type ExchangeView,
  forContents,
  type Heading,
  type ParagraphView,
  type PersonView,
  type SectionView,
  type TurnView,
} from './view.ts';

export interface LineSetting extends ComposerSetting {
  readonly columns: Columns;
}

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

export function setLines(view: BookletView, setting: LineSetting): SetBooklet {
  const composer = composerOf(setting);
  const { columns, styles } = setting;
  const { body, running, heading } = composer;
  // Beside a label in a column of its own a text begins at its edge.
  const firstIndent = columns.speaker === 'beside' ? 0 : columns.indent;
  const paragraph = ({ runs, terms, more }: ParagraphView, measure: number, indent: number): Lines =>
    withTerms(body(runs, measure, indent, more), runs, terms);
  const turn = ({ label, name, paragraphs, inserts }: TurnView): SetTurn => {
    const [first, ...rest] = paragraphs;
    const { isLong, indent } = labelOf(label, columns);
    return {
      label,
      name,
      labelLines: isLong ? body([{ text: label, mark: LABEL }], columns.answer, 0) : null,
      indent,
      inserts: inserts.map((insert) => setInsert(insert, composer)),
      paragraphs: [
        ...(first ? [paragraph(first, columns.answer, indent)] : []),
        ...rest.map((each) => paragraph(each, columns.answer, columns.indent)),
      ],
    };
  };
  const sectionHeading = (words: Heading, kind: 'section' | 'kicker'): SetSectionHeading => ({
    text: words.text,
    phrases: words.phrases,
    opener: heading(kind, words),
    entry: heading(`entry-${kind}`, forContents(words)),
  });
  const exchange = (each: ExchangeView): SetExchange => {
    const turns = each.turns.map(turn);
    const { question, entry } = each;
    const lines = turns.flatMap(({ paragraphs }) => paragraphs).reduce((sum, one) => sum + linesIn(one), 0);
    return {
      ...each,
      question: { text: question.text, lines: heading('question', question) },
      lead: Math.min(LEAD, lines),
      entry: { contents: heading('entry', entry), opener: heading('row', entry) },
      turns,
    };
  };
  return {
    ...view,
    columns,
    texts: styles,
    labels: { ...view.labels, indexOrder: heading('order', view.labels.indexOrder) },
    blurb: view.blurb && heading('blurb', view.blurb),
    credit: setCredit(view.credit, composer),
    interviewee: view.interviewee && setInterviewee(view.interviewee, composer),
    about: view.about && setAbout(view.about, composer),
    portrait: view.portrait && {
      ...view.portrait,
      credit: view.portrait.credit === null ? null : running('credit', plainRuns(view.portrait.credit)),
    },
    introduction: view.introduction.map((each, index) =>
      paragraph(each, columns.introduction, index === 0 ? firstIndent : columns.indent),
    ),
    sections: view.sections.map((section) => ({
      ...section,
      kicker: section.kicker && sectionHeading(section.kicker, 'kicker'),
      title: sectionHeading(section.title, 'section'),
      quote: section.quote && { ...section.quote, by: setPerson(section.quote.by, 'person', composer) },
      exchanges: section.exchanges.map(exchange),
    })),
    index: view.index.map((group) => ({
      ...group,
      entries: group.entries.map((entry) => ({ ...entry, lines: running('term', plainRuns(entry.text)) })),
    })),
    colophon: view.colophon.map((fact) => setFact(fact, 'fact', composer)),
  };
}

/** What the first line of a turn gives up for its label, in ems; a long one has lines of its own. */
export function labelOf(label: string, { speaker, answer }: Columns): { isLong: boolean; indent: number } {
  const width = speaker === 'in-line' ? Math.ceil(widthInEms(label)) + 1 : 0;
  const isLong = width > answer / 2;
  return { isLong, indent: isLong ? 0 : width };
}

/** A question and two lines of its answer alone at a page's foot look cut off. */
const LEAD = 3;

function setInsert(insert: TurnView['inserts'][number], { heading, running }: Composer): SetInsert {
  const { before } = insert;
  if (insert.kind === 'side-head') {
    const { text } = insert.heading;
    return { kind: 'side-head', before, heading: { text, lines: heading('side-head', insert.heading) } };
  }
  const { caption, label, ...picture } = insert.figure;
  const indent = Math.ceil(widthInEms(label)) + 1;
  return {
    kind: 'figure',
    before,
    figure: { ...picture, label, indent, caption: running('caption', caption, indent) },
  };
}

function setAbout({ people, facts }: AboutView, composer: Composer): SetAbout {
  return {
    people: people.map(({ label, people: own }) => ({
      label,
      people: own.flatMap((person) => setPerson(person, 'role', composer) ?? []),
    })),
    facts: facts.map((fact) => setFact(fact, 'circumstance', composer)),
  };
}

function setPerson(
  person: PersonView | null,
  kind: 'role' | 'person',
  { running }: Composer,
): SetPerson | null {
  if (!person) return null;
  const { name, role } = person;
  return { name, role: role === null ? null : running(kind, plainRuns(role)) };
}

function setInterviewee(
  { name, role, office }: NonNullable<BookletView['interviewee']>,
  { heading, running }: Composer,
): SetInterviewee {
  const line = running('person', plainRuns(apart([name, ...(role === null ? [] : [role])])));
  return { name, role, office: office && heading('cover-role', office), line };
}

function setCredit(parts: BookletView['credit'], { heading }: Composer): SetCredit | null {
  const [first, ...rest] = parts;
  if (!first) return null;
  const set = (words: Heading): Lines => heading('cover-credit', words);
  return {
    first: set(first),
    rest: rest.length > 0 ? set(joined(rest)) : null,
    whole: set(joined(parts)),
  };
}

function joined(parts: readonly Heading[]): Heading {
  const phrases = parts.flatMap((part, index) => (index === 0 ? part.phrases : [GAP, ...part.phrases]));
  return { text: phrases.join(''), phrases };
}

/** The parts of a line are an em apart. */
function apart(parts: readonly string[]): string {
  return parts.join(GAP);
}

const GAP = '\u3000';

function setFact({ label, value }: Fact, kind: 'fact' | 'circumstance', { running }: Composer): SetFact {
  return { label, lines: running(kind, plainRuns(apart(value))) };
}

function plainRuns(text: string): readonly MarkedRun[] {
  return [{ text, mark: null }];
}

/** Labels are set heavy. */
const LABEL = { ...PLAIN, strong: true };

/** The fonts that the texts of `view` are measured with, each once. */
export function fontsOf(view: BookletView, styles: TextStyles): readonly (readonly [Genre, Weight])[] {
  const fonts = new Map<string, readonly [Genre, Weight]>([['serif400', ['serif', 400]]]);
  const add = (runs: readonly MarkedRun[], kind?: TextKind): void => {
    for (const font of fontsFor(runs, kind && styles[kind])) fonts.set(font.join(''), font);
    for (const { mark } of runs) {
      if (mark?.address) add(plainRuns(mark.address), 'note');
      if (mark?.note) add(mark.note, 'note');
    }
  };
  const words = (kind: TextKind, text: string | null | undefined): void => {
    if (text) add(plainRuns(text), kind);
  };
  const heading = (kind: TextKind, each: Heading | null): void => {
    if (each) add(each.runs ?? plainRuns(each.text), kind);
  };
  for (const { runs } of view.introduction) add(runs);
  for (const { kicker, title, exchanges } of view.sections) {
    for (const kind of ['kicker', 'entry-kicker'] as const) heading(kind, kicker);
    for (const kind of ['section', 'entry-section'] as const) heading(kind, title);
    for (const { question, entry, turns } of exchanges) {
      heading('question', question);
      for (const kind of ['row', 'entry'] as const) heading(kind, entry);
      for (const { label, paragraphs, inserts } of turns) {
        add([{ text: label, mark: LABEL }]);
        for (const { runs } of paragraphs) add(runs);
        for (const insert of inserts) {
          if (insert.kind === 'side-head') heading('side-head', insert.heading);
          else add(insert.figure.caption, 'caption');
        }
      }
    }
  }
  for (const { people } of view.about?.people ?? []) for (const { role } of people) words('role', role);
  for (const { value } of view.about?.facts ?? []) words('circumstance', apart(value));
  for (const { value } of view.colophon) words('fact', apart(value));
  for (const part of view.credit) heading('cover-credit', part);
  heading('cover-role', view.interviewee?.office ?? null);
  words('person', view.interviewee && apart([view.interviewee.name, view.interviewee.role ?? '']));
  for (const { quote } of view.sections) words('person', quote?.by?.role);
  for (const { entries } of view.index) for (const { text } of entries) words('term', text);
  heading('order', view.labels.indexOrder);
  words('credit', view.portrait?.credit);
  heading('blurb', view.blurb);
  return [...fonts.values()];
}
