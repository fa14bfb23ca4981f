// An answer as a whole, as the features of its parts see it: which words carry it, which of its sentences the others
// are near to. Texts are compared in simplified characters.

import { convertTo } from '../chinese/script.ts';
import { sentencesOf } from './clauses.ts';
import { countsOf, tokensOf } from './tokens.ts';

export interface Answer {
  /** How much of what the answer repeats stands in a text, by the root of the text's length: from 0 to about 3. */
  readonly conceptsOf: (text: string) => number;
  /** The share of a text's tokens that the question has too. */
  readonly askedShareOf: (text: string) => number;
  /** How near the other sentences are to this one, from 0 to 1. */
  readonly centralityOf: (sentence: number) => number;
  /** 1 for the first sentence, 0 for the last. */
  readonly earlinessOf: (sentence: number) => number;
  readonly isLast: (sentence: number) => boolean;
}

/** The answer that the paragraphs make. */
export function answerOf(question: string, paragraphs: readonly string[]): Answer {
  const sentences = paragraphs.flatMap((paragraph) =>
    sentencesOf(paragraph).map(({ clauses }) => tokensOf(convertTo('zh-CN', clauses.join('')))),
  );
  const asked = new Set(tokensOf(convertTo('zh-CN', question)));
  const counts = countsOf(sentences.flat());
  const degrees = degreesOf(sentences);
  const highest = Math.max(0, ...degrees);
  const last = sentences.length - 1;
  return {
    conceptsOf: (text) => {
      const tokens = [...new Set(tokensOf(text))];
      const sum = tokens.reduce((total, token) => total + Math.log2(counts.get(token) ?? 1), 0);
      return sum / Math.sqrt(Math.max(FEWEST_TOKENS, tokens.length));
    },
    askedShareOf: (text) => {
      const tokens = [...new Set(tokensOf(text))];
      return tokens.filter((token) => asked.has(token)).length / Math.max(FEWEST_TOKENS, tokens.length);
    },
    centralityOf: (sentence) => (highest > 0 ? (degrees[sentence] ?? 0) / highest : 0),
    earlinessOf: (sentence) => 1 - sentence / Math.max(1, last),
    isLast: (sentence) => sentence === last,
  };
}

/** So that two or three words of a text that is hardly one do not count as all of it. */
const FEWEST_TOKENS = 4;

/** How much each sentence shares with the others, for their lengths (TextRank's measure, summed). */
function degreesOf(sentences: readonly (readonly string[])[]): readonly number[] {
  const sets = sentences.map((tokens) => new Set(tokens));
  return sets.map((one) =>
    sets.reduce((sum, other) => {
      const lengths = Math.log(1 + one.size) + Math.log(1 + other.size);
      const shared = one === other ? 0 : [...one].filter((token) => other.has(token)).length;
      return lengths > 0 ? sum + shared / lengths : sum;
    }, 0),
  );
}
