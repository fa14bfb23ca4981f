// Which characters a face must bring: those of the texts that stand in its slots, and what the style sheet draws.

import { type FontFace, familiesOf, type Genre } from '../fonts/faces.ts';
import type { FaceName, SlideKind, Slot, SlotName } from '../theme/design.ts';
import type { DeckSetting } from './setting.ts';
import type { Slide } from './slides.ts';
import type { DeckView } from './view.ts';

export interface DeckFace {
  readonly face: FontFace;
  /** Each character once, in order of code point. */
  readonly characters: string;
}

/** The faces that slides, notes and the player's own `words` are set in, each with the characters it is asked for. */
export function deckFaces(view: DeckView, { edition, design }: DeckSetting, words = ''): readonly DeckFace[] {
  const families = familiesOf(edition.locale);
  const characters = new Map<FaceName, Set<string>>();
  const set = (face: FaceName, part: unknown): void => {
    const found = characters.get(face) ?? new Set();
    for (const character of textOf(part)) found.add(character);
    characters.set(face, found);
  };
  for (const slide of view.slides) {
    const { slots } = design.slides[slide.kind];
    for (const [name, { face }] of Object.entries<Slot>(slots)) set(face, slotsOf(slide)[name]);
    if ('notes' in slide) set(design.notes, slide.notes);
  }
  set(design.notes, words);
  for (const { face, characters } of Object.values(design.ornaments)) set(face, characters);
  return [...characters].flatMap(([name, found]) => {
    const [genre, weight] = name.split('-');
    const face = families[genre as Genre].faces.find((candidate) => candidate.weight === Number(weight));
    return face && found.size > 0 ? [{ face, characters: [...found].sort().join('') }] : [];
  });
}

type TextsOf<Kind extends SlideKind> = Readonly<Record<SlotName<Kind>, unknown>>;

/** The texts of a slide by the slot they stand in. */
function slotsOf(slide: Slide): Readonly<Record<string, unknown>> {
  switch (slide.kind) {
    case 'cover': {
      const { title, subtitle, credit, name, role, direction } = slide;
      const { publisher } = slide.set;
      const down = direction === 'vertical';
      return {
        title,
        subtitle,
        credit,
        publisher,
        name: down ? undefined : name,
        role: down ? undefined : role,
        verticalName: down ? name : undefined,
        verticalRole: down ? role : undefined,
      } satisfies TextsOf<'cover'>;
    }
    case 'agenda':
      return {
        running: slide.running,
        label: slide.label,
        part: slide.part,
        pageLabel: slide.pageLabel,
        numeral: slide.rows.map(({ numeral }) => numeral),
        kicker: slide.rows.map(({ kicker }) => kicker),
        title: slide.rows.map(({ title }) => title),
        range: slide.rows.map(({ range }) => range),
        page: slide.rows.map(({ page }) => page),
      } satisfies TextsOf<'agenda'>;
    case 'divider': {
      const { numeral, kicker, title, reference, stages } = slide;
      const [present, others] = [true, false].map((is) => stages.filter(({ isPresent }) => isPresent === is));
      // A space stands between numeral and name.
      const agenda = { stage: [others, ' '], present: [present, ' '] };
      return { numeral, kicker, title, reference, ...agenda } satisfies TextsOf<'divider'>;
    }
    case 'summary':
      return {
        label: slide.label,
        part: slide.part,
        running: slide.running,
        foot: slide.section,
        range: slide.range,
        heading: slide.heading,
        number: slide.columns.map(({ number }) => number),
        takeaway: slide.columns.map(({ takeaway }) => takeaway),
        text: slide.columns.map(({ text }) => text),
        page: slide.columns.map(({ page }) => page),
      } satisfies TextsOf<'summary'>;
    case 'question': {
      const { running, label, number, question, section, page } = slide;
      return { running, label, number, question, foot: section, page } satisfies TextsOf<'question'>;
    }
    case 'exchange': {
      const { section: foot, running, name, label, part, number, question, takeaway, points, page } = slide;
      const head = { running, name, label, part, number, question, takeaway };
      return { ...head, points, foot, page } satisfies TextsOf<'exchange'>;
    }
    case 'quote': {
      const { quote, direction, name, role, page } = slide;
      const down = direction === 'vertical';
      return {
        vertical: down ? quote : undefined,
        horizontal: down ? undefined : quote,
        name,
        role,
        page,
      } satisfies TextsOf<'quote'>;
    }
    case 'closing': {
      const { words, name, role, credit, link } = slide;
      const { publisher } = slide.set;
      const closing = { words: link ? undefined : words, besideCode: link ? words : undefined };
      const address = [link?.label, link?.shown];
      return { ...closing, name, role, credit, publisher, address } satisfies TextsOf<'closing'>;
    }
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
