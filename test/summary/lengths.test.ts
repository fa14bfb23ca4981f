import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import { draftFrom } from '../../scripts/summary/draft.ts';
import { DEFAULT_LIMITS, type Limits, lengthWarnings } from '../../scripts/summary/lengths.ts';
import { prose } from '../support/answers.ts';

const words = fc.string({ unit: fc.constantFrom('字', '，', 'a', '9'), minLength: 1, maxLength: 40 });
const limits: fc.Arbitrary<Limits> = fc.record({
  takeaway: fc.integer({ min: 8, max: 20 }),
  point: fc.integer({ min: 12, max: 32 }),
  points: fc.integer({ min: 1, max: 5 }),
});

function interviewOf(takeaway: string, points: readonly string[]): Interview {
  const exchange = {
    question: { text: '問？', at: { line: 5, column: 5 } },
    takeaway: { text: takeaway, at: { line: 7, column: 3 } },
    points: points.map((text, index) => ({ text, at: { line: 9 + index, column: 3 } })),
    answer: [{ paragraphs: [{ text: '答。' }] }],
  };
  const sections = [{ title: { text: '節' }, exchanges: [exchange] }];
  return { title: { text: '題' }, quotes: [], lead: [], sections };
}

it('each text beyond its limit is told of, at its place, with its length and the limit', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 5 }), limits, (takeaway, points, most) => {
      const found = lengthWarnings(interviewOf(takeaway, points), 'a.md', most);
      const texts = [
        { text: takeaway, limit: most.takeaway, line: 7 },
        ...points.map((text, index) => ({ text, limit: most.point, line: 9 + index })),
      ].filter(({ text, limit }) => fullWidthUnits(text) > limit);
      expect(found.map(({ place }) => place?.line)).toEqual(texts.map(({ line }) => line));
      texts.forEach(({ text, limit }, index) => {
        expect(found[index]?.code).toBe('summary/too-long');
        expect(found[index]?.message).toContain(
          `${fullWidthUnits(text)} full-width characters long, and ${limit} fit`,
        );
      });
    }),
  );
});

it('more points than a slide holds are told of, at the first that is too many', () => {
  const points = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `要點${index}`);
  expect(lengthWarnings(interviewOf('提', points(5)), 'a.md')).toEqual([]);
  expect(lengthWarnings(interviewOf('提', points(7)), 'a.md')).toMatchObject([
    { code: 'summary/crowded', message: expect.stringMatching(/7 points, and 5 fit/), place: { line: 14 } },
  ]);
});

it('a draft keeps within the limits that are set', () => {
  fc.assert(
    fc.property(prose, limits, (paragraphs, most) => {
      const { takeaway, points } = draftFrom('大模型到頂了嗎？', paragraphs, undefined, most);
      if (takeaway) expect(fullWidthUnits(takeaway.text)).toBeLessThanOrEqual(most.takeaway);
      expect(points.length).toBeLessThanOrEqual(most.points);
      for (const { text } of points) expect(fullWidthUnits(text)).toBeLessThanOrEqual(most.point);
    }),
  );
  const pointsWithin = (point: number): number =>
    draftFrom('問？', ['大模型的驚豔感來自於解決了推理問題和常識問題。'], '提', { ...DEFAULT_LIMITS, point })
      .points.length;
  expect([pointsWithin(28), pointsWithin(14)]).toEqual([1, 0]);
  const many = ['大模型解決了推理問題。企業需要耐心。人才是最大的瓶頸。應用會在兩年內成熟。資源不應該分散。'];
  const countWithin = (points: number): number =>
    draftFrom('問？', many, '提', { ...DEFAULT_LIMITS, points }).points.length;
  expect([1, 2, 3, 4].map(countWithin)).toEqual([1, 2, 3, 4]);
});
