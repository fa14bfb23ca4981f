// Which exchange of today is which of those a summary was written for: by what they say, never by their number, so that
// inserting, deleting, moving and rewording keep the pairs.

import type { LockedExchange } from '../model/points-lock.ts';
import { tokensOf } from './tokens.ts';

/** For each exchange its partner in `earlier`, undefined for a new one. Each partner is given once, to the nearest. */
export function matchExchanges(
  exchanges: readonly LockedExchange[],
  earlier: readonly LockedExchange[],
): readonly (LockedExchange | undefined)[] {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (index: number, other: number): void => {
    partners.set(index, other);
    taken.add(other);
  };
  // What is wholly the same needs no comparing, and with equals the order decides.
  for (const keyOf of [wholeOf, answerOf]) {
    exchanges.forEach((exchange, index) => {
      if (partners.has(index)) return;
      const other = earlier.findIndex((one, at) => !taken.has(at) && keyOf(one) === keyOf(exchange));
      if (other >= 0) pair(index, other);
    });
  }
  const pairs = [...exchanges.keys()]
    .filter((index) => !partners.has(index))
    .flatMap((index) =>
      [...earlier.keys()]
        .filter((other) => !taken.has(other))
        .map((other) => ({ index, other, likeness: likeness(exchanges[index], earlier[other]) })),
    )
    .filter((candidate) => candidate.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index || a.other - b.other);
  for (const { index, other } of pairs) if (!partners.has(index) && !taken.has(other)) pair(index, other);
  return exchanges.map((_, index) => earlier[partners.get(index) ?? -1]);
}

/** Below this, two exchanges share no more than any two of one interview do. */
const LEAST_LIKENESS = 0.4;

const wholeOf = ({ question, answer }: LockedExchange): string => JSON.stringify([question, answer]);
const answerOf = ({ answer }: LockedExchange): string => JSON.stringify(answer);

/** From 0 to 1: the best of what question, answer and summary have in common, the answer with a little of the others. */
function likeness(one: LockedExchange | undefined, other: LockedExchange | undefined): number {
  if (!one || !other) return 0;
  const question = dice(one.question, other.question);
  const answer = dice(one.answer.join('\n'), other.answer.join('\n'));
  const summary = dice(summaryOf(one), summaryOf(other));
  return Math.max(answer, 0.9 * question, 0.8 * summary) + 0.1 * (question + answer + summary);
}

function summaryOf({ takeaway = '', points }: LockedExchange): string {
  return [takeaway, ...points].join('\n');
}

/** Twice what two texts share over what both have (Dice 1945), by their tokens. */
function dice(one: string, other: string): number {
  const left = new Set(tokensOf(one));
  const right = new Set(tokensOf(other));
  if (left.size + right.size === 0) return 0;
  const shared = [...left].filter((token) => right.has(token)).length;
  return (2 * shared) / (left.size + right.size);
}
