// What holds for the file as a whole: fonts, characters, and what a reading program needs (PDF/UA-1, ISO 14289-1).

import { familiesOf } from '../fonts/faces.ts';
import type { Edition } from '../model/edition.ts';
import type { Locale } from '../model/locale.ts';
import type { FinishedPdf, PageGlyphs } from './pdf.ts';
import type { Breach } from './proof.ts';

const UA = 'PDF/UA-1 (ISO 14289-1, 7)';

export function documentBreaches(facts: Omit<FinishedPdf, 'pages'>, edition: Edition): readonly Breach[] {
  const wanted: readonly (readonly [boolean, string])[] = [
    [facts.isTagged, 'the pages are not tagged'],
    [facts.title === edition.interview.title.text, `the title is “${facts.title ?? ''}”`],
    [facts.language === edition.language, `the language is ${facts.language ?? 'not given'}`],
    [facts.hasOutline, 'there is no outline'],
    [facts.hasLabels, 'the pages have no labels'],
  ];
  return wanted
    .filter(([holds]) => !holds)
    .map(([, message]) => ({ code: 'document', level: 'basic', clause: UA, message }));
}

/** Characters that look like others and are found by nobody who searches for those (Unicode, Kangxi radicals…). */
const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff\ufffd\u{2f800}-\u{2fa1f}]/u;

/** Each font and each kind of fault once, at the first glyph that has it. */
export function fontBreaches(pages: readonly PageGlyphs[], locale: Locale): readonly Breach[] {
  const own = Object.values(familiesOf(locale)).map(({ name }) => name.replaceAll(' ', ''));
  const seen = new Map<string, Breach>();
  for (const { number, glyphs } of pages) {
    for (const { text, font, isMissing } of glyphs) {
      const report = (code: string, clause: string, message: string): void => {
        const breach: Breach = { code, level: 'basic', clause, message, page: number };
        if (!seen.has(message)) seen.set(message, breach);
      };
      if (isMissing) report('missing-glyph', UA, `a character has no glyph in ${font.name}`);
      else if (text === '') report('unreadable', UA, `a glyph of ${font.name} stands for no character`);
      if (LOOKALIKES.test(text))
        report('lookalike', UA, `${text} (${codePoint(text)}) stands for another character`);
      if (!font.isEmbedded) report('font', UA, `${font.name} is not embedded`);
      if (!own.some((name) => font.name.startsWith(`${name}-`)))
        report(
          'font',
          'CLREQ, Sizes and positions of punctuation marks',
          `${font.name} is no font of ${locale}`,
        );
    }
  }
  return [...seen.values()];
}

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
