// To which section each slide belongs, and what it is called in a list.

import { deckFrames } from './frames/frames.ts';
import type { DividerSlide } from './slides.ts';
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
export function bookmarksOf(view: DeckView): readonly Bookmark[] {
  const frames = deckFrames(view);
  return view.slides.map((slide, index) => {
    if (slide.kind === 'divider') return { title: nameOf(slide), level: 1 };
    const title = frames[index]?.texts.find(({ part }) => part === 'title');
    const words = title?.paragraphs.map(({ text }) => text).join('　') ?? '';
    return { title: words, level: slide.kind === 'cover' || slide.kind === 'closing' ? 1 : 2 };
  });
}

function nameOf({ numeral, kicker, title }: DividerSlide): string {
  return [numeral, kicker?.text, title.text].filter((part) => part !== undefined).join('　');
}
