// Interview to Edition: one locale's characters, quotation marks and labels.

import { convertTo } from '../chinese/script.ts';
import { termFor } from '../chinese/terms.ts';
import type { Edition } from '../model/edition.ts';
import { type Interview, mapTexts } from '../model/interview.ts';
import { LANGUAGE_TAG, type Locale } from '../model/locale.ts';
import type { Term } from '../model/settings.ts';
import { LABELS } from './labels.ts';
import { localizeQuotes } from './quotes.ts';

export interface EditionOptions {
  readonly terms: readonly Term[];
  readonly publisher?: string;
}

/** The edition of `interview` for `locale`. People named in the front matter are protected without being listed. */
export function makeEdition(interview: Interview, locale: Locale, options: EditionOptions): Edition {
  const terms = [...options.terms, ...peopleOf(interview).map(termFor)];
  const convert = (text: string): string => localizeQuotes(convertTo(locale, text, terms), locale);
  return {
    locale,
    language: LANGUAGE_TAG[locale],
    labels: LABELS[locale],
    ...(options.publisher !== undefined && { publisher: convert(options.publisher) }),
    interview: mapTexts(interview, convert),
    unbreakable: terms.map((term) => term[locale]),
  };
}

function peopleOf(interview: Interview): readonly string[] {
  const { interviewer, interviewee } = interview;
  return [interviewee?.name, interviewer?.name].filter((name) => name !== undefined);
}
