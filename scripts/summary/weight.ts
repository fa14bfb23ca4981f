// How much of what matters a text carries: the pairs of characters and the words that question and answer repeat.

import { isHan } from '../chinese/characters.ts';

/** The weight of a text in this answer: more with every token that the question asks for or the answer comes back to. */
export function weighing(question: string, paragraphs: readonly string[]): (text: string) => number {
  const asked = new Set(tokensOf(question));
  const counts = new Map<string, number>();
  for (const token of paragraphs.flatMap(tokensOf)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return (text) => {
    const tokens = [...new Set(tokensOf(text))];
    const sum = tokens.reduce(
      (total, token) => total + Math.log2(1 + (counts.get(token) ?? 0) + (asked.has(token) ? ASKED : 0)),
      0,
    );
    return sum / Math.sqrt(Math.max(4, tokens.length));
  };
}

/** Whether one of two texts says most of what the other says. */
export function areAlike(one: string, other: string): boolean {
  const left = new Set(tokensOf(one));
  const right = new Set(tokensOf(other));
  const shared = [...left].filter((token) => right.has(token)).length;
  return shared > 0.6 * Math.min(left.size, right.size);
}

/** A word of the question counts as if the answer had it this many times more. */
const ASKED = 2;

function tokensOf(text: string): readonly string[] {
  const runs = text.match(/[\p{Script=Han}〇]+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = [...run];
    if (!isHan(run) || characters.length === 1) return [run];
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
}
