import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bare, sentencesOf } from '../../scripts/summary/clauses.ts';
import { nastyText } from '../support/interviews.ts';

it.each([
  ['甲，乙。丙！', [['甲，', '乙。'], ['丙！']]],
  ['“甲。乙，丙。”丁說，戊', [['“甲。乙，丙。”'], ['丁說，', '戊']]],
  ['他說：“甲。”乙', [['他說：', '“甲。”'], ['乙']]],
  ['（甲，乙）丙，丁', [['（甲，乙）丙，', '丁']]],
  ['甲“乙，丙。丁', [['甲“乙，', '丙。'], ['丁']]],
  ['3—5年，9:30，1,000——好？！', [['3—5年，', '9:30，', '1,000——', '好？！']]],
  ['見https://a.b/?c:d,e，乙, 丙', [['見https://a.b/?c:d,e，', '乙,', ' 丙']]],
  ['甲……乙', [['甲……'], ['乙']]],
  ['', []],
])('%s is parted', (text, sentences) => {
  expect(sentencesOf(text).map(({ clauses }) => clauses)).toEqual(sentences);
});

it('nothing is lost between the clauses', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      expect(
        sentencesOf(text)
          .flatMap(({ clauses }) => clauses)
          .join(''),
      ).toBe(text);
    }),
  );
});

it.each([
  ['甲，', '甲'],
  ['“甲。”', '“甲。”'],
  [' 甲？！ ', '甲'],
])('%j is bare as %s', (clause, expected) => {
  expect(bare(clause)).toBe(expected);
});
