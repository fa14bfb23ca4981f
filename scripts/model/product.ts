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
}

export interface Extent {
  readonly count: number;
  readonly unit: 'slides' | 'pages' | 'sheets' | 'pictures';
}
