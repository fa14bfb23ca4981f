// The deck to hand out: the slides as they are, without what the speaker has beside them.

import type { Edition } from '../model/edition.ts';
import type { DeckView } from './view.ts';

/** `view` without speaker notes. */
export function withoutNotes(view: DeckView): DeckView {
  return {
    ...view,
    slides: view.slides.map((slide) => ('notes' in slide ? { ...slide, notes: [] } : slide)),
  };
}

/** `edition` without the time that is planned, which is the speaker's too. */
export function withoutPlan(edition: Edition): Edition {
  const { minutes: _, ...interview } = edition.interview;
  return { ...edition, interview };
}
