// What makes a part of an answer worth showing: one table of features with their weights and where each idea is from.
// All words are matched in simplified characters. The weights were set by hand from a ridge regression over the spans
// of the references (bench/summaries), rounded, so that no one interview decides; 0 means measured and worth nothing.

import { fullWidthUnits } from '../chinese/characters.ts';
import type { Answer } from './answer.ts';
import type { Span } from './spans.ts';

export interface Feature {
  readonly name: string;
  /** What it counts for in a takeaway. */
  readonly title: number;
  /** What it counts for in a point. */
  readonly point: number;
  /** What it counts for in a sentence that is to be read by itself; nothing where it is left out. */
  readonly quote?: number;
  /** From 0 to 1, `concepts` from 0 to about 3. */
  readonly of: (span: Span, answer: Answer) => number;
}

export const FEATURES: readonly Feature[] = [
  // Luhn 1958: what an author comes back to is what the text is about.
  {
    name: 'concepts',
    title: 0.7,
    point: 1,
    quote: 0.25,
    of: ({ plain }, answer) => answer.conceptsOf(plain),
  },
  // Tombros and Sanderson 1998: a summary that answers a question takes up its words.
  { name: 'question', title: 1.2, point: 0.1, of: ({ plain }, answer) => answer.askedShareOf(plain) },
  // Mihalcea and Tarau 2004, by degree: the sentences that others are near to.
  {
    name: 'centrality',
    title: 0.1,
    point: 0,
    quote: 0.3,
    of: ({ sentence }, answer) => answer.centralityOf(sentence),
  },
  // Edmundson 1969, location: answers begin with the answer, and points that elaborate it come between first and last.
  { name: 'early', title: 0.6, point: 0, of: ({ sentence }, answer) => answer.earlinessOf(sentence) },
  { name: 'first', title: 0, point: -0.6, of: ({ sentence }) => Number(sentence === 0) },
  { name: 'last', title: -0.3, point: -0.8, of: ({ sentence }, answer) => Number(answer.isLast(sentence)) },
  // Edmundson 1969, cue words: behind 但, 所以 or 關鍵是 comes what the speaker is getting at.
  {
    name: 'turn',
    title: 0.6,
    point: 0.8,
    of: has('frame', /但|可是|然而|不过|所以|因此|关键是|总之|也就是说/u),
  },
  {
    name: 'stress',
    title: 0.1,
    point: 0.3,
    quote: 0.5,
    of: has('plain', /最|关键|核心|重要|必须|需要|应该|希望|期待|只有|愿意/u),
  },
  { name: 'modality', title: 0, point: 0.2, quote: 0.2, of: has('plain', /可以|能|会|要/u) },
  // Marcu 2000: both halves of a contrast are nuclei; a claim that something is not so is a claim.
  {
    name: 'contrast',
    title: 0.1,
    point: 0.1,
    quote: 1.2,
    of: has('plain', /不是.*(?:而?是)|而不是|不等于|不[^，]*，[^，]*才/u),
  },
  { name: 'denial', title: 0.2, point: 0, quote: 0.4, of: has('plain', /[不没]/u) },
  // Marcu 2000 again: what only supports a claim is its satellite. Examples, the speaker's own doings, who said what.
  { name: 'example', title: -0.3, point: 0, quote: -1, of: has('context', /比如|例如|譬如|好比|举个例子/u) },
  { name: 'self', title: -0.3, point: -0.5, quote: -0.2, of: has('plain', /^[我您你](?!们)/u) },
  {
    name: 'telling',
    title: -0.1,
    point: -0.5,
    quote: -0.6,
    of: has('plain', /[说问讲]|告诉|记得|那天|那时|有一次|后来|去了|来了/u),
  },
  {
    name: 'asking',
    title: -0.5,
    point: -0.3,
    quote: -0.8,
    of: has('plain', /多少|什么|怎么|为何|[哪谁]|(.)[不没]\1|能不能|是不是/u),
  },
  { name: 'pointing', title: -0.3, point: 0, quote: -0.5, of: has('plain', /[这那此]/u) },
  {
    name: 'vague',
    title: -0.4,
    point: -0.1,
    quote: -0.3,
    of: has('plain', /事情|东西|问题|办法|道理|时候/u),
  },
  // Lin and Hovy 2000: figures and names are what a reader takes away; in a title they are a detail.
  {
    name: 'number',
    title: -0.3,
    point: 0.3,
    quote: -0.6,
    of: has(
      'plain',
      /\d|百分之|[零〇一二两三四五六七八九十百千万亿半][^，]{0,2}[年月天岁倍成分个台家户度元亿万]/u,
    ),
  },
  { name: 'name', title: 0.1, point: 0.1, quote: -0.3, of: has('plain', /[A-Za-z]{2}|[“「《]/u) },
  // What reads as a sentence of its own: with its subject, begun and ended where the speaker did, of a title's or
  // point's usual length.
  { name: 'subject', title: 1.5, point: 0.4, quote: 0.8, of: ({ hasSubject }) => Number(hasSubject) },
  { name: 'opens', title: 0.7, point: 0, of: ({ opensSentence }) => Number(opensSentence) },
  { name: 'closes', title: 0.2, point: 0, of: ({ closesSentence }) => Number(closesSentence) },
  {
    name: 'length',
    title: 0.2,
    point: 0.3,
    quote: 0,
    of: ({ text }) => nearness(fullWidthUnits(text), USUAL_LENGTH),
  },
  { name: 'short', title: -0.1, point: -0.3, of: ({ text }) => Number(fullWidthUnits(text) < 10) },
  // What is quoted is what is remembered (Danescu-Niculescu-Mizil et al. 2012, You had me at hello): brief, with words
  // that come back and a claim that rules something out.
  {
    name: 'brief',
    title: 0,
    point: 0,
    quote: 0.8,
    of: ({ text }) => nearness(fullWidthUnits(text), QUOTED_LENGTH),
  },
  { name: 'echo', title: 0, point: 0, quote: 0.5, of: has('plain', /(\p{Script=Han}{2}).*[，；].*\1/u) },
  { name: 'only', title: 0, point: 0, quote: 0.5, of: has('plain', /只[是有要]|不等于|才是|永远|不会$/u) },
];

/** Full-width units of the points that editors write. */
const USUAL_LENGTH = 17;
/** And of a sentence that fills a slide of its own without crowding it. */
const QUOTED_LENGTH = 20;

/** The worth of a span as takeaway or point: only differences within one answer mean anything. */
export function scoreOf(span: Span, use: 'title' | 'point' | 'quote', answer: Answer): number {
  return FEATURES.reduce((sum, feature) => sum + (feature[use] ?? 0) * feature.of(span, answer), 0);
}

function has(part: 'plain' | 'frame' | 'context', pattern: RegExp): Feature['of'] {
  return (span) => Number(pattern.test(span[part]));
}

function nearness(units: number, ideal: number): number {
  return Math.max(0, 1 - Math.abs(units - ideal) / ideal);
}
