// The deck's view to frames: where everything of a slide stands, the same as the theme's style sheet has it.

import type { Slide } from '../slides.ts';
import type { DeckView } from '../view.ts';
import { exchangeFrames, questionFrames } from './exchange.ts';
import type { SlideFrames } from './frame.ts';
import { agendaFrames, dividerFrames, summaryFrames } from './guides.ts';
import { closingFrames, coverFrames, quoteFrames } from './ornaments.ts';

/** The slides of the view, in its order. */
export function deckFrames({ slides, language }: DeckView): readonly SlideFrames[] {
  return slides.map((slide) => framesOf(slide, language));
}

function framesOf(slide: Slide, language: string): SlideFrames {
  switch (slide.kind) {
    case 'cover':
      return coverFrames(slide);
    case 'agenda':
      return agendaFrames(slide);
    case 'divider':
      return dividerFrames(slide);
    case 'summary':
      return summaryFrames(slide);
    case 'question':
      return questionFrames(slide);
    case 'exchange':
      return exchangeFrames(slide);
    case 'quote':
      return quoteFrames(slide, language);
    case 'closing':
      return closingFrames(slide);
  }
}
