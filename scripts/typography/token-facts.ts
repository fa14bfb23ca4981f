// What a token of running text is, whatever it stands beside. Few tokens differ, and each is many times in a text, so that
// the classes of Unicode are looked up once for each.

import { isHan } from '../chinese/characters.ts';
import type { Locale } from '../model/locale.ts';
import type { Kinsoku } from '../model/settings.ts';
import { endsLine, startsLine } from './breaks.ts';
import { type Mark, markOf } from './marks.ts';

/** How a text is shaped (ISO 15924). */
export type Script = 'Hani' | 'Latn';

export interface TokenFacts {
  readonly kind: 'wide' | 'narrow' | 'space';
  readonly mark: Mark | undefined;
  /** Whether Typst widens the line behind it when it justifies. */
  readonly gives: boolean;
  readonly isHan: boolean;
  /** Undefined for what belongs to no script. */
  readonly script: Script | undefined;
  /** The strictest level that lets a line begin, or end, with it. */
  readonly starts: Kinsoku | undefined;
  readonly ends: Kinsoku | undefined;
  readonly first: Side;
  readonly last: Side;
}

/** What stands at an end of a token, for the gap between Chinese and Latin. */
export type Side = 'han' | 'western' | 'other';

/** Marks of English words are no marks of Chinese. */
export function tokenFacts(token: string, locale: Locale, isEnglish = false): TokenFacts {
  const key = isEnglish ? ` ${token}` : token;
  const facts = known[locale].get(key) ?? look(token, locale, isEnglish);
  if (known[locale].size >= MOST_KNOWN) known[locale].clear();
  known[locale].set(key, facts);
  return facts;
}

const known: Readonly<Record<Locale, Map<string, TokenFacts>>> = {
  'zh-TW': new Map(),
  'zh-HK': new Map(),
  'zh-CN': new Map(),
};
const MOST_KNOWN = 50_000;

function look(token: string, locale: Locale, isEnglish: boolean): TokenFacts {
  const characters = [...token];
  const first = characters[0] ?? '';
  const last = characters.at(-1) ?? '';
  const mark = isEnglish ? undefined : markOf(first, locale);
  const kind = mark || WIDE.test(token) ? 'wide' : /^\s+$/u.test(token) ? 'space' : 'narrow';
  const han = isHan(token);
  return {
    kind,
    mark,
    gives: kind === 'space' || (!isEnglish && GIVES.test(token)),
    isHan: han,
    script: WESTERN.test(token) ? 'Latn' : han ? 'Hani' : undefined,
    starts: startsLine(first, locale),
    ends: endsLine(last, locale),
    first: sideOf(first, WESTERN_START),
    last: sideOf(last, WESTERN_END),
  };
}

function sideOf(character: string, western: RegExp): Side {
  return isHan(character) ? 'han' : western.test(character) ? 'western' : 'other';
}

/** The gap stands between an ideograph and a letter, a figure or a sign that goes with figures; never beside a mark. */
export function meetsLatin(first: string, second: string): boolean {
  return sidesMeet(sideOf([...first].at(-1) ?? '', WESTERN_END), sideOf([...second][0] ?? '', WESTERN_START));
}

export function sidesMeet(last: Side, first: Side): boolean {
  return (last === 'han' && first === 'western') || (last === 'western' && first === 'han');
}

/** What Typst 0.14 justifies by: spaces, ideographs, full-width marks and middle dots. */
const GIVES =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。．、：；？！》）』」】〗〕〉］｝《（『「【〖〔〈［｛“”‘’・·]$/u;

const WIDE = /^[\p{Script=Han}〇\u2e80-\u303f\u3040-\u30ff\uff01-\uff60\uffe0-\uffe6\u2460-\u24ff℃℉]/u;

const WESTERN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** Full-width letters and figures are set as ideographs are. */
const WESTERN_START =
  /(?![\uff00-\uffef])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}$£€¥#@+−±]/u;
const WESTERN_END = /(?![\uff00-\uffef])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}%‰°+#]/u;
