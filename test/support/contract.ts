// Decks of extreme content for every theme and appearance there is, and what a theme's slots predict of them.

import fs from 'node:fs';
import path from 'node:path';
import { overfull, type SlotText, setTextsOf } from '../../scripts/deck/overfull.ts';
import type { DeckSetting } from '../../scripts/deck/setting.ts';
import type { Slide } from '../../scripts/deck/slides.ts';
import { deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Exchange, Interview, Section, Text } from '../../scripts/model/interview.ts';
import type { Slot } from '../../scripts/theme/design.ts';
import { pagesOf } from './build-deck.ts';
import { prose } from './extremes.ts';

/** The folders under templates/ that have a theme.yaml. */
export function themeNames(): readonly string[] {
  const templates = path.resolve(import.meta.dirname, '../../templates');
  return fs.readdirSync(templates).filter((name) => fs.existsSync(path.join(templates, name, 'theme.yaml')));
}

const MARKS = '，。、；：？！（）《》「」『』“”‘’…——·';
const ADDRESS = `https://example.com/${'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(5)}`;
const SOLID = 'M'.repeat(60);

/** Interviews at the edges of what the slots of a theme hold, each with every kind of slide. */
export function extremeInterviews(setting: DeckSetting): Readonly<Record<string, Interview>> {
  return {
    'one character': oneCharacter(),
    'the longest that fits': longest(setting),
    'unbreakable Latin': withRoom(setting, (share) => filled(part(SOLID, share), part(ADDRESS, share))),
    'all punctuation': withRoom(setting, (share) =>
      filled(part(`「${MARKS}」`, share), part(`「${MARKS}」`.repeat(3), share)),
    ),
    'forty exchanges in twelve sections': forty(),
  };
}

const part = (words: string, share: number): string => words.slice(0, Math.ceil(words.length * share));

/** As much of it as the slots of the theme have room for. */
function withRoom(setting: DeckSetting, make: (share: number) => Interview): Interview {
  const shares = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
  return make(shares.find((share) => hasRoom(setting, make(share))) ?? 0.1);
}

function hasRoom(setting: DeckSetting, interview: Interview): boolean {
  const edition = { ...setting.edition, interview };
  return overfull(deckView({ ...setting, edition }, pagesOf(edition))).length === 0;
}

export const inEdition = (edition: Edition, interview: Interview): Edition => ({ ...edition, interview });

const text = (value: string): Text => ({ text: value });

function oneCharacter(): Interview {
  const one = text('字');
  return {
    title: one,
    subtitle: one,
    interviewer: { name: '甲' },
    interviewee: { name: '乙', role: '丙' },
    quotes: [one],
    closing: one,
    lead: [],
    sections: [{ kicker: one, title: one, exchanges: [exchange(one, one, [one]), exchange(one, one, [])] }],
  };
}

/** Every text as long as the slides let it be, one after the other: a character more, and a build would stop. */
function longest(setting: DeckSetting): Interview {
  return FIELDS.reduce((interview, put) => {
    let [low, high] = [1, 512];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (hasRoom(setting, put(interview, text(prose(middle, middle))))) low = middle;
      else high = middle - 1;
    }
    return put(interview, text(prose(low, low)));
  }, oneCharacter());
}

const FIELDS: readonly ((interview: Interview, value: Text) => Interview)[] = [
  (interview, title) => ({ ...interview, title }),
  (interview, subtitle) => ({ ...interview, subtitle }),
  (interview, { text: name }) => ({ ...interview, interviewer: { name } }),
  (interview, { text: name }) => ({ ...interview, interviewee: { name } }),
  (interview, { text: role }) => ({
    ...interview,
    interviewee: { name: '甲', ...interview.interviewee, role },
  }),
  (interview, quote) => ({ ...interview, quotes: [quote] }),
  (interview, closing) => ({ ...interview, closing }),
  (interview, title) => inSection(interview, { title }),
  (interview, kicker) => inSection(interview, { kicker }),
  (interview, question) => inExchange(interview, { question }),
  (interview, takeaway) => inExchange(interview, { takeaway }),
  (interview, point) => inExchange(interview, { points: [point, point] }),
];

