// What no slide has room for, said to the person who can shorten it: where, what, and by how much.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { SetText } from './fit.ts';
import type { Slide } from './slides.ts';
import type { DeckView } from './view.ts';

/** One error `deck/overfull` for each text that even the smallest step of its slot has no room for. */
export function overfull({ slides, manuscript }: DeckView): readonly Diagnostic[] {
  return slides.flatMap((slide, index) =>
    textsOf(slide)
      .filter(({ set }) => !set.fits)
      .map(({ slot, set }) => ({
        code: 'deck/overfull',
        severity: 'error',
        message: `slide ${index + 1}, ${nameOf(slide)}: ${NAMES[slot] ?? slot} ${excess(set)} at ${set.size} px: “${start(set)}”`,
        hint: hintFor(slide),
        place: { file: manuscript, ...set.at },
      })),
  );
}

interface SlotText {
  readonly slot: string;
  readonly set: SetText;
}

/** The texts of a slide, each by the nearest key it stands under. */
function textsOf(part: unknown, slot = ''): readonly SlotText[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('fits' in part) return [{ slot, set: part as SetText }];
  return Object.entries(part).flatMap(([key, value]) => textsOf(value, Array.isArray(part) ? slot : key));
}

const NAMES: Readonly<Record<string, string>> = {
  words: 'the closing words',
  setLabel: 'the line above the heading',
  setKicker: 'the first part of a heading',
  kicker: 'the first part of the heading',
  title: 'the title',
  heading: 'the heading',
  subtitle: 'the subtitle',
  question: 'the question',
  takeaway: 'the takeaway',
  points: 'a point',
  text: 'a point',
  quote: 'the quotation',
  name: 'the name',
  role: 'the office under the name',
  credit: 'the credit line',
};

function nameOf(slide: Slide): string {
  if (slide.kind !== 'exchange' && slide.kind !== 'question') return KINDS[slide.kind];
  return `question ${slide.number}`;
}

const KINDS: Readonly<Record<Slide['kind'], string>> = {
  cover: 'the cover',
  agenda: 'the agenda',
  divider: 'the opening of a section',
  summary: 'the summary of a section',
  question: 'a question',
  exchange: 'an exchange',
  quote: 'a quotation',
  closing: 'the last slide',
};

/** 2 lines (86 px) too high, or 14 px too wide. */
function excess({ over }: SetText): string {
  const { px, lines } = over ?? { px: 0, lines: 0 };
  if (lines === 0) return `is ${px} px too wide even`;
  return `is ${lines} ${lines === 1 ? 'line' : 'lines'} (${px} px) too high even`;
}

function start({ lines }: SetText): string {
  const characters = [...lines.join('')];
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('');
}

function hintFor({ kind }: Slide): string {
  if (kind === 'exchange' || kind === 'question')
    return 'Shorten it in the manuscript: write a takeaway ("> …") or points ("- …") of your own, or split the question.';
  if (kind === 'closing') return 'Shorten it, or give the front matter a shorter "closing".';
  if (kind === 'quote') return 'Quote fewer of the words: part of a sentence will do.';
  return 'Shorten it in the manuscript.';
}
