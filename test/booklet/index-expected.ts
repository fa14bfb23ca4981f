// What the index must say, from the pages alone: which of the listed names and terms each page of text has.

import type { Edition } from '../../scripts/model/edition.ts';
import type { PdfPage } from '../support/pdf.ts';
import { plain, type ThemeName } from './make.ts';
import { LAYOUTS } from './read.ts';

/** Without white space: headings, entries and their pages in order. */
export function indexOf(edition: Edition, pages: readonly PdfPage[], theme: ThemeName): string {
  const { listed, locale, labels } = edition;
  const longestFirst = [...listed].sort((a, b) => b.length - a.length);
  const found = new Map<string, number[]>();
  let rest = '';
  for (const [index, page] of pages.entries()) {
    if (!page.texts.some(LAYOUTS[theme].isFurniture)) continue;
    // What began on the page before may end here.
    let text = rest + textOf(page, theme);
    const carried = rest.length;
    rest = '';
    for (const term of longestFirst) {
      for (let at = text.indexOf(plain(term)); at >= 0; at = text.indexOf(plain(term))) {
        if (at + plain(term).length > carried) found.set(term, [...(found.get(term) ?? []), index + 1]);
        text = text.replace(plain(term), '◆'.repeat(plain(term).length));
      }
    }
  }
  const isLatin = (term: string): boolean => /^[A-Za-z0-9]/.test(term);
  const { compare } = new Intl.Collator(locale === 'zh-CN' ? 'zh-Hans-u-co-pinyin' : 'zh-Hant-u-co-stroke');
  const terms = [...found.keys()].sort((a, b) => Number(isLatin(b)) - Number(isLatin(a)) || compare(a, b));
  let heading = '';
  return plain(
    terms
      .map((term) => {
        const own = isLatin(term) ? 'A–Z' : headingOf(term, locale, labels.strokes);
        const opens = own === heading ? '' : own;
        heading = own;
        return `${opens}${term}${spansOf(found.get(term) ?? []).join(',')}`;
      })
      .join(''),
  );
}

function textOf(page: PdfPage, theme: ThemeName): string {
  const isText = (size: number): boolean => Math.abs(size - 10) < 0.01 || Math.abs(size - 12) < 0.01;
  const items = page.texts.filter((item) => isText(item.size) && !LAYOUTS[theme].isFurniture(item));
  return plain(items.map(({ text }) => text).join(''));
}

/** Counted and looked up by hand, for the terms of the house. */
const STROKES: Readonly<Record<string, number>> = {
  人: 2,
  千: 3,
  大: 3,
  互: 4,
  王: 4,
  世: 5,
  北: 5,
  生: 5,
  多: 6,
  百: 6,
  具: 8,
  知: 8,
  神: 10,
  智: 12,
  微: 13,
  新: 13,
  價: 15,
};

const LETTERS: Readonly<Record<string, string>> = {
  人: 'R',
  千: 'Q',
  大: 'D',
  互: 'H',
  王: 'W',
  世: 'S',
  北: 'B',
  生: 'S',
  多: 'D',
  百: 'B',
  具: 'J',
  知: 'Z',
  神: 'S',
  智: 'Z',
  微: 'W',
  新: 'X',
  价: 'J',
};

function headingOf(term: string, locale: Edition['locale'], strokes: string): string {
  const first = term[0] ?? '';
  if (locale === 'zh-CN') return LETTERS[first] ?? '?';
  return strokes.replace('{n}', String(STROKES[first] ?? '?'));
}

function spansOf(pages: readonly number[]): readonly string[] {
  const spans: [number, number][] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else spans.push([page, page]);
  }
  return spans.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}
