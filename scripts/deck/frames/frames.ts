// The deck's view to frames: where everything of a slide stands, the same as the theme's style sheet has it.

import type { Design } from '../../theme/design.ts';
import type { Slide } from '../slides.ts';
import type { DeckView } from '../view.ts';
import { exchangeFrames, questionFrames } from './exchange.ts';
import type { SlideFrames } from './frame.ts';
import { agendaFrames, dividerFrames, summaryFrames } from './guides.ts';
import { closingFrames, coverFrames, quoteFrames } from './ornaments.ts';

/** The slides of the view, in its order. */
export function deckFrames({ slides, language }: DeckView, design: Design): readonly SlideFrames[] {
  return slides.map((slide) => framesOf(slide, language, design));
}

function framesOf(slide: Slide, language: string, { slides, ornaments }: Design): SlideFrames {
  switch (slide.kind) {
    case 'cover':
      return coverFrames(slide, slides.cover);
    case 'agenda':
      return agendaFrames(slide, slides.agenda);
    case 'divider':
      return dividerFrames(slide, slides.divider);
    case 'summary':
      return summaryFrames(slide, slides.summary);
    case 'question':
      return questionFrames(slide, slides.question);
    case 'exchange':
      return exchangeFrames(slide, slides.exchange);
    case 'quote':
      return quoteFrames(
        slide,
        slides.quote,
        language.startsWith('zh-Hans') ? ornaments['quotation-mark'] : undefined,
      );
    case 'closing':
      return closingFrames(slide, slides.closing);
  }
}
