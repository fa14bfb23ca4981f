// Two versions of an interview: what of it changed, exchange by exchange.

import type { Exchange, Interview, Text } from '../model/interview.ts';
import { changedWords, formatRuns, type Run } from './words.ts';

export interface Change {
  /** Of an exchange also: where it stands now, or stood before it was removed, counted from 1. */
  readonly number?: number;
  /** `title`, `lead`, `section 2` or `question 5`. */
  readonly where: string;
  /** An exchange that only stands elsewhere now has moved. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** What the exchange asks, as a name to know it by. */
  readonly question?: string;
  readonly parts: readonly ChangedPart[];
}

export interface ChangedPart {
  /** `question`, `takeaway`, `point`, `answer`, … */
  readonly part: string;
  readonly runs: readonly Run[];
}

/** For each exchange of the later interview, the place from 0 of the same one in the earlier; undefined for a new one. */
export type Pairs = readonly (number | undefined)[];

/** What differs, in the order of the later interview, removed exchanges last. */
export function compareInterviews(before: Interview, after: Interview, pairs: Pairs): readonly Change[] {
  const earlier = before.sections.flatMap(({ exchanges }) => exchanges);
  const later = after.sections.flatMap(({ exchanges }) => exchanges);
  const kept = new Set(pairs);
  const exchanges = later.flatMap((exchange, index) => {
    const partner = pairs[index];
    const was = partner === undefined ? undefined : earlier[partner];
    const isMoved = was !== undefined && hasMoved(index, pairs);
    return exchangeChange(was, exchange, index + 1, isMoved);
  });
  const removed = earlier.flatMap((exchange, index) =>
    kept.has(index) ? [] : exchangeChange(exchange, undefined, index + 1, false),
  );
  return [...wholeChanges(before, after), ...exchanges, ...removed];
}

/** Whether an exchange that stood before this one now stands behind it. */
function hasMoved(index: number, pairs: Pairs): boolean {
  const partner = pairs[index] ?? 0;
  return pairs.slice(0, index).some((other) => other !== undefined && other > partner);
}

function exchangeChange(
  was: Exchange | undefined,
  is: Exchange | undefined,
  number: number,
  isMoved: boolean,
): readonly Change[] {
  const parts = partsOf(
    [
      ['question', was?.question.text, is?.question.text],
      ['takeaway', was?.takeaway?.text, is?.takeaway?.text],
    ],
    [
      ['point', textsOf(was?.points), textsOf(is?.points)],
      ['answer', answerOf(was), answerOf(is)],
    ],
  );
  if (parts.length === 0 && !isMoved) return [];
  const kind =
    was === undefined ? 'added' : is === undefined ? 'removed' : parts.length > 0 ? 'changed' : 'moved';
  const question = (is ?? was)?.question.text;
  return [{ number, where: `question ${number}`, kind, ...(question && { question }), parts }];
}

/** Front matter, lead and headings. */
function wholeChanges(before: Interview, after: Interview): readonly Change[] {
  const facts = FACTS.flatMap((name) => partsOf([[name, factOf(before, name), factOf(after, name)]], []));
  const lead = partsOf([], [['lead', textsOf(before.lead), textsOf(after.lead)]]);
  const quotes = partsOf([], [['quote', textsOf(before.quotes), textsOf(after.quotes)]]);
  const headings = Array.from(
    { length: Math.max(before.sections.length, after.sections.length) },
    (_, index) => {
      const parts = partsOf([['heading', headingOf(before, index), headingOf(after, index)]], []);
      return parts.length > 0 ? [{ where: `section ${index + 1}`, kind: kindOf(parts), parts }] : [];
    },
  );
  return [
    ...[...facts, ...lead, ...quotes].map((part) => ({
      where: part.part,
      kind: kindOf([part]),
      parts: [part],
    })),
    ...headings.flat(),
  ];
}

const FACTS = [
  'title',
  'subtitle',
  'byline',
  'interviewer',
  'interviewee',
  'source',
  'date',
  'blurb',
  'closing',
] as const;

function factOf(interview: Interview, name: (typeof FACTS)[number]): string | undefined {
  const fact = interview[name];
  if (fact === undefined) return undefined;
  return 'text' in fact ? fact.text : [fact.name, fact.role].filter((part) => part !== undefined).join(' ');
}

function headingOf({ sections }: Interview, index: number): string | undefined {
  const section = sections[index];
  return (
    section && [section.kicker?.text, section.title.text].filter((part) => part !== undefined).join('｜')
  );
}

function kindOf(parts: readonly ChangedPart[]): Change['kind'] {
  const kinds = new Set(parts.flatMap(({ runs }) => runs.map(({ kind }) => kind)));
  if (kinds.size > 1) return 'changed';
  return kinds.has('added') ? 'added' : 'removed';
}

type Single = readonly [part: string, was: string | undefined, is: string | undefined];
type Listed = readonly [part: string, was: readonly string[], is: readonly string[]];

function partsOf(singles: readonly Single[], lists: readonly Listed[]): readonly ChangedPart[] {
  const pairs = [
    ...singles.map(([part, was = '', is = '']) => ({ part, was, is })),
    ...lists.flatMap(([part, was, is]) => alignParagraphs(was, is).map((pair) => ({ part, ...pair }))),
  ];
  return pairs
    .filter(({ was, is }) => was !== is)
    .map(({ part, was, is }) => ({ part, runs: changedWords(was, is) }));
}

/** Paragraphs that stayed are set aside from both ends; between them, one goes with the other in order. */
function alignParagraphs(
  was: readonly string[],
  is: readonly string[],
): readonly { readonly was: string; readonly is: string }[] {
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < Math.min(was.length, is.length) - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const left = was.slice(start, was.length - end);
  const right = is.slice(start, is.length - end);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    was: left[index] ?? '',
    is: right[index] ?? '',
  }));
}

function answerOf(exchange: Exchange | undefined): readonly string[] {
  return (exchange?.answer ?? []).flatMap(({ speaker, paragraphs }) =>
    paragraphs.map(({ text }, index) =>
      speaker !== undefined && index === 0 ? `${speaker}：${text}` : text,
    ),
  );
}

function textsOf(texts: readonly Text[] = []): readonly string[] {
  return texts.map(({ text }) => text);
}

/** The changes for a person to read: a line for each exchange, and one for each part of it that changed. */
export function formatChanges(changes: readonly Change[]): string {
  return changes
    .flatMap(({ where, kind, question, parts }) => [
      question === undefined ? `${where}, ${kind}` : `${where}, ${kind}: ${question}`,
      ...parts.map(({ part, runs }) => `    ${part.padEnd(PART_WIDTH)}${formatRuns(runs)}`),
    ])
    .map((line) => `  ${line}\n`)
    .join('');
}

const PART_WIDTH = 12;
