// The conversion tables of OpenCC, as steps to compose. Owns opencc-js.

import { type ConverterFunction, type DictGroup, Trie } from 'opencc-js/core';
import { from as fromMainland, to as toPlace } from 'opencc-js/preset/cn2t';
import { from as fromPlace, to as toMainland } from 'opencc-js/preset/t2cn';
import { cutsWord } from './segments.ts';
import { wordsFrom } from './words-from.ts';

export type Region = 'tw' | 'hk';

/** Traditional to simplified, by way of Taiwan: 着 is what 著 becomes beside a verb. Needs Traditional text. */
export const simplifyTaiwan: ConverterFunction = (text) => FROM_TAIWAN(text);

/** Traditional characters to simplified ones, nothing else: for a text that is simplified already. */
export const simplifyCharacters = converterOf(preset(toMainland, 'cn'));

const REGIONS = { tw: converterOf(preset(toPlace, 'tw')), hk: converterOf(preset(toPlace, 'hk')) };

/** Traditional as OpenCC spells it to the characters of a place. */
export function localize(text: string, region: Region): string {
  return REGIONS[region](text);
}

const OTHER_REGION = {
  tw: converterOf([...preset(fromPlace, 'hk'), ...preset(toPlace, 'tw')]),
  hk: converterOf([...preset(fromPlace, 'tw'), ...preset(toPlace, 'hk')]),
};

/** Traditional text of the other place to the characters of `region`: 説 and 裏 to 說 and 裡, or back. */
export function relocalize(text: string, region: Region): string {
  return OTHER_REGION[region](text);
}

/** Simplified characters to their commonest Traditional ones, one by one: enough to tell scripts apart. */
export const traditionalizeCharacters = converterOf([group(fromMainland, 'cn').slice(1)]);

export interface Traced {
  readonly text: string;
  /** For each code point of the source: a phrase of the dictionary decided it, not the character alone. */
  readonly byPhrase: readonly boolean[];
}

/**
 * Simplified to Traditional as OpenCC spells it, and what decided each character. A phrase that cuts a word is none:
 * 院长发现 has no 长发 in it, nor 下面条件 any 面条.
 */
export function traditionalize(text: string): Traced {
  const trie = FROM_SIMPLIFIED;
  let converted = '';
  const byPhrase: boolean[] = [];
  for (let at = 0; at < text.length; ) {
    let match = trie.matchPrefix(text, at);
    while (match && isMisread(trie, text, at, match)) {
      const shorter = trie.matchPrefix(text.slice(at, match.end - 1), 0);
      match = shorter && { ...shorter, end: at + shorter.end };
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = match?.end ?? at + character.length;
    converted += match?.value ?? character;
    for (const _ of text.slice(at, end)) byPhrase.push(end - at > character.length);
    at = end;
  }
  return { text: converted, byPhrase };
}

function isMisread(
  trie: Trie,
  text: string,
  start: number,
  { end, value }: { end: number; value: string },
): boolean {
  const each = Array.from(text.slice(start, end), (one) => trie.matchPrefix(one, 0)?.value ?? one);
  return each.length > 1 && each.join('') !== value && cutsWord(text, start, end);
}

/** Finds the longest of the keys of `words` that begins at an offset of a text. */
export function wordMatcher(
  words: Iterable<readonly [from: string, to: string]>,
): (text: string, at: number) => { end: number; value: string } | null {
  const trie = new Trie();
  trie.loadDict([...words]);
  return (text, at) => trie.matchPrefix(text, at);
}

/** The words that Taiwan (817) or Hong Kong (82) has of its own, as OpenCC spells both sides. */
export function regionalWords(region: Region): readonly (readonly [from: string, to: string])[] {
  const words = { tw: group(toPlace, 'twp'), hk: group(toPlace, 'hkp') }[region][0] ?? '';
  if (typeof words !== 'string') return words;
  return words.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to] as const;
  });
}

/** Words with 著 (zhù) that the table from Taiwan lacks: it would make 着 of them. And verbs that end like one. */
const ZHU =
  '編著 原著 合著 譯著 論著 新著 巨著 遺著 拙著 專著 共著 自著 所著 著者 較著 昭著 卓著 素著 顯著 土著';
const ZHE = '談論著 議論著 討論著 爭論著 辯論著 評論著 翻譯著 湊合著 混合著 結合著 配合著 迎合著 融合著';

const WORDS_WITH_ZHU = [
  ...ZHU.split(' ').map((word) => [word, word] as const),
  ...ZHE.split(' ').map((word) => [word, word.replace('著', '着')] as const),
];

/** Characters and words of Traditional text that the table to simplified leaves as they are. */
const TO_MAINLAND: readonly (readonly [string, string])[] = [
  ['座標', '坐标'],
  ['揹', '背'],
  ['伕', '夫'],
  ['燄', '焰'],
  ['薰陶', '熏陶'],
];

const FROM_TAIWAN = converterOf([
  [WORDS_WITH_ZHU, ...group(fromPlace, 'tw')],
  [TO_MAINLAND, ...group(toMainland, 'cn')],
]);

const FROM_SIMPLIFIED = trieOf(group(fromMainland, 'cn'));

/** One step after the other. */
function converterOf(steps: readonly DictGroup[]): ConverterFunction {
  const tries = steps.map(trieOf);
  return (text) => tries.reduce((converted, trie) => trie.convert(converted), text);
}

/**
 * A trie of all these dictionaries, an earlier one before a later. Words are put into it when a text first has the character
 * that they begin with: an interview has a thousand, and the dictionaries have 50,000 words of seven thousand.
 */
export function trieOf(dictionaries: DictGroup): Trie {
  const trie = new Trie();
  const find = trie.matchPrefix.bind(trie);
  const known = new Set<number>();
  trie.matchPrefix = (text, at) => {
    const unit = text.charCodeAt(at);
    if (!known.has(unit)) {
      known.add(unit);
      for (const dictionary of dictionaries.toReversed())
        for (const [from, to] of wordsFrom(dictionary, unit)) trie.addWord(from, to);
    }
    return find(text, at);
  };
  return trie;
}

function preset<T>(presets: Readonly<Record<string, T>>, name: string): T {
  const found = presets[name];
  if (found === undefined) throw new Error(`opencc-js has no preset ${name}`);
  return found;
}

function group(presets: Readonly<Record<string, readonly DictGroup[]>>, name: string): DictGroup {
  return preset(presets, name)[0] ?? [];
}
