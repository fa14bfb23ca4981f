import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import { DEFAULT_LIMITS } from '../../scripts/summary/lengths.ts';
import { programSummary } from '../../scripts/summary/program.ts';

const words = fc.string({
  unit: fc.constantFrom('甲', '乙', '丙', '丁', ' ', 'a', '，', '\n'),
  maxLength: 18,
});
const answers = fc.oneof(
  fc.json().map((text) => text),
  fc
    .record({ takeaway: words, points: fc.array(words, { maxLength: 4 }) })
    .map((value) => JSON.stringify(value)),
);

it('an answer is taken whole or refused with a reason, whatever it is', () => {
  let taken = 0;
  fc.assert(
    fc.property(answers, (text) => {
      const outcome = { kind: 'done', output: new TextEncoder().encode(text) } as const;
      const summary = programSummary(outcome, DEFAULT_LIMITS);
      if (typeof summary === 'string') {
        expect(summary).toMatch(/\w+ \w+/);
        return;
      }
      taken += 1;
      expect(fullWidthUnits(summary.takeaway)).toBeLessThanOrEqual(16);
      expect([1, 2, 3]).toContain(summary.points.length);
      for (const point of summary.points) expect(fullWidthUnits(point)).toBeLessThanOrEqual(28);
      for (const said of [summary.takeaway, ...summary.points]) expect(said).toMatch(/^[^\s\p{C}].*$/u);
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(50);
});
