// The blocks of a manuscript put in order: the lead, then sections with their questions.

import type { Interview, Section, Text } from '../model/interview.ts';
import { readExchange } from './exchange.ts';
import type { Words } from './inline.ts';
import type { Block } from './markdown.ts';
import { splitAtBar } from './marks.ts';
import { type Context, markedTextOf, sliceOf, unnotedTextOf } from './words.ts';

/**
 * Lead and sections. Where no section has a heading, the questions are one section that bears `title`. What stands
 * where it cannot is reported.
 */
export function readBody(
  blocks: readonly Block[],
  title: Text,
  context: Context,
): Pick<Interview, 'lead' | 'sections'> {
  const { report } = context;
  const { lead, sections } = outlineOf(blocks, context);
  if (sections.every(({ questions }) => questions.length === 0))
    report('no-question', { line: 1, column: 1 });
  const hasHeadings = sections.some(({ heading }) => heading);
  return {
    lead: lead.flatMap((block) => leadText(block, context) ?? []),
    sections: sections.map((section) => {
      if (hasHeadings && !section.heading)
        for (const { question } of section.questions)
          report('question-outside-section', question.at, question.value);
      return readSection(section, title, context);
    }),
  };
}

interface Outline {
  readonly lead: Block[];
  readonly sections: SectionOutline[];
}

interface SectionOutline {
  readonly heading?: Words;
  /** What stands between the heading and the first question. */
  readonly stray: Block[];
  readonly questions: { readonly question: Words; readonly blocks: Block[] }[];
}

function outlineOf(blocks: readonly Block[], { report }: Context): Outline {
  const outline: Outline = { lead: [], sections: [] };
  let current = outline.lead;
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      current.push(block);
    } else if (block.depth === 2) {
      current = [];
      outline.sections.push({ heading: block.words, stray: current, questions: [] });
    } else if (block.depth === 3) {
      current = [];
      const section = outline.sections.at(-1) ?? { stray: [], questions: [] };
      if (outline.sections.length === 0) outline.sections.push(section);
      section.questions.push({ question: block.words, blocks: current });
    } else if (block.depth === 4 && outline.sections.at(-1)?.questions.at(-1)?.blocks === current) {
      current.push(block);
    } else {
      report(block.depth === 4 ? 'side-head-here' : 'heading-level', block.at, block.words.value);
    }
  }
  return outline;
}

function readSection({ heading, stray, questions }: SectionOutline, title: Text, context: Context): Section {
  const { report } = context;
  const [first] = stray;
  if (first) report('text-before-question', first.at, first.kind === 'paragraph' ? first.words.value : '');
  if (questions.length === 0 && heading) report('section-without-question', heading.at, heading.value);
  return {
    ...(heading ? readHeading(heading, context) : { title }),
    exchanges: questions.map(({ question, blocks }) => readExchange(question, blocks, context)),
  };
}

/** `kicker｜title`, or the title alone. */
function readHeading(words: Words, context: Context): Pick<Section, 'kicker' | 'title'> {
  const { masks, source } = context.masked;
  const written = splitAtBar(words.raw, masks);
  const parts = splitAtBar(words.value, masks).map((part, index) => {
    const slice = sliceOf(words, part, written[index] ?? part, source);
    return unnotedTextOf(index === 0 ? { ...slice, at: words.at } : slice, context);
  });
  if (parts.some(({ text }) => text === '')) context.report('empty-heading', words.at);
  const [first = { text: '' }, second] = parts;
  return second ? { kicker: first, title: second } : { title: first };
}

function leadText(block: Block, context: Context): Text | undefined {
  if (block.kind === 'paragraph') return markedTextOf(block.words, context);
  if (block.kind === 'figure') context.report('figure-here', block.at, block.figure.file);
  if (block.kind === 'quote') context.report('quote-here', block.at);
  if (block.kind === 'list') context.report('list-here', block.at);
  return undefined;
}
