// What holds for the file as a whole: fonts, characters, and what a reading program needs (PDF/UA-1, ISO 14289-1).

import { familiesOf } from '../fonts/faces.ts';
import type { Edition } from '../model/edition.ts';
import type { Locale } from '../model/locale.ts';
import type { FinishedPage, PdfFacts } from './pdf.ts';
import type { Breach, RuleCode } from './rules.ts';

export function documentBreaches(facts: PdfFacts, edition: Edition): readonly Breach[] {
  const title = edition.interview.title.text;
  const wanted: readonly (readonly [boolean, RuleCode, string])[] = [
    [facts.isTagged, 'no-tags', 'the pages are not tagged: no program can read them aloud in order'],
    [facts.isAccessible, 'not-accessible', 'the file does not say that it keeps PDF/UA-1'],
    [facts.title === title, 'title', `the file is called “${facts.title ?? ''}” and not “${title}”`],
    [
      facts.language === edition.language,
      'language',
      `the language of the file is ${facts.language || 'not given'} and not ${edition.language}`,
    ],
  ];
  return wanted.filter(([holds]) => !holds).map(([, code, message]) => ({ code, message }));
}

/**
 * Characters that look like others and are found by nobody who searches for those: radicals, compatibility forms, ligatures,
 * private use (Unicode). Twelve ideographs stand among the compatible ones and are none.
 */
const LOOKALIKES =
  /(?![\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29])[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe1f\ufe30-\ufe4f\uff61-\uffdc\ue000-\uf8ff\ufffd\u{2f800}-\u{2fa1f}]/u;

/** Each font and each kind of fault once, at the first glyph that has it. */
export function fontBreaches(pages: readonly FinishedPage[], locale: Locale): readonly Breach[] {
  const own = Object.values(familiesOf(locale)).map(({ name }) => `${name.replaceAll(' ', '')}-`);
  const seen = new Map<string, Breach>();
  for (const { number, glyphs } of pages) {
    for (const { text, font, isMissing } of glyphs) {
      const report = (code: RuleCode, message: string): void => {
        if (!seen.has(message)) seen.set(message, { code, message, page: number });
      };
      if (isMissing) report('missing-glyph', `a character has no glyph in ${font.name}: a box is printed`);
      else if (text === '') report('unreadable', `a glyph of ${font.name} stands for no character`);
      if (LOOKALIKES.test(text))
        report('lookalike', `${text} (${codePoint(text)}) stands for another character`);
      if (!font.isEmbedded) report('font-not-embedded', `${font.name} is not embedded`);
      else if (!font.isSubset) report('font-not-subset', `${font.name} is embedded with all its glyphs`);
      if (!own.some((name) => font.name.startsWith(name)))
        report('foreign-font', `${font.name} is no font of the ${locale} edition`);
    }
  }
  return [...seen.values()];
}

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
