// Interview to Edition: one locale's characters, words, quotation marks and labels.

import { convertCharacters } from '../chinese/conversion.ts';
import { detectScript, SCRIPT_OF, type Script } from '../chinese/script.ts';
import { formIn, shieldTerms } from '../chinese/shield.ts';
import { nameFor } from '../chinese/terms.ts';
import { useLocalWords } from '../chinese/vocabulary.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Edition } from '../model/edition.ts';
import { type Interview, mapTexts, type Text, textsOf } from '../model/interview.ts';
import { LANGUAGE_TAG, type Locale } from '../model/locale.ts';
import type { Term, Vocabulary } from '../model/settings.ts';
import { type Finding, findingsOf, reportFindings } from './findings.ts';
import { LABELS } from './labels.ts';
import { applyChanges, moveMarks, type Unit } from './offsets.ts';
import type { Manuscript } from './places.ts';
import { localizeQuotes } from './quotes.ts';

export interface EditionOptions {
  readonly terms: readonly Term[];
  readonly publisher?: string;
  readonly vocabulary?: Vocabulary;
  readonly manuscript?: Manuscript;
}

export interface MadeEdition {
  readonly edition: Edition;
  /** Warnings where the sense alone decides a character or a name was changed; notes of what else was changed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The edition of `interview` for `locale`. People named in the front matter are protected without being listed. */
export function makeEdition(interview: Interview, locale: Locale, options: EditionOptions): MadeEdition {
  const terms = [...options.terms, ...peopleOf(interview).map(nameFor)];
  const convert = converterFor(scriptOf(interview), locale, terms, options.vocabulary);
  const findings: Finding[] = [];
  const edition: Edition = {
    locale,
    language: LANGUAGE_TAG[locale],
    labels: LABELS[locale],
    ...(options.publisher !== undefined && { publisher: convert({ text: options.publisher }).text }),
    interview: mapTexts(interview, (text) => {
      const converted = convert(text);
      findings.push(...converted.findings);
      const { marks, ...rest } = text;
      const moved = marks && moveMarks(marks, converted.units());
      return { ...rest, text: converted.text, ...(moved && { marks: moved }) };
    }),
    unbreakable: terms.map((term) => formIn(term, locale)),
  };
  return { edition, diagnostics: reportFindings(findings, locale, options.manuscript ?? { file: '' }) };
}

/** The script of the whole manuscript: a single title may have no character that tells. */
export function scriptOf(interview: Interview): Script {
  const script =
    known.get(interview) ??
    detectScript(
      textsOf(interview)
        .map(({ text }) => text)
        .join('\n'),
    );
  known.set(interview, script);
  return script;
}

/** Every edition of an interview asks. */
const known = new WeakMap<Interview, Script>();

function converterFor(
  script: Script,
  locale: Locale,
  terms: readonly Term[],
  vocabulary: Vocabulary = 'keep',
): (text: Text) => Converted {
  const { shield, restore, formAt } = shieldTerms(terms, locale);
  const isLocal = vocabulary === 'local' && SCRIPT_OF[locale] === 'traditional';
  return (text) => {
    const source = shield(text.text);
    const conversion = convertCharacters(source, script, locale);
    const words = isLocal
      ? useLocalWords(conversion.text, locale === 'zh-TW' ? 'tw' : 'hk')
      : { text: conversion.text, changes: [] };
    const points = [...source];
    return {
      text: localizeQuotes(restore(words.text), locale),
      findings: findingsOf(text, points, conversion, words.changes, restore),
      units: () => {
        const converted = [...conversion.text];
        let offset = 0;
        const units = points.map((point, index): Unit => {
          const before = formAt(text.text, offset, point);
          offset += before.length;
          return { before, after: converted[index] ?? '' };
        });
        const restored = applyChanges(units, words.changes).map(({ before, after }) => ({
          before,
          after: restore(after),
        }));
        // Where a phrase of another length was put in, nothing says which character became which.
        return converted.length === points.length
          ? restored
          : [{ before: text.text, after: restore(words.text) }];
      },
    };
  };
}

interface Converted {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** What became of what, for the marks of the text. */
  readonly units: () => readonly Unit[];
}

function peopleOf(interview: Interview): readonly string[] {
  const { interviewer, interviewee } = interview;
  const speakers = interview.sections.flatMap(({ exchanges }) =>
    exchanges.flatMap(({ answer }) => answer.flatMap(({ speaker }) => speaker ?? [])),
  );
  const named = [interviewee?.name, interviewer?.name].filter((name) => name !== undefined);
  return [...new Set([...named, ...speakers])];
}
