// Diagnostics as a page shows them: each with the text of its line, and beside the part of the interview it speaks of.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Interview, Text } from '../model/interview.ts';

export interface Finding {
  readonly diagnostic: Diagnostic;
  /** The text of the line that it names, where there is one. */
  readonly line: string | undefined;
}

export interface FindingView {
  readonly severity: Severity;
  readonly label: string;
  readonly code: string;
  /** file:line:column */
  readonly where: string;
  readonly message: string;
  readonly hint: string;
  readonly excerpt: ExcerptView | undefined;
}

/** A line about the place that is meant. */
export interface ExcerptView {
  readonly number: number;
  readonly before: string;
  /** The character at the place; empty behind the end of the line. */
  readonly mark: string;
  readonly after: string;
}

export function findingView(
  { diagnostic, line }: Finding,
  labels: Readonly<Record<Severity, string>>,
): FindingView {
  const { severity, code, message, hint, place } = diagnostic;
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':');
  const excerpt =
    place?.line === undefined || line === undefined ? undefined : excerptOf(line, place.line, place.column);
  return { severity, label: labels[severity], code, where, message, hint, excerpt };
}

/** Characters shown on each side of the place: a paragraph is one line of a manuscript. */
const CONTEXT = 36;

function excerptOf(line: string, number: number, column = 1): ExcerptView {
  const before = [...line.slice(0, column - 1)];
  const [mark = '', ...after] = [...line.slice(column - 1)];
  return {
    number,
    before: before.length > CONTEXT ? `…${before.slice(-CONTEXT).join('')}` : before.join(''),
    mark,
    after: after.length > CONTEXT ? `${after.slice(0, CONTEXT).join('')}…` : after.join(''),
  };
}

/**
 * The part of the interview that a line of its manuscript belongs to, as `PlayerSlide.group` names it; `opening` before the
 * first section.
 */
export function partAtLine({ sections }: Interview, line: number): string {
  let number = 0;
  const beginnings = sections.flatMap((section, index) => [
    { part: `section-${index + 1}`, line: lineOf(section.kicker ?? section.title) },
    ...section.exchanges.map(({ question }) => {
      number += 1;
      return { part: `question-${number}`, line: lineOf(question) };
    }),
  ]);
  return beginnings.filter((beginning) => beginning.line <= line).at(-1)?.part ?? 'opening';
}

const lineOf = ({ at }: Text): number => at?.line ?? Number.POSITIVE_INFINITY;
