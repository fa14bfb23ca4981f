// The parts of an answer that can be shown by themselves.

import { fullWidthUnits } from '../chinese/characters.ts';
import { convertTo } from '../chinese/script.ts';
import { bare, isBalanced, sentencesOf } from './clauses.ts';
import { frameLength, hasSubject, standsAlone } from './grammar.ts';

/** Clauses of one sentence, one after the other. */
export interface Span {
  readonly text: string;
  /** The number of the sentence in the answer. */
  readonly sentence: number;
  /** The numbers of its first clause and of the one after its last, through the whole answer. */
  readonly start: number;
  readonly end: number;
  readonly opensSentence: boolean;
  readonly closesSentence: boolean;
  readonly hasSubject: boolean;
  /** Whether its sentence gives examples. */
  readonly isExample: boolean;
}

/** The spans of at most `limit` full-width units, in order. Glosses in brackets are left out: to B（企業）. */
export function spansOf(paragraphs: readonly string[], limit: number): readonly Span[] {
  const spans: Span[] = [];
  let offset = 0;
  paragraphs.flatMap(sentencesOf).forEach(({ clauses }, sentence) => {
    const plain = clauses.map(simplified);
    const isExample = plain.some((clause) => EXAMPLE.test(clause));
    for (let from = 0; from < clauses.length; from++) {
      for (let until = from + 1; until <= clauses.length; until++) {
        const frame = frameLength(plain.slice(from, until).join(''));
        const whole = bare(withoutGlosses(clauses.slice(from, until).join('').slice(frame)));
        const text = fullWidthUnits(whole) > limit ? whole.replace(LAST_OF_SEVERAL, '') : whole;
        if (fullWidthUnits(text) > limit) break;
        if (!isBalanced(text) || !standsAlone(plain, from, until)) continue;
        spans.push({
          text,
          sentence,
          start: offset + from,
          end: offset + until,
          opensSentence: from === 0,
          closesSentence: until === clauses.length,
          hasSubject: hasSubject(plain, from),
          isExample,
        });
      }
    }
    offset += clauses.length;
  });
  return spans;
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

const EXAMPLE = /比如|例如|譬如|好比/;

/** The clause in simplified characters, one for one. */
function simplified(clause: string): string {
  const converted = convertTo('zh-CN', clause);
  return converted.length === clause.length ? converted : clause;
}

/** What 以及 adds to a list at the end of a text that is too long; without a denial it can go. */
const LAST_OF_SEVERAL = /以及[^，以不沒没無无非未別别]*$/u;

/** A gloss that denies something stays. */
function withoutGlosses(text: string): string {
  return text.replace(/（[^（）不沒没無无非未別别]*）/gu, '');
}
