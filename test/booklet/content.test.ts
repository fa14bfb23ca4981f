import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Exchange, Interview, Section } from '../../scripts/model/interview.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';
import { expectedText, said } from './expected.ts';
import { exchangesOf, makeBooklet, plain, THEMES, type ThemeName, typesetBooklet } from './make.ts';
import { bodyOf, difference, LAYOUTS, linesOf } from './read.ts';

const LONG =
  '大模型的迭代需要持續性投入，百模大戰顯然不利於基礎大模型發展，會造成資源分散。價格戰的利好在於可以篩掉一些企業。';

const text = (value: string) => ({ text: value });

function exchange(question: string, ...paragraphs: string[]): Exchange {
  return { question: text(question), points: [], answer: [{ paragraphs: paragraphs.map(text) }] };
}

function edition(interview: Partial<Interview>, locale: Edition['locale'] = 'zh-TW'): Edition {
  const bare = {
    title: text('題'),
    quotes: [],
    lead: [],
    sections: [section('節', exchange('問？', '答。'))],
  };
  return { ...realEdition(locale), interview: { ...bare, ...interview } };
}

function section(title: string, ...exchanges: Exchange[]): Section {
  return { title: text(title), exchanges };
}

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What holds for every booklet, whatever the interview. */
async function check(made: Edition, theme: ThemeName): Promise<void> {
  const { pdf, references } = await makeBooklet(made, { theme });
  const { pages } = pdf;
  const { interview, labels } = made;
  expect(pages.length % 4).toBe(0);
  expect(pages.at(-2)?.plain).toContain(labels.typefaces);
  expect(references.sections).toHaveLength(interview.sections.length);
  for (const number of references.sections) {
    expect(number % 2).toBe(0);
    const texts = pages[number - 1]?.texts ?? [];
    const largest = Math.max(...texts.map(({ size }) => size));
    const numeral = texts.filter(({ size, text: words }) => size === largest && words.trim() !== '');
    expect(new Set(numeral.map(({ y }) => y)).size).toBe(1);
  }
  const body = pages.map((page) => bodyOf(page, theme)).join('');
  let from = 0;
  for (const [index, exchange] of exchangesOf(interview).entries()) {
    const words = plain(said(made, exchange, index + 1, theme).join(''));
    const at = body.indexOf(words, from);
    expect(at, words).toBeGreaterThanOrEqual(0);
    from = at + words.length;
    const page = pages[(references.exchanges[index] ?? 0) - 1];
    expect(page?.plain).toContain(words.slice(0, Math.min(60, plain(exchange.question.text).length)));
  }
  for (const { texts } of pages) {
    for (const { text: words, x, y, width } of texts) {
      if (words.trim() === '') continue;
      expect(x, words).toBeGreaterThanOrEqual(0);
      expect(x + width, words).toBeLessThanOrEqual(419.6);
      expect(y, words).toBeGreaterThan(20);
    }
  }
}

