// Notes stand on the page that calls them, and their paragraphs keep two lines together.

import { describe, expect, it } from 'vitest';
import { moreBreaks, NO_BREAKS, withBreaks } from '../../scripts/booklet/page-breaks.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import { extremes } from '../proof/booklets.ts';
import { makeBooklet, THEMES } from './make.ts';

const NOTE = { strong: false, emphasis: false, code: false, note: ['註。'] };
const call = { text: '', mark: NOTE };

describe('a text', () => {
  it('without a note stays as it is', () => {
    const lines = ['一', true, '二'];
    expect(withBreaks(lines, 'answer-1.0.0', new Set(['answer-1.0.0:1']))).toBe(lines);
  });

  it('with one says of each line which it is, and of each note where it is called', () => {
    expect(withBreaks(['一', true, '二', call, false, '三'], 'answer-1.0.0', NO_BREAKS)).toEqual([
      { line: 'answer-1.0.0:0' },
      '一',
      true,
      { line: 'answer-1.0.0:1' },
      '二',
      { text: '', mark: { ...NOTE, at: 'answer-1.0.0:1' } },
      false,
      { line: 'answer-1.0.0:2' },
      '三',
    ]);
  });

  it('is ended with a page where one ends in it, and loses nothing', () => {
    const lines = ['一', true, '二', call, false, '三'];
    const broken = withBreaks(lines, 'answer-1.0.0', new Set(['answer-1.0.0:2', 'answer-9.0.0:1']));
    expect(broken.slice(-4)).toEqual([false, null, { line: 'answer-1.0.0:2' }, '三']);
    const kept = broken.filter((piece) => piece !== null && !(typeof piece === 'object' && 'line' in piece));
    expect(kept.filter((piece) => typeof piece !== 'object')).toEqual(
      lines.filter((piece) => piece !== call),
    );
  });
});

interface Case {
  readonly what: string;
  readonly id?: string;
  /** That of each line. */
  readonly pages: readonly number[];
  /** The line that calls it, and its page. */
  readonly note?: readonly [number, number];
  readonly before: string | undefined;
}

const CASES: readonly Case[] = [
  { what: 'all is well', pages: [7, 7, 7, 8, 8], note: [3, 8], before: undefined },
  { what: 'a note stands behind its call', pages: [7, 7, 7, 7, 7], note: [2, 8], before: 'answer-4.1.2:2' },
  { what: 'a note stands before its call', pages: [7, 7, 8, 8, 8], note: [3, 7], before: 'answer-4.1.2:2' },
  { what: 'two lines would not stay together', pages: [7, 7, 7, 7], note: [1, 8], before: 'answer-4.1.2' },
  { what: 'it is called in the last line', pages: [7, 7, 7, 7, 7], note: [4, 8], before: 'answer-4.1.2:3' },
  { what: 'a last line is alone', pages: [7, 7, 7, 7, 8], note: [0, 7], before: 'answer-4.1.2:3' },
  { what: 'a first line is alone', pages: [7, 8, 8, 8], note: [0, 7], before: 'answer-4.1.2' },
  { what: 'three lines are parted', pages: [7, 7, 8], note: [0, 7], before: 'answer-4.1.2' },
  { what: 'a line holds a page', pages: [7, 7], note: [0, 7], before: undefined },
  {
    what: 'it would be the second line of an answer',
    id: 'answer-4.0.0',
    pages: [7, 7, 7, 7, 7],
    note: [2, 8],
    before: 'question-4',
  },
  {
    what: 'it is the third line of an answer',
    id: 'answer-4.0.0',
    pages: [7, 7, 7, 7, 7],
    note: [3, 8],
    before: 'answer-4.0.0:3',
  },
  { what: 'the note is the question’s', id: 'question-4', pages: [7, 7], note: [1, 8], before: 'question-4' },
  {
    what: 'the note is a caption’s',
    id: 'caption-4.1.2',
    pages: [7],
    note: [0, 8],
    before: 'answer-4.1.2',
  },
  {
    what: 'the note is the introduction’s',
    id: 'introduction-0',
    pages: [7, 7, 7, 7, 7],
    note: [2, 8],
    before: 'introduction-0:2',
  },
];

describe('where a page ends for the sake of a note', () => {
  it.each(CASES)('$what', ({ id = 'answer-4.1.2', pages, note, before }) => {
    const metadata = [
      { part: 'lines', lines: pages.map((page, line) => [`${id}:${line}`, page]) },
      ...(note ? [{ part: 'note', at: `${id}:${note[0]}`, page: note[1] }] : []),
      { part: 'section', number: 1, page: 3 },
      null,
    ];
    expect([...moreBreaks(metadata, () => 1, NO_BREAKS)]).toEqual(before ? [before] : []);
  });

  it('is the first place of each section, and another where that is ended already', () => {
    const lines = [1, 2, 3].flatMap((exchange) =>
      [0, 1, 2, 3, 4].map((line) => [`answer-${exchange}.0.1:${line}`, 10 + exchange] as const),
    );
    const notes = [1, 2, 3].map((exchange) => ({
      part: 'note',
      at: `answer-${exchange}.0.1:2`,
      page: 11 + exchange,
    }));
    const metadata = [{ part: 'lines', lines }, ...notes];
    const sectionOf = (exchange: number): number => (exchange < 3 ? 1 : 2);
    const first = moreBreaks(metadata, sectionOf, NO_BREAKS);
    expect([...first]).toEqual(['answer-1.0.1:2', 'answer-3.0.1:2']);
    const second = moreBreaks(metadata, sectionOf, first);
    expect([...second]).toEqual([...first, 'answer-2.0.1:2']);
    expect(moreBreaks(metadata, sectionOf, second)).toBe(second);
  });
});

describe.each(THEMES)('a booklet of many notes in %s', (theme) => {
  it('has each on the page of its call, and no line of a paragraph alone', { timeout: 120_000 }, async () => {
    const many = extremes('zh-TW', 12, 24).find(({ name }) => name === 'looks and notes');
    if (!many) throw new Error('no content with notes');
    const { bytes } = await makeBooklet(many.edition, { theme });
    const { breaches } = await proofPages(bytes, many.edition, { openingMark: 'half' });
    const found = breaches.filter(({ code }) => code === 'note' || code === 'line-alone');
    expect(found.map(({ page, message }) => `${page}: ${message}`)).toEqual([]);
  });
});
