// Names and terms in the order of an index: by pinyin on the mainland, by strokes in Taiwan and Hong Kong (CLDR).

import type { Locale } from '../model/locale.ts';

/** The strokes of the first character, its letter in pinyin, or Latin letters and figures, which come first. */
export type IndexGroup = { readonly strokes: number } | { readonly letter: string };

/**
 * For `Array.sort`. A collator whose locale and order are named asks nothing of the machine: the tables are those that
 * Node brings (ICU), and its version stands in the manifest with those of the other tools.
 */
export function compareIn(locale: Locale): (one: string, other: string) => number {
  const { compare } = orderOf(locale);
  return (one, other) =>
    Number(isLatin(other)) - Number(isLatin(one)) ||
    compare(one, other) ||
    Number(one > other) - Number(one < other);
}

/** Under which heading of an index `entry` stands. */
export function groupOf(entry: string, locale: Locale): IndexGroup {
  if (isLatin(entry)) return { letter: 'A–Z' };
  const { compare, heads } = orderOf(locale);
  const first = [...entry][0] ?? '';
  return heads.findLast(({ mark }) => compare(mark, first) <= 0)?.group ?? { letter: 'A–Z' };
}

interface Head {
  /** CLDR sorts U+FDD0 with the sign of a group right before the first character of that group. */
  readonly mark: string;
  readonly group: IndexGroup;
}

interface Order {
  readonly compare: (one: string, other: string) => number;
  readonly heads: readonly Head[];
}

const MOST_STROKES = 64;

/** CLDR counts strokes in the characters of Braille, from U+2801. */
function byStrokes(): Order {
  const heads = Array.from({ length: MOST_STROKES }, (_, index) => ({
    mark: `\ufdd0${String.fromCodePoint(0x2801 + index)}`,
    group: { strokes: index + 1 },
  }));
  return { compare: new Intl.Collator('zh-Hant-u-co-stroke').compare, heads };
}

function byPinyin(): Order {
  const heads = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({
    mark: `\ufdd0${letter}`,
    group: { letter },
  }));
  return { compare: new Intl.Collator('zh-Hans-u-co-pinyin').compare, heads };
}

function orderOf(locale: Locale): Order {
  const order = orders.get(locale) ?? (locale === 'zh-CN' ? byPinyin() : byStrokes());
  orders.set(locale, order);
  return order;
}

/** Made when an index is: most runs of the program make none. */
const orders = new Map<Locale, Order>();

function isLatin(entry: string): boolean {
  return /^[\p{Script=Latin}\p{Nd}]/u.test(entry);
}
