// A draft of takeaway and points, taken from the answer word for word: whole clauses that stand alone, the ones that
// carry most of what the question asks and the answer repeats.

import { fullWidthUnits } from '../chinese/characters.ts';
import { answerOf } from './answer.ts';
import { type Candidate, choosePoints, ranked } from './choose.ts';
import { sentencesOf } from './clauses.ts';
import type { Run } from './compress.ts';
import { scoreOf } from './features.ts';
import { DEFAULT_LIMITS, type Limits } from './lengths.ts';
import { type Span, spansOf } from './spans.ts';

export interface Draft {
  /** None where no clause of the answer is short enough and stands alone. */
  readonly takeaway?: Drawn;
  /** Two or as many as the limits allow, in the order of the answer; fewer where it has fewer such clauses. */
  readonly points: readonly Drawn[];
}

/** A text, and the runs of which paragraph it consists of. */
export interface Drawn {
  readonly text: string;
  readonly paragraph: number;
  readonly runs: readonly Run[];
}

/** Drafts from the paragraphs of an answer. The points keep clear of the `takeaway` that the editor gave, if any. */
export function draftFrom(
  question: string,
  paragraphs: readonly string[],
  takeaway?: string,
  limits: Limits = DEFAULT_LIMITS,
): Draft {
  const answer = answerOf(question, paragraphs);
  const spans = spansOf(paragraphs, limits.point);
  const [best] = candidates(spans, 'title', limits.takeaway, (span) => scoreOf(span, 'title', answer));
  const title = best?.span;
  const drafted = title ?? shortAnswer(spans, paragraphs, limits.takeaway);
  const points = choosePoints(
    candidates(spans, 'point', limits.point, (span) => scoreOf(span, 'point', answer)),
    takeaway === undefined ? title : spans.find(({ text }) => text === takeaway),
    takeaway ?? drafted?.text ?? '',
    limits.points,
  );
  return { ...(drafted && { takeaway: drawn(drafted) }), points: points.map(drawn) };
}

/** A figure such as 9.11 is one word (UAX #29). */
const WORD = /\p{Script=Han}|[\p{L}\p{N}](?:[\p{L}\p{N}.,:'’_]*[\p{L}\p{N}])?/gu;

/** In full-width units: what is shorter says too little to be read alone. */
const SHORTEST = { title: 5, point: 6 } as const;

/** What may be shown as takeaway or point, the best first; `score` is how good a span is. */
export function candidates(
  spans: readonly Span[],
  use: 'title' | 'point',
  limit: number,
  score: (span: Span) => number,
): readonly Candidate[] {
  const fitting = spans.filter(
    ({ text, plain }) => isBetween(SHORTEST[use], text, limit) && (plain.match(WORD)?.length ?? 0) > 1,
  );
  return ranked(fitting.map((span) => ({ span, score: score(span) })));
}

/** An answer so short that it is its own takeaway: 還沒有。 */
function shortAnswer(spans: readonly Span[], paragraphs: readonly string[], limit: number): Span | undefined {
  if (paragraphs.flatMap(sentencesOf).length > 1) return undefined;
  return spans.find(
    ({ text, opensSentence, closesSentence }) => opensSentence && closesSentence && isBetween(0, text, limit),
  );
}

function drawn({ text, paragraph, runs }: Drawn): Drawn {
  return { text, paragraph, runs };
}

function isBetween(least: number, text: string, most: number): boolean {
  const units = fullWidthUnits(text);
  return units >= least && units <= most;
}
