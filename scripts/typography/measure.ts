// How wide words and marks are, from the fonts themselves.

import { openFont } from '../fonts/harfbuzz.ts';
import type { FaceName, MeasureText } from './cells.ts';

/** The font file that a face of a text is set in. */
export type FontOf = (face: FaceName) => Uint8Array;

/** Widths in the faces, each word shaped once. `language` is BCP 47, as Typst is told it. */
export function measureWith(fontOf: FontOf, language: string): MeasureText {
  const known = new Map<FaceName, Widths>();
  return (text, script, face, isProportional = false) => {
    const widths = known.get(face) ?? widthsIn(fontOf(face), language);
    known.set(face, widths);
    return widths(text, script, isProportional);
  };
}

type Widths = (text: string, script: string, isProportional: boolean) => number;

function widthsIn(font: Uint8Array, language: string): Widths {
  const known = widths.get(font);
  if (known) return known;
  const found = new Map<string, number>();
  const { shape } = openFont(font);
  const widthOf: Widths = (text, script, isProportional) => {
    const key = (isProportional ? 'pwid' : '') + script + text;
    const known = found.get(key);
    if (known !== undefined) return known;
    const width = shape(text, { language, script, direction: 'horizontal', isProportional }).reduce(
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
const MOST_KNOWN = 50_000;
