import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_AT_LINE_END, NOT_AT_LINE_START, widthInEms } from '../../scripts/chinese/characters.ts';
import { balanceLines, balanceOnto, phrases } from '../../scripts/chinese/phrases.ts';

const TERMS = ['大模型', '人工智能', '價格戰'];

describe('a heading is broken', () => {
  it.each([
    ['大模型遠沒有到泡沫臨界點', 5.3, '大模型|遠沒有到|泡沫臨界點'],
    ['大模型大的序幕才剛剛拉開', 10, '大模型大的序幕|才剛剛拉開'],
    ['證明我們的市場化不錯', 9, '證明我們的|市場化不錯'],
    ['to B生態要企業願意付費', 10, 'to B生態|要企業願意付費'],
    ['充分競爭後勝者更強', 8, '充分競爭後|勝者更強'],
    ['但沒有解決所有的問題，比如數學', 14, '但沒有解決所有的問題，|比如數學'],
    [
      '價格戰可篩掉不真心的企業，但別讓企業不敢投入研發',
      14,
      '價格戰可篩掉不真心的企業，|但別讓企業不敢投入研發',
    ],
    ['從語言大模型到統一的多模態大模型', 10.6, '從語言大模型|到統一的多模態大模型'],
    ['多个大模型的负责人只有30岁上下', 10, '多个大模型的负责人|只有30岁上下'],
    ['大家永遠都在快速奔跑的路上，', 10, '大家永遠都在|快速奔跑的路上，'],
    ['當 Open Source 遇上 AI：', 9, '當 Open Source|遇上 AI：'],
  ])('%s in %f ems', (text, ems, lines) => {
    expect(balanceLines(text, ems, TERMS).join('|')).toBe(lines);
  });
});

describe('phrases', () => {
  it.each([
    ['充分競爭後勝出者更強', '充分|競爭後|勝出者|更強'],
    ['to B生態要企業願意付費', 'to B|生態|要|企業|願意|付費'],
    ['做3—5年甚至更長', '做|3—5年|甚至|更長'],
    ['「9.11和9.8哪個大」', '「9.11和|9.8哪個|大」'],
    ['大模型，智源的標籤', '大模型，|智源的|標籤'],
    ['遇上AI：下一個十年', '遇上|AI：|下一個|十年'],
    ['比的是谁', '比的是|谁'],
  ])('%s', (text, expected) => {
    expect(phrases(text, [...TERMS, '智源']).join('|')).toBe(expected);
  });

  it.each([
    ['豐富的互聯網大廠經驗', /互聯網\|/],
    ['丰富的互联网大厂经验', /(^|\|)互联网大厂\|/],
    ['是否也有紧绷感', /\|紧绷感/],
  ])('%s keeps words whole that no dictionary has', (text, expected) => {
    expect(phrases(text).join('|')).toMatch(expected);
  });
});

const words = fc
  .array(
    fc.constantFrom(
      ...['大模型', '人工智能', '的', '和', '研發', '企業', '，', '。', '、', '「', '」', '（', '）', '——'],
      ...['OpenAI', 'to B', ' ', '3—5年', '9.11', '35歲', 'https://example.com/long/path', 'é', '？'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('joins again from its phrases', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(phrases(text, TERMS).join('')).toBe(text);
      }),
    );
  });

  it('keeps to the measure, loses nothing but space, and breaks no term', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 6, max: 30 }), (text, ems) => {
        const lines = balanceLines(text, ems, TERMS);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(widthInEms(line)).toBeLessThanOrEqual(ems + 1e-9);
        for (const term of TERMS) expect(count(lines.join('|'), term)).toBe(count(text, term));
      }),
    );
  });

  it('begins no line with a mark that closes and ends none with one that opens, where phrases fit', () => {
    fc.assert(
      fc.property(words, (text) => {
        const runs = phrases(text, TERMS);
        const ems = Math.max(12, ...runs.map(widthInEms));
        const lines = balanceLines(text, ems, TERMS);
        for (const line of lines.slice(1)) expect(NOT_AT_LINE_START.test(line.slice(0, 1))).toBe(false);
        for (const line of lines.slice(0, -1)) expect(NOT_AT_LINE_END.test(line.slice(-1))).toBe(false);
      }),
    );
  });

  it('goes onto as many lines as asked for, or says that it does not', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 5 }), (text, wanted) => {
        const lines = balanceOnto(text, wanted, 20, TERMS);
        if (lines) expect(lines).toHaveLength(wanted);
        else expect(phrases(text, TERMS).length < wanted || widthInEms(text) > wanted * 8).toBe(true);
      }),
    );
  });

  it('of a page is set in a moment', () => {
    const page = '大模型的迭代需要持續性投入，百模大戰顯然不利於基礎大模型發展。'.repeat(30);
    const start = performance.now();
    expect(balanceLines(page, 30).length).toBeGreaterThan(30);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
