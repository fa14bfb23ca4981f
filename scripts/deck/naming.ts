// To which section each slide belongs, and what it is called in a list.

import type { DividerSlide, Slide } from './slides.ts';
import type { DeckView } from './view.ts';

/** For each slide the section it belongs to: what comes before the first divider belongs to the title. */
export function sectionsOf({ slides, title }: DeckView): readonly string[] {
  let section = title;
  return slides.map((slide) => {
    if (slide.kind === 'divider') section = nameOf(slide);
    return section;
  });
}

export interface Bookmark {
  readonly title: string;
  /** A slide of the second level stands under the one of the first before it. */
  readonly level: 1 | 2;
}

/** What each slide is called: cover, sections and closing words at the first level, the rest below them. */
export function bookmarksOf({ slides }: DeckView): readonly Bookmark[] {
  return slides.map((slide) => ({ title: titleOf(slide), level: FIRST_LEVEL.includes(slide.kind) ? 1 : 2 }));
}

const FIRST_LEVEL: readonly Slide['kind'][] = ['cover', 'divider', 'closing'];

function titleOf(slide: Slide): string {
  switch (slide.kind) {
    case 'cover':
      return slide.title.text;
    case 'agenda':
      return slide.label;
    case 'divider':
      return nameOf(slide);
    case 'summary':
      return slide.heading.text;
    case 'question':
      return slide.question.text;
    case 'exchange':
      return slide.takeaway.text;
    case 'quote':
      return slide.quote.text;
    case 'closing':
      return slide.words.text;
  }
}

function nameOf({ numeral, kicker, title }: DividerSlide): string {
  return [numeral, kicker?.text, title.text].filter((part) => part !== undefined).join('　');
}
