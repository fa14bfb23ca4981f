import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertTo } from '../../scripts/chinese/script.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Exchange, Interview } from '../../scripts/model/interview.ts';
import { draftFrom } from '../../scripts/summary/draft.ts';
import { summarize } from '../../scripts/summary/summarize.ts';
import { prose } from '../support/answers.ts';
import { anyInterview } from '../support/interviews.ts';

const FILE = 'content/wang-zhongyuan/interview.md';

function summaryOf(interview: Interview): Interview {
  const result = summarize(interview, FILE);
  if (!result.ok) throw new Error('a summary never fails');
  return result.value;
}

function exchangesOf(interview: Interview): readonly Exchange[] {
  return interview.sections.flatMap(({ exchanges }) => exchanges);
}

function withoutSummary(interview: Interview): Interview {
  const bare = ({ takeaway: _, ...exchange }: Exchange): Exchange => ({ ...exchange, points: [] });
  const sections = interview.sections.map((section) => ({
    ...section,
    exchanges: section.exchanges.map(bare),
  }));
  const { summary: _, ...rest } = interview;
  return { ...rest, sections };
}

const unsummarized: fc.Arbitrary<Interview> = fc
  .array(prose, { minLength: 1, maxLength: 3 })
  .map((answers) => ({
    title: { text: '題' },
    quotes: [],
    lead: [],
    sections: [
      {
        title: { text: '節' },
        exchanges: answers.map((paragraphs) => ({
          question: { text: '大模型到頂了嗎？' },
          points: [],
          answer: [{ paragraphs: paragraphs.map((text) => ({ text })) }],
        })),
      },
    ],
  }));
const interviews = fc.oneof(unsummarized, anyInterview);

describe('a summary', () => {
  it('leaves everything as it was but what was missing', () => {
    fc.assert(
      fc.property(interviews, (interview) => {
        const summary = summaryOf(interview);
        expect(withoutSummary(summary)).toEqual(withoutSummary(interview));
        exchangesOf(interview).forEach(({ takeaway, points }, index) => {
          const after = exchangesOf(summary)[index];
          if (takeaway) expect(after?.takeaway).toEqual(takeaway);
          if (points.length > 0) expect(after?.points).toEqual(points);
        });
      }),
    );
  });

  it('says that it is drafted where it is, and else what the editor said', () => {
    fc.assert(
      fc.property(interviews, (interview) => {
        const summary = summaryOf(interview);
        const isSame = JSON.stringify(exchangesOf(summary)) === JSON.stringify(exchangesOf(interview));
        expect(summary.summary).toBe(isSame ? interview.summary : 'drafted');
        expect(summaryOf(summary)).toEqual(summary);
      }),
    );
  });
});

describe('a drafted takeaway', () => {
  /** A sentence that is too long for any. */
  const more = '大模型的驚豔感來自於它解決了人工智能之前很難解決的推理問題。';

  it.each([
    ['我覺得大模型還沒有到頂。', '大模型還沒有到頂'],
    ['但是我認為，大模型需要耐心。', '大模型需要耐心'],
    ['我個人相信大模型需要耐心。', '大模型需要耐心'],
    ['所以智源不會放棄大模型，這是責任。', '智源不會放棄大模型'],
    ['因為大模型還沒有到頂，這是事實。', '大模型還沒有到頂'],
    ['我們打磨to B（企業）的應用。', '我們打磨to B的應用'],
    ['我們打磨to B（不是to C）的應用。', '我們打磨to B（不是to C）的應用'],
    ['我不認為大模型到頂了。', '我不認為大模型到頂了'],
    ['有人說，大模型已經到頂。', '有人說，大模型已經到頂'],
    ['很多人一再公開地這樣說，大模型已經到頂。', undefined],
    ['我不覺得，大模型已經到頂。', '我不覺得，大模型已經到頂'],
    ['我們從來都沒有這樣覺得，大模型已經到頂。', undefined],
    ['大模型已經到頂，我不同意這樣的說法和各種各樣的推論。', undefined],
    ['如果投入減少，大模型會很快到頂。', '如果投入減少，大模型會很快到頂'],
    ['如果企業不為大模型投入，大模型會很快到頂。', undefined],
    ['難道大模型已經到頂了嗎？', undefined],
    ['它已經到頂了，這很清楚。', undefined],
    ['誰都希望跑得快，又不摔倒。', '誰都希望跑得快，又不摔倒'],
    ['每一個人都希望跑得快，又不會在半路摔倒。', undefined],
    ['在大模型的時代，我們需要耐心。', '在大模型的時代，我們需要耐心'],
    ['用戶都無法接受它不會。', undefined],
    ['國內不管哪個行業都經歷過競爭，說明市場化的程度其實已經相當不錯了。', '國內不管哪個行業都經歷過競爭'],
    ['百模大戰分散了各個企業的資源和人才，會造成大模型浪費，市場看重耐心。', '市場看重耐心'],
    ['最終能勝出的企業，競爭力一定更強而且資源也會比別人更多。', undefined],
    ['iPhone從誕生到好用，有四年的時間需要大家一起都來耐心等待。', undefined],
    ['巨頭一個一個出現之後，其他企業就會紛紛開始打起差異化的牌來。', undefined],
    ['', undefined],
  ])('from %s is %s', (answer, takeaway) => {
    expect(draftFrom('大模型到頂了嗎？', [answer, more]).takeaway?.text).toBe(takeaway);
    const plain = (text: string): string => convertTo('zh-CN', text);
    expect(draftFrom('大模型到顶了吗？', [plain(answer), plain(more)]).takeaway?.text).toBe(
      takeaway && plain(takeaway),
    );
  });

  it.each([
    ['還沒有。', '還沒有'],
    ['真的嗎？', undefined],
  ])('is the whole of a short answer: %s', (answer, takeaway) => {
    const drafted = draftFrom('大模型到頂了嗎？', [answer]);
    expect([drafted.takeaway?.text, drafted.points]).toEqual([takeaway, []]);
  });
});

