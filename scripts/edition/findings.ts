// What a conversion changed beyond script, or could not be sure of, as diagnostics: one for each wording, at the first
// place it stands.

import { isSimplifiedOnly, isTraditionalOnly } from '../chinese/common.ts';
import type { Change, Conversion } from '../chinese/conversion.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Text } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import { type Excerpt, excerpt, type Manuscript, placeOf } from './places.ts';

export interface Finding {
  readonly kind: 'corrected-character' | 'doubtful-character' | 'changed-name' | 'changed-wording';
  readonly before: string;
  readonly after: string;
  /** The characters it may be, for a doubtful one. */
  readonly choices: string;
  readonly excerpt: Excerpt;
  readonly text: Text;
}

/** `source` are the code points that were converted, with terms shielded; `restore` shows the terms again. */
export function findingsOf(
  text: Text,
  source: readonly string[],
  conversion: Conversion,
  wordings: readonly Change[],
  restore: (text: string) => string,
): readonly Finding[] {
  const finding =
    (kind: Finding['kind']) =>
    ({ start, end, before, after, choices = '' }: Change & { readonly choices?: string }): Finding => ({
      kind,
      before: kind === 'changed-wording' ? source.slice(start, end).join('') : before,
      after,
      choices,
      excerpt: restored(excerpt(source.join(''), start, end), restore),
      text,
    });
  return [
    // A character of the other script is told of the manuscript itself.
    ...conversion.corrections
      .filter(({ before }) => !isSimplifiedOnly(before) && !isTraditionalOnly(before))
      .map(finding('corrected-character')),
    ...conversion.doubts.map(finding('doubtful-character')),
    ...conversion.brokenNames.map(finding('changed-name')),
    ...wordings.map(finding('changed-wording')),
  ];
}

function restored({ words, lead }: Excerpt, restore: (text: string) => string): Excerpt {
  return { words: restore(words), lead: restore(words.slice(0, lead)).length };
}

export function reportFindings(
  findings: readonly Finding[],
  locale: Locale,
  manuscript: Manuscript,
): readonly Diagnostic[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { kind, before, after, excerpt } = finding;
    const key = [kind, before, after, kind === 'doubtful-character' ? excerpt.words : ''].join('\0');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [diagnosticOf(first, group.length, locale, manuscript)] : [];
  });
}

function diagnosticOf(finding: Finding, count: number, locale: Locale, manuscript: Manuscript): Diagnostic {
  const { severity, message, hint } = WORDING[finding.kind](finding, locale);
  const times = count > 1 ? `, ${count} times` : '';
  return {
    code: `edition/${finding.kind}`,
    severity,
    message: message + times,
    hint,
    place: placeOf(finding.excerpt, finding.text, manuscript),
  };
}

interface Wording {
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

const WORDING: Readonly<Record<Finding['kind'], (finding: Finding, locale: Locale) => Wording>> = {
  'corrected-character': ({ before, after, excerpt }, locale) => ({
    severity: 'note',
    message: `${before} in “${excerpt.words}” is ${after} in the ${locale} edition`,
    hint: `Write ${after} in the manuscript; or add the word under protect in content/glossary.yaml, and it stays.`,
  }),
  'doubtful-character': ({ before, choices, excerpt }) => ({
    severity: 'warning',
    message: `${before} in “${excerpt.words}” may be ${choices}: the sense alone decides`,
    hint: 'Give the word its form for each place under terms in content/glossary.yaml.',
  }),
  'changed-name': ({ before, after }, locale) => ({
    severity: 'warning',
    message: `${before} looks like a name, and is ${after} in the ${locale} edition`,
    hint: `If it is a name, add this line under protect in content/glossary.yaml: "  - ${before}".`,
  }),
  'changed-wording': ({ before, after }, locale) => ({
    severity: 'note',
    message: `${before} is worded ${after} in the ${locale} edition`,
    hint: `To keep the speaker's word, add this line under protect in content/glossary.yaml: "  - ${before}".`,
  }),
};
