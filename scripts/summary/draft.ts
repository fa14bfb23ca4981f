// A draft of takeaway and points, taken from the answer word for word: whole clauses that stand alone, the ones that
// carry most of what the question asks and the answer repeats.

import { fullWidthUnits } from '../chinese/characters.ts';
import { type Answer, answerOf } from './answer.ts';
import { type Candidate, choosePoints, ranked } from './choose.ts';
import { sentencesOf } from './clauses.ts';
import type { Run } from './compress.ts';
import { scoreOf } from './features.ts';
import { POINT_LIMIT, TAKEAWAY_LIMIT } from './lengths.ts';
import { type Span, spansOf } from './spans.ts';
import { tokensOf } from './tokens.ts';

export interface Draft {
  /** None where no clause of the answer is short enough and stands alone. */
  readonly takeaway?: Drawn;
  /** Two or three, in the order of the answer; fewer where it has fewer such clauses. */
  readonly points: readonly Drawn[];
}

/** A text, and the runs of which paragraph it consists of. */
export interface Drawn {
  readonly text: string;
  readonly paragraph: number;
  readonly runs: readonly Run[];
}

/** Drafts from the paragraphs of an answer. The points keep clear of the `takeaway` that the editor gave, if any. */
export function draftFrom(question: string, paragraphs: readonly string[], takeaway?: string): Draft {
  const answer = answerOf(question, paragraphs);
  const spans = spansOf(paragraphs, POINT_LIMIT);
  const [best] = candidates(spans, 'title', answer);
  const title = best?.span;
  const drafted = title ?? shortAnswer(spans, paragraphs);
  const points = choosePoints(
    candidates(spans, 'point', answer),
    takeaway === undefined ? title : spans.find(({ text }) => text === takeaway),
    takeaway ?? drafted?.text ?? '',
  );
  return { ...(drafted && { takeaway: drawn(drafted) }), points: points.map(drawn) };
}

/** The least and the most full-width units; what is shorter says too little to be read alone. */
const LENGTHS = { title: [5, TAKEAWAY_LIMIT], point: [6, POINT_LIMIT] } as const;

function candidates(spans: readonly Span[], use: 'title' | 'point', answer: Answer): readonly Candidate[] {
  const [least, most] = LENGTHS[use];
  const fitting = spans.filter(
    ({ text, plain }) => isBetween(least, text, most) && tokensOf(plain).length > 1,
  );
  return ranked(fitting.map((span) => ({ span, score: scoreOf(span, use, answer) })));
}

/** An answer so short that it is its own takeaway: 還沒有。 */
function shortAnswer(spans: readonly Span[], paragraphs: readonly string[]): Span | undefined {
  if (paragraphs.flatMap(sentencesOf).length > 1) return undefined;
  return spans.find(
    ({ text, opensSentence, closesSentence }) =>
      opensSentence && closesSentence && isBetween(0, text, TAKEAWAY_LIMIT),
  );
}

function drawn({ text, paragraph, runs }: Drawn): Drawn {
  return { text, paragraph, runs };
}

function isBetween(least: number, text: string, most: number): boolean {
  const units = fullWidthUnits(text);
  return units >= least && units <= most;
}