describe.each(THEMES)('a booklet of %s holds together with', (theme) => {
  it.each<[string, Partial<Interview>]>([
    ['one question answered in a word', {}],
    [
      'a title of thirty characters',
      { title: text('三十個字的長標題要看封面能不能好好地放得下而不破壞整體的設計感') },
    ],
    [
      'a title in Latin',
      { title: text('OpenAI與Transformer的未來'), interviewee: { name: 'Sam Altman', role: 'OpenAI執行長' } },
    ],
    [
      'a title of four characters and long kickers',
      {
        title: text('人工智能'),
        sections: many(3, (n) => ({
          ...section(`第${n + 1}節`, exchange('問？', LONG)),
          kicker: text('很長的引題要佔滿整行再多一點點看看會不會折得好看還是不好看'),
        })),
      },
    ],
    [
      'twelve sections',
      { sections: many(12, (n) => section(`第${n + 1}節`, ...many(3, () => exchange(LONG, LONG)))) },
    ],
    [
      'forty questions in a section',
      { sections: [section('四十問', ...many(40, () => exchange('為什麼？', LONG)))] },
    ],
    [
      'an answer of many pages',
      { sections: [section('節', exchange('問？', ...many(60, (n) => LONG.repeat(1 + (n % 4)))))] },
    ],
    ['a question longer than a page', { sections: [section('節', exchange(LONG.repeat(16), '是。'))] }],
    ['a long introduction', { lead: many(12, () => text(LONG.repeat(3))) }],
    [
      'a panel',
      {
        sections: [
          section('圓桌', {
            question: text('各位怎麼看？'),
            points: [],
            answer: [
              { speaker: '約翰·史密斯', paragraphs: [text(LONG), text('「好」，2023—2024年。')] },
              { speaker: '李明', paragraphs: [text('同意。')] },
              { paragraphs: [text('那就這樣。')] },
            ],
          }),
        ],
        quotes: [text('「好」，2023—2024年。')],
      },
    ],
  ])('%s', (_, interview) => check(edition(interview), theme));

  it.each(LOCALES)('answers that are mostly Latin: ragged, not spaced out, in %s', async (locale) => {
    const answer =
      'Common Crawl本身沒有copyright clearance，大家都在灰色地帶。FineWeb-Edu用Llama-3-70B-Instruct打分數。';
    const { pdf, references } = await makeBooklet(
      edition({ sections: [section('節', exchange('問？', answer.repeat(3)))] }, locale),
      { theme },
    );
    const page = pdf.pages[(references.exchanges[0] ?? 0) - 1];
    const lines = linesOf(page).slice(1, -1);
    const measure = Math.min(...lines.map(({ left }) => left)) + LAYOUTS[theme].measure;
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.some(({ right }) => right < measure - 1)).toBe(true);
    const han = (page?.texts ?? []).filter(({ text }) => /^\p{Script=Han}{3,}$/u.test(text));
    expect(han.length).toBeGreaterThan(2);
    for (const { text, width, size } of han) expect(width / size, text).toBeLessThan([...text].length + 0.02);
  });

  it('a title of two clauses, broken between them on the cover', async () => {
    const { pdf } = await makeBooklet(edition({ title: text('當Open Source遇上AI：下一個十年誰來做') }), {
      theme,
    });
    const title = pdf.pages[0]?.texts.filter(({ size, text: words }) => size > 20 && words !== '') ?? [];
    const rows = [...new Set(title.map(({ y }) => y))].map((row) =>
      title.flatMap(({ text: words, y }) => (y === row ? words : [])).join(''),
    );
    expect(rows.filter((row) => row.includes('：'))).toEqual([expect.stringMatching(/：\s*$/)]);
  });

  it('any interview', async () => {
    const words = (max: number) =>
      fc
        .array(fc.constantFrom(...'大模型的迭代需要持續性投入這是我不願意看到3—5年to（）「」，。！？、·'), {
          minLength: 1,
          maxLength: max,
        })
        .map((characters) => text(characters.join('')));
    const turn = fc.record(
      {
        speaker: fc.constantFrom('李明', 'Ada'),
        paragraphs: fc.array(words(300), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['paragraphs'] },
    );
    const asked = fc.record(
      {
        question: words(90),
        takeaway: words(16),
        points: fc.constant([]),
        answer: fc.array(turn, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['question', 'points', 'answer'] },
    );
    const part = fc.record(
      { kicker: words(14), title: words(24), exchanges: fc.array(asked, { minLength: 1, maxLength: 6 }) },
      { requiredKeys: ['title', 'exchanges'] },
    );
    const interview = fc.record(
      {
        title: words(30),
        subtitle: words(24),
        blurb: words(120),
        closing: words(40),
        date: words(8),
        lead: fc.array(words(300), { maxLength: 3 }),
        sections: fc.array(part, { minLength: 1, maxLength: 5 }),
      },
      { requiredKeys: ['title', 'lead', 'sections'] },
    );
    await fc.assert(
      fc.asyncProperty(interview, fc.constantFrom(...LOCALES), (value, locale) =>
        check(edition(value as Partial<Interview>, locale), theme),
      ),
      { numRuns: 10 },
    );
  });
});

describe.each(THEMES)('no text of the interview is taken for markup by %s', (theme) => {
  it.each(LOCALES)('in %s', async (locale) => {
    const hostile = String.raw`#let [x] *b* _i_ $m$ <l> @r ~ \ "q" 'a' = - + / // c /* d */ {{e}} {{{f}}} & %TITLE --- ... \u{41} #panic("!") ${'`g`'}`;
    let count = 0;
    const slot = () => text(`${hostile}${count++}`);
    const person = () => ({ name: slot().text, role: slot().text });
    const answer = [{ paragraphs: [slot(), slot()] }, { speaker: slot().text, paragraphs: [slot()] }];
    const made: Edition = {
      ...realEdition(locale),
      publisher: slot().text,
      interview: {
        title: slot(),
        subtitle: slot(),
        byline: slot(),
        interviewer: person(),
        interviewee: person(),
        source: slot(),
        date: slot(),
        blurb: slot(),
        closing: slot(),
        quotes: [],
        lead: [slot(), slot()],
        sections: [
          {
            kicker: slot(),
            title: slot(),
            exchanges: [{ question: slot(), takeaway: text('#x'), points: [], answer }],
          },
        ],
      },
    };
    const { pdf, references } = await makeBooklet(made, { theme });
    const body = pdf.pages.map((page) => bodyOf(page, theme)).join('');
    expect(difference(body, expectedText(made, references, [], { theme }))).toBeUndefined();
    expect(pdf.title).toBe(made.interview.title.text);
  });
});

describe('a character without a glyph', () => {
  it.each(LOCALES)('is an error in %s', async (locale) => {
    const result = await typesetBooklet(edition({ title: text('笑臉😀') }, locale));
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toMatchObject([
      { code: 'typeset/missing-glyph', severity: 'error', message: expect.stringContaining('U+1F600') },
    ]);
  });
});
