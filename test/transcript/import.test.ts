import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interview } from '../../scripts/model/interview.ts';
import type { ImportReport } from '../../scripts/transcript/account.ts';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { interviewText } from '../../scripts/transcript/interview.ts';
import { encodeLegacy, encodeUtf8 } from '../support/encode.ts';
import { noise, outline, SHAPES, writeTranscript } from '../support/transcripts.ts';

function read(text: string): { interview: Interview; report: ImportReport; codes: readonly string[] } {
  const result = importTranscript(encodeUtf8(text), 'a.txt');
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join());
  return { ...result.value, codes: result.diagnostics.map(({ code }) => code.replace('transcript/', '')) };
}

function codesOf(bytes: Uint8Array): readonly string[] {
  return importTranscript(bytes, 'a.txt').diagnostics.map(({ code }) => code);
}

describe('the account', () => {
  /** Anything that the passes look at, in any order. */
  const fragment = fc.constantFrom(
    ...[
      '問：',
      '答：',
      'Q:',
      'A1:',
      '記者：',
      '王仲遠：',
      '王仲遠院長：',
      '他說：',
      '# ',
      '## ',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      ' ',
      '　',
    ],
    ...[
      '\u200b',
      '\ufeff',
      '\t',
      '好',
      '人工智能',
      '為什么',
      '後来',
      '发展',
      '標簽',
      'AGI',
      'Meta, Inc.',
      '9.11',
      '3:1',
      '𠀀',
      '👨\u200d👩',
      '⼈',
      'Ａ１',
    ],
    ...[
      '發(fā)',
      '業(yè)',
      '術（shù）',
      '王(wáng)',
      '(',
      ')',
      '（',
      '）',
      ',',
      '.',
      '?',
      '!',
      ':',
      ';',
      '...',
      '--',
      '。',
      '，',
      '？',
      '！',
    ],
    ...['"', "'", '“', '”', '「', '」', '『', '』', 'https://a.com/x,y', 'a@b.cn', '`a,b`'],
  );
  const scrap = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));
  const transcript = fc.oneof(
    scrap,
    scrap.map((text) => `標題\n問：好嗎？\n答：${text}\n問：真的嗎？\n答：真的。${text}`),
    fc
      .tuple(outline, fc.constantFrom(...SHAPES), noise, scrap)
      .map(([expected, shape, around, text]) => `${writeTranscript(expected, shape, around)}${text}`),
  );

  it('gives the texts of the interview exactly, when applied to the input', () => {
    let imported = 0;
    fc.assert(
      fc.property(transcript, (text) => {
        const result = importTranscript(encodeUtf8(text), 'a.txt');
        if (!result.ok) return;
        imported += 1;
        const { interview, report } = result.value;
        const input = text.startsWith('\ufeff') ? text.slice(1) : text;
        expect(replay(input, report)).toBe(interviewText(interview));
        const { input: length, kept, removed, added, output } = report.characters;
        expect([length, output]).toEqual([kept + removed, kept + added]);
        expect([length, output]).toEqual([input.length, interviewText(interview).length]);
      }),
      { numRuns: 3000 },
    );
    expect(imported).toBeGreaterThan(1000);
  });

  it('of a clean interview finds nothing to change in its words', () => {
    const unspaced = SHAPES.filter(({ ask }) => !ask(1).includes(' '));
    fc.assert(
      fc.property(outline, fc.constantFrom(...unspaced), (expected, shape) => {
        const plain = { lineEnd: '\n', blankLines: 0, indent: '', invisible: '' };
        const { report } = read(writeTranscript(expected, shape, plain));
        const kinds = new Set(report.changes.map(({ kind }) => kind));
        for (const kind of ['pinyin', 'character', 'quotation', 'space', 'invisible', 'addition'] as const) {
          expect(kinds).not.toContain(kind);
        }
      }),
    );
  });

  it('counts each kind, and lists as many changes', () => {
    const { report } = read('標題\n問:好,壞,你怎么看?\n答:後來，我看后來。');
    expect(report.counts).toEqual({
      label: {
        total: 2,
        each: [
          { from: '問:', to: '', count: 1 },
          { from: '答:', to: '', count: 1 },
        ],
      },
      punctuation: {
        total: 3,
        each: [
          { from: ',', to: '，', count: 2 },
          { from: '?', to: '？', count: 1 },
        ],
      },
      character: {
        total: 2,
        each: [
          { from: '么', to: '麼', count: 1 },
          { from: '后', to: '後', count: 1 },
        ],
      },
      addition: { total: 1, each: [{ from: '', to: '訪談\n', count: 1 }] },
    });
    expect(report.changes).toHaveLength(8);
    expect(report.changes.at(-1)).toEqual({
      kind: 'character',
      offset: 22,
      line: 3,
      column: 8,
      before: '后',
      after: '後',
    });
  });
});

