// The parts of an answer that can be shown by themselves.

import { fullWidthUnits } from '../chinese/characters.ts';
import { convertTo } from '../chinese/script.ts';
import { isBalanced, sentencesOf } from './clauses.ts';
import { compress, type Run, textOf } from './compress.ts';
import { hasSubject, standsAlone } from './grammar.ts';

/** Clauses of one sentence, one after the other, with what they can do without left out. */
export interface Span {
  readonly text: string;
  /** The text in simplified characters, whatever the answer is written in. */
  readonly plain: string;
  /** The number of the paragraph it is taken from, and what is taken of it. */
  readonly paragraph: number;
  readonly runs: readonly Run[];
  /** The number of the sentence in the answer. */
  readonly sentence: number;
  /** The numbers of its first clause and of the one after its last, through the whole answer. */
  readonly start: number;
  readonly end: number;
  readonly opensSentence: boolean;
  readonly closesSentence: boolean;
  readonly hasSubject: boolean;
  /** What the speaker led up to it with and is left out: 不過我覺得. */
  readonly frame: string;
  /** The sentence as a whole, in simplified characters. */
  readonly context: string;
}

/** The spans of at most `limit` full-width units, in order. */
export function spansOf(paragraphs: readonly string[], limit: number): readonly Span[] {
  const spans: Span[] = [];
  let [sentenceCount, clauseCount] = [0, 0];
  paragraphs.forEach((text, paragraph) => {
    let offset = 0;
    for (const { clauses } of sentencesOf(text)) {
      const at = { paragraph, offset, sentence: sentenceCount, clause: clauseCount };
      spans.push(...spansOfSentence(clauses, at, limit));
      offset += clauses.join('').length;
      sentenceCount += 1;
      clauseCount += clauses.length;
    }
  });
  return spans;
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

interface At {
  readonly paragraph: number;
  /** Where in its paragraph the sentence begins. */
  readonly offset: number;
  readonly sentence: number;
  readonly clause: number;
}

function spansOfSentence(clauses: readonly string[], at: At, limit: number): readonly Span[] {
  const plain = clauses.map(simplified);
  const spans: Span[] = [];
  for (let from = 0; from < clauses.length; from++) {
    const offset = at.offset + clauses.slice(0, from).join('').length;
    for (let until = from + 1; until <= clauses.length; until++) {
      const whole = clauses.slice(from, until).join('');
      const wholePlain = plain.slice(from, until).join('');
      const starts = plain
        .slice(from, until)
        .map((_, index) => plain.slice(from, from + index).join('').length);
      const runs = compress(whole, wholePlain, starts, limit);
      const text = textOf(whole, runs);
      if (fullWidthUnits(text) > limit) break;
      if (text === '' || !isBalanced(text) || !standsAlone(plain, from, until)) continue;
      spans.push({
        text,
        plain: textOf(wholePlain, runs),
        paragraph: at.paragraph,
        runs: runs.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
        sentence: at.sentence,
        start: at.clause + from,
        end: at.clause + until,
        opensSentence: from === 0,
        closesSentence: until === clauses.length,
        hasSubject: hasSubject(plain, from),
        frame: wholePlain.slice(0, runs[0]?.start),
        context: plain.join(''),
      });
    }
  }
  return spans;
}

/** The clause in simplified characters, one for one. */
function simplified(clause: string): string {
  const converted = convertTo('zh-CN', clause);
  return converted.length === clause.length ? converted : clause;
}
