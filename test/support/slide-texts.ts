// What a reader sees on a slide of the view, apart from how any program sets it.

import type { SetFurniture, Slide } from '../../scripts/deck/slides.ts';
import type { Design } from '../../scripts/theme/design.ts';

/** Every text of the slide, a setting as its whole text; the notes are none of it, nor is what the theme has no slot for. */
export function slideTexts(slide: Slide, { slides }: Design): readonly string[] {
  const { notes, ...shown }: Slide & { readonly notes?: readonly string[] } = slide;
  const left = Object.entries(shown).filter(([key]) => {
    if (slide.kind === 'summary' && ['section', 'range'].includes(key))
      return slides.summary.slots.foot !== undefined;
    if (slide.kind === 'exchange' && key === 'name') return slides.exchange.slots.name !== undefined;
    return true;
  });
  return textsIn(Object.fromEntries(left));
}

/** Not shown, or shown in another form. */
const UNSEEN = ['kind', 'direction', 'layout', 'setLabel', 'setKicker', 'logo', 'code', 'address'];

const FIGURES = ['number', 'page'];

function textsIn(part: unknown, key = ''): readonly string[] {
  if (UNSEEN.includes(key)) return [];
  // The others of these furnishings stand there as plain words too.
  if (key === 'set') return textsIn((part as SetFurniture).publisher);
  if (typeof part === 'string' || (typeof part === 'number' && FIGURES.includes(key))) return [String(part)];
  if (typeof part !== 'object' || part === null) return [];
  if ('fits' in part && 'text' in part) return [String(part.text)];
  return Object.entries(part).flatMap(([name, value]) =>
    textsIn(value, Number.isNaN(Number(name)) ? name : key),
  );
}
