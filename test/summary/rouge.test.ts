import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySentences, lead, lexRank, textRank } from '../../bench/baselines.ts';
import { meanOf, rouge } from '../../bench/rouge.ts';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import { summarize } from '../../scripts/summary/summarize.ts';

const words = fc
  .array(fc.constantFrom(...'甲乙丙丁，', 'AGI ', '9.8 '), { maxLength: 12 })
  .map((all) => all.join(''));

describe('ROUGE', () => {
  it.each([
    ['甲乙丙', '甲乙丙', 1, 1, 1],
    ['甲乙', '乙甲', 1, 0, 0.5],
    ['甲乙丙丁', '甲丁', 2 / 3, 0, 2 / 3],
    ['甲甲', '甲乙', 0.5, 0, 0.5],
    ['AGI模型', 'agi', 0.5, 0, 0.5],
    ['9.11，大', '9.8', 0, 0, 0],
    ['', '甲', 0, 0, 0],
  ])('of %j against %j', (summary, reference, one, two, longest) => {
    const scores = rouge(summary, reference);
    expect(scores.one).toBeCloseTo(one);
    expect(scores.two).toBeCloseTo(two);
    expect(scores.longest).toBeCloseTo(longest);
  });

  it('is the same both ways, at most 1, and blind to punctuation', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const scores = rouge(one, other);
        expect(scores).toEqual(rouge(other, one));
        expect(scores).toEqual(rouge(one.replaceAll('，', ' '), other));
        expect(scores.longest).toBeLessThanOrEqual(scores.one);
        expect(scores.one).toBeLessThanOrEqual(1);
        expect(meanOf(rouge(one, one))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the references', () => {
  it.each(['scientist', 'craftsman', 'panel', 'founder', 'coach'])(
    'of the %s are whole and within the limits',
    (name) => {
      const file = `bench/summaries/${name}.md`;
      const read = readManuscript(fs.readFileSync(file, 'utf8'), file);
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
      expect(read.diagnostics).toEqual([]);
      expect(read.value.sections.flatMap(({ exchanges }) => exchanges).length).toBeGreaterThanOrEqual(6);
      expect(summarize(read.value, file)).toEqual({ ok: true, value: read.value, diagnostics: [] });
    },
  );
});

describe('a baseline', () => {
  const paragraphs = ['今天是晴天。小貓喜歡吃魚，也喜歡睡覺。小狗追小貓。', '小貓喜歡吃魚，小魚怕小貓。'];
  const [apart, , , last] = [
    '今天是晴天',
    '小貓喜歡吃魚，也喜歡睡覺',
    '小狗追小貓',
    '小貓喜歡吃魚，小魚怕小貓',
  ];

  it('takes the first three sentences as lead, and the last three where chance has it so', () => {
    let drawn = 0;
    expect(lead('', paragraphs).points).not.toContain(last);
    expect(anySentences(() => drawn++)('', paragraphs).points).not.toContain(apart);
  });

  it.each([
    ['TextRank', textRank],
    ['LexRank', lexRank],
  ])('%s takes what the others are near to, in the order of the text', (_, baseline) => {
    const { points } = baseline('', paragraphs);
    expect(points).not.toContain(apart);
    expect(points.at(-1)).toBe(last);
  });

  it('keeps within the lengths of a draft, cutting where clauses end', () => {
    const { takeaway, points } = lead('', [`一二三四五六七八九十，${'長'.repeat(30)}。`, '長'.repeat(40)]);
    expect(takeaway).toBe('一二三四五六七八九十');
    expect(points.map(fullWidthUnits)).toEqual([10, 28]);
  });
});
