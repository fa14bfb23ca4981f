// Editions at the edges of what is met: everything long, everything missing, sections of every length, Latin text.

import type { Edition } from '../../scripts/model/edition.ts';
import type { Exchange, Interview, Section } from '../../scripts/model/interview.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { realEdition } from './edition.ts';

/** Traditional sentences to cut texts of any length from; the mainland edition shows them as they are. */
const PROSE =
  '大模型的迭代需要持續性投入，百模大戰顯然不利於基礎大模型發展，會造成資源分散。價格戰的利好在於可以篩掉一些不是真心投入研發的企業，' +
  '也有利於發現場景，並且針對場景打磨應用。不過，我希望價格戰不要導致企業不敢投入研發，就好比第一代產品始終都是對比的對象。';

/** `length` characters from somewhere in the prose, not beginning or ending with a mark. */
export function prose(length: number, from = 0): string {
  const characters = Array.from({ length }, (_, index) => PROSE[(from + index) % PROSE.length] ?? '');
  if (/[，。]/.test(characters[0] ?? '')) characters[0] = '看';
  if (/[，。]/.test(characters.at(-1) ?? '')) characters[length - 1] = '好';
  return characters.join('');
}

const text = (value: string) => ({ text: value });

interface Sizes {
  readonly question: number;
  readonly takeaway: number;
  readonly points: readonly number[];
}

function exchange({ question, takeaway, points }: Sizes, from: number): Exchange {
  return {
    question: text(prose(question, from)),
    takeaway: text(prose(takeaway, from + 3)),
    points: points.map((length, index) => text(prose(length, from + 11 * index))),
    answer: [
      { paragraphs: [text(prose(200, from)), text(prose(80, from + 5))] },
      { speaker: '記者', paragraphs: [text(prose(20))] },
      { speaker: '王仲遠', paragraphs: [text(prose(120, from + 9))] },
    ],
  };
}

function edition(locale: Locale, interview: Interview): Edition {
  return { ...realEdition(locale), interview };
}

/** Twelve sections with long headings, exchanges with everything longer than any editor should leave it. */
export function longEdition(locale: Locale): Edition {
  const sections = Array.from(
    { length: 12 },
    (_, index): Section => ({
      kicker: text(prose(8 + index, index)),
      title: text(prose(9 + 2 * index, 3 * index)),
      exchanges: [
        exchange({ question: 36 + 12 * index, takeaway: 12 + 2 * index, points: [20, 34, 48] }, index),
        exchange(
          { question: 20 + 30 * index, takeaway: 30, points: [60, 60, 60, 20, 20, 20, 20] },
          index + 7,
        ),
      ],
    }),
  );
  return edition(locale, {
    title: text(prose(30)),
    subtitle: text(prose(40)),
    interviewer: { name: '北京商報與財經週刊聯合採訪組' },
    interviewee: { name: '歐陽王仲遠先生及其同事', role: prose(36) },
    date: text('2024年7月31日'),
    quotes: [text(prose(60, 7)), text(prose(40)), text('大模型在2024年仍有9.8成勝算，to B先行。')],
    closing: text(prose(40)),
    lead: [text(prose(200))],
    sections,
  });
}

/** A title and one answered question: nothing that may be missing is there. */
export function bareEdition(locale: Locale): Edition {
  return edition(locale, {
    title: text('年輕的路'),
    quotes: [],
    lead: [],
    sections: [
      {
        title: text('年輕'),
        exchanges: [
          { question: text('為什麼？'), points: [], answer: [{ paragraphs: [text('因為年輕。')] }] },
          {
            question: text('然後呢？'),
            takeaway: text('走下去'),
            points: [text('一直走')],
            answer: [{ paragraphs: [text('走。')] }],
          },
        ],
      },
    ],
  });
}

/** Sections of one to eight exchanges, exchanges of none to eight points. */
export function unevenEdition(locale: Locale): Edition {
  const { interview } = realEdition(locale);
  const sections = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (count, index): Section => ({
      ...(index % 2 === 0 && { kicker: text(prose(5, index)) }),
      title: text(prose(4 + index, 2 * index)),
      exchanges: Array.from({ length: count }, (_, at) =>
        exchange(
          {
            question: 14 + 9 * at,
            takeaway: 6 + 2 * at,
            points: Array.from({ length: at + 1 }, () => 18 + at),
          },
          at + index,
        ),
      ),
    }),
  );
  return edition(locale, { ...interview, sections });
}

/** As many sections as an agenda holds on one slide, with headings of usual length. */
export function twelveEdition(locale: Locale): Edition {
  const { interview } = realEdition(locale);
  const sections = Array.from({ length: 12 }, (_, index) => interview.sections[index % 4]).filter(
    (section) => section !== undefined,
  );
  return edition(locale, { ...interview, sections });
}

/** Latin words and figures wherever Chinese is expected, capitals and addresses among them. */
export function latinEdition(locale: Locale): Edition {
  const address = 'https://example.com/a/very/long/path/that/never/ends?with=a&query=string#and-a-fragment';
  return edition(locale, {
    title: text('ARTIFICIAL GENERAL INTELLIGENCE 何時 IPO：GPT-4o 與 Llama 3.1 405B'),
    subtitle: text('OpenAI, Anthropic and DeepMind: WHO WINS? 85後院長說'),
    interviewer: { name: 'MIT Technology Review' },
    interviewee: { name: 'Sam Altman', role: 'Chief Executive Officer, OpenAI' },
    quotes: [text('AGI WILL ARRIVE SOONER than most people think，9.11小於9.8。')],
    closing: text('WE WILL SEE WHAT HAPPENS NEXT'),
    lead: [],
    sections: [
      {
        kicker: text('MMLU 88.7'),
        title: text('BENCHMARKS ARE NOT EVERYTHING'),
        exchanges: [
          {
            question: text(
              `What do you think of GPT-4o, Claude 3.5 Sonnet and Gemini 1.5 Pro（${address}）？`,
            ),
            takeaway: text('BENCHMARKS MISLEAD EVERYONE'),
            points: [
              text(address),
              text('MMMMMMMM WWWWWWWW MMMMMMMM WWWWWWWW'),
              text('to B、to C、to G都要3—5年'),
            ],
            answer: [{ paragraphs: [text('AGI WILL ARRIVE SOONER than most people think，9.11小於9.8。')] }],
          },
        ],
      },
    ],
  });
}
