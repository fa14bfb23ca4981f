// What the house decides once for all interviews: content/press.yaml and content/glossary.yaml, resolved.

import { type Format, formatNamed } from './format.ts';
import { type Mm, mm, type Size } from './length.ts';
import type { Locale } from './locale.ts';

/** How the office printer turns the sheet between its two sides. */
export const FLIPS = ['short-edge', 'long-edge'] as const;

export type Flip = (typeof FLIPS)[number];

/** The speaker's words in the characters of the place, or the place's words for them. */
export const VOCABULARIES = ['keep', 'local'] as const;

export type Vocabulary = (typeof VOCABULARIES)[number];

/** How strictly a line may not begin or end (CLREQ, Prohibition rules for line start and line end). */
export const KINSOKU = ['basic', 'gb', 'strict'] as const;

export type Kinsoku = (typeof KINSOKU)[number];

/** Whether a mark that opens a paragraph takes an em, or half of one. */
export const OPENING_MARKS = ['half', 'full'] as const;

export type OpeningMark = (typeof OPENING_MARKS)[number];

/** How emphasis shows in Chinese text: a dot below each character, or another face. */
export const EMPHASES = ['dots', 'face'] as const;

export type Emphasis = (typeof EMPHASES)[number];

/** Whether slides are dark on light or light on dark. */
export const APPEARANCES = ['light', 'dark'] as const;

export type Appearance = (typeof APPEARANCES)[number];

/** What the handout has beside each slide: lines to write on, or the words that were said. */
export const HANDOUTS = ['lines', 'notes'] as const;

export type Handout = (typeof HANDOUTS)[number];

export interface Settings {
  readonly publisher?: string;
  /** A picture file beside press.yaml. */
  readonly logo?: string;
  /** The house's own colours in place of the theme's: #rrggbb. */
  readonly accent?: string;
  readonly ink?: string;
  /** Of the deck; the booklet is paper. */
  readonly appearance: Appearance;
  readonly locales: readonly Locale[];
  /** A folder under templates/. */
  readonly theme: string;
  /** The trim size of the booklet. */
  readonly format: Format;
  readonly flip: Flip;
  readonly handout: Handout;
  readonly kinsoku: Kinsoku;
  readonly openingMark: OpeningMark;
  readonly emphasis: Emphasis;
  /** The mainland's words are never put in: the tables go one way. */
  readonly vocabulary: Readonly<Record<Exclude<Locale, 'zh-CN'>, Vocabulary>>;
  readonly printer: PrinterSettings;
  readonly press: PressSettings;
  readonly shop: ShopSettings;
  readonly summary: SummarySettings;
}

/** How long summaries may be, and who else may be asked for one. */
export interface SummarySettings {
  /** Full-width units of a takeaway, and of a point. */
  readonly takeaway: number;
  readonly point: number;
  /** The most points that a draft has. */
  readonly points: number;
  /** A program of the house's own and its arguments, which drafts instead; `wenda points` asks it, a build never. */
  readonly command?: readonly string[];
  /** How long it may take for one question. */
  readonly seconds: number;
}

/** The office printer. */
export interface PrinterSettings {
  /** `fit`: the smallest that two pages fit on side by side. */
  readonly paper: 'fit' | 'A4' | 'B4' | 'A3' | 'Letter';
  /** What it leaves white on every edge; pages are made smaller to stay clear of it. */
  readonly margin: Mm;
  /** How far the back has to be moved right and up to meet the front. */
  readonly offset: { readonly x: Mm; readonly y: Mm };
  readonly calibration: boolean;
}

export interface PressSettings {
  readonly binding: 'left' | 'right';
  readonly bleed: Mm;
  /** The thickness of a leaf. */
  readonly caliper: Mm;
  /** Whether the cover is printed with the pages, or apart. */
  readonly cover: 'self' | 'separate';
  readonly signature: 4 | 8 | 16 | 32;
  readonly assembly: 'nested' | 'gathered';
  readonly workAndTurn: boolean;
  readonly sheet: Size<Mm> | 'fit';
  readonly milling: Mm;
  readonly creep: 'none' | 'shift' | 'scale';
  readonly creepDirection: 'inside' | 'outside';
  readonly marks: boolean;
  /** An ICC file, and the printing condition that it describes. */
  readonly profile: string;
  readonly condition: string;
  readonly conditionName: string;
  /** The most ink in percent, the thinnest line, and the fewest pixels an inch. */
  readonly ink: number;
  readonly hairline: Mm;
  readonly resolution: number;
}

export const SHOP_LANGUAGES = ['zh-TW', 'zh-HK', 'zh-CN', 'en'] as const;

/** What the print shop is told. */
export interface ShopSettings {
  /** None: that of the edition. */
  readonly language?: (typeof SHOP_LANGUAGES)[number];
  readonly quantity?: string;
  readonly contact?: string;
  readonly paper?: string;
  readonly coverPaper?: string;
}

/** A name or term, in the form it takes in each place; a line is never broken inside it. */
export type Term = Readonly<Record<Locale, string>> & {
  /** A word like any other, which no index lists. */
  readonly unlisted?: true;
};

export const DEFAULT_SETTINGS: Settings = {
  locales: ['zh-TW', 'zh-CN'],
  theme: 'magazine',
  format: formatNamed('a5'),
  appearance: 'light',
  flip: 'short-edge',
  handout: 'lines',
  printer: { paper: 'fit', margin: mm(0), offset: { x: mm(0), y: mm(0) }, calibration: false },
  kinsoku: 'basic',
  openingMark: 'half',
  emphasis: 'dots',
  press: {
    binding: 'left',
    bleed: mm(3),
    caliper: mm(0.1),
    cover: 'self',
    signature: 8,
    assembly: 'nested',
    workAndTurn: true,
    sheet: 'fit',
    milling: mm(3),
    creep: 'shift',
    creepDirection: 'inside',
    marks: true,
    profile: 'profiles/FOGRA39L_coated.icc',
    condition: 'FOGRA39',
    conditionName: 'Offset on coated paper, ISO 12647-2:2004/Amd 1, paper types 1 and 2',
    ink: 330,
    hairline: mm(0.2),
    resolution: 150,
  },
  shop: {},
  summary: { takeaway: 16, point: 28, points: 3, seconds: 30 },
  vocabulary: { 'zh-TW': 'keep', 'zh-HK': 'keep' },
};
