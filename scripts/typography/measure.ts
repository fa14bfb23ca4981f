// How wide words and marks are, from the fonts themselves.

import { openFont } from '../fonts/harfbuzz.ts';
import type { MeasureText } from './cells.ts';

export interface TextFaces {
  readonly regular: Uint8Array;
  /** For words that stand out; that of the others where there is none. */
  readonly strong?: Uint8Array;
  /** BCP 47, as Typst is told it. */
  readonly language: string;
}

/** Widths in the faces, each word shaped once. The same fonts give the same function. */
export function measureWith({ regular, strong = regular, language }: TextFaces): MeasureText {
  const plain = widthsIn(regular, language);
  const heavy = widthsIn(strong, language);
  const known = measures.get(plain)?.get(heavy);
  if (known) return known;
  const measure: MeasureText = (text, script, isStrong) => (isStrong ? heavy : plain)(text, script);
  measures.set(plain, (measures.get(plain) ?? new WeakMap()).set(heavy, measure));
  return measure;
}

type Widths = (text: string, script: string) => number;

function widthsIn(font: Uint8Array, language: string): Widths {
  const known = widths.get(font);
  if (known) return known;
  const found = new Map<string, number>();
  const { shape } = openFont(font);
  const widthOf: Widths = (text, script) => {
    const key = script + text;
    const known = found.get(key);
    if (known !== undefined) return known;
    const width = shape(text, { language, script, direction: 'horizontal' }).reduce(
      (sum, { advance }) => sum + advance,
      0,
    );
    if (found.size >= MOST_KNOWN) found.clear();
    found.set(key, width);
    return width;
  };
  widths.set(font, widthOf);
  return widthOf;
}

const widths = new WeakMap<Uint8Array, Widths>();
const measures = new WeakMap<Widths, WeakMap<Widths, MeasureText>>();
const MOST_KNOWN = 50_000;
