// Quotation marks of the place: 「」 with 『』 inside in Taiwan and Hong Kong, “” with ‘’ inside on the mainland
// (教育部《重訂標點符號手冊》; 香港教育局《中英文標點符號用法》; GB/T 15834—2011, 4.8).

import { SCRIPT_OF } from '../chinese/script.ts';
import type { Locale } from '../model/locale.ts';

/**
 * `text` with its quotation marks in the style of `locale`, alternating by depth. Where one has no partner, nobody can
 * tell the depth: each mark of that text keeps its own level. An apostrophe in a Latin word stays.
 */
export function localizeQuotes(text: string, locale: Locale): string {
  if (!/[“”‘’「」『』]/u.test(text)) return text;
  const characters = [...text];
  const style = STYLE[SCRIPT_OF[locale]];
  const { pairs, unpaired } = matchQuotes(characters);
  if (unpaired.length > 0) {
    return characters
      .map((mark, at) => (isApostrophe(characters, at) ? mark : (style.alike[mark] ?? mark)))
      .join('');
  }
  for (const { open, close, depth } of pairs) {
    const [left, right] = depth % 2 === 0 ? style.outer : style.inner;
    characters[open] = left;
    characters[close] = right;
  }
  return characters.join('');
}

/** Where the marks without a partner stand, in code points of `text`. */
export function unpairedQuotes(text: string): readonly number[] {
  return /[“”‘’「」『』]/u.test(text) ? matchQuotes([...text]).unpaired : [];
}

type Pair = readonly [open: string, close: string];

const STYLE = {
  traditional: {
    outer: ['「', '」'] as Pair,
    inner: ['『', '』'] as Pair,
    alike: { '“': '「', '”': '」', '‘': '『', '’': '』' } as Readonly<Record<string, string>>,
  },
  simplified: {
    outer: ['“', '”'] as Pair,
    inner: ['‘', '’'] as Pair,
    alike: { '「': '“', '」': '”', '『': '‘', '』': '’' } as Readonly<Record<string, string>>,
  },
};

const OPENING = new Set(['“', '‘', '「', '『']);
const CLOSING: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };

interface Match {
  readonly open: number;
  readonly close: number;
  readonly depth: number;
}

function matchQuotes(characters: readonly string[]): {
  readonly pairs: readonly Match[];
  readonly unpaired: readonly number[];
} {
  let open: number[] = [];
  const unpaired: number[] = [];
  const pairs: Match[] = [];
  characters.forEach((character, at) => {
    if (isApostrophe(characters, at)) return;
    if (OPENING.has(character)) open.push(at);
    const partner = CLOSING[character];
    if (partner === undefined) return;
    const depth = open.findLastIndex((candidate) => characters[candidate] === partner);
    const start = open[depth];
    if (start === undefined) {
      unpaired.push(at);
      return;
    }
    unpaired.push(...open.slice(depth + 1));
    pairs.push({ open: start, close: at, depth });
    open = open.slice(0, depth);
  });
  return { pairs, unpaired: [...unpaired, ...open].sort((a, b) => a - b) };
}

function isApostrophe(characters: readonly string[], index: number): boolean {
  const isLatin = (character: string | undefined): boolean => /^[\p{Script=Latin}\d]$/u.test(character ?? '');
  return characters[index] === '’' && isLatin(characters[index - 1]) && isLatin(characters[index + 1]);
}
