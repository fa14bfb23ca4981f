// Says where an edition uses a character that its fonts have no glyph for: such a character would be printed as a box.

import { formalNumeral } from '../chinese/numerals.ts';
import { type Coverage, uncovered } from '../fonts/coverage.ts';
import { familiesOf } from '../fonts/faces.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Edition } from '../model/edition.ts';
import { type Text, textsOf } from '../model/interview.ts';

/**
 * One error `edition/missing-glyph` for each character, at the first text that has it. A text may stand in any of the
 * edition's faces, so all of `coverages` must have the character. `file` is the manuscript.
 */
export function missingGlyphs(
  edition: Edition,
  coverages: readonly Coverage[],
  file: string,
): readonly Diagnostic[] {
  const texts = [...textsOf(edition.interview), ...ownTexts(edition)];
  const found = new Map<string, Text>();
  // A text is looked through again only where one of all their characters is missing, which is seldom.
  const characters = new Set(texts.flatMap(({ text }) => [...text]));
  const areMissing = uncovered([...characters].join(''), coverages).length > 0;
  for (const text of areMissing ? texts : []) {
    for (const character of uncovered(text.text, coverages)) {
      if (!found.has(character)) found.set(character, text);
    }
  }
  return [...found].map(([character, { text, at }]) => ({
    code: 'edition/missing-glyph',
    severity: 'error',
    message: `“${character}” (${codePoint(character)}) is in no font of the ${edition.locale} edition: “${excerpt(text, character)}”`,
    hint: 'Write it otherwise; a rare character often has a common form.',
    place: { file, ...at },
  }));
}

/** What the products print beside the interview: such a character stands in no line of the manuscript. */
function ownTexts({ labels, publisher, locale, interview }: Edition): readonly Text[] {
  const { serif, sans } = familiesOf(locale);
  const { player, formatNames, ...printed } = labels;
  const numerals = interview.sections.map((_, index) => formalNumeral(index + 1, locale));
  return [
    ...Object.values(printed),
    ...Object.values(formatNames),
    ...Object.values(player),
    ...numerals,
    serif.localName,
    sans.localName,
    '“”‘’「」『』–…',
    publisher ?? '',
  ].map((text) => ({ text }));
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The few characters around the one in question, so that it is found on a full line. */
function excerpt(text: string, character: string): string {
  const characters = [...text];
  const index = characters.indexOf(character);
  return characters.slice(Math.max(0, index - 6), index + 7).join('');
}
