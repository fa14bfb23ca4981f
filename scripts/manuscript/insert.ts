// Takeaways and points written into a manuscript below their questions. No other byte is touched: not the ends of its
// lines, not its spaces, not a comment in its front matter.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import type { Exchange, Interview } from '../model/interview.ts';
import { escapeBlock } from './escape.ts';
import { readManuscript } from './read.ts';

/**
 * The manuscript `source`, from which `before` was read, with the takeaways and points that only `after` has, and
 * `summary: drafted` in its front matter. An error `manuscript/cannot-insert` where that would not read back as meant.
 */
export function insertSummaries(
  source: string,
  file: string,
  before: Interview,
  after: Interview,
): Result<string> {
  const lines = source.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const drafted = exchangesOf(after);
  const additions = exchangesOf(before).flatMap((exchange, index) =>
    additionsFor(exchange, drafted[index] ?? exchange, lines),
  );
  if (additions.length === 0) return success(source);
  const written = lines.map((line, index) => {
    const blocks = additions.filter(({ after: place }) => place === index).map(({ text }) => text);
    if (blocks.length === 0) return line;
    const eol = endOf(line);
    const text = blocks.map((block) => `${eol}${block.replaceAll('\n', eol)}${eol}`).join('');
    return `${line}${text}${isBlank(lines[index + 1]) ? '' : eol}`;
  });
  const result = withState(written).join('');
  const read = readManuscript(result, file);
  const isAsMeant = read.ok && wordsOf(read.value) === wordsOf(after);
  return isAsMeant ? success(result) : failure(cannotInsert(file));
}

interface Addition {
  /** The index of the line it stands below. */
  readonly after: number;
  readonly text: string;
}

function additionsFor(before: Exchange, after: Exchange, lines: readonly string[]): readonly Addition[] {
  const heading = (before.question.at?.line ?? 1) - 1;
  const additions: Addition[] = [];
  if (!before.takeaway && after.takeaway)
    additions.push({ after: heading, text: `> ${escapeBlock(after.takeaway.text)}` });
  if (before.points.length === 0 && after.points.length > 0) {
    const text = after.points.map((point) => `- ${escapeBlock(point.text)}`).join('\n');
    additions.push({
      after: before.takeaway ? endOfBlock(before.takeaway.at?.line ?? 1, lines) : heading,
      text,
    });
  }
  return additions;
}

/** The index of the last line of the block that stands on `line`, from 1. */
function endOfBlock(line: number, lines: readonly string[]): number {
  let index = line - 1;
  while (!isBlank(lines[index + 1])) index += 1;
  return index;
}

/** How a line ends; the last one may not. */
function endOf(line: string): string {
  return /[\r\n]+$/.exec(line)?.[0] ?? '\n';
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The front matter says `drafted`: in place of what it said, or on a line of its own before its end. */
function withState(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*[\r\n]*$/.test(line));
  const said = lines.findIndex((line, index) => index < end && STATE.test(line));
  if (said >= 0)
    return lines.map((line, index) => (index === said ? line.replace(STATE, '$1$2drafted$2') : line));
  const [first = ''] = lines.slice(1, end).filter((line) => !/^\s*(?:#|$)/.test(line));
  const indent = /^ */.exec(first)?.[0] ?? '';
  return lines.map((line, index) =>
    index === end ? `${indent}summary: drafted${endOf(line)}${line}` : line,
  );
}

const STATE = /^( *summary:[ \t]*)(["']?)(?:edited|drafted)\2(?=[ \t]*(?:#|[\r\n]|$))/;

function exchangesOf({ sections }: Interview): readonly Exchange[] {
  return sections.flatMap(({ exchanges }) => exchanges);
}

/** All that a manuscript says, without where it says it, in one order of keys. */
function wordsOf(interview: Interview): string {
  const left = ['at', 'drawnFrom', 'gist'];
  return JSON.stringify(interview, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value).filter(([key]) => !left.includes(key));
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function cannotInsert(file: string): Diagnostic {
  return {
    code: 'manuscript/cannot-insert',
    severity: 'error',
    message: 'the drafts cannot be written into this manuscript without changing what it says',
    hint: 'Write its front matter as "key: value" on lines of their own; the drafts are shown without --write.',
    place: { file },
  };
}
