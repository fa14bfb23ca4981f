// What a point says that can be checked against its answer without understanding either: figures, names, denials.

import { HAN } from '../chinese/characters.ts';
import { looksLikeName } from '../chinese/names.ts';

export interface Claim {
  readonly kind: 'number' | 'name' | 'denial';
  /** The words that both the point and the earlier answer have. */
  readonly words: string;
}

/**
 * The figures, names and denials of `summary` that stood in the answer `before` and stand no longer in it `after`. `names`
 * are people and terms known of the interview and the house; whatever looks like a name counts too.
 */
export function lostClaims(
  summary: string,
  before: string,
  after: string,
  names: readonly string[],
): readonly Claim[] {
  const isLost = (words: string): boolean => has(before, words) && !has(after, words);
  const claims = [
    ...matches(summary, NUMBER).map((words): Claim => ({ kind: 'number', words })),
    ...[
      ...names.filter((name) => summary.includes(name)),
      ...matches(summary, LATIN),
      ...likelyNames(summary),
    ].map((words): Claim => ({ kind: 'name', words })),
    ...matches(summary, DENIAL).map((words): Claim => ({ kind: 'denial', words })),
  ];
  const lost = claims.filter(({ words }) => isLost(words));
  const isPart = ({ words }: Claim, index: number): boolean =>
    lost.some(
      (other, at) => at !== index && other.words.includes(words) && (other.words !== words || at < index),
    );
  return lost.filter((claim, index) => !isPart(claim, index));
}

/** In figures or in characters: 9.11, 3—5, 85, 四年, 百分之四十一, 半年. */
const NUMBER =
  /\d+(?:[.:—–-]\d+)*%?|百分之[零〇一二兩两三四五六七八九十百點点]+|[零〇一二兩两三四五六七八九十百千萬万億亿半]+(?:點点)?(?:[年月天日週周歲岁倍成分個个名位家台臺戶户度元輪轮次代顆颗人斤畝亩]|小時|小时)半?/gu;
const LATIN = /[A-Za-z][A-Za-z0-9.+-]+/g;
/** A denial with what it denies: 不妨礙, 沒有到. */
const DENIAL = /[不沒没無无未](?!管|論|论|過|过|僅|仅|但|同)\p{Script=Han}{1,2}/gu;

function matches(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern) ?? [];
}

/** Runs of two or three characters that may be a person's name. */
function likelyNames(text: string): readonly string[] {
  const characters = [...text];
  return characters.flatMap((_, index) =>
    [3, 2]
      .map((length) => characters.slice(index, index + length))
      .filter((run) => run.every((character) => HAN.test(character)) && run.length > 2)
      .map((run) => run.join(''))
      .filter(looksLikeName),
  );
}

/** A figure is not found inside a longer one: 1 is not in 11. */
function has(text: string, words: string): boolean {
  if (!/^[\dA-Za-z]/.test(words)) return text.includes(words);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isWhole =
      !/[\dA-Za-z]/.test(text.charAt(at - 1)) && !/[\dA-Za-z]/.test(text.charAt(at + words.length));
    if (isWhole) return true;
  }
  return false;
}
