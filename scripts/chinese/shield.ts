// Keeps terms out of a conversion: each is replaced by one private-use character before, and restored after it.

import type { Locale } from '../model/locale.ts';

/** A term and the form it takes in each place; in Hong Kong that of Taiwan where none is given. */
export type ProtectedTerm = Readonly<Record<Exclude<Locale, 'zh-HK'>, string>> & {
  readonly 'zh-HK'?: string;
};

export function formIn(term: ProtectedTerm, locale: Locale): string {
  return term[locale] ?? term['zh-TW'];
}

export interface Shield {
  /** Replaces the terms, whichever of their forms stands in the text; of two the longer. */
  readonly shield: (text: string) => string;
  /** Puts the form of the locale in their places. */
  readonly restore: (text: string) => string;
  /** What the character `shielded` stood for at an offset of the text: a form of a term, or the character itself. */
  readonly formAt: (text: string, offset: number, shielded: string) => string;
}

export function shieldTerms(terms: readonly ProtectedTerm[], locale: Locale): Shield {
  const indexOf = new Map<string, number>();
  terms.forEach((term, index) => {
    for (const form of Object.values(term)) if (!indexOf.has(form)) indexOf.set(form, index);
  });
  if (indexOf.size === 0) {
    const same = (text: string): string => text;
    return { shield: same, restore: same, formAt: (_text, _offset, shielded) => shielded };
  }
  const longestFirst = [...indexOf.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(
    longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'gu',
  );
  return {
    shield: (text) =>
      text.replace(any, (form) => String.fromCodePoint(FIRST_MARK + (indexOf.get(form) ?? 0))),
    restore: (text) =>
      text.replace(/[\u{F0000}-\u{FFFFD}]/gu, (mark) => {
        const term = terms[(mark.codePointAt(0) ?? 0) - FIRST_MARK];
        return term ? formIn(term, locale) : mark;
      }),
    formAt: (text, offset, shielded) => {
      const term = terms[(shielded.codePointAt(0) ?? 0) - FIRST_MARK];
      const forms = Object.values(term ?? {}).filter((form) => text.startsWith(form, offset));
      return forms.sort((a, b) => b.length - a.length)[0] ?? shielded;
    },
  };
}

/** Plane 15 is private use: no transcript carries it and no dictionary names it. */
const FIRST_MARK = 0xf0000;
