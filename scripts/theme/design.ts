// A theme's measures and colours as values: what its theme.yaml says, once, for the view, the style sheet and the fonts.
// Lengths are CSS pixels on a slide of 1280 by 720.

import type { Genre, Weight } from '../fonts/faces.ts';
import type { Appearance } from '../model/settings.ts';

export const NUMERALS = ['formal', 'arabic'] as const;

/** A theme as its file has it, with every palette. */
export interface ThemeDesign {
  readonly palettes: { readonly light: Palette } & Partial<Readonly<Record<Appearance, Palette>>>;
  /** Whether a takeaway that one line would hold still stands on two, as a block beside its number. */
  readonly stackedTitles: boolean;
  /** How sections are counted: 壹 or 1. */
  readonly numerals: (typeof NUMERALS)[number];
  readonly slides: Slides;
  /** What the style sheet itself draws, such as a quotation mark. */
  readonly ornaments: Readonly<Record<string, Ornament>>;
  /** The face that speaker notes are read in. */
  readonly notes: FaceName;
}

/** A theme in one appearance: the weights of its faces are those of the palette. */
export interface Design extends Omit<ThemeDesign, 'palettes'> {
  readonly appearance: Appearance;
  readonly palette: Palette;
}

export const HOUSE_PARTS = ['accent', 'onAccent', 'ink'] as const;

export interface Palette {
  /** `#rrggbb` by role. */
  readonly colours: Readonly<Record<string, string>>;
  /** What is read, and what is only seen: each pair of colours is a text on its ground. */
  readonly reading: readonly ColourPair[];
  readonly accents: readonly ColourPair[];
  /** The weights that stand for those of the slots: on a dark ground type looks bolder. */
  readonly weights: Readonly<Partial<Record<Weight, Weight>>>;
  /** The colours that the house's accent takes the place of, those that then become paper, and its ink's. */
  readonly house: { readonly [Part in (typeof HOUSE_PARTS)[number]]: readonly string[] };
}

export interface Ornament {
  readonly face: FaceName;
  readonly characters: string;
}

export interface ColourPair {
  readonly text: string;
  readonly ground: string;
}

export type FaceName = `${Genre}-${Weight}`;

/** A way to set a text. In a vertical slot the width runs down the lines, and the leading is the pitch of the columns. */
export interface Step {
  readonly size: number;
  readonly leading: number;
  readonly width: number;
  /** The most lines at this step; none where the height of the slot decides alone. */
  readonly lines?: number;
}

/** A place for a text: its box, its face, and the steps it may be set at, the largest first. */
export interface Slot {
  readonly face: FaceName;
  /** Letter-spacing in ems. */
  readonly tracking: number;
  readonly width: number;
  readonly height: number;
  readonly steps: Steps;
}

export type Steps = readonly [Step, ...Step[]];

/**
 * Slots of reading text are never set below 24 px, those of furniture never below 18. A theme may do without the
 * `extra` ones, which are furniture: what stands in them is then left out.
 */
