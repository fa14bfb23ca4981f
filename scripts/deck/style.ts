// What a theme's style sheet is written from: colours, families, and every slot's measures, as names and CSS values.

import { familiesOf } from '../fonts/faces.ts';
import type { Locale } from '../model/locale.ts';
import type { Design, FaceName, Slot, Step } from '../theme/design.ts';

export interface StyleView {
  readonly appearance: string;
  readonly colours: readonly Property[];
  /** The names of the families that the deck brings. */
  readonly serif: string;
  readonly sans: string;
  /** Every step that some slot has, once. */
  readonly steps: readonly Pick<Step, 'size' | 'leading'>[];
  readonly slots: readonly SlotStyle[];
  readonly ornaments: readonly FaceStyle[];
  readonly agendaLayouts: readonly { selector: string; numeral: number; page: number }[];
  /** The columns of a summary: how many, and how wide. */
  readonly columns: readonly { count: number; width: number }[];
  /** The sizes of a section's numeral and of an exchange's number, by how many characters they have. */
  readonly numerals: readonly SizeByLength[];
  readonly digits: readonly SizeByLength[];
  /** The steps and the paddings of points. */
  readonly points: readonly Pick<Step, 'size' | 'leading'>[];
  readonly paddings: readonly number[];
}

interface SizeByLength extends Pick<Step, 'size' | 'leading'> {
  readonly index: number;
}

interface FaceStyle {
  readonly name: string;
  readonly genre: string;
  readonly weight: number;
}

interface Property {
  readonly name: string;
  readonly value: string;
}

/** A slot of one kind of slide, with the size and leading of its first step. */
export interface SlotStyle extends FaceStyle {
  readonly kind: string;
  readonly tracking: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly leading: number;
}

export function styleView({ appearance, palette, slides, ornaments }: Design, locale: Locale): StyleView {
  const { serif, sans } = familiesOf(locale);
  const slots = Object.entries(slides).flatMap(([kind, slide]) =>
    Object.entries(slide.slots).map(([name, slot]: [string, Slot]) => slotStyle(kind, name, slot)),
  );
  const { layouts } = slides.agenda;
  const { columns } = slides.summary;
  return {
    appearance,
    colours: Object.entries(palette.colours).map(([name, value]) => ({ name, value })),
    serif: serif.name,
    sans: sans.name,
    steps: distinct([
      ...Object.values(slides).flatMap((slide) =>
        Object.values<Slot>(slide.slots).flatMap(({ steps }) => steps),
      ),
      ...layouts.map(({ title }) => title),
      ...columns.flatMap(({ takeaway, text }) => [...takeaway, ...text]),
    ]),
    slots,
    ornaments: Object.entries(ornaments).map(([name, { face }]) => ({ name, ...faceStyle(face) })),
    agendaLayouts: layouts.map(({ name, numeral, page }) => ({
      selector: name.replace(/(^| +)/g, '.'),
      numeral,
      page,
    })),
    columns: columns.map(({ width }, index) => ({ count: index + 1, width })),
    numerals: byLength(slides.divider.slots.numeral),
    digits: byLength(slides.exchange.slots.number),
    points: slides.exchange.slots.points.steps,
    paddings: slides.exchange.paddings,
  };
}

function slotStyle(kind: string, name: string, slot: Slot): SlotStyle {
  const { face, tracking, width, height, steps } = slot;
  const [{ size, leading }] = steps;
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { kind, name: kebab, ...faceStyle(face), tracking, width, height, size, leading };
}

function faceStyle(face: FaceName): Omit<FaceStyle, 'name'> {
  const [genre = '', weight] = face.split('-');
  return { genre, weight: Number(weight) };
}

const byLength = ({ steps }: Slot): readonly SizeByLength[] =>
  steps.map(({ size, leading }, index) => ({ index: index + 1, size, leading }));

function distinct(steps: readonly Step[]): readonly Pick<Step, 'size' | 'leading'>[] {
  const found = new Map(steps.map(({ size, leading }) => [`${size}-${leading}`, { size, leading }]));
  return [...found.values()].sort((a, b) => b.size - a.size || b.leading - a.leading);
}
