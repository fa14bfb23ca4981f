// What the house decides once for all interviews: content/press.yaml and content/glossary.yaml, resolved.

import type { Locale } from './locale.ts';

/** How the office printer turns the sheet between its two sides. */
export const FLIPS = ['short-edge', 'long-edge'] as const;

export type Flip = (typeof FLIPS)[number];

/** The speaker's words in the characters of the place, or the place's words for them. */
export const VOCABULARIES = ['keep', 'local'] as const;

export type Vocabulary = (typeof VOCABULARIES)[number];

export interface Settings {
  readonly publisher?: string;
  readonly locales: readonly Locale[];
  /** A folder under templates/. */
  readonly theme: string;
  readonly flip: Flip;
  /** The mainland's words are never put in: the tables go one way. */
  readonly vocabulary: Readonly<Record<Exclude<Locale, 'zh-CN'>, Vocabulary>>;
}

/** A name or term, in the form it takes in each place; a line is never broken inside it. */
export type Term = Readonly<Record<Locale, string>>;

export const DEFAULT_SETTINGS: Settings = {
  locales: ['zh-TW', 'zh-CN'],
  theme: 'magazine',
  flip: 'short-edge',
  vocabulary: { 'zh-TW': 'keep', 'zh-HK': 'keep' },
};
