// How wide words and marks are, from the font itself.

import { shapedWidth } from '../fonts/coverage.ts';
import type { MeasureText } from './cells.ts';

/** Widths in the face `font`, each word shaped once. The same font gives the same function. */
export function measureWith(font: Uint8Array, language: string): MeasureText {
  const known = measures.get(font);
  if (known) return known;
  const widths = new Map<string, number>();
  const measure: MeasureText = (text, script) => {
    const key = script + text;
    const width = widths.get(key) ?? shapedWidth(font, text, { script, language });
    if (widths.size >= MOST_KNOWN) widths.clear();
    widths.set(key, width);
    return width;
  };
  measures.set(font, measure);
  return measure;
}

const measures = new WeakMap<Uint8Array, MeasureText>();
const MOST_KNOWN = 50_000;
