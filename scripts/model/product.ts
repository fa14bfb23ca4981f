// What a build can make of one edition, and the files each product consists of.

export const PRODUCTS = [
  'deck',
  'share',
  'pptx',
  'deck-pdf',
  'handout',
  'pictures',
  'booklet',
  'duplex',
  'press',
  'sheets',
  'shop-sheet',
] as const;

export type Product = (typeof PRODUCTS)[number];

/** What is made where nothing is asked for: a deck to hand out is asked for, and a PDF of it, which needs a browser. */
export const USUAL_PRODUCTS: readonly Product[] = PRODUCTS.filter(
  (product) => product !== 'share' && product !== 'deck-pdf',
);

/** Those that end at a projector, on paper and on a screen beside it, and at a print shop. */
export const DECK_PRODUCTS = ['deck', 'share'] as const satisfies readonly Product[];
export const FORMS = ['pptx', 'deck-pdf', 'handout', 'pictures'] as const satisfies readonly Product[];
export const PRINT_PRODUCTS = ['press', 'sheets', 'shop-sheet'] as const satisfies readonly Product[];

/** What is made of the pages of the booklet, or knows of them. */
export const DEPENDENT = [
  'duplex',
  ...PRINT_PRODUCTS,
  ...DECK_PRODUCTS,
  ...FORMS,
] as const satisfies readonly Product[];

/** All products, in the order in which they are made. */
export const MAKING_ORDER: readonly Product[] = ['booklet', ...DEPENDENT];

export type Form = (typeof FORMS)[number];
export type PrintProduct = (typeof PRINT_PRODUCTS)[number];

export function isProduct(value: string): value is Product {
  return (PRODUCTS as readonly string[]).includes(value);
}

/** A made file, before it is written. */
export interface Artifact {
  readonly product: Product;
  /** File name inside the edition's folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** How long it is in what a reader counts it by. */
  readonly extent: Extent;
  /** Of a picture: the words that stand for it. */
  readonly alternative?: string;
  /** Of a picture: the parts of the interview on it, such as `question-3`, as `PlayerSlide.group` names them. */
  readonly shows?: readonly string[];
  /** A fingerprint of what shows on each slide, page or sheet, in order: the same one, the same picture. */
  readonly faces?: readonly string[];
  /** Of a deck: a fingerprint of what the speaker has beside each slide, empty where that is nothing. */
  readonly notes?: readonly string[];
}

export interface Extent {
  readonly count: number;
  readonly unit: 'slides' | 'pages' | 'sheets' | 'pictures';
}

/** Of a made file: what shows otherwise than before. */
export interface ProductChange extends Extent {
  readonly file: string;
  /** How many there were before. */
  readonly before: number;
  /** Those that are new or look otherwise, by number from 1. */
  readonly changed: readonly number[];
  /** Slides that look as before, of which the notes alone have changed. */
  readonly notes?: readonly number[];
}
