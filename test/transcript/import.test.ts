import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { interviewText } from '../../scripts/transcript/interview.ts';
import { encodeLegacy, encodeUtf8 } from '../support/encode.ts';

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
  ])('gives one diagnostic: %s', async (_, text, code) => {
    expect(
      (await importTranscript(encodeUtf8(text), 'a.txt')).diagnostics.map((found) => found.code),
    ).toEqual([`transcript/${code}`]);
  });

  it('does not throw, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        for (const { code, message, hint, place } of (await importTranscript(bytes, 'a.txt')).diagnostics) {
          expect(code).toMatch(/^transcript\/[a-z-]+$/);
          expect([message, hint, place?.file]).not.toContain('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does not throw, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        await importTranscript(encodeUtf8(`問：好嗎？\n答：${text}`), 'a.txt');
      }),
      { numRuns: 1000 },
    );
  });
});

it.each(['\n', '\r\n', '\r'])('warns in the order of the file, whose lines end in %j', async (end) => {
  const lines = ['標題', '首節', '問：\ufffd\ufffd好嗎？', '答：馬克.吐溫。好。', '問：真？'];
  const result = await importTranscript(encodeUtf8(lines.join(end)), 'a.txt');
  expect(result.diagnostics).toMatchObject([
    { code: 'transcript/lost-character', severity: 'warning', place: { file: 'a.txt', line: 3, column: 3 } },
    { code: 'transcript/dot-kept', place: { line: 4, column: 5 } },
    { code: 'transcript/no-answer', place: { line: 5, column: 3 } },
  ]);
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
  ])('grows with the length of a line of %j', async (unit) => {
    const line = unit.repeat(Math.floor(95_000 / unit.length));
    expect((await importTranscript(encodeUtf8(`標題\n問：好嗎？\n答：好${line}\n`), 'a.txt')).ok).toBe(true);
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
  ])('grows with the number of %s', async (_, text) => {
    expect((await importTranscript(encodeUtf8(text), 'a.txt')).ok).toBe(true);
  });
});

it('takes terms of the house into account', async () => {
  const terms = [{ 'zh-TW': '台積電', 'zh-CN': '台积电' }];
  const bytes = encodeUtf8('標題\n問：台積電怎么看後來的發展？\n答：台積電不愿看。');
  const result = await importTranscript(bytes, 'a.txt', { terms });
  expect(result.ok && interviewText(result.value.interview, result.value.report.order)).toContain(
    '台積電怎麼看後來的發展？\n台積電不願看。',
  );
});

it('reads a transcript in Big5 as it reads it in UTF-8', async () => {
  const text = '標題\r\n首節\r\n問：人工智能是否達到了泡沫臨界點？\r\n答：還遠沒有到。\r\n';
  const [big5, utf8] = await Promise.all(
    [encodeLegacy(text, 'big5'), encodeUtf8(text)].map((bytes) => importTranscript(bytes, 'a.txt')),
  );
  expect(big5?.ok && big5.value.interview).toEqual(utf8?.ok && utf8.value.interview);
  expect(big5?.ok && big5.value.report.encoding).toBe('big5');
});
