// Which typeface each slot is set in, and so which characters a face must bring. The style sheet of the theme says the
// same in its own way: change both together.

import { type FontFace, familiesOf, type Genre, type Weight } from '../fonts/faces.ts';
import type { Locale } from '../model/locale.ts';
import type { Slide } from './slides.ts';
import type { DeckView } from './view.ts';

export interface DeckFace {
  readonly face: FontFace;
  /** Each character once, in order of code point. */
  readonly characters: string;
}

/** The faces that slides, speaker notes and the player's own `words` are set in, each with the characters it is asked for. */
export function deckFaces(view: DeckView, locale: Locale, words = ''): readonly DeckFace[] {
  const families = familiesOf(locale);
  const characters = new Map<FaceName, Set<string>>([['sans-400', new Set(words)]]);
  for (const slide of view.slides) {
    for (const [name, parts] of Object.entries(slotsOf(slide)) as [FaceName, readonly unknown[]][]) {
      const found = characters.get(name) ?? new Set();
      for (const character of textOf(parts)) found.add(character);
      characters.set(name, found);
    }
  }
  return [...characters].flatMap(([name, found]) => {
    const [genre, weight] = name.split('-');
    const face = families[genre as Genre].faces.find((candidate) => candidate.weight === Number(weight));
    return face && found.size > 0 ? [{ face, characters: [...found].sort().join('') }] : [];
  });
}

type FaceName = `${Genre}-${Weight}`;
type Slots = Partial<Record<FaceName, readonly unknown[]>>;

function slotsOf(slide: Slide): Slots {
  switch (slide.kind) {
    case 'cover':
      return {
        'serif-900': [slide.title],
        'serif-700': [slide.name],
        'sans-400': [slide.subtitle, slide.role, slide.notes],
        'sans-500': [slide.credit],
      };
    case 'agenda':
      return {
        'serif-900': [slide.label, slide.rows.map(({ numeral }) => numeral)],
        'serif-700': [slide.rows.map(({ title, page }) => [title, page])],
        'serif-400': [slide.rows.map(({ kicker }) => kicker)],
        'sans-400': [slide.pageLabel, slide.rows.map(({ range }) => range)],
      };
    case 'divider':
      return {
        'serif-900': [slide.numeral, slide.title],
        'serif-500': [slide.kicker],
        'sans-500': [slide.reference],
      };
    case 'summary':
      return {
        'serif-900': [slide.label, slide.heading, slide.columns.map(({ number }) => number)],
        'serif-700': [slide.columns.map(({ takeaway }) => takeaway)],
        'sans-400': [slide.columns.map(({ text, page }) => [text, page])],
      };
    case 'question':
      return {
        'serif-900': [slide.number],
        'sans-400': [slide.section, slide.page, slide.notes],
        'sans-500': [slide.question],
        'sans-700': [slide.label],
      };
    case 'exchange':
      return {
        'serif-900': [slide.number, slide.takeaway],
        'sans-400': [slide.points, slide.section, slide.page, slide.notes],
        'sans-500': [slide.question],
        'sans-700': [slide.label],
      };
    case 'quote':
      // The style sheet draws the opening mark of the mainland.
      return {
        'serif-900': ['“'],
        'serif-700': [slide.quote, slide.name],
        'sans-400': [slide.role, slide.page],
      };
    case 'closing':
      return {
        'serif-900': [slide.words],
        'serif-700': [slide.name],
        'sans-400': [slide.role, slide.credit],
      };
  }
}

/** All text in a slot, however deep: lines of a setting, parts of a row. */
function textOf(part: unknown): string {
  if (typeof part === 'string' || typeof part === 'number') return String(part);
  if (typeof part !== 'object' || part === null) return '';
  return Object.values('lines' in part ? { lines: part.lines } : part)
    .map(textOf)
    .join('');
}
