// Tells the editor where in the manuscript a character stands that no font can show.

import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';

/**
 * `diagnostics`, those about missing glyphs with the place of the text that has the character, where the interview
 * knows it. `file` is the manuscript as the user would type it.
 */
export function locateGlyphs(
  diagnostics: readonly Diagnostic[],
  interview: Interview,
  file: string,
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    if (diagnostic.code !== 'typeset/missing-glyph' || diagnostic.place) return diagnostic;
    const codes = Array.from(diagnostic.message.matchAll(/U\+([0-9A-F]+)/g), ([, code = '']) => code);
    const characters = codes.map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
    const at = placeOf(interview, (text) => characters.some((character) => text.includes(character)));
    return at ? { ...diagnostic, place: { file, ...at } } : diagnostic;
  });
}

/** Where the first text stands that `has` accepts, in any depth of `value`. */
function placeOf(value: unknown, has: (text: string) => boolean): Position | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, at } = value as { text?: unknown; at?: Position };
  if (typeof text === 'string') return has(text) ? at : undefined;
  for (const part of Object.values(value)) {
    const found = placeOf(part, has);
    if (found) return found;
  }
  return undefined;
}
