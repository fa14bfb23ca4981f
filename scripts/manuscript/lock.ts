// points.lock.json to a value and back: which answer each summary was written for. JSON is YAML, and read as such, so
// that a fault in it has its line and column like every other.

import { type Result, success } from '../model/diagnostic.ts';
import type { Text } from '../model/interview.ts';
import type { LockedExchange, PointsLock } from '../model/points-lock.ts';
import { choice, list, readYaml, record, text } from '../schema/schema.ts';

/** The lock that `source` holds; none of it is an empty lock. Every fault is an error `schema/…` or `yaml/…`. */
export function readLock(source: string | undefined, file: string): Result<PointsLock> {
  if (source === undefined) return success([]);
  const read = readYaml(SCHEMA, source, file);
  if (!read.ok) return read;
  const { exchanges } = read.value;
  return success(
    exchanges.map(
      ({ question, answer, takeaway, points }): LockedExchange => ({
        question: question.text,
        answer: wordsOf(answer),
        ...(takeaway && { takeaway: takeaway.text }),
        points: wordsOf(points),
      }),
    ),
    read.diagnostics,
  );
}

/** The lock as a text that a review of changes shows line by line. */
export function writeLock(lock: PointsLock): string {
  return `${JSON.stringify({ version: '1', exchanges: lock }, null, 2)}\n`;
}

const SCHEMA = record(
  {
    version: choice(['1']),
    exchanges: list(
      record({ question: text(), answer: list(text()), points: list(text()) }, { takeaway: text() }),
    ),
  },
  {},
);

function wordsOf(texts: readonly Text[]): readonly string[] {
  return texts.map(({ text: words }) => words);
}
