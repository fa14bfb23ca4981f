// What texts share: the pairs of characters of Chinese, which need no dictionary, and the words of other scripts.

import { isHan } from '../chinese/characters.ts';

/** Pairs of neighbouring ideographs, an ideograph that stands alone, and runs of other letters and figures. */
export function tokensOf(text: string): readonly string[] {
  const runs = text.match(/[\p{Script=Han}〇]+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = [...run];
    if (!isHan(run) || characters.length === 1) return [run];
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
}

/** How often each item stands in the list. */
export function countsOf(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The share of the shorter text's tokens that the other has too, from 0 to 1. */
export function sharedShare(one: string, other: string): number {
  const left = new Set(tokensOf(one));
  const right = new Set(tokensOf(other));
  const shared = [...left].filter((token) => right.has(token)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}
