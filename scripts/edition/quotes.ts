// Quotation marks of the place: 「」 with 『』 inside in Taiwan and Hong Kong, “” with ‘’ inside on the mainland
// (教育部《重訂標點符號手冊》; GB/T 15834—2011, 4.8).

import type { Locale } from '../model/locale.ts';

type Pair = readonly [open: string, close: string];

const STYLE: Readonly<Record<Locale, { readonly outer: Pair; readonly inner: Pair }>> = {
  'zh-TW': { outer: ['「', '」'], inner: ['『', '』'] },
  'zh-HK': { outer: ['「', '」'], inner: ['『', '』'] },
  'zh-CN': { outer: ['“', '”'], inner: ['‘', '’'] },
};

const OPENING = new Set(['“', '‘', '「', '『']);
const CLOSING: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };

/**
 * `text` with its quotation marks in the style of `locale`, alternating by depth. A mark without its partner is
 * left as it is, and so is an apostrophe in a Latin word.
 */
export function localizeQuotes(text: string, locale: Locale): string {
  const characters = [...text];
  const style = STYLE[locale];
  for (const { open, close, depth } of matchQuotes(characters)) {
    const [left, right] = depth % 2 === 0 ? style.outer : style.inner;
    characters[open] = left;
    characters[close] = right;
  }
  return characters.join('');
}

interface Match {
  readonly open: number;
  readonly close: number;
  readonly depth: number;
}

function matchQuotes(characters: readonly string[]): readonly Match[] {
  const open: number[] = [];
  const pairs: { open: number; close: number }[] = [];
  characters.forEach((character, index) => {
    if (isApostrophe(characters, index)) return;
    if (OPENING.has(character)) open.push(index);
    const partner = CLOSING[character];
    if (partner === undefined) return;
    const at = open.findLastIndex((candidate) => characters[candidate] === partner);
    const start = open[at];
    if (start === undefined) return;
    pairs.push({ open: start, close: index });
    open.length = at;
  });
  return pairs.map((pair) => ({
    ...pair,
    depth: pairs.filter((outer) => outer.open < pair.open && pair.close < outer.close).length,
  }));
}

function isApostrophe(characters: readonly string[], index: number): boolean {
  const isLatin = (character: string | undefined): boolean => /^[A-Za-z0-9]$/.test(character ?? '');
  return characters[index] === '’' && isLatin(characters[index - 1]) && isLatin(characters[index + 1]);
}
