// A booklet broken into lines before Typst sees it: Typst only puts them in their places.

import { widthInEms } from '../chinese/characters.ts';
import { linesIn } from '../typography/headings.ts';
import { type Composer, type ComposerSetting, composerOf, type Lines } from './composer.ts';
import type { Fact } from './facts.ts';
import type { Columns } from './geometry.ts';
import { type MarkedRun, PLAIN } from './marked.ts';
import {
  answerId,
  captionId,
  introductionId,
  NO_BREAKS,
  type PageBreaks,
  questionId,
  withBreaks,
} from './page-breaks.ts';
import type {
  SetAbout,
  SetBooklet,
  SetCredit,
  SetExchange,
  SetFact,
  SetInsert,
  SetInterviewee,
  SetPerson,
  SetSectionHeading,
  SetTurn,
} from './set-booklet.ts';
import { withTerms } from './term-marks.ts';
import {
  type AboutView,
  type BookletView,
  type ExchangeView,
  forContents,
  type Heading,
  type ParagraphView,
  type PersonView,
  type TurnView,
} from './view.ts';

export interface LineSetting extends ComposerSetting {
  readonly columns: Columns;
}

/** A page ends wherever `breaks` says so. */
export function setLines(
  view: BookletView,
  setting: LineSetting,
  breaks: PageBreaks = NO_BREAKS,
): SetBooklet {
  const composer = composerOf(setting);
  const { columns, styles } = setting;
  const { body, running, heading } = composer;
  // Beside a label in a column of its own a text begins at its edge.
  const firstIndent = columns.speaker === 'beside' ? 0 : columns.indent;
  const paragraph = (id: string, each: ParagraphView, measure: number, indent: number): Lines => {
    const { runs, terms, more } = each;
    return withBreaks(withTerms(body(runs, measure, indent, more), runs, terms), id, breaks);
  };
  const turn = (exchange: number, { label, name, paragraphs, inserts }: TurnView, at: number): SetTurn => {
    const { isLong, indent } = labelOf(label, columns);
    const idOf = (index: number): string => answerId(exchange, at, index);
    return {
      label,
      name,
      labelLines: isLong ? body([{ text: label, mark: LABEL }], columns.answer, 0) : null,
      indent,
      inserts: inserts.map((insert) =>
        setInsert(insert, composer, (caption) =>
          withBreaks(caption, captionId(exchange, at, insert.before), breaks),
        ),
      ),
      paragraphs: paragraphs.map((each, index) =>
        paragraph(idOf(index), each, columns.answer, index === 0 ? indent : columns.indent),
      ),
      startPages: [...paragraphs.keys(), paragraphs.length].filter((index) => breaks.has(idOf(index))),
    };
  };
  const sectionHeading = (words: Heading, kind: 'section' | 'kicker'): SetSectionHeading => ({
    text: words.text,
    phrases: words.phrases,
    opener: heading(kind, words),
    entry: heading(`entry-${kind}`, forContents(words)),
  });
  const exchange = (each: ExchangeView): SetExchange => {
    const { number, question, entry } = each;
    const turns = each.turns.map((one, index) => turn(number, one, index));
    const id = questionId(number);
    const lines = turns.flatMap(({ paragraphs }) => paragraphs).reduce((sum, one) => sum + linesIn(one), 0);
    return {
      ...each,
      question: { text: question.text, lines: withBreaks(heading('question', question), id, breaks) },
      startsPage: breaks.has(id),
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
      paragraph(
        introductionId(index),
        each,
        columns.introduction,
        index === 0 ? firstIndent : columns.indent,
      ),
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

function setInsert(
  insert: TurnView['inserts'][number],
  { heading, running }: Composer,
  withNotes: (caption: Lines) => Lines,
): SetInsert {
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
    figure: { ...picture, label, indent, caption: withNotes(running('caption', caption, indent)) },
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
export function apart(parts: readonly string[]): string {
  return parts.join(GAP);
}

const GAP = '\u3000';

function setFact({ label, value }: Fact, kind: 'fact' | 'circumstance', { running }: Composer): SetFact {
  return { label, lines: running(kind, plainRuns(apart(value))) };
}

export function plainRuns(text: string): readonly MarkedRun[] {
  return [{ text, mark: null }];
}

/** Labels are set heavy. */
export const LABEL = { ...PLAIN, strong: true };