describe('the real interview', () => {
  const read = readManuscript(fs.readFileSync(FILE, 'utf8'), FILE);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const interview = read.value;

  it('needs no draft and gives no warning', () => {
    expect(summarize(interview, FILE)).toEqual({ ok: true, value: interview, diagnostics: [] });
  });

  it('gets a takeaway and two or three points for every exchange when it has none', () => {
    const summary = summaryOf(withoutSummary(interview));
    expect(summary.summary).toBe('drafted');
    for (const { question, takeaway, points } of exchangesOf(summary)) {
      expect(takeaway, question.text).toBeDefined();
      expect([2, 3], question.text).toContain(points.length);
    }
  });

  it('tells of what is too long, and of drafts that are not the editor’s', () => {
    const [section] = interview.sections;
    const [first, second] = section?.exchanges ?? [];
    if (!section || !first || !second) throw new Error('the interview has lost its questions');
    const { takeaway: _, ...untitled } = second;
    const long: Exchange = {
      ...first,
      takeaway: { text: `${'長'.repeat(16)}a`, at: { line: 7, column: 3 } },
      points: [{ text: '長'.repeat(28) }, { text: '長'.repeat(29), at: { line: 9, column: 3 } }],
    };
    const { diagnostics } = summarize(
      { ...interview, sections: [{ ...section, exchanges: [long, untitled] }] },
      FILE,
    );
    expect(diagnostics).toMatchObject([
      { code: 'summary/too-long', severity: 'warning', place: { file: FILE, line: 7, column: 3 } },
      { code: 'summary/too-long', severity: 'warning', place: { file: FILE, line: 9, column: 3 } },
      { code: 'summary/not-edited', severity: 'warning', place: { file: FILE, ...second.question.at } },
    ]);
    expect(diagnostics[0]?.message).toMatch(/16\.5 .*16 fit/);
  });

  it('is never drafted in the words of somebody else', () => {
    const [section] = interview.sections;
    const [first] = section?.exchanges ?? [];
    if (!section || !first) throw new Error('the interview has lost its questions');
    const turn = (text: string, speaker?: string) => ({
      ...(speaker && { speaker }),
      paragraphs: [{ text }],
    });
    const takeawayOf = (...answer: Exchange['answer']): string | undefined => {
      const exchange = { question: first.question, points: [], answer };
      const sections = [{ ...section, exchanges: [exchange] }];
      return exchangesOf(summaryOf({ ...interview, sections }))[0]?.takeaway?.text;
    };
    expect(takeawayOf(turn('大模型最近難倒了哪個大問題', '記者'), turn('我不驚訝。'))).toBe('我不驚訝');
    expect(takeawayOf(turn('大模型不會比大小。', '甲'), turn('好。', '乙'))).toBe('大模型不會比大小');
  });

  it('is drawn from more than one speaker of a panel', () => {
    const { points } = draftFrom('養老床位為什麼空著？', [
      '養老床位空著是因為護理員不夠。護理員的培訓需要很多投入。護理員的收入應該由長護險支付。護理員必須有晉升的台階。',
      '床位的考核應該鼓勵地方服務老人。我們每年都去看一看。',
    ]);
    expect(points.map(({ paragraph }) => paragraph)).toContain(1);
  });

  it('is told which answer has no draft', () => {
    const [section] = interview.sections;
    const [first] = section?.exchanges ?? [];
    if (!section || !first) throw new Error('the interview has lost its questions');
    const answer = [{ paragraphs: [{ text: '這是真的嗎？' }] }];
    const { question } = first;
    const sections = [{ ...section, exchanges: [{ question, points: [], answer }] }];
    expect(summarize({ ...interview, sections }, FILE).diagnostics).toMatchObject([
      { code: 'summary/no-draft', place: { file: FILE, ...question.at } },
    ]);
  });
});
