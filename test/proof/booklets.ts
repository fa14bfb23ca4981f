// Booklets of content that line breaking finds hard, the same in every run: for the proof, and for its benchmark.

import type { Edition } from '../../scripts/model/edition.ts';
import type { Exchange, Section, Turn } from '../../scripts/model/interview.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';
import { markedExtremes } from './manuscripts.ts';
import { clause, type Maker, pick, type Random, randomOf, word, words } from './words.ts';

export interface Extreme {
  readonly name: string;
  readonly edition: Edition;
  /** By their path beside the theme's files. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
}

const LATIN =
  'AI Transformer OpenAI GPT-4o to B to C scaling law iPhone 4S Meta Llama 3.1 token PyTorch end-to-end state-of-the-art multimodal CEO benchmark GitHub'.split(
    ' ',
  );
const FIGURES = [
  '9.11',
  '3—5年',
  '2024年7月31日',
  '100億美元',
  '35歲',
  '30%',
  '第3代',
  '1.8萬人',
  '50多家',
  '-20℃',
  '$5000',
  '10公里',
  'NT$1,000',
  '37.5℃',
  '１００公尺',
  '100％',
  '10 km',
  '+886-2-2345-6789',
];

const prose =
  (sentences: number): Maker =>
  (random) =>
    Array.from({ length: sentences }, () => `${clause(random)}，${clause(random)}。`).join('');
const many =
  (count: number, make: Maker): Maker =>
  (random) =>
    Array.from({ length: count }, () => make(random)).join('');

const MAKERS: Readonly<Record<string, Maker>> = {
  'short lines': (random) =>
    pick(
      [
        '對。',
        '是的，沒錯。',
        '嗯……',
        '為什麼？',
        '好！',
        '嗯',
        '……',
        'OK.',
        '3',
        `${word(random)}。`,
        `「${word(random)}？」`,
      ],
      random,
    ),
  'long paragraphs': (random) => prose(30 + random(40))(random),
  'dense Latin': many(
    14,
    (random) =>
      `${word(random)}${pick(LATIN, random)}${random(2) ? '' : word(random)}${pick(['，', '、', '', '。', '（'], random).replace('（', `（${pick(LATIN, random)}）`)}`,
  ),
  'Latin sentences': many(
    4,
    (random) =>
      `${word(random)}說：“The quick brown fox, aged ${random(90)}, jumps over ${pick(LATIN, random)}; and so on.”${word(random)}。`,
  ),
  'nested quotes': many(
    6,
    (random) =>
      `他說：「${clause(random)}『${word(random)}「${word(random)}」${word(random)}。』${word(random)}。」（${word(random)}）${word(random)}，「${word(random)}」、「${word(random)}」。`,
  ),
  'marks upon marks': many(
    8,
    (random) =>
      `${word(random)}${pick(['」，「', '』」）、', '。」「', '：「『', '！」', '？！', '」）。', '》、《', '（《', '）』。', '…」，', '」——'], random)}${word(random)}`,
  ),
  figures: many(
    10,
    (random) =>
      `${word(random)}${pick(FIGURES, random)}${word(random)}${pick(['，', '', '、', '。'], random)}`,
  ),
  'dashes and ellipses': many(
    10,
    (random) => `${words(1, 4, random)}${pick(['——', '……', '——', '⋯⋯', '…', '—'], random)}`,
  ),
  addresses: many(
    4,
    (random) =>
      `${clause(random)}https://www.example.com/${'abc/def-ghi'.repeat(1 + random(4))}?q=${random(999)}&lang=zh，${word(random)}`,
  ),
  'long words': many(
    4,
    (random) =>
      `${clause(random)}${'pneumonoultramicroscopicsilicovolcanoconiosis'.slice(0, 8 + random(37))}${random(3) ? '' : 'x'.repeat(random(90))}${word(random)}。`,
  ),
  'names with dots': many(8, (random) => `${word(random)}約翰·史密斯·瓊斯${word(random)}，卡爾‧馬克思說，`),
  'every last line': (random) => words(6, 40, random) + pick(['。', '！', '？」', '）。', ''], random),
  'opening marks': (random) =>
    `${pick(['「', '（', '《', '『', '——', '……'], random)}${clause(random)}${pick(['」', '）', '》', '』', '', ''], random)}${prose(3)(random)}`,
  'half-width marks': many(
    8,
    (random) =>
      `${word(random)}(${pick(LATIN, random)}),${word(random)}"${word(random)}"/${word(random)}; [${random(99)}] ${word(random)}。`,
  ),
  'questions and calls': many(
    10,
    (random) =>
      `${words(1, 5, random)}${pick(['？！', '！！', '？', '！', '？？？', '！」', '？）'], random)}`,
  ),
  'spaces between': many(
    12,
    (random) => `${word(random)} ${pick(LATIN, random)} ${random(100)} kg ${word(random)}`,
  ),
  slashes: many(
    10,
    (random) => `${word(random)}／${word(random)}/${pick(LATIN, random)}～${word(random)}–${word(random)}`,
  ),
  lists: many(30, (random) => `${word(random)}、`),
};

/** All kinds of paragraphs for a locale, a booklet of so many exchanges of each; `longest` pages and more for the last one. */
export function extremes(locale: Locale, longest = 300, exchanges = 6): readonly Extreme[] {
  const kinds = Object.entries(MAKERS).map(([name, make], index) => ({
    name,
    edition: editionOf(locale, make, randomOf(index + 1), exchanges),
  }));
  const mixed: Maker = (random) => pick(Object.values(MAKERS), random)(random).slice(0, 400);
  const mixes = [101, 102, 103].map((seed) => ({
    name: `everything mixed ${seed}`,
    edition: editionOf(locale, mixed, randomOf(seed), 8),
  }));
  // A page holds some 500 characters.
  const long = {
    name: `${longest} pages`,
    edition: editionOf(locale, mixed, randomOf(7), Math.ceil(longest * 0.72)),
  };
  return [...kinds, ...markedExtremes(locale, exchanges), ...mixes, long];
}

function editionOf(locale: Locale, make: Maker, random: Random, exchanges: number): Edition {
  const text = (value: string) => ({ text: inPlace(value, locale) });
  const turn = (speaker?: string): Turn => ({
    ...(speaker !== undefined && { speaker }),
    paragraphs: Array.from({ length: 2 + random(5) }, () => text(make(random))),
  });
  const exchange = (): Exchange => ({
    question: text(
      `${clause(random)}，${pick([clause(random), `「${word(random)}」）、「${word(random)}」`, `${pick(LATIN, random)}${clause(random)}`], random)}？`,
    ),
    points: [],
    answer: random(3) === 0 ? [turn(), turn(pick(['記者', '歐陽王仲遠', 'Sam'], random))] : [turn()],
  });
  const sections: Section[] = [];
  for (let left = exchanges; left > 0; left -= 8) {
    sections.push({
      kicker: text(words(1, 2, random)),
      title: text(words(3, 3, random)),
      exchanges: Array.from({ length: Math.min(8, left) }, exchange),
    });
  }
  const { interview, ...rest } = realEdition(locale);
  return {
    ...rest,
    interview: { ...interview, lead: [text(make(random)), text(make(random))], quotes: [], sections },
  };
}

const CURLY: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

function inPlace(text: string, locale: Locale): string {
  return locale === 'zh-CN' ? text.replace(/[「」『』]/g, (mark) => CURLY[mark] ?? mark) : text;
}
