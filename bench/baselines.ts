// What a draft has to be better than: the first sentences, any sentences, and the two rankings by centrality that every
// paper compares with. Each gives a takeaway and three points, its sentences cut to the same lengths as a draft's.

import { fullWidthUnits } from '../scripts/chinese/characters.ts';
import { bare, sentencesOf } from '../scripts/summary/clauses.ts';
import { DEFAULT_LIMITS } from '../scripts/summary/lengths.ts';

export interface Summary {
  readonly takeaway: string;
  readonly points: readonly string[];
}

export type Summarizer = (question: string, paragraphs: readonly string[]) => Summary;

/** The first sentences. */
export const lead: Summarizer = (_, paragraphs) => take(sentences(paragraphs), (_sentence, index) => -index);

/** Any sentences, as `random` (from 0 to 1) has them. */
export function anySentences(random: () => number): Summarizer {
  return (_, paragraphs) => take(sentences(paragraphs), () => random());
}

/** TextRank (Mihalcea and Tarau 2004): sentences are near where they share words, for their length. */
export const textRank: Summarizer = (_, paragraphs) => {
  const all = sentences(paragraphs);
  const words = all.map((sentence) => new Set(wordsOf(sentence)));
  const near = words.map((one) =>
    words.map((other) => {
      const shared = [...one].filter((word) => other.has(word)).length;
      const lengths = Math.log(one.size) + Math.log(other.size);
      return one === other || lengths <= 0 ? 0 : shared / lengths;
    }),
  );
  const rank = centrality(near);
  return take(all, (_sentence, index) => rank[index] ?? 0);
};

/**
 * LexRank (Erkan and Radev 2004): the cosine of tf-idf vectors, counted where it is above a threshold of 0.1. Without the
 * paper's links of sentences to themselves, which lift in a short text whatever is near to nothing.
 */
export const lexRank: Summarizer = (_, paragraphs) => {
  const all = sentences(paragraphs);
  const words = all.map(wordsOf);
  const idf = (word: string): number =>
    Math.log(1 + all.length / words.filter((sentence) => sentence.includes(word)).length);
  const vectors = words.map((sentence) => {
    const vector = new Map<string, number>();
    for (const word of sentence) vector.set(word, (vector.get(word) ?? 0) + idf(word));
    return vector;
  });
  const norm = (vector: ReadonlyMap<string, number>): number =>
    Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
  const near = vectors.map((one) =>
    vectors.map((other) => {
      const dot = [...one].reduce((sum, [word, value]) => sum + value * (other.get(word) ?? 0), 0);
      return one !== other && dot > 0.1 * norm(one) * norm(other) ? 1 : 0;
    }),
  );
  const rank = centrality(near);
  return take(all, (_sentence, index) => rank[index] ?? 0);
};

/** PageRank with the usual damping of 0.85. */
function centrality(near: readonly (readonly number[])[]): readonly number[] {
  const totals = near.map((row) => row.reduce((sum, value) => sum + value, 0));
  let rank = near.map(() => 1 / near.length);
  for (let round = 0; round < 50; round++) {
    rank = near.map((_, to) => {
      const received = near.reduce(
        (sum, row, from) => sum + ((row[to] ?? 0) / (totals[from] || 1)) * (rank[from] ?? 0),
        0,
      );
      return 0.15 / near.length + 0.85 * received;
    });
  }
  return rank;
}

function take(all: readonly string[], score: (sentence: string, index: number) => number): Summary {
  const best = all
    .map((sentence, index) => ({ sentence, index, score: score(sentence, index) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, 3);
  return {
    takeaway: cutTo(best[0]?.sentence ?? '', DEFAULT_LIMITS.takeaway),
    points: best
      .toSorted((a, b) => a.index - b.index)
      .map(({ sentence }) => cutTo(sentence, DEFAULT_LIMITS.point)),
  };
}

function sentences(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.flatMap(sentencesOf).map(({ clauses }) => clauses.join(''));
}

/** As many whole clauses as fit; where not even one does, its first characters. */
function cutTo(sentence: string, limit: number): string {
  const clauses = sentencesOf(sentence).flatMap((one) => one.clauses);
  for (let count = clauses.length; count > 0; count--) {
    const text = bare(clauses.slice(0, count).join(''));
    if (fullWidthUnits(text) <= limit) return text;
  }
  return [...sentence].slice(0, limit).join('');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsOf(sentence: string): readonly string[] {
  return [...segmenter.segment(sentence)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}
