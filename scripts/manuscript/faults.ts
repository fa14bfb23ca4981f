// What a manuscript can have that the products do not set, or that stands in the wrong place: one table of wordings.

import type { Diagnostic, Position, Severity } from '../model/diagnostic.ts';

/** Notes a fault at a place of the manuscript; `what` are the words it is about. */
export type Report = (fault: FaultName, at: Position, what?: string) => void;

export type FaultName = keyof typeof FAULTS;

/** Collects the faults of `file` as diagnostics, in the order in which they stand there. */
export function collector(file: string): { readonly report: Report; readonly found: () => Diagnostic[] } {
  const diagnostics: { readonly at: Position; readonly diagnostic: Diagnostic }[] = [];
  const report: Report = (fault, at, what = '') => {
    const { severity, message, hint } = wordingOf(fault);
    const diagnostic = {
      code: `manuscript/${fault}`,
      severity,
      message: message.replace('{}', () => excerpt(what)),
      hint,
      place: { file, ...at },
    };
    diagnostics.push({ at, diagnostic });
  };
  const inOrder = (): Diagnostic[] =>
    diagnostics
      .toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
      .map(({ diagnostic }) => diagnostic);
  return { report, found: inOrder };
}

function wordingOf(fault: FaultName): { severity: Severity; message: string; hint: string } {
  const [severity, message, hint] = FAULTS[fault];
  return { severity, message, hint };
}

/** The beginning of `words`, without the masks of marks.ts. */
function excerpt(words: string): string {
  const characters = [...words.replace(/[\ufdd0-\ufdef]/g, '').trim()];
  return characters.length > 20 ? `${characters.slice(0, 19).join('')}…` : words;
}

const FAULTS = {
  'no-front-matter': [
    'error',
    'the manuscript has no front matter',
    'Begin the file with a line ---, then "title: …", then a line ---.',
  ],
  'unclosed-front-matter': [
    'error',
    'the front matter is not closed',
    'End it with a line --- before the text begins.',
  ],
  'no-title': ['error', 'the front matter has no title', 'Write "title: …" between the lines ---.'],
  'no-question': [
    'error',
    'the manuscript has no question',
    'Write each question as a heading: ### question.',
  ],
  'heading-level': [
    'error',
    'a heading of this level is not used: {}',
    'Use ## for a section and ### for a question; the title of the interview stands in the front matter.',
  ],
  'heading-space': [
    'error',
    '# marks without a space make no heading: {}',
    'Write a space after them, or \\# for the mark itself.',
  ],
  'underlined-heading': [
    'error',
    'the line of - or = below makes a heading of this: {}',
    'Leave an empty line before ---; write a section as ## heading.',
  ],
  'empty-heading': [
    'error',
    'the heading of the section is not complete',
    'Write ## title, or ## kicker｜title.',
  ],
  'empty-question': ['error', 'the question is empty', 'Write it after ###.'],
  'question-outside-section': [
    'error',
    'this question stands before the first section: {}',
    'Put a section heading (## title) before it, or take all section headings out.',
  ],
  'section-without-question': [
    'error',
    'the section has no question: {}',
    'Write its questions as ### headings, or take the section out.',
  ],
  'text-before-question': [
    'error',
    'this text stands between the section heading and its first question: {}',
    'Move it into an answer, or before the first section, where the lead stands.',
  ],
  'question-without-answer': ['error', 'the question has no answer: {}', 'Write the answer below it.'],
  'empty-turn': [
    'error',
    '{} has nothing to say here',
    'Write the words after the name, or take the name out.',
  ],
  'takeaway-shape': ['error', 'a takeaway is one paragraph', 'Keep one paragraph in the block quote.'],
  'point-shape': [
    'error',
    'a point is one paragraph, without lists inside',
    'Write each point on a line of its own, after "- ".',
  ],
  'list-here': [
    'error',
    'a list stands here, and only points are one',
    'Points stand directly under the question or its takeaway; elsewhere write paragraphs (\\- keeps a dash).',
  ],
  'numbered-list': [
    'error',
    'numbered lists are not set',
    'Write points after "- "; in an answer keep the number by writing 1\\. for 1.',
  ],
  'quote-here': [
    'error',
    'a block quote stands here, and only a takeaway is one',
    'A takeaway stands directly under its question; write quoted words as a paragraph.',
  ],
  'run-on': [
    'error',
    'this line continues the block quote or list above it: {}',
    'Leave an empty line before it.',
  ],
  nesting: [
    'error',
    'quotes or lists are nested too deeply',
    'Take the many > or - at the start of a line out.',
  ],
  image: ['error', 'images are not set: {}', 'Take the image out; the words around it can stay.'],
  html: ['error', 'HTML is not set: {}', 'Write plain text; \\< keeps the mark itself.'],
  table: ['error', 'tables are not set: {}', 'Write the rows as paragraphs.'],
  'code-block': ['error', 'code blocks are not set: {}', 'Write a paragraph, without indenting it.'],
  footnote: ['error', 'footnotes are not set: {}', 'Put the note into the text, in brackets.'],
  emphasis: ['warning', 'emphasis is dropped, the words are kept: {}', 'Take the marks out.'],
  'inline-code': ['warning', 'code marks are dropped, the words are kept: {}', 'Take the marks out.'],
  link: [
    'warning',
    'the link is dropped, its words are kept: {}',
    'Write the address into the text if readers need it.',
  ],
  'link-definition': [
    'warning',
    'the address of a link is dropped: {}',
    'Write it into the text if readers need it.',
  ],
  'line-break': ['warning', 'the line break is dropped', 'Leave an empty line to begin a paragraph.'],
  rule: ['warning', 'the rule is dropped', 'Take it out; sections are set apart by their headings.'],
  'literal-marks': [
    'warning',
    'these marks are printed as they stand: {}',
    'Take them out, or write \\ before each to say that they belong to the text.',
  ],
  crowded: [
    'warning',
    'this is longer than its place has room for, and may run off it: {}',
    'Shorten it, or look closely at the cover, the quotes and the last slide.',
  ],
  invisible: [
    'error',
    'an invisible character stands here: {}',
    'Delete it; where you cannot see it, write the words around it anew.',
  ],
  'not-said': [
    'error',
    'no answer has these words: {}',
    'Quote them word for word from one paragraph of an answer.',
  ],
} as const satisfies Readonly<Record<string, readonly [Severity, message: string, hint: string]>>;