describe('structure', () => {
  it.each([
    ['no headings: one section', '標題\n問：好嗎？\n答：好。', '標題 | 訪談 [好嗎？ > 好。]', ['no-heading']],
    ['no title', '問：好嗎？\n答：好。', 'a | 訪談 [好嗎？ > 好。]', ['no-title', 'no-heading']],
    ['simplified', '标题\n问：怎么样？\n答：还好。', '标题 | 访谈 [怎么样？ > 还好。]', ['no-heading']],
    [
      'Markdown headings',
      '# 標題\n\n## 一\n\n問：好嗎？\n\n答：好\n\n## 二\n\n問：真？\n\n答：真',
      '標題 | 一 [好嗎？ > 好] | 二 [真？ > 真]',
      [],
    ],
    [
      'a heading that is no paragraph, and a paragraph that is no heading',
      '標題\n首節\n問：好嗎？\n答：好。\n還可以。\n次節\n問：真？\n答：真。',
      '標題 | 首節 [好嗎？ > 好。/還可以。] | 次節 [真？ > 真。]',
      [],
    ],
    [
      'answers without stops have no headings',
      '標題\n問：好嗎\n答：好\n還可以\n問：真\n答：真',
      '標題 | 訪談 [好嗎 > 好/還可以] [真 > 真]',
      ['no-heading'],
    ],
    [
      'a question of two paragraphs',
      '標題\n首節\n問：先說背景。\n\n您怎麼看？\n答：好。',
      '標題 | 首節 [先說背景。您怎麼看？ > 好。]',
      [],
    ],
    [
      'a question in Latin of two lines',
      'Title\nOne\nQ: First this.\nWhy?\nA: Because.',
      'Title | One [First this. Why? > Because.]',
      [],
    ],
    [
      'one answer in two turns',
      '標題\n首節\n問：好嗎？\n答：好。\n答：很好。',
      '標題 | 首節 [好嗎？ > 好。/很好。]',
      [],
    ],
    [
      'a panel',
      '標題\n首節\n主持人：好嗎？\n王芳：好。\n李明：我也好。\n主持人：真的？\n李明：真。',
      '標題 | 首節 [好嗎？ > 王芳:好。 李明:我也好。] [真的？ > 李明:真。]',
      [],
    ],
    [
      'two who ask',
      '標題\n首節\n主持人：好嗎？\n王芳：好。\n觀眾：真的？\n王芳：真。',
      '標題 | 首節 [好嗎？ > 好。] [真的？ > 真。]',
      ['several-ask'],
    ],
    [
      'a question without answer',
      '標題\n首節\n問：好嗎？\n答：好。\n問：真？',
      '標題 | 首節 [好嗎？ > 好。] [真？ > ]',
      ['no-answer'],
    ],
    [
      'words before the first question',
      '標題\n答：大家好。\n問：好嗎？\n答：好。',
      '標題 大家好。 | 訪談 [好嗎？ > 好。]',
      ['spoken-before-question', 'no-heading'],
    ],
    ['one exchange by office', '標題\n首節\n記者：好嗎？\n王仲遠：好。', '標題 | 首節 [好嗎？ > 好。]', []],
    ['one exchange by name', '標題\n首節\n張三豐：好嗎？\n李四光：好。', '標題 | 首節 [好嗎？ > 好。]', []],
    [
      'sentences that end in a colon',
      '標題\n首節\n問：好嗎？\n答：他說：好。\n我說：不好。\n王仲遠：這是名字。\n我說：好。',
      '標題 | 首節 [好嗎？ > 他說：好。/我說：不好。/王仲遠：這是名字。/我說：好。]',
      [],
    ],
    [
      'phrases that recur',
      '標題\n首節\n記者：好嗎？\n王芳：好。\n方法：好。\n例子：好。\n記者：真？\n王芳：真。\n方法：好。\n例子：好。',
      '標題 | 首節 [好嗎？ > 好。/方法：好。/例子：好。] [真？ > 真。/方法：好。/例子：好。]',
      [],
    ],
    [
      'names that no list knows',
      '標題\n首節\n甲方代表：好嗎？\n乙方代表：好。\n甲方代表：真？\n乙方代表：真。',
      '標題 | 首節 [好嗎？ > 好。] [真？ > 真。]',
      [],
    ],
  ])('%s', (_, text, expected, codes) => {
    const { interview, codes: found } = read(text);
    expect(summary(interview)).toBe(expected);
    expect(found).toEqual(codes);
  });
});

