import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import { convertTo } from '../../scripts/chinese/script.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Exchange, Interview, Passage, Text } from '../../scripts/model/interview.ts';
import { isBalanced } from '../../scripts/summary/clauses.ts';
import { summarize } from '../../scripts/summary/summarize.ts';
import { sharedShare } from '../../scripts/summary/tokens.ts';
import { prose } from '../support/answers.ts';
import { anyInterview } from '../support/interviews.ts';

const FILES = [
  'content/wang-zhongyuan/interview.md',
  ...['scientist', 'craftsman', 'panel', 'founder', 'coach'].map((name) => `bench/summaries/${name}.md`),
];

/** What is matched in simplified characters. 無論 and 非常 deny nothing. */
const DENIAL = /(?!不[管论仅但过]|无论|非常|特别|别人)[不没无非未别]/u;
const CONDITION = /如果|假如|要是|倘若|即使|只要|只有|除非/u;
const DANGLING = /^(?:[它他她牠这那此其]|因此|所以|但|然而|不过|而|并且|就|才|也|又|却|还(?![远没]))/u;

describe('every draft', () => {
  it.each(FILES)('of %s keeps the laws', (file) => {
    const read = readManuscript(fs.readFileSync(file, 'utf8'), file);
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
    const drafted = draftsOf(read.value);
    expect(drafted.length).toBeGreaterThan(5);
    drafted.forEach(holdLaws);
    for (const { takeaway, points } of drafted) {
      expect(takeaway).toBeDefined();
      expect([2, 3]).toContain(points.length);
    }
  });

  it('of generated prose keeps the laws', () => {
    fc.assert(
      fc.property(prose, (paragraphs) => {
        draftsOf(interviewOf(paragraphs)).forEach(holdLaws);
      }),
      { numRuns: 600 },
    );
  });

  it('of the nastiest text keeps the laws', () => {
    fc.assert(
      fc.property(anyInterview, (interview) => {
        draftsOf(interview).forEach(holdLaws);
      }),
    );
  });
});

function draftsOf(interview: Interview): readonly Exchange[] {
  const withoutSummary = ({ takeaway: _, ...exchange }: Exchange): Exchange => ({ ...exchange, points: [] });
  const bare = {
    ...interview,
    sections: interview.sections.map((section) => ({
      ...section,
      exchanges: section.exchanges.map(withoutSummary),
    })),
  };
  const [first, second] = [summarize(bare, 'a.md'), summarize(bare, 'a.md')];
  expect(second).toEqual(first);
  if (!first.ok) throw new Error('a summary never fails');
  return first.value.sections.flatMap(({ exchanges }) => exchanges);
}

function interviewOf(paragraphs: readonly string[]): Interview {
  const answer = [{ paragraphs: paragraphs.map((text) => ({ text })) }];
  const exchanges = [{ question: { text: '大模型到頂了嗎？' }, points: [], answer }];
  return { title: { text: '題' }, quotes: [], lead: [], sections: [{ title: { text: '節' }, exchanges }] };
}

function holdLaws(exchange: Exchange): void {
  const { takeaway, points } = exchange;
  for (const text of takeaway ? [takeaway, ...points] : points) holdLawsOfText(text, exchange);
  if (takeaway) expect(fullWidthUnits(takeaway.text)).toBeLessThanOrEqual(16);
  expect(points.length).toBeLessThanOrEqual(3);
  const places = points.map(placeOf);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  points.forEach(({ text }, index) => {
    expect(fullWidthUnits(text)).toBeLessThanOrEqual(28);
    expect(fullWidthUnits(text)).toBeGreaterThanOrEqual(6);
    expect(wordsIn(text), text).toBeGreaterThan(1);
    expect(text).not.toBe(takeaway?.text);
    for (const other of points.slice(index + 1))
      expect(
        sharedShare(simplified(text), simplified(other.text)),
        `${text} / ${other.text}`,
      ).toBeLessThanOrEqual(0.6);
  });
}

function holdLawsOfText({ text, drawnFrom = [] }: Text, { answer }: Exchange): void {
  const [first] = drawnFrom;
  const last = drawnFrom.at(-1);
  if (!first || !last) throw new Error(`${text} stands nowhere`);
  const said = answer[first.turn]?.paragraphs[first.paragraph]?.text ?? '';
  // Every word stands in one paragraph of the answer, in that order.
  expect(drawnFrom.map(({ start, end }) => said.slice(start, end)).join('')).toBe(text);
  let from = 0;
  for (const passage of drawnFrom) {
    expect([passage.turn, passage.paragraph]).toEqual([first.turn, first.paragraph]);
    expect(passage.start).toBeGreaterThanOrEqual(from);
    expect(passage.end).toBeGreaterThan(passage.start);
    from = passage.end;
  }
  expect(simplified(text)).not.toMatch(DANGLING);
  expect(text).not.toMatch(/^[\s，。；：、]|[\s，。；：、？?]$/u);
  if (isBalanced(said)) holdLawsOfProse(text, simplified(said), drawnFrom);
}

/** What a text with paired marks has to keep: denials, conditions, questions and quotations. */
function holdLawsOfProse(text: string, said: string, drawnFrom: readonly Passage[]): void {
  expect(isBalanced(text), text).toBe(true);
  const start = drawnFrom[0]?.start ?? 0;
  const end = drawnFrom.at(-1)?.end ?? 0;
  const clauseStart = Math.max(...[...'，。；：？！—'].map((mark) => said.lastIndexOf(mark, start - 1))) + 1;
  const clauseEnd = end + (said.slice(end).search(/[，。；：？！—]/u) >>> 0);
  const kept = (index: number): boolean => drawnFrom.some((run) => run.start <= index && index < run.end);
  const left = [...said.slice(clauseStart, Math.min(clauseEnd, said.length)).split('').entries()]
    .map(([index, character]) => (kept(clauseStart + index) ? '｜' : character))
    .join('');
  expect(left, `${text} ← ${said}`).not.toMatch(DENIAL);
  expect(left, `${text} ← ${said}`).not.toMatch(CONDITION);
  const sentenceStart =
    Math.max(...[...'。？！'].map((mark) => outsideQuotes(said).lastIndexOf(mark, start - 1))) + 1;
  // What stands under a condition does not stand without it.
  expect(said.slice(sentenceStart, start), `${text} ← ${said}`).not.toMatch(CONDITION);
  // A question is no claim.
  expect(
    outsideQuotes(said)
      .slice(end)
      .match(/[。？！]/u)?.[0] ?? '',
  ).not.toBe('？');
  // Nothing is left out of the words of others.
  for (const { 0: quote, index } of said.matchAll(/“[^“”]*”/gu)) {
    const share = [...quote].filter((_, offset) => kept(index + offset)).length;
    expect([0, quote.length], `${text} ← ${said}`).toContain(share);
  }
}

function outsideQuotes(text: string): string {
  return text.replace(/[“（「][^”）」]*[”）」]/gu, (quote) => '·'.repeat(quote.length));
}

function simplified(text: string): string {
  const converted = convertTo('zh-CN', text);
  return converted.length === text.length ? converted : text;
}

function placeOf({ drawnFrom }: Text): number {
  const { turn = 0, paragraph = 0, start = 0 } = drawnFrom?.[0] ?? {};
  return turn * 1e8 + paragraph * 1e5 + start;
}

function wordsIn(text: string): number {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
