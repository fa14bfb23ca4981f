// Interviews made up by fast-check and written as transcripts of many shapes, with what an import has to give back.

import fc from 'fast-check';
import type { Interview } from '../../scripts/model/interview.ts';
import type { ImportReport } from '../../scripts/transcript/account.ts';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { encodeUtf8 } from './encode.ts';

/** What an import is to find, as plain strings. */
export interface Outline {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly {
    /** One line or two. */
    readonly heading: readonly string[];
    readonly exchanges: readonly { readonly question: string; readonly answer: readonly string[] }[];
  }[];
}

/** How speakers are labelled; the number counts the questions from 1. An empty label stands for none. */
export interface Shape {
  readonly name: string;
  readonly ask: (question: number) => string;
  readonly answer: (question: number) => string;
}

const shape = (name: string, ask: string | Shape['ask'], answer: string | Shape['answer']): Shape => ({
  name,
  ask: typeof ask === 'string' ? () => ask : ask,
  answer: typeof answer === 'string' ? () => answer : answer,
});

export const SHAPES: readonly Shape[] = [
  shape('Q: A:', 'Q:', 'A:'),
  shape('Q： A：', 'Q：', 'A：'),
  shape('q: a: with spaces', 'q: ', 'a: '),
  shape('full-width Ｑ： Ａ：', 'Ｑ：', 'Ａ：'),
  shape('Question: Answer:', 'Question: ', 'Answer: '),
  shape(
    'Q1: A1:',
    (number) => `Q${number}:`,
    (number) => `A${number}:`,
  ),
  shape(
    'Q1. A1.',
    (number) => `Q${number}. `,
    (number) => `A${number}. `,
  ),
  shape('問： 答：', '問：', '答：'),
  shape('問: 答:', '問:', '答:'),
  shape('问： 答：', '问：', '答：'),
  shape(
    '問1： 答1：',
    (number) => `問${number}：`,
    (number) => `答${number}：`,
  ),
  shape('提問： 回答：', '提問：', '回答：'),
  shape('label on a line of its own', 'Q：\n', 'A：\n'),
  shape('問： and no label', '問：', ''),
  shape('記者： 王仲遠：', '記者：', '王仲遠：'),
  shape('記者: 王仲遠:', '記者:', '王仲遠:'),
  shape('title now and then', '主持人：', (number) => (number % 2 === 0 ? '王仲遠：' : '王仲遠院長：')),
  shape('a paper and a name', '北京商報：', '張三豐：'),
  shape('a paper’s reporter', '北京商報記者：', '李四光教授：'),
  shape('two names', '張三豐：', '李四光：'),
  shape('transliterated names', '馬克·吐溫：', '查爾斯·狄更斯：'),
  shape('Latin names', 'Lex Fridman: ', 'Sam Altman: '),
  shape('Q: and a name', 'Q:', '王仲遠：'),
];

/** Characters that no conversion touches and that make no name, number or mark. */
const HAN = '人工智能大模型研究技術可以更多時間問題答案企業方向世界中國城市學生工作生活音樂天地水火山河日月';
const han = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...HAN), minLength, maxLength });

/** Openings that look like a label and are none. */
const opening = fc.constantFrom(
  '',
  '',
  '',
  '',
  '他說：',
  '舉個例子：',
  '第一：',
  '方法：',
  '我的看法是：',
  '12:30，',
);

const paragraph = fc
  .tuple(opening, han(4, 30), han(3, 12), fc.constantFrom('。', '！', '……', '。”'))
  .map(([start, clause, end, stop]) => `${start}${stop === '。”' ? '“' : ''}${clause}，${end}${stop}`);
const question = fc.tuple(han(4, 20), fc.constantFrom('？', '？', '嗎？')).map((parts) => parts.join(''));
const exchange = fc.record({
  question,
  answer: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});

export const outline: fc.Arbitrary<Outline> = fc.record({
  title: han(4, 16),
  lead: fc.array(paragraph, { maxLength: 2 }),
  sections: fc.array(
    fc.record({
      heading: fc.array(han(2, 12), { minLength: 1, maxLength: 2 }),
      exchanges: fc.array(exchange, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** What a transcript carries besides words: how lines end, and what stands between and before them. */
export interface Noise {
  readonly lineEnd: string;
  readonly blankLines: number;
  readonly indent: string;
  readonly invisible: string;
}

export const noise: fc.Arbitrary<Noise> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  blankLines: fc.integer({ min: 0, max: 2 }),
  indent: fc.constantFrom('', '　　', '\t', '  ', '\u00a0'),
  invisible: fc.constantFrom('', '\u200b', '\u00ad', '\ufeff'),
});

export function writeTranscript(outline: Outline, { ask, answer }: Shape, noise: Noise): string {
  const lines = [outline.title, ...outline.lead];
  let number = 0;
  for (const { heading, exchanges } of outline.sections) {
    lines.push(...heading);
    for (const { question, answer: paragraphs } of exchanges) {
      number += 1;
      lines.push(ask(number) + question, answer(number) + paragraphs[0], ...paragraphs.slice(1));
    }
  }
  const separator = noise.lineEnd.repeat(1 + noise.blankLines);
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => noise.indent + line.slice(0, 1) + noise.invisible + line.slice(1))
    .join(separator);
}

/** What a transcript is imported as, and the codes of the warnings without their room. Throws where it is refused. */
export async function read(
  text: string,
): Promise<{ interview: Interview; report: ImportReport; codes: readonly string[] }> {
  const result = await importTranscript(encodeUtf8(text), 'a.txt');
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join());
  return { ...result.value, codes: result.diagnostics.map(({ code }) => code.replace('transcript/', '')) };
}
