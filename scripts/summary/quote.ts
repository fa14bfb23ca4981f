// The sentence of a section that is worth a slide of its own: whole, word for word, and understood without the others.

import { fullWidthUnits } from '../chinese/characters.ts';
import { convertTo } from '../chinese/script.ts';
import type { Exchange, Interview, Text } from '../model/interview.ts';
import { type Answer, answerOf } from './answer.ts';
import { saySame } from './choose.ts';
import { isBalanced, type Sentence, sentencesOf } from './clauses.ts';
import { scoreOf } from './features.ts';
import { frameLength, hasSubject, standsAlone } from './grammar.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Span } from './spans.ts';

/** In full-width units: what is shorter is no statement, what is longer nobody reads at a glance. */
const SHORTEST = 10;
const LONGEST = 40;
/** What a sentence must be worth to be shown: the best of a section of small talk is not. */
const STRONG = 2.2;
/** What it loses where a point on the slide before says the same. */
const REPEATS_POINT = 0.3;

/**
 * The interview with the strongest sentence of each section that the editor quotes nobody from; none where nothing in it
 * is strong, or where the editor wants no other quotes. It repeats no takeaway, nor the title or the closing words.
 */
export function chooseQuotes(interview: Interview): Interview {
  const { title, closing, quotes, pullQuotes, sections } = interview;
  if (pullQuotes === 'own') return interview;
  const shown = [title, closing].flatMap((text) => text?.text ?? []);
  const chosen = sections.map((section) => {
    const said = section.exchanges.flatMap(({ answer }) => answer.flatMap(({ paragraphs }) => paragraphs));
    const isQuoted = quotes.some((quote) => said.some(({ text }) => text.includes(quote.text)));
    const quote = isQuoted ? undefined : quoteOf(section.exchanges, shown);
    return quote ? { ...section, quote } : section;
  });
  return { ...interview, sections: chosen };
}

function quoteOf(exchanges: readonly Exchange[], shown: readonly string[]): Text | undefined {
  const taken = [...shown, ...exchanges.flatMap(({ takeaway }) => takeaway?.text ?? [])].map(simplified);
  const found = exchanges.flatMap((exchange) => candidatesOf(exchange, taken));
  const best = found.reduce((most, one) => (one.score > most.score ? one : most), NOTHING);
  return best.score >= STRONG ? best.quote : undefined;
}

interface Candidate {
  readonly quote: Text;
  readonly score: number;
}

const NOTHING: Candidate = { quote: { text: '' }, score: Number.NEGATIVE_INFINITY };

function candidatesOf(exchange: Exchange, taken: readonly string[]): readonly Candidate[] {
  const said = paragraphsOf(exchange);
  const answer = answerOf(
    exchange.question.text,
    said.map(({ text }) => text),
  );
  let number = -1;
  return said.flatMap(({ text: paragraph, turn, index, at }) => {
    let end = 0;
    return sentencesOf(paragraph).flatMap((sentence): readonly Candidate[] => {
      const whole = sentence.clauses.join('');
      const lead = whole.length - whole.trimStart().length;
      const start = end + lead;
      end += whole.length;
      number += 1;
      const text = whole.trim();
      if (!isQuotable(sentence) || taken.some((other) => saySame(simplified(text), other))) return [];
      const passage = { turn, paragraph: index, start, end: start + text.length };
      const quote = { text, ...(at && { at }), drawnFrom: [passage] };
      const repeats = exchange.points.some((point) => saySame(simplified(text), simplified(point.text)));
      return [{ quote, score: worthOf(sentence, number, answer) - (repeats ? REPEATS_POINT : 0) }];
    });
  });
}

/** Whether a listener who heard nothing else understands it: no question, no 但是 or 這 that leans on what went before. */
function isQuotable({ clauses }: Sentence): boolean {
  const text = clauses.join('').trim();
  const plain = clauses.map(simplified);
  const units = fullWidthUnits(text);
  return (
    units >= SHORTEST &&
    units <= LONGEST &&
    /[。！!]$/u.test(text) &&
    isBalanced(text) &&
    !LEANS.test(plain.join('')) &&
    frameLength(plain.join('')) === 0 &&
    standsAlone(plain, 0, plain.length) &&
    hasSubject(plain, 0)
  );
}

/** Words for what only another sentence names, and the beginnings of a list that others carry on. */
const LEANS =
  /[它她牠]|(?<!其)他(?!人)|^[“「]|^(?:也|还是|那|这|再|又)|如下|[一下]面[：，]|^第[一二三四五六]|[：:]/u;

function worthOf({ clauses }: Sentence, number: number, answer: Answer): number {
  const plain = clauses.map(simplified).join('');
  const span: Span = {
    text: clauses.join(''),
    plain,
    paragraph: 0,
    runs: [],
    sentence: number,
    start: 0,
    end: clauses.length,
    opensSentence: true,
    closesSentence: true,
    hasSubject: true,
    frame: '',
    context: plain,
  };
  return scoreOf(span, 'quote', answer);
}

const simplified = (text: string): string => convertTo('zh-CN', text);
