import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import { writeManuscript } from '../../scripts/manuscript/write.ts';

const FILE = 'content/wang-zhongyuan/interview.md';
const source = fs.readFileSync(FILE, 'utf8');
const transcript = fs.readFileSync('content/wang-zhongyuan/transcript.txt', 'utf8');
const read = readManuscript(source, FILE);
if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
const interview = read.value;
const exchanges = interview.sections.flatMap((section) => section.exchanges);

describe('the interview with 王仲遠', () => {
  it('is read whole and without a diagnostic', () => {
    expect(read.diagnostics).toEqual([]);
    expect(interview.title.text).toBe('大模型遠沒有到泡沫臨界點');
    expect(interview.interviewee).toMatchObject({ name: '王仲遠', role: '北京智源人工智能研究院院長' });
    expect(interview.summary).toBe('edited');
    expect(interview.lead).toHaveLength(2);
    expect(
      interview.sections.map(({ kicker, title, exchanges: { length } }) => [
        kicker?.text,
        title.text,
        length,
      ]),
    ).toEqual([
      ['“9.11和9.8哪個大”', '難倒大模型不奇怪', 2],
      ['百模大戰', '證明我們的市場化不錯', 3],
      ['要做高校做不了', '企業不願做的研發', 4],
      ['年輕', '成為智源的標籤', 2],
    ]);
  });

  it('is written as the house writes', () => {
    expect(writeManuscript(interview)).toBe(source);
  });

  it('has a takeaway of at most 16 and two or three points of at most 28 full-width units everywhere', () => {
    for (const { takeaway, points } of exchanges) {
      expect(fullWidthUnits(takeaway?.text ?? '長'.repeat(17)), takeaway?.text).toBeLessThanOrEqual(16);
      expect([2, 3]).toContain(points.length);
      for (const { text } of points) expect(fullWidthUnits(text), text).toBeLessThanOrEqual(28);
    }
  });

  it('has every word of the transcript in order, put right character by character', () => {
    const told = [
      interview.title,
      ...interview.lead,
      ...interview.sections.flatMap(({ kicker, title, exchanges: asked }) => [
        ...(kicker ? [kicker] : []),
        title,
        ...asked.flatMap(({ question, answer }) => [
          question,
          ...answer.flatMap(({ paragraphs }) => paragraphs),
        ]),
      ]),
    ].map(({ text }) => text);
    const received = transcript
      .split('\n')
      .filter((line) => line !== '')
      .map(corrected);
    expect(told).toEqual(received);
  });
});

/** The transcript without pinyin residues, half-width marks and the characters that are wrong in it. */
function corrected(line: string): string {
  return line
    .replace(/^[QA]:/, '')
    .replace(/(\p{Script=Han})\((?!agi|Meta)\p{Script=Latin}+\)/gu, '$1')
    .replace(/[,;:?()]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .replace(/\p{Script=Han}/gu, (character) => RIGHT[character] ?? character);
}

const RIGHT: Readonly<Record<string, string>> = {
  并: '並',
  么: '麼',
  于: '於',
  愿: '願',
  吁: '籲',
  簽: '籤',
  里: '裡',
  沖: '衝',
  艷: '豔',
  后: '後',
  斗: '鬥',
};
