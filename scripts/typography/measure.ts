// How wide words and marks are, from the fonts themselves.

import { openFont } from '../fonts/harfbuzz.ts';
import type { FaceName, MeasureText } from './cells.ts';

/** Font files; a face that is not there is not asked for, or is the regular one. BCP 47, as Typst is told it. */
export type TextFaces = Readonly<Partial<Record<FaceName, Uint8Array>>> & {
  readonly regular: Uint8Array;
  readonly language: string;
};

/** Widths in the faces, each word shaped once. The same fonts give the same function. */
export function measureWith({ language, regular, ...others }: TextFaces): MeasureText {
  const plain = widthsIn(regular, language);
  const widths: Readonly<Record<FaceName, Widths>> = {
    regular: plain,
    strong: others.strong ? widthsIn(others.strong, language) : plain,
    sans: others.sans ? widthsIn(others.sans, language) : plain,
    strongSans: others.strongSans ? widthsIn(others.strongSans, language) : plain,
  };
  const key = Object.keys(others).join();
  const known = measures.get(plain) ?? new Map<string, MeasureText>();
  measures.set(plain, known);
  const measure = known.get(key) ?? ((text, script, face) => widths[face](text, script));
  known.set(key, measure);
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
const measures = new WeakMap<Widths, Map<string, MeasureText>>();
const MOST_KNOWN = 50_000;
