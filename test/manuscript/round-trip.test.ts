import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import { writeManuscript } from '../../scripts/manuscript/write.ts';
import { anyInterview, withoutPositions } from '../support/interviews.ts';

describe('reading and writing', () => {
  it('are inverse, without a word of complaint but for what is too long for its page', () => {
    fc.assert(
      fc.property(anyInterview, (interview) => {
        const read = readManuscript(writeManuscript(interview), 'interview.md');
        expect(read.diagnostics.filter(({ code }) => code !== 'manuscript/crowded')).toEqual([]);
        expect(read.ok && withoutPositions(read.value)).toEqual(withoutPositions(interview));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
  }, 120_000);
});
