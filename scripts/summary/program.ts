// Drafts by a program of the house's own: what it is told of a question, and what its answer has to be like to be
// taken. Both are JSON (RFC 8259) in UTF-8.

import { fullWidthUnits } from '../chinese/characters.ts';
import { convertTo } from '../chinese/script.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Exchange, Interview } from '../model/interview.ts';
import type { ProgramOutcome } from '../model/world.ts';
import { saySame } from './choose.ts';
import type { Limits } from './lengths.ts';

/** The most bytes that an answer may have: many times what any summary takes. */
export const MOST_BYTES = 65_536;

/** What the program reads: the exchange, the editor's part of its summary, and how long the rest may be. */
export function programInput(
  { title }: Interview,
  { question, answer, takeaway, points }: Exchange,
  limits: Limits,
): string {
  const told = {
    title: title.text,
    question: question.text,
    answer: answer.map(({ speaker, paragraphs }) => ({
      ...(speaker !== undefined && { speaker }),
      paragraphs: paragraphs.map(({ text }) => text),
    })),
    ...(takeaway && { takeaway: takeaway.text }),
    ...(points.length > 0 && { points: points.map(({ text }) => text) }),
    limits: { takeaway: limits.takeaway, point: limits.point, points: limits.points },
  };
  return `${JSON.stringify(told)}\n`;
}

export interface ProgramSummary {
  readonly takeaway: string;
  readonly points: readonly string[];
}

/** The summary that a program gave, or in words why there is none. */
export function programSummary(outcome: ProgramOutcome, limits: Limits): ProgramSummary | string {
  switch (outcome.kind) {
    case 'done':
      return summaryIn(outcome.output, limits);
    case 'failed':
      return outcome.said === '' ? outcome.status : `${outcome.status}: ${outcome.said}`;
    case 'not-started':
      return `it could not be started: ${outcome.reason}`;
    case 'too-slow':
      return 'it took too long and was ended';
    case 'too-much':
      return `it wrote more than ${MOST_BYTES / 1024} KB and was ended`;
  }
}

/** The exchange with what it lacked: what the editor wrote stays. */
export function withProgramSummary(exchange: Exchange, { takeaway, points }: ProgramSummary): Exchange {
  return {
    ...exchange,
    takeaway: exchange.takeaway ?? { text: takeaway },
    points: exchange.points.length > 0 ? exchange.points : points.map((text) => ({ text })),
  };
}

export function notAnswered({ question }: Exchange, number: number, why: string, file: string): Diagnostic {
  return {
    code: 'summary/command',
    severity: 'warning',
    message: `summary.command gave nothing for question ${number} (${question.text}), which is drafted without it: ${why}`,
    hint: 'Put the program right (README.md says what it has to answer), or take summary: command out of press.yaml.',
    place: { file, ...question.at },
  };
}

function summaryIn(output: Uint8Array, limits: Limits): ProgramSummary | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(output));
  } catch {
    return 'its answer is not JSON in UTF-8';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'its answer is not an object with takeaway and points';
  const unknown = Object.keys(value).find((key) => key !== 'takeaway' && key !== 'points');
  if (unknown !== undefined) return `its answer has a key that is not known: ${unknown.slice(0, 40)}`;
  const { takeaway, points } = value as { takeaway?: unknown; points?: unknown };
  if (typeof takeaway !== 'string') return 'takeaway is not a text';
  if (!isTexts(points)) return 'points is not a list of texts';
  const summary = { takeaway: spaced(takeaway), points: points.map(spaced) };
  return faultOf(summary, limits) ?? summary;
}

/** Spaces as Markdown keeps them. */
function spaced(text: string): string {
  return text.trim().replace(/\p{Zs}+/gu, ' ');
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Line breaks, controls, halves of characters: what no heading can show. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

function faultOf({ takeaway, points }: ProgramSummary, limits: Limits): string | undefined {
  if (points.length === 0) return 'there is no point';
  if (points.length > limits.points) return `there are ${points.length} points, at most ${limits.points} fit`;
  const texts = [
    { name: 'takeaway', text: takeaway, limit: limits.takeaway },
    ...points.map((text, index) => ({ name: `point ${index + 1}`, text, limit: limits.point })),
  ];
  for (const { name, text, limit } of texts) {
    const units = fullWidthUnits(text);
    if (!/[\p{L}\p{N}]/u.test(text)) return `${name} is empty`;
    if (UNSEEN.test(text)) return `${name} has line breaks or control characters in it`;
    if (units > limit) return `${name} is ${units} full-width characters long, and ${limit} fit: ${text}`;
  }
  const plain = texts.map(({ name, text }) => ({ name, text: convertTo('zh-CN', text) }));
  for (const [index, one] of plain.entries())
    for (const other of plain.slice(index + 1))
      if (one.text === other.text || (index > 0 && saySame(one.text, other.text)))
        return `${one.name} and ${other.name} say the same`;
  return undefined;
}
