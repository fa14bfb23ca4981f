// What the colophon states: only what is known of this interview and this booklet.

import { familiesOf } from '../fonts/faces.ts';
import type { Edition } from '../model/edition.ts';
import type { Person } from '../model/interview.ts';

export interface Fact {
  readonly label: string;
  /** Parts that are set apart by a space of their own, such as a name and an office. */
  readonly value: readonly string[];
}

export function factsOf(edition: Edition): readonly Fact[] {
  const { interview, labels, publisher, locale } = edition;
  const { serif, sans } = familiesOf(locale);
  const fact = (label: string, ...value: (string | undefined)[]): Fact => ({
    label,
    value: value.filter((part) => part !== undefined),
  });
  return [
    fact(labels.interviewee, ...partsOf(interview.interviewee)),
    fact(labels.interviewer, ...partsOf(interview.interviewer)),
    fact(labels.source, interview.source?.text),
    fact(labels.date, interview.date?.text),
    fact(labels.publisher, publisher),
    fact(labels.edition, labels.editionName),
    fact(labels.summaryState, summaryState(edition)),
    fact(labels.typefaces, `${serif.localName}、${sans.localName}（${serif.name}、${sans.name}）`),
    fact(labels.format, labels.formatValue),
  ].filter(({ value }) => value.length > 0);
}

function partsOf(person: Person | undefined): readonly (string | undefined)[] {
  return [person?.name, person?.role];
}

function summaryState({ interview, labels }: Edition): string | undefined {
  if (interview.summary === undefined) return undefined;
  return interview.summary === 'edited' ? labels.summaryEdited : labels.summaryDrafted;
}