it('warns of characters that were lost before, and in the order of the file', () => {
  const result = importTranscript(
    encodeUtf8('標題\n首節\n問：\ufffd\ufffd好嗎？\n答：馬克.吐溫。好。\n問：真？'),
    'a.txt',
  );
  expect(result.diagnostics).toMatchObject([
    { code: 'transcript/lost-character', severity: 'warning', place: { file: 'a.txt', line: 3, column: 3 } },
    { code: 'transcript/dot-kept', place: { line: 4, column: 5 } },
    { code: 'transcript/no-answer', place: { line: 5, column: 3 } },
  ]);
});

describe('people', () => {
  it.each([
    ['記者：好嗎？\n王仲遠：好。', undefined, { name: '王仲遠' }],
    ['記者：好嗎？\n王仲遠院長：好。\n記者：真？\n王仲遠：真。', undefined, { name: '王仲遠', role: '院長' }],
    ['北京商報記者：好嗎？\n嘉賓：好。', { name: '北京商報' }, undefined],
    [
      'Lex Fridman: Good?\nSam Altman: Good.\nLex Fridman: Why?\nSam Altman: So.',
      { name: 'Lex Fridman' },
      { name: 'Sam Altman' },
    ],
    ['主持人：好嗎？\n王芳：好。\n李明：好。\n主持人：真？\n李明：真。', undefined, undefined],
    ['李強接受北京商報記者專訪。李強很忙。\n問：好嗎？\n答：好。', { name: '北京商報' }, { name: '李強' }],
    ['李強與北京商報記者交流。\n問：好嗎？\n答：好。', undefined, undefined],
    ['方法與北京商報記者交流，方法很好。\n問：好嗎？\n答：好。', undefined, undefined],
    ['問：好嗎？\n答：好。', undefined, undefined],
  ])('are only whom the transcript names: %s', (text, interviewer, interviewee) => {
    const { interview } = read(`標題\n${text}`);
    expect(interview.interviewer).toEqual(interviewer);
    expect(interview.interviewee).toEqual(interviewee);
  });
});

