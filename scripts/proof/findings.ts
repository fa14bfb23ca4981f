// What an editor is told of a proof: each breach that the house holds, with its page and its line, and a sum of the rest.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Locale } from '../model/locale.ts';
import { KINSOKU, type Kinsoku } from '../model/settings.ts';
import type { Proof } from './proof.ts';
import { type Breach, ruleOf } from './rules.ts';

export interface FindingOptions {
  /** The manuscript. */
  readonly file: string;
  readonly locale: Locale;
  readonly kinsoku: Kinsoku;
  /** Of a breach at the level of the house. */
  readonly severity: Severity;
}

/** The breaches at the level of the house in the order of the pages, then a note that sums the proof up. */
export function proofDiagnostics(
  { pageCount, breaches }: Proof,
  { file, locale, kinsoku, severity }: FindingOptions,
): readonly Diagnostic[] {
  const held = breaches.filter((breach) => isHeld(breach, kinsoku));
  const others = breaches.filter((breach) => !isHeld(breach, kinsoku));
  const findings = held.map((breach): Diagnostic => {
    const { code, message, page, line, at } = breach;
    const where = page === undefined ? '' : `, page ${page}`;
    const text = line === undefined || line.trim() === '' ? '' : ` (“${line.trim()}”)`;
    return {
      code: `proof/${code}`,
      severity,
      place: { file, ...at },
      message: `${locale} booklet${where}: ${message}${text}`,
      hint: hintFor(breach),
    };
  });
  return [...findings, summary(others, held.length, { file, locale, pageCount })];
}

export function isHeld(breach: Breach, kinsoku: Kinsoku): boolean {
  const { level } = ruleOf(breach);
  return level !== 'wish' && KINSOKU.indexOf(level) <= KINSOKU.indexOf(kinsoku);
}

function hintFor(breach: Breach): string {
  const { clause, remedy } = ruleOf(breach);
  return remedy === 'words'
    ? `Change a word or two in this paragraph, before the place: its lines are then set anew. Against: ${clause}.`
    : `No word of the manuscript does this: the theme or the program is at fault. Against: ${clause}.`;
}

/** `none`, or `12 (loose-line 9, line-start-strict 3)`. */
export function countOf(breaches: readonly Breach[]): string {
  const counts = new Map<string, number>();
  for (const { code } of breaches) counts.set(code, (counts.get(code) ?? 0) + 1);
  const each = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return each.length === 0
    ? 'none'
    : `${breaches.length} (${each.map(([code, count]) => `${code} ${count}`).join(', ')})`;
}

function summary(
  others: readonly Breach[],
  held: number,
  { file, locale, pageCount }: { readonly file: string; readonly locale: Locale; readonly pageCount: number },
): Diagnostic {
  return {
    code: 'proof/read',
    severity: 'note',
    place: { file },
    message: `${locale} booklet: ${pageCount} pages read back; against the rules of the house: ${held || 'none'}; against stricter ones: ${countOf(others)}`,
    hint:
      others.length === 0
        ? 'Nothing to do.'
        : 'Nothing to do: lines like these are let pass. `kinsoku` in press.yaml says how strict the house is.',
  };
}
