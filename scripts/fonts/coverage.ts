// Which characters a font has glyphs for, and which of a text it lacks.

import { openFont } from './harfbuzz.ts';

/** The code points that `font` (TrueType or OpenType) maps to a glyph. */
export function coverageOf(font: Uint8Array): ReadonlySet<number> {
  return openFont(font).codePoints;
}

/** The characters of `text` that a reader should see and one of the fonts lacks, each once. */
export function uncovered(text: string, coverages: readonly ReadonlySet<number>[]): readonly string[] {
  const characters = new Set(text.replace(UNSEEN, ''));
  return [...characters].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return coverages.some((coverage) => !coverage.has(codePoint));
  });
}

/** White space, and characters that layout acts on and nobody sees (Unicode, Default_Ignorable_Code_Point). */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu;
