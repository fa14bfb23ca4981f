import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_AT_LINE_END, NOT_AT_LINE_START, widthInEms } from '../../scripts/chinese/characters.ts';
import { balanceLines, phrases } from '../../scripts/chinese/phrases.ts';

const TERMS = ['大模型', '智源', '人工智能', '百模大戰', '價格戰'];

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'的一是不了人我在有他這中大來上個國',
        '，',
        '。',
        '、',
        '「',
        '」',
        '（',
        '）',
        '？',
        '——',
      ),
      fc.constantFrom('大模型', 'to B', 'AGI', '9.11', '3—5年', ' '),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('phrases', () => {
  it('lose nothing', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(phrases(text, TERMS).join('')).toBe(text);
      }),
    );
  });

  it('never begin with a mark that may not begin a line, nor end with one that may not end it', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const runs = phrases(text, TERMS);
        expect(runs.slice(1).filter((run) => NOT_AT_LINE_START.test(run.slice(0, 1)))).toEqual([]);
        expect(runs.slice(0, -1).filter((run) => NOT_AT_LINE_END.test(run.slice(-1)))).toEqual([]);
      }),
    );
  });

  it.each([
    ['充分競爭後勝出者更強', '充分|競爭後|勝出者|更強'],
    ['to B生態要企業願意付費', 'to B|生態|要|企業|願意|付費'],
    ['做3—5年甚至更長', '做|3—5年|甚至|更長'],
    ['「9.11和9.8哪個大」', '「9.11和|9.8哪個|大」'],
    ['大模型，智源的標籤', '大模型，|智源的|標籤'],
  ])('%s', (text, expected) => {
    expect(phrases(text, TERMS).join('|')).toBe(expected);
  });

  it.each([
    ['豐富的互聯網大廠經驗', /互聯網\|/],
    ['丰富的互联网大厂经验', /(^|\|)互联网大厂\|/],
    ['是否也有紧绷感', /\|紧绷感/],
  ])('%s keeps words whole that no dictionary has', (text, expected) => {
    expect(phrases(text).join('|')).toMatch(expected);
  });
});

describe('balanced lines', () => {
  it.each([
    ['大模型遠沒有到泡沫臨界點', 5, '大模型/遠沒有到/泡沫臨界點'],
    ['證明我們的市場化不錯', 7, '證明我們的/市場化不錯'],
    ['最終能勝出的企業，競爭力和戰鬥力更強。', 10, '最終能勝出的企業，/競爭力和戰鬥力更強。'],
    ['大模型大的序幕才剛剛拉開', 8, '大模型大的序幕/才剛剛拉開'],
    ['短', 8, '短'],
    ['', 8, ''],
  ])('%s on lines of %d', (text, width, expected) => {
    expect(balanceLines(text, width, TERMS).join('/')).toBe(expected);
  });

  it('keep to the measure unless one phrase is wider, and lose nothing but the spaces at breaks', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 4, max: 20 }), (text, width) => {
        const lines = balanceLines(text, width, TERMS);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        const runs = phrases(text, TERMS);
        const widest = Math.max(0, ...runs.map(widthInEms));
        expect(Math.max(0, ...lines.map(widthInEms))).toBeLessThanOrEqual(Math.max(width, widest) + 1e-9);
      }),
    );
  });

  it('set a long text in time that grows gently', () => {
    const long = '大模型的能力需要持續提升，也要針對不同的場景去打磨應用。'.repeat(12);
    expect(balanceLines(long, 20, TERMS).length).toBeGreaterThan(10);
  });
});
