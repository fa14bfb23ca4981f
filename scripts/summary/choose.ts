// Which of the candidates stand together: the best of each sentence, none saying what another says (maximal marginal
// relevance, Carbonell and Goldstein 1998).

import { overlap, type Span } from './spans.ts';
import { sharedShare } from './tokens.ts';

export interface Candidate {
  readonly span: Span;
  readonly score: number;
}

/** What a point loses where it says wholly what another says. */
const REPETITION = 1;
/** What a point loses beside one of its own paragraph: where several speak, each has a paragraph of their own. */
const SAME_PARAGRAPH = 0.7;
/** Two texts say the same where this share of the shorter one's tokens stands in the other too. */
const SAME = 0.6;

export function saySame(one: string, other: string): boolean {
  return sharedShare(one, other) > SAME;
}

/**
 * Up to `most` candidates in the order of the answer, each of a sentence of its own and none saying what `takeaway`
 * says. Where that makes fewer than two, also others of the same sentence, and at last those that say the takeaway
 * and more.
 */
export function choosePoints(
  candidates: readonly Candidate[],
  title: Span | undefined,
  takeaway: string,
  most: number,
): readonly Span[] {
  const chosen: Span[] = [];
  const take = (count: number, isFree: (span: Span) => boolean): void => {
    while (chosen.length < count) {
      const isNew = (span: Span): boolean =>
        chosen.every((other) => !overlap(span, other) && !saySame(span.plain, other.plain));
      const free = candidates.filter(({ span }) => isFree(span) && isNew(span));
      const [best] = ranked(free.map(({ span, score }) => ({ span, score: score - repeated(span, chosen) })));
      if (!best) return;
      chosen.push(best.span);
    }
  };
  const besideTitle = (span: Span): boolean =>
    !(title && overlap(span, title)) && !(takeaway && saySame(span.text, takeaway));
  const ofOtherSentence = (span: Span): boolean => chosen.every(({ sentence }) => sentence !== span.sentence);
  const fewest = Math.min(2, most);
  take(most, (span) => besideTitle(span) && ofOtherSentence(span));
  take(fewest, besideTitle);
  take(fewest, (span) => span.text.length > 1.5 * takeaway.length);
  return chosen.sort((a, b) => a.start - b.start);
}

/** From the highest score down; of equals the earlier first. */
export function ranked(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => b.score - a.score || a.span.start - b.span.start);
}

function repeated(span: Span, chosen: readonly Span[]): number {
  const isBeside = chosen.some(({ paragraph }) => paragraph === span.paragraph);
  const shared = Math.max(0, ...chosen.map((other) => sharedShare(span.plain, other.plain)));
  return REPETITION * shared + (isBeside ? SAME_PARAGRAPH : 0);
}