function inSection(interview: Interview, change: Partial<Section>): Interview {
  const [section] = interview.sections;
  return section ? { ...interview, sections: [{ ...section, ...change }] } : interview;
}

function inExchange(interview: Interview, change: Partial<Exchange>): Interview {
  const [first, ...others] = interview.sections[0]?.exchanges ?? [];
  return first ? inSection(interview, { exchanges: [{ ...first, ...change }, ...others] }) : interview;
}

/** `short` where a title stands, `long` where there is room for it. */
function filled(short: string, long: string): Interview {
  return {
    title: text(long),
    subtitle: text(short),
    interviewer: { name: short.slice(0, 20) },
    interviewee: { name: short.slice(0, 12), role: short.slice(0, 30) },
    quotes: [text(long)],
    closing: text(long),
    lead: [],
    sections: [
      {
        kicker: text(short.slice(0, 20)),
        title: text(short),
        exchanges: [
          exchange(text(long), text(short), [text(long), text(short)]),
          exchange(text(long), text(long), []),
        ],
      },
    ],
  };
}

function forty(): Interview {
  let number = 0;
  const sections = Array.from({ length: 12 }, (_, index): Section => {
    const count = index < 4 ? 4 : 3;
    return {
      ...(index % 3 > 0 && { kicker: text(prose(4 + index, index)) }),
      title: text(prose(4 + 2 * index, 5 * index)),
      exchanges: Array.from({ length: count }, () => {
        number += 1;
        const points = Array.from({ length: number % 6 }, (_, at) => text(prose(10 + 3 * at + number, at)));
        return exchange(text(prose(8 + 2 * number, number)), text(prose(5 + (number % 20), number)), points);
      }),
    };
  });
  return {
    title: text('四十問：GPT-4o、Llama 3.1與9.11'),
    interviewer: { name: '北京商報' },
    interviewee: { name: '王仲遠', role: '北京智源人工智能研究院院長' },
    quotes: [text('大家永遠都在快速奔跑的路上，又不摔倒。')],
    lead: [],
    sections,
  };
}

function exchange(question: Text, takeaway: Text, points: readonly Text[]): Section['exchanges'][number] {
  return { question, takeaway, points, answer: [{ paragraphs: [question] }] };
}

export interface Prediction extends SlotText {
  /** Of each line in pixels, along the line. */
  readonly widths: readonly number[];
}

/** What the view says of every text of a slide that is set in lines. */
export function predictionsOf(slide: Slide, setting: DeckSetting): readonly Prediction[] {
  const isDown = 'direction' in slide && slide.direction === 'vertical';
  const slots = setting.design.slides[slide.kind].slots as Readonly<Record<string, Slot>>;
  const nameOf = (key: string): string => {
    if (key === 'quote') return isDown ? 'vertical' : 'horizontal';
    if (slide.kind === 'cover' && isDown && key === 'name') return 'verticalName';
    if (slide.kind === 'cover' && isDown && key === 'role') return 'verticalRole';
    return ({ setLabel: 'label', setKicker: 'kicker' } as Readonly<Record<string, string>>)[key] ?? key;
  };
  return setTextsOf(slide).map(({ slot: key, set }) => {
    const name = nameOf(key);
    const slot = slots[name];
    if (!slot) throw new Error(`${slide.kind} has no slot ${name}`);
    const metrics = setting.metrics(slot, name.startsWith('vertical') ? 'vertical' : 'horizontal');
    return {
      slot: `${slide.kind}.${name}`,
      set,
      widths: set.lines.map((line) => metrics.width(line) * set.size),
    };
  });
}
