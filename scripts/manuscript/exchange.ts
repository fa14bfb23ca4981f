// One question with its takeaway, its points and its answer.

import type { Exchange, Insert, Text, Turn } from '../model/interview.ts';
import type { Words } from './inline.ts';
import type { Block } from './markdown.ts';
import { splitAtSpeakers } from './marks.ts';
import { type Context, markedTextOf, sliceOf, textOf, unnotedTextOf } from './words.ts';

/** What stands for the interviewee where the front matter names none. */
export const ANSWER = '答';

/** The exchange under a question. A block quote directly below is the takeaway, a list directly below the points. */
export function readExchange(question: Words, blocks: readonly Block[], context: Context): Exchange {
  const { report } = context;
  const asked = markedTextOf(question, context);
  if (asked.text === '') report('empty-question', question.at);
  const rest = [...blocks];
  const quote = rest[0]?.kind === 'quote' ? rest.shift() : undefined;
  const list = rest[0]?.kind === 'list' ? rest.shift() : undefined;
  const takeaway = quote?.kind === 'quote' ? soleText(quote.blocks, context, unnotedTextOf) : undefined;
  if (quote && !takeaway) report('takeaway-shape', quote.at);
  if (rest.every(({ kind }) => kind === 'figure' || kind === 'heading'))
    report('question-without-answer', question.at, asked.text);
  return {
    question: asked,
    ...(takeaway && { takeaway }),
    points: list?.kind === 'list' ? list.items.flatMap((item) => pointOf(item) ?? []) : [],
    answer: readTurns(rest, context),
  };

  function pointOf(item: { readonly blocks: readonly Block[]; readonly at: Block['at'] }): Text | undefined {
    const point = soleText(item.blocks, context, textOf);
    if (!point) report('point-shape', item.at);
    return point;
  }
}

/** The text of the one paragraph, undefined where there is anything else. */
function soleText(blocks: readonly Block[], context: Context, read: typeof textOf): Text | undefined {
  const [block, ...others] = blocks;
  if (block?.kind !== 'paragraph' || others.length > 0) return undefined;
  const text = read(block.words, context);
  return text.text === '' ? undefined : text;
}

interface OpenTurn {
  readonly speaker: string | undefined;
  readonly paragraphs: Text[];
  readonly inserts: Insert[];
  readonly at: Block['at'];
}

function readTurns(blocks: readonly Block[], context: Context): readonly Turn[] {
  const { report, interviewee } = context;
  const turns: OpenTurn[] = [];
  // What stands above the first turn.
  let above: Insert[] = [];
  for (const block of blocks) {
    if (block.kind === 'quote') report('quote-here', block.at);
    if (block.kind === 'list') report('list-here', block.at);
    const insert = insertOf(block, turns.at(-1)?.paragraphs.length ?? 0, context);
    if (insert) (turns.at(-1)?.inserts ?? above).push(insert);
    if (block.kind !== 'paragraph') continue;
    for (const { speaker, text } of partsOf(block.words, context)) {
      const at = text.at ?? block.at;
      const isInterviewee = speaker === undefined || speaker === interviewee || speaker === ANSWER;
      if (speaker !== undefined || turns.length === 0) {
        turns.push({ speaker: isInterviewee ? undefined : speaker, paragraphs: [], inserts: above, at });
        above = [];
      }
      if (text.text !== '') turns.at(-1)?.paragraphs.push(text);
    }
  }
  for (const { speaker = ANSWER, paragraphs, at } of turns)
    if (paragraphs.length === 0) report('empty-turn', at, speaker);
  const last = turns.at(-1)?.inserts.at(-1);
  if (last?.kind === 'side-head' && last.before === turns.at(-1)?.paragraphs.length)
    report('side-head-alone', last.text.at ?? { line: 1, column: 1 }, last.text.text);
  return turns.map(({ speaker, paragraphs, inserts }) => ({
    ...(speaker !== undefined && { speaker }),
    paragraphs,
    ...(inserts.length > 0 && { inserts }),
  }));
}

function insertOf(block: Block, before: number, context: Context): Insert | undefined {
  if (block.kind === 'figure') return { kind: 'figure', before, figure: block.figure };
  if (block.kind !== 'heading') return undefined;
  const text = markedTextOf(block.words, context);
  if (text.text === '') context.report('empty-side-head', block.at);
  return { kind: 'side-head', before, text };
}

/** A paragraph parted where a speaker's mark begins a line. */
function partsOf(words: Words, context: Context): readonly { speaker?: string; text: Text }[] {
  const { masks, source } = context.masked;
  const read = splitAtSpeakers(words.value, masks);
  if (read.marked.length === 0) return [{ text: markedTextOf(words, context) }];
  const written = splitAtSpeakers(words.raw, masks);
  const first = sliceOf(words, { words: read.before, start: 0 }, { words: written.before, start: 0 }, source);
  const spoken = read.marked.map((part, index) => ({
    speaker: part.name,
    text: markedTextOf(sliceOf(words, part, written.marked[index] ?? part, source), context),
  }));
  const before = { text: { ...markedTextOf(first, context), at: words.at } };
  return before.text.text === '' ? spoken : [before, ...spoken];
}
