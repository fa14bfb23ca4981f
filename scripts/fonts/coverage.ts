// Which characters a font has glyphs for, and which of a text it lacks.

import { openFont } from './harfbuzz.ts';

/** Tells which code points a font maps to a glyph. */
export type Coverage = Pick<ReadonlySet<number>, 'has'>;

/** That of `font` (TrueType or OpenType). It is asked for a thousand characters, and has thirty thousand. */
export function coverageOf(font: Uint8Array): Coverage {
  return openFont(font);
}

/** The characters of `text` that a reader should see and one of the fonts lacks, each once. */
export function uncovered(text: string, coverages: readonly Coverage[]): readonly string[] {
  const characters = new Set(text.replace(UNSEEN, ''));
  return [...characters].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return coverages.some((coverage) => !coverage.has(codePoint));
  });
}

/** White space, and characters that layout acts on and nobody sees (Unicode, Default_Ignorable_Code_Point). */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu;
