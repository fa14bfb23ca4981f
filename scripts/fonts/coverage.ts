// Which characters a font has glyphs for, and which of a text it lacks. Owns harfbuzzjs.

import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';

/** The code points that `font` (TrueType or OpenType) maps to a glyph. */
export function coverageOf(font: Uint8Array): ReadonlySet<number> {
  const coverage = known.get(font) ?? new Set(new Face(new Blob(font), 0).collectUnicodes());
  known.set(font, coverage);
  return coverage;
}

/** A font is 15 MB and serves every interview: it is opened once. */
const known = new WeakMap<Uint8Array, ReadonlySet<number>>();

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

/** The advance of `text` in ems, shaped as one word. */
export function shapedWidth(
  bytes: Uint8Array,
  text: string,
  { script, language }: { readonly script: string; readonly language: string },
): number {
  const font = fonts.get(bytes) ?? new Font(new Face(new Blob(bytes), 0));
  fonts.set(bytes, font);
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setScript(script);
  buffer.setLanguage(language);
  shape(font, buffer);
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / 1000;
}

const fonts = new WeakMap<Uint8Array, Font>();