export const SLOTS = {
  cover: {
    reading: ['title', 'subtitle'],
    furniture: ['credit', 'name', 'role', 'verticalName', 'verticalRole'],
    extra: ['publisher'],
  },
  agenda: {
    reading: ['kicker', 'title'],
    furniture: ['label', 'part', 'pageLabel', 'numeral', 'range', 'page'],
    extra: ['running'],
  },
  divider: {
    reading: ['kicker', 'title'],
    furniture: ['numeral', 'reference', 'stage', 'present'],
    extra: [],
  },
  summary: {
    reading: ['heading', 'takeaway', 'text'],
    furniture: ['label', 'part', 'number', 'page'],
    extra: ['running', 'foot', 'range'],
  },
  question: { reading: ['question'], furniture: ['label', 'number', 'foot', 'page'], extra: ['running'] },
  exchange: {
    reading: ['question', 'takeaway', 'points'],
    furniture: ['label', 'part', 'number', 'foot', 'page'],
    extra: ['running', 'name'],
  },
  quote: { reading: ['vertical', 'horizontal'], furniture: ['name', 'role', 'page'], extra: [] },
  closing: {
    reading: ['words', 'besideCode', 'address'],
    furniture: ['name', 'role', 'credit'],
    extra: ['publisher'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<SlotGroup, readonly string[]>>>>;

type SlotGroup = 'reading' | 'furniture' | 'extra';

export type SlideKind = keyof typeof SLOTS;

type InGroup<Kind extends SlideKind, Group extends SlotGroup> = (typeof SLOTS)[Kind][Group][number];

export type SlotName<Kind extends SlideKind> = InGroup<Kind, SlotGroup>;

export type SlotsOf<Kind extends SlideKind> = Readonly<
  Record<InGroup<Kind, 'reading' | 'furniture'>, Slot> & Partial<Record<InGroup<Kind, 'extra'>, Slot>>
>;

export type Slides = {
  readonly [Kind in SlideKind]: { readonly slots: SlotsOf<Kind> } & Layouts[Kind];
};

/** What the view decides by, besides the slots. */
interface Layouts {
  readonly cover: {
    /** Whether a short name of Han characters may stand downwards where the script is traditional. */
    readonly vertical: boolean;
    /** The height that a subtitle of one line, of two, takes from the title's. */
    readonly subtitleTakes: readonly number[];
  };
  readonly agenda: {
    /** Between kicker and title where they share a line. */
    readonly gap: number;
    /** Tried in turn; the last is for headings that no other has room for. */
    readonly layouts: readonly AgendaLayout[];
  };
  readonly divider: {
    /** With more sections than that, only their numerals stand in the agenda on it. */
    readonly mostNamed: number;
  };
  readonly summary: {
    /** Takeaway, gap and point together. */
    readonly height: number;
    readonly gap: number;
    /** The smallest size at which the kicker still stands beside the title. */
    readonly leastWithKicker: number;
    /** For one column, for two, and so on. */
    readonly columns: readonly SummaryColumns[];
  };
  readonly question: unknown;
  readonly exchange: {
    /** Question and takeaway share it, the gap between them included. */
    readonly headHeight: number;
    readonly headGap: number;
    /** Above and below a point, the widest first. */
    readonly paddings: readonly number[];
  };
  readonly quote: {
    readonly vertical: boolean;
    /** The width that name and office have beside vertical columns. */
    readonly beside: number;
  };
  readonly closing: unknown;
}

export interface AgendaLayout {
  /** Classes of the slide. */
  readonly name: string;
  readonly rows: number;
  /** Whether the kicker stands on the line of the title. */
  readonly inline: boolean;
  readonly title: Step;
  readonly numeral: number;
  readonly page: number;
}

export interface SummaryColumns {
  readonly width: number;
  /** Of takeaway, gap and point together, where it is not that of the slide: rows have less the more there are. */
  readonly height?: number;
  readonly takeaway: Steps;
  readonly text: Steps;
}

/** The theme in `appearance`, or light where it has no such palette. */
export function designIn(theme: ThemeDesign, appearance: Appearance = 'light'): Design {
  const found = theme.palettes[appearance];
  const palette = found ?? theme.palettes.light;
  const faceIn = (face: FaceName): FaceName => {
    const [genre, weight] = face.split('-') as [Genre, string];
    return `${genre}-${palette.weights[Number(weight) as Weight] ?? (Number(weight) as Weight)}`;
  };
  const slides = Object.entries(theme.slides).map(([kind, slide]) => {
    const slots = Object.entries(slide.slots).map(([name, slot]: [string, Slot]) => [
      name,
      { ...slot, face: faceIn(slot.face) },
    ]);
    return [kind, { ...slide, slots: Object.fromEntries(slots) }];
  });
  const ornaments = Object.entries(theme.ornaments).map(([name, ornament]) => [
    name,
    { ...ornament, face: faceIn(ornament.face) },
  ]);
  return {
    appearance: found ? appearance : 'light',
    palette,
    stackedTitles: theme.stackedTitles,
    numerals: theme.numerals,
    slides: Object.fromEntries(slides) as Slides,
    ornaments: Object.fromEntries(ornaments),
    notes: theme.notes,
  };
}
