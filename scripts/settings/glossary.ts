// content/glossary.yaml: names and terms that keep their form in each place and that no line is broken inside.

import { termFor } from '../chinese/terms.ts';
import { type Diagnostic, type Result, resultOf } from '../model/diagnostic.ts';
import type { Text } from '../model/interview.ts';
import { LOCALES } from '../model/locale.ts';
import type { Term } from '../model/settings.ts';
import { list, readYaml, record, text, toggle } from '../schema/schema.ts';

/**
 * The terms of the house: those under `protect` are written once and converted for the places of the other script,
 * those under `terms` say their form for every place, where Hong Kong's may be Taiwan's. Those under `words` are as
 * under `protect`, but no index lists them; nor does it a term with `index: false`. A form may belong to one term only.
 */
export function readGlossary(source: string | undefined, file: string): Result<readonly Term[]> {
  const read = readYaml(SCHEMA, source ?? '', file);
  if (!read.ok) return read;
  const { protect = [], words = [], terms = [] } = read.value;
  const entries: readonly Entry[] = [
    ...protect.map((written) => ({ term: termFor(written.text), written })),
    ...words.map((written) => ({ term: { ...termFor(written.text), ...UNLISTED }, written })),
    ...terms.map((forms) => ({
      term: {
        'zh-TW': forms['zh-TW'].text,
        'zh-HK': (forms['zh-HK'] ?? forms['zh-TW']).text,
        'zh-CN': forms['zh-CN'].text,
        ...(forms.index === false && UNLISTED),
      },
      written: forms['zh-TW'],
    })),
  ];
  return resultOf(
    entries.map(({ term }) => term),
    [...read.diagnostics, ...repeatedForms(entries, file)],
  );
}

interface Entry {
  readonly term: Term;
  readonly written: Text;
}

const UNLISTED = { unlisted: true } as const;

const SCHEMA = record(
  {},
  {
    protect: list(text()),
    words: list(text()),
    terms: list(record({ 'zh-TW': text(), 'zh-CN': text() }, { 'zh-HK': text(), index: toggle() })),
  },
);

function repeatedForms(entries: readonly Entry[], file: string): readonly Diagnostic[] {
  const seen = new Set<string>();
  return entries.flatMap(({ term, written }) => {
    const forms = new Set(LOCALES.map((locale) => term[locale]));
    const repeated = [...forms].find((form) => seen.has(form));
    for (const form of forms) seen.add(form);
    if (repeated === undefined) return [];
    return {
      code: 'settings/repeated-term',
      severity: 'error',
      message: `the glossary has ${repeated} already`,
      hint: 'Keep one entry for it.',
      place: { file, ...written.at },
    };
  });
}
