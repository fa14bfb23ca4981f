// One question with its takeaway, its points and its answer.

import { positionAt } from '../model/diagnostic.ts';
import type { Exchange, Text, Turn } from '../model/interview.ts';
import type { Block, Words } from './markdown.ts';
import { splitAtSpeakers } from './marks.ts';
import { type Context, textOf, trimmed } from './words.ts';

/** What stands for the interviewee where the front matter names none. */
export const ANSWER = '答';

/** The exchange under a question. A block quote directly below is the takeaway, a list directly below the points. */
export function readExchange(question: Words, blocks: readonly Block[], context: Context): Exchange {
  const { report } = context;
  const asked = textOf(question, context);
  if (asked.text === '') report('empty-question', question.at);
  const rest = [...blocks];
  const quote = rest[0]?.kind === 'quote' ? rest.shift() : undefined;
  const list = rest[0]?.kind === 'list' ? rest.shift() : undefined;
  const takeaway = quote?.kind === 'quote' ? soleText(quote.blocks, context) : undefined;
  if (quote && !takeaway) report('takeaway-shape', quote.at);
  if (rest.length === 0) report('question-without-answer', question.at, asked.text);
  return {
    question: asked,
    ...(takeaway && { takeaway }),
    points: list?.kind === 'list' ? list.items.flatMap((item) => pointOf(item) ?? []) : [],
    answer: readTurns(rest, context),
  };

  function pointOf(item: { readonly blocks: readonly Block[]; readonly at: Block['at'] }): Text | undefined {
    const point = soleText(item.blocks, context);
    if (!point) report('point-shape', item.at);
    return point;
  }
}

/** The text of the one paragraph, undefined where there is anything else. */
function soleText(blocks: readonly Block[], context: Context): Text | undefined {
  const [block, ...others] = blocks;
  if (block?.kind !== 'paragraph' || others.length > 0) return undefined;
  const text = textOf(block.words, context);
  return text.text === '' ? undefined : text;
}

interface OpenTurn {
  readonly speaker: string | undefined;
  readonly paragraphs: Text[];
}

function readTurns(blocks: readonly Block[], context: Context): readonly Turn[] {
  const { report, interviewee } = context;
  const turns: (OpenTurn & { readonly at: Block['at'] })[] = [];
  for (const block of blocks) {
    if (block.kind === 'quote') report('quote-here', block.at);
    if (block.kind === 'list') report('list-here', block.at);
    if (block.kind !== 'paragraph') continue;
    for (const { speaker, text } of partsOf(block.words, context)) {
      const at = text.at ?? block.at;
      const isInterviewee = speaker === undefined || speaker === interviewee || speaker === ANSWER;
      if (speaker !== undefined || turns.length === 0)
        turns.push({ speaker: isInterviewee ? undefined : speaker, paragraphs: [], at });
      if (text.text !== '') turns.at(-1)?.paragraphs.push(text);
    }
  }
  for (const { speaker = ANSWER, paragraphs, at } of turns)
    if (paragraphs.length === 0) report('empty-turn', at, speaker);
  return turns.map(({ speaker, paragraphs }) => ({ ...(speaker !== undefined && { speaker }), paragraphs }));
}

/** A paragraph parted where a speaker's mark begins a line. */
function partsOf(words: Words, { mask, source }: Context): readonly { speaker?: string; text: Text }[] {
  const read = splitAtSpeakers(words.value, mask);
  const written = splitAtSpeakers(words.raw, mask);
  const before = { text: { text: trimmed(read.before, written.before), at: words.at } };
  const spoken = read.spoken.map(({ speaker, words: value }, index) => {
    const { words: raw = '', start = 0 } = written.spoken[index] ?? {};
    return { speaker, text: { text: trimmed(value, raw), at: positionAt(source, words.offset + start) } };
  });
  return before.text.text === '' ? spoken : [before, ...spoken];
}
