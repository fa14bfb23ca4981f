// Summaries whose answers have changed since somebody stood by them.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Exchange, Interview, Text } from '../model/interview.ts';
import type { LockedExchange, PointsLock } from '../model/points-lock.ts';
import { lostClaims } from './claims.ts';
import { differenceOf } from './difference.ts';
import { matchExchanges } from './match.ts';

export interface StalenessRequest {
  readonly interview: Interview;
  /** The manuscript, and what the lock beside it says. */
  readonly file: string;
  readonly lock: PointsLock;
  /** Words that are names: people of the interview need not be among them. */
  readonly names: readonly string[];
  /** The slide of an exchange, counted through the interview from 1; asked only where one is stale. */
  readonly slideOf: (exchange: number) => number | undefined;
  readonly severity: Severity;
  /** The slug, for the command that settles it. */
  readonly slug: string;
}

export interface Staleness {
  /** `summary/stale` for an exchange, `summary/no-longer-said` for a takeaway or point. */
  readonly diagnostics: readonly Diagnostic[];
  /** The lock as it is to be: what is settled and what is new as it now stands, what is not as it was. */
  readonly lock: PointsLock;
}

/** Holds the editor's takeaways and points against the answers they were written for. Drafts are never stale. */
export function stalenessOf(request: StalenessRequest): Staleness {
  const { interview } = request;
  const edited = editedOf(interview);
  const now = edited.map(({ exchange }) => locked(exchange));
  const then = matchExchanges(now, request.lock);
  const findings = edited.map(({ exchange, number }, index) => {
    const [is, was] = [now[index] ?? locked(exchange), then[index]];
    if (!was || sameAnswer(was, is)) return { lock: is, diagnostics: [] };
    const lost = lostDiagnostics(exchange, number, was, is, request);
    const isStale = was.takeaway === is.takeaway && JSON.stringify(was.points) === JSON.stringify(is.points);
    const diagnostics = [...(isStale ? [staleDiagnostic(exchange, number, was, is, request)] : []), ...lost];
    return { lock: diagnostics.length > 0 ? was : is, diagnostics };
  });
  return {
    diagnostics: findings.flatMap(({ diagnostics }) => diagnostics),
    lock: findings.map(({ lock }) => lock),
  };
}

/**
 * The lock with the exchanges of `numbers`, counted through the interview from 1, as they now stand, and the others as
 * they were; all of them where there are no numbers.
 */
export function approve(interview: Interview, lock: PointsLock, numbers: readonly number[]): PointsLock {
  const edited = editedOf(interview);
  const now = edited.map(({ exchange }) => locked(exchange));
  const then = matchExchanges(now, lock);
  return now.map((is, index) => {
    const isApproved = numbers.length === 0 || numbers.includes(edited[index]?.number ?? 0);
    return isApproved ? is : (then[index] ?? is);
  });
}

interface Numbered {
  readonly exchange: Exchange;
  readonly number: number;
}

function editedOf({ sections }: Interview): readonly Numbered[] {
  return sections
    .flatMap(({ exchanges }) => exchanges)
    .map((exchange, index) => ({ exchange, number: index + 1 }))
    .filter(({ exchange }) => isEdited(exchange));
}

/** Whether anything of its summary stands in the manuscript: a draft was drawn from the answer just now. */
function isEdited({ takeaway, points }: Exchange): boolean {
  return [takeaway, ...points].some((text) => text && !text.drawnFrom);
}

export function locked({ question, takeaway, points, answer }: Exchange): LockedExchange {
  const own = (text: Text): boolean => !text.drawnFrom;
  return {
    question: question.text,
    answer: answer.flatMap(({ speaker, paragraphs }) =>
      paragraphs.map(({ text }, index) =>
        speaker !== undefined && index === 0 ? `${speaker}：${text}` : text,
      ),
    ),
    ...(takeaway && own(takeaway) && { takeaway: takeaway.text }),
    points: points.filter(own).map(({ text }) => text),
  };
}

/** Spaces are no words. */
function sameAnswer(one: LockedExchange, other: LockedExchange): boolean {
  const words = ({ answer }: LockedExchange): string => answer.join('\n').replace(/[^\S\n]+/gu, '');
  return words(one) === words(other);
}

function staleDiagnostic(
  { question }: Exchange,
  number: number,
  was: LockedExchange,
  is: LockedExchange,
  { file, slug, severity, slideOf }: StalenessRequest,
): Diagnostic {
  const slide = slideOf(number);
  return {
    code: 'summary/stale',
    severity,
    message:
      `the answer to question ${number} (${question.text}) has changed since its takeaway and points were written` +
      `${slide === undefined ? '' : `, and slide ${slide} still shows them`}: ${differenceOf(was.answer, is.answer)}`,
    hint: `Change the takeaway or points too; or, where they still hold, say: wenda approve ${slug} ${number}.`,
    place: { file, ...question.at },
  };
}

function lostDiagnostics(
  exchange: Exchange,
  number: number,
  was: LockedExchange,
  is: LockedExchange,
  { file, slug, severity, names, interview }: StalenessRequest,
): readonly Diagnostic[] {
  const people = [
    interview.interviewee?.name,
    interview.interviewer?.name,
    ...exchange.answer.map(({ speaker }) => speaker),
  ];
  const known = [...names, ...people.filter((name) => name !== undefined)];
  const [before, after] = [was.answer.join('\n'), is.answer.join('\n')];
  return [...(exchange.takeaway ? [exchange.takeaway] : []), ...exchange.points]
    .filter(({ drawnFrom }) => !drawnFrom)
    .flatMap(({ text, at }) =>
      lostClaims(text, before, after, known).map(
        ({ kind, words }): Diagnostic => ({
          code: 'summary/no-longer-said',
          severity,
          message: `this says “${words}”, a ${kind} that its answer no longer has: ${text}`,
          hint: `Correct it; or, where it still holds, say: wenda approve ${slug} ${number}.`,
          place: { file, ...at },
        }),
      ),
    );
}
