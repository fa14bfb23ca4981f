import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Exchange, Interview } from '../../scripts/model/interview.ts';
import type { PointsLock } from '../../scripts/model/points-lock.ts';
import { lostClaims } from '../../scripts/summary/claims.ts';
import { differenceOf } from '../../scripts/summary/difference.ts';
import { approve, type Staleness, stalenessOf } from '../../scripts/summary/staleness.ts';

const FILES = [
  'content/wang-zhongyuan/interview.md',
  ...['scientist', 'craftsman', 'panel', 'founder', 'coach'].map((name) => `bench/summaries/${name}.md`),
];

function read(file: string): Interview {
  const result = readManuscript(fs.readFileSync(file, 'utf8'), file);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

const interviews = FILES.map(read);
const all = interviews.flatMap(({ sections }) => sections.flatMap(({ exchanges }) => exchanges));

function interviewOf(exchanges: readonly Exchange[]): Interview {
  return { title: { text: '題' }, quotes: [], lead: [], sections: [{ title: { text: '節' }, exchanges }] };
}

function review(exchanges: readonly Exchange[], lock: PointsLock): Staleness {
  return stalenessOf({
    interview: interviewOf(exchanges),
    file: 'a.md',
    lock,
    names: ['智源'],
    slideOf: (number) => number + 3,
    severity: 'warning',
    slug: 'a',
  });
}

const lockOf = (exchanges: readonly Exchange[]): PointsLock => approve(interviewOf(exchanges), [], []);

function answering(exchange: Exchange, change: (text: string) => string): Exchange {
  const answer = exchange.answer.map((turn) => ({
    ...turn,
    paragraphs: turn.paragraphs.map((text) => ({ ...text, text: change(text.text) })),
  }));
  return { ...exchange, answer };
}

/** Another sentence at the end, one less at the beginning, or words put for others. */
const rewording = fc.constantFrom<((text: string) => string)[]>(
  (text) => `${text}這是後來補上的一句話。`,
  (text) => text.replace(/^[^。]*。/u, '') || `${text}補。`,
  (text) => text.replaceAll('我們', '咱們').replaceAll('我们', '咱们').replace(/。$/u, '就是。'),
);

describe('a summary', () => {
  it('is stale where its answer has changed and it has not, wherever its exchange now stands', () => {
    const cases = fc.uniqueArray(fc.nat(all.length - 1), { minLength: 3, maxLength: 12 }).chain((indexes) =>
      fc.record({
        before: fc.constant(indexes),
        after: fc.shuffledSubarray(indexes, { minLength: 2 }),
        added: fc.uniqueArray(fc.nat(all.length - 1), { maxLength: 2 }),
        reword: rewording,
        rewordsQuestion: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(cases, ({ before, after, added, reword, rewordsQuestion }) => {
        const exchangeAt = (index: number): Exchange => all[index] ?? interviewFault();
        const lock = lockOf(before.map(exchangeAt));
        const [first = 0, ...rest] = after;
        const changed = answering(exchangeAt(first), reword);
        const question = { text: `那麼，${changed.question.text.slice(0, -1)}呢？` };
        const now = [
          ...rest.map(exchangeAt),
          ...added.filter((index) => !before.includes(index)).map(exchangeAt),
          rewordsQuestion ? { ...changed, question } : changed,
        ];
        const { diagnostics } = review(now, lock);
        const stale = diagnostics.filter(({ code }) => code === 'summary/stale');
        expect(stale.map(({ message }) => message)).toEqual([
          expect.stringMatching(new RegExp(`^the answer to question ${now.length} \\(`)),
        ]);
        expect(stale[0]?.message).toContain(`slide ${now.length + 3}`);
      }),
    );
  });

  it.each(FILES.map((file, index) => [file, index] as const))('of %s is never stale as it is', (_, index) => {
    const exchanges = interviews[index]?.sections.flatMap((section) => section.exchanges) ?? [];
    const lock = lockOf(exchanges);
    expect(review(exchanges, lock)).toEqual({ diagnostics: [], lock });
    expect(review(exchanges.toReversed(), lock).diagnostics).toEqual([]);
    expect(review(exchanges.slice(1), lock).diagnostics).toEqual([]);
    expect(review(exchanges, lock.slice(2)).diagnostics).toEqual([]);
    const questions = exchanges.map((exchange) => ({ ...exchange, question: { text: '然後呢？' } }));
    expect(review(questions, lock).diagnostics).toEqual([]);
  });

  const [one, two] = all.slice(3, 5);
  if (!one || !two) interviewFault();

  it('stays stale, build after build, until the summary is changed or approved', () => {
    const changed = answering(one, (text) => `${text}補一句。`);
    const first = review([changed, two], lockOf([one, two]));
    expect(first.diagnostics).toMatchObject([{ code: 'summary/stale' }]);
    expect(review([changed, two], first.lock).diagnostics).toEqual(first.diagnostics);
    const rewritten = { ...changed, takeaway: { text: '新的提要' } };
    const settled = review([rewritten, two], first.lock);
    expect(settled.diagnostics).toEqual([]);
    expect(
      review([answering(rewritten, (text) => `${text}再補。`), two], settled.lock).diagnostics,
    ).toHaveLength(1);
    expect(review([changed, two], approve(interviewOf([changed, two]), first.lock, [1])).diagnostics).toEqual(
      [],
    );
    const other = approve(interviewOf([changed, two]), first.lock, [2]);
    expect(review([changed, two], other).diagnostics).toEqual(first.diagnostics);
  });

  it('is settled when the answer is put back, and blind to spaces', () => {
    const lock = lockOf([one]);
    expect(review([answering(one, (text) => text.replaceAll('，', '， '))], lock).diagnostics).toEqual([]);
    const changed = review([answering(one, (text) => `${text}補。`)], lock);
    expect(review([one], changed.lock).diagnostics).toEqual([]);
  });

  it('that is drafted at every build is never stale', () => {
    const drawnFrom = [{ turn: 0, paragraph: 0, start: 0, end: 2 }];
    const drafted = { ...one, takeaway: { text: '提要', drawnFrom }, points: [] };
    expect(lockOf([drafted])).toEqual([]);
  });

  it('says what its answer no longer has, even where another part of it was rewritten', () => {
    const exchange: Exchange = {
      question: { text: '到頂了嗎？' },
      takeaway: { text: '遠沒有到頂' },
      points: [{ text: '四年才走到公認好用', at: { line: 9, column: 3 } }, { text: '智源會繼續投入' }],
      answer: [{ paragraphs: [{ text: '我們遠沒有到頂。iPhone走了四年，智源會繼續投入。' }] }],
    };
    const lock = lockOf([exchange]);
    const changed = answering(exchange, () => '我們已經到頂。iPhone走了五年，研究院會繼續投入。');
    const rewritten = { ...changed, takeaway: { text: '還在路上' } };
    const messages = (exchanges: readonly Exchange[]): readonly string[] =>
      review(exchanges, lock).diagnostics.map(({ code, message }) => `${code} ${message.slice(0, 25)}`);
    expect(messages([changed])).toEqual([
      expect.stringMatching(/^summary\/stale /),
      expect.stringMatching(/no-longer-said this says “沒有到頂?”, a denial/),
      expect.stringMatching(/no-longer-said this says “四年”, a number/),
      expect.stringMatching(/no-longer-said this says “智源”, a name/),
    ]);
    expect(messages([rewritten])).toHaveLength(2);
    expect(review([rewritten], lock).diagnostics[0]).toMatchObject({
      place: { file: 'a.md', line: 9, column: 3 },
    });
    expect(review([rewritten], review([rewritten], lock).lock).diagnostics).toHaveLength(2);
  });
});

describe('a claim that is lost', () => {
  it.each([
    ['降到1.5%', '降到1.5%了', '降到11.5%了', ['1.5%']],
    ['三年回本', '要三年才回本', '要三年多', []],
    ['大模型才一年半', '才一年半', '才兩年半', ['一年半']],
    ['四成空置', '百分之四十', '百分之二十', []],
    ['OpenAI領先', 'OpenAI領先', '別人領先', ['OpenAI']],
    ['王仲遠主張開源', '王仲遠主張開源', '他主張開源', ['王仲遠']],
    ['不妨礙落地', '並不妨礙落地', '會妨礙落地', ['不妨礙']],
    ['不僅是數學', '不僅是數學', '不只數學', []],
    ['没有到顶', '远没有到顶', '已经到顶', ['没有到']],
  ])('%s: %s → %s', (summary, before, after, words) => {
    expect(lostClaims(summary, before, after, []).map((claim) => claim.words)).toEqual(words);
  });
});

describe('a difference', () => {
  it.each([
    ['甲。乙。', '甲。乙。', ''],
    ['甲。乙。', '甲。乙。丙。', 'added 「丙。」'],
    ['甲。乙。', '乙。', 'left out 「甲。」'],
    [
      '大模型從實驗室到產業界才一年半，但我贊同。',
      '大模型從實驗室到產業界才兩年半，但我贊同。',
      '「…室到產業界才一年半，」 → 「…室到產業界才兩年半，」',
    ],
    ['甲，乙，丙，丁，戊。', '子，乙，丑，丁，寅。', '「甲，」 → 「子，」; 「丙，」 → 「丑，」; and 1 more'],
    ['甲。', `甲。${'長'.repeat(90)}。`, `added 「${'長'.repeat(36)}…」`],
  ])('%s → %s', (before, after, expected) => {
    expect(differenceOf([before], [after])).toBe(expected);
  });

  it('is empty for equals alone', () => {
    const text = fc
      .array(fc.constantFrom('甲，', '乙。', '丙，'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(differenceOf([before], [after]) === '').toBe(before === after);
      }),
    );
  });
});

function interviewFault(): never {
  throw new Error('the interviews have lost their questions');
}
