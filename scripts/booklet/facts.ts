// What the colophon states: only what is known of this interview and this booklet.

import { familiesOf } from '../fonts/faces.ts';
import type { Edition } from '../model/edition.ts';
import type { Interview, Person } from '../model/interview.ts';
import type { Settings } from '../model/settings.ts';
import { textChecksum } from './checksum.ts';

/** What the settings decide about the book as a thing. */
export type BookForm = Pick<Settings, 'format'> & {
  readonly press: Pick<Settings['press'], 'binding' | 'assembly'>;
};

export interface Fact {
  readonly label: string;
  /** Parts that are set apart by a space of their own, such as a name and an office. */
  readonly value: readonly string[];
}

export function factsOf(edition: Edition, form: BookForm): readonly Fact[] {
  const { interview, labels, publisher, locale } = edition;
  const { serif, sans } = familiesOf(locale);
  return known([
    fact(labels.interviewee, ...partsOf(interview.interviewee)),
    fact(labels.interviewer, ...partsOf(interview.interviewer)),
    fact(labels.byline, interview.byline?.text),
    fact(labels.source, interview.source?.text),
    fact(labels.date, interview.date?.text),
    fact(labels.publisher, publisher),
    fact(labels.edition, labels.editionName),
    fact(labels.summaryState, summaryState(edition)),
    fact(labels.typefaces, `${serif.localName}、${sans.localName}（${serif.name}、${sans.name}）`),
    fact(labels.format, formatOf(edition, form)),
    fact(labels.checksum, textChecksum(edition)),
  ]);
}

/** Where, when and by whom, for the page about the interview. */
export function circumstancesOf({ interview, labels }: Edition): readonly Fact[] {
  return known([
    fact(labels.interviewer, ...partsOf(interview.interviewer)),
    fact(labels.byline, interview.byline?.text),
    fact(labels.source, interview.source?.text),
    fact(labels.date, interview.date?.text),
  ]);
}

/** Who answers besides the interviewee, in the order of their first words. */
export function speakersOf({ interviewee, interviewer, sections }: Interview): readonly string[] {
  const names = sections.flatMap(({ exchanges }) =>
    exchanges.flatMap(({ answer }) => answer.flatMap(({ speaker }) => speaker ?? [])),
  );
  return [...new Set(names)].filter((name) => name !== interviewee?.name && name !== interviewer?.name);
}

function fact(label: string, ...value: (string | undefined)[]): Fact {
  return { label, value: value.filter((part) => part !== undefined) };
}

function known(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ value }) => value.length > 0);
}

function formatOf({ labels }: Edition, { format, press }: BookForm): string {
  const size = `${format.width}×${format.height}${labels.millimetres}`;
  return [
    format.name && labels.formatNames[format.name],
    size,
    press.binding === 'right' ? labels.rightBound : undefined,
    press.assembly === 'nested' ? labels.saddleStitched : labels.perfectBound,
  ]
    .filter((part) => part !== undefined)
    .join('，');
}

function partsOf(person: Person | undefined): readonly (string | undefined)[] {
  return [person?.name, person?.role];
}

function summaryState({ interview, labels }: Edition): string | undefined {
  if (interview.summary === undefined) return undefined;
  return interview.summary === 'edited' ? labels.summaryEdited : labels.summaryDrafted;
}
