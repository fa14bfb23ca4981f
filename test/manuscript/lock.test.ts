import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLock, writeLock } from '../../scripts/manuscript/lock.ts';
import type { LockedExchange } from '../../scripts/model/points-lock.ts';
import { nastyText } from '../support/interviews.ts';

const FILE = 'content/a/points.lock.json';

const exchange: fc.Arbitrary<LockedExchange> = fc
  .record({
    question: nastyText,
    answer: fc.array(nastyText, { minLength: 1, maxLength: 3 }),
    points: fc.array(nastyText, { maxLength: 3 }),
    takeaway: fc.option(nastyText, { nil: undefined }),
  })
  .map(({ takeaway, ...rest }) => ({ ...rest, ...(takeaway !== undefined && { takeaway }) }));

describe('points.lock.json', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 3 }), (lock) => {
        expect(readLock(writeLock(lock), FILE)).toEqual({ ok: true, value: lock, diagnostics: [] });
      }),
    );
  });

  it('is empty where there is none', () => {
    expect(readLock(undefined, FILE)).toEqual({ ok: true, value: [], diagnostics: [] });
  });

  it.each([
    ['<<<<<<< HEAD\n{}', 1],
    ['{\n  "version": "2",\n  "exchanges": []\n}', 2],
    ['{\n  "version": "1",\n  "exchanges": [{ "question": "問", "answers": [] }]\n}', 3],
  ])('%j is a fault at its line', (source, line) => {
    const read = readLock(source, FILE);
    expect(read.ok).toBe(false);
    expect(read.diagnostics[0]).toMatchObject({ severity: 'error', place: { file: FILE, line } });
  });
});
