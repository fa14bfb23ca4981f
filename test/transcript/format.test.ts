import { expect, it } from 'vitest';
import { formatReport } from '../../scripts/transcript/format.ts';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { encodeUtf8 } from '../support/encode.ts';

it('tells a report in plain lines', async () => {
  const text = '標題\r\n導言，導言。\r\n首節\r\n記者:好,你怎么看?\r\n王仲遠院長:發(fā)展,好!';
  const result = await importTranscript(encodeUtf8(text, true), 'talks/a.txt');
  expect(result.ok && formatReport(result.value.report).split('\n')).toEqual([
    'talks/a.txt: UTF-8 with byte order mark, traditional Chinese',
    '  1 lead paragraph, 1 section, 1 exchange, 1 paragraph of answers',
    '  title on line 1',
    '  questions told by labels; asks: 記者 ×1; answers: 王仲遠 ×1',
    '  interviewer not named; interviewee 王仲遠 (院長), from “王仲遠院長” on line 5',
    '',
    '       1  characters put right: 么 → 麼 ×1',
    '       6  marks in the width of Chinese: , → ， ×2, ? → ？ ×1, ( → （ ×1, ) → ） ×1, ! → ！ ×1',
    '       4  line ends of another system',
    '       2  speaker labels turned into structure: 記者: ×1, 王仲遠院長: ×1',
    '',
    `  ${text.length} characters in = 23 kept + 20 removed; 23 kept + 7 added = 30 out`,
  ]);
});
