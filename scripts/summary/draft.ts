// A draft of takeaway and points, taken from the answer word for word: whole clauses that stand alone, the ones that
// carry most of what the question asks and the answer repeats.

import { fullWidthUnits } from '../chinese/characters.ts';
import { bare, sentencesOf } from './clauses.ts';
import { POINT_LIMIT, TAKEAWAY_LIMIT } from './lengths.ts';
import { overlap, type Span, spansOf } from './spans.ts';
import { areAlike, weighing } from './weight.ts';

export interface Draft {
  /** None where no clause of the answer is short enough and stands alone. */
  readonly takeaway?: string;
  /** Two or three, in the order of the answer; fewer where it has fewer such clauses. */
  readonly points: readonly string[];
}

/** Drafts from the paragraphs of an answer. The points keep clear of the `takeaway` that the editor gave, if any. */
export function draftFrom(question: string, paragraphs: readonly string[], takeaway?: string): Draft {
  const weigh = weighing(question, paragraphs);
  const spans = spansOf(paragraphs, POINT_LIMIT);
  const titles = spans.filter(({ text }) => isBetween(SHORTEST_TITLE, text, TAKEAWAY_LIMIT));
  const [title] = ranked(titles, (span) => weigh(span.text) * titleStyle(span));
  const drafted = title?.text ?? shortAnswer(paragraphs);
  const points = choosePoints(
    ranked(
      spans.filter(({ text }) => isBetween(SHORTEST_POINT, text, POINT_LIMIT)),
      (span) => weigh(span.text) * pointStyle(span),
    ),
    takeaway === undefined ? title : spans.find(({ text }) => text === takeaway),
    takeaway ?? drafted ?? '',
  );
  return { ...(drafted !== undefined && { takeaway: drafted }), points: points.map(({ text }) => text) };
}

/** An answer so short that it is its own takeaway: 還沒有。 */
function shortAnswer(paragraphs: readonly string[]): string | undefined {
  const [sentence, ...others] = paragraphs.flatMap(sentencesOf);
  const words = sentence?.clauses.join('') ?? '';
  const isAnswer = others.length === 0 && !/[？?]/.test(words);
  return isAnswer && isBetween(1, bare(words), TAKEAWAY_LIMIT) ? bare(words) : undefined;
}

/** What is shorter says too little to be read alone. */
const SHORTEST_TITLE = 5;
const SHORTEST_POINT = 6;

function isBetween(least: number, text: string, most: number): boolean {
  const units = fullWidthUnits(text);
  return units >= least && units <= most;
}

/** From the highest score down; of equals the earlier first. */
function ranked(spans: readonly Span[], score: (span: Span) => number): readonly Span[] {
  return spans
    .map((span) => ({ span, score: score(span) }))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .map(({ span }) => span);
}

/**
 * Up to three of different sentences; where that makes fewer than two, also others of the same sentence, and at last
 * those that say the title and more.
 */
function choosePoints(
  candidates: readonly Span[],
  title: Span | undefined,
  takeaway: string,
): readonly Span[] {
  const chosen: Span[] = [];
  const take = (count: number, isFree: (span: Span) => boolean): void => {
    for (const span of candidates) {
      const isNew = chosen.every((other) => !overlap(span, other) && !areAlike(span.text, other.text));
      if (chosen.length < count && isNew && isFree(span)) chosen.push(span);
    }
  };
  const besideTitle = (span: Span): boolean =>
    !(title && overlap(span, title)) && !(takeaway && areAlike(span.text, takeaway));
  const ofOtherSentence = (span: Span): boolean => chosen.every(({ sentence }) => sentence !== span.sentence);
  take(3, (span) => besideTitle(span) && ofOtherSentence(span));
  take(2, besideTitle);
  take(2, (span) => span.text.length > 1.5 * takeaway.length);
  return chosen.sort((a, b) => a.start - b.start);
}

/** Answers begin with the answer. */
function titleStyle(span: Span): number {
  return pointStyle(span) * (span.sentence === 0 ? 1.2 : 1) * (span.opensSentence ? 1 : 0.9);
}

/** Whole sentences read best; words about the speaker, pointing words and examples say little alone. */
function pointStyle({ text, opensSentence, closesSentence, hasSubject, isExample }: Span): number {
  const factors: readonly (readonly [applies: boolean, factor: number])[] = [
    [!hasSubject, 0.5],
    [!opensSentence, 0.85],
    [opensSentence && closesSentence, 1.1],
    [/^[我您你](?![們们])/u.test(text), 0.7],
    [/[這这那此]/u.test(text), 0.7],
    [/最|關鍵|关键|核心|重要|必須|必须|需要|應該|应该|希望|只有/u.test(text), 1.15],
    [isExample, 0.6],
  ];
  return factors.reduce((product, [applies, factor]) => (applies ? product * factor : product), 1);
}