describe('what cannot be imported', () => {
  it.each([
    ['nothing but white space', ' \r\n　\u200b', 'empty'],
    ['nothing but marks', '……——', 'empty'],
    ['prose', '今天天氣很好。\n他說：很好。\n我說：不好。', 'no-questions'],
    ['talk without a question', '甲方：我們開始。\n乙方：好。\n甲方：就這樣。\n乙方：行。', 'no-questions'],
    ['only questions', '標題\n問：好嗎？\n問：真的嗎？', 'only-questions'],
    ['labels without words', '標題\n問：\n答：好。\n問：', 'no-questions'],
    ['only answers', '標題\n答：好。\n答：真的。', 'no-questions'],
    ['a line of a million characters', `問：好嗎？\n答：${'好'.repeat(1_000_000)}`, 'long-line'],
  ])('gives one diagnostic: %s', (_, text, code) => {
    expect(codesOf(encodeUtf8(text))).toEqual([`transcript/${code}`]);
  });

  it('does not throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const { code, message, hint, place } of importTranscript(bytes, 'a.txt').diagnostics) {
          expect(code).toMatch(/^transcript\/[a-z-]+$/);
          expect([message, hint, place?.file]).not.toContain('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does not throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        importTranscript(encodeUtf8(`問：好嗎？\n答：${text}`), 'a.txt');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('time', () => {
  /** A quadratic step would take minutes on each of these. */
  it.each([
    'a',
    'a.',
    'a@',
    "'",
    '"',
    '(',
    ')',
    '()',
    '“',
    '”',
    '「',
    '`',
    '好(',
    '好(hǎo)',
    '好,',
    '好.',
    '-',
    '?',
    '..',
    'www.',
    '“好,',
    ' \u200b',
    '👨\u200d',
  ])('grows with the length of a line of %j', (unit) => {
    const line = unit.repeat(Math.floor(95_000 / unit.length));
    expect(importTranscript(encodeUtf8(`標題\n問：好嗎？\n答：好${line}\n`), 'a.txt').ok).toBe(true);
  });

  it.each([
    ['blank lines', `標題${'\n'.repeat(1_000_000)}問：好嗎？\n答：好。`],
    ['turns of one speaker', `標題\n問：好嗎？\n${'答：好。\n'.repeat(100_000)}`],
    ['paragraphs', `標題\n問：好嗎？\n答：好。\n${'好，好。\n'.repeat(100_000)}`],
    [
      'speakers',
      Array.from(
        { length: 40_000 },
        (_, at) => `王${String.fromCharCode(0x4e00 + (at % 10_000))}：好？`,
      ).join('\n'),
    ],
  ])('grows with the number of %s', (_, text) => {
    expect(importTranscript(encodeUtf8(text), 'a.txt').ok).toBe(true);
  });
});

it('takes terms of the house into account', () => {
  const terms = [{ 'zh-TW': '台積電', 'zh-CN': '台积电' }];
  const bytes = encodeUtf8('標題\n問：台積電怎么看後來的發展？\n答：台積電不愿看。');
  const result = importTranscript(bytes, 'a.txt', { terms });
  expect(result.ok && interviewText(result.value.interview)).toContain(
    '台積電怎麼看後來的發展？\n台積電不願看。',
  );
});

it('reads a transcript in Big5 as it reads it in UTF-8', () => {
  const text = '標題\r\n首節\r\n問：人工智能是否達到了泡沫臨界點？\r\n答：還遠沒有到。\r\n';
  const [big5, utf8] = [encodeLegacy(text, 'big5'), encodeUtf8(text)].map((bytes) =>
    importTranscript(bytes, 'a.txt'),
  );
  expect(big5?.ok && big5.value.interview).toEqual(utf8?.ok && utf8.value.interview);
  expect(big5?.ok && big5.value.report.encoding).toBe('big5');
});

it('loads the dictionary of readings only for a text with a syllable in brackets', () => {
  // Each test file has a module registry of its own for scripts/, but packages are loaded by Node.
  const { cache } = createRequire(import.meta.url);
  const isLoaded = (): boolean => Object.keys(cache).some((file) => file.includes('pinyin-pro'));
  for (const file of Object.keys(cache).filter((name) => name.includes('pinyin-pro'))) delete cache[file];
  read('標題\n問：好(很好)嗎？\n答：好(zhìyuán)。');
  expect(isLoaded()).toBe(false);
});

function replay(input: string, { changes }: ImportReport): string {
  let text = '';
  let from = 0;
  for (const { offset, before, after } of changes) {
    expect(input.startsWith(before, offset)).toBe(true);
    text += input.slice(from, offset) + after;
    from = offset + before.length;
  }
  return text + input.slice(from);
}

/** Title lead | kicker／heading [question > speaker:paragraph/paragraph]. */
function summary({ title, lead, sections }: Interview): string {
  const parts = sections.map(({ kicker, title: heading, exchanges }) => {
    const told = exchanges.map(({ question, answer }) => {
      const turns = answer.map(({ speaker, paragraphs }) => {
        const said = paragraphs.map(({ text }) => text).join('/');
        return speaker === undefined ? said : `${speaker}:${said}`;
      });
      return `[${question.text} > ${turns.join(' ')}]`;
    });
    return [`${kicker ? `${kicker.text}／` : ''}${heading.text}`, ...told].join(' ');
  });
  return [[title.text, ...lead.map(({ text }) => text)].join(' '), ...parts].join(' | ');
}
