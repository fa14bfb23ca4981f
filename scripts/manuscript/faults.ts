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
      hint: hint.replace('{}', () => what),
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
    'Use ## for a section, ### for a question and #### for a side head in an answer; the title stands in the front matter.',
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
  image: [
    'error',
    'an image stands among words: {}',
    'Put it on a line of its own in an answer, with an empty line before and after it.',
  ],
  'figure-here': [
    'error',
    'a figure stands in the introduction: {}',
    'Move it into an answer; a portrait is named in the front matter: "portrait: {}".',
  ],
  'picture-place': [
    'error',
    'a picture must lie beside the manuscript or in a folder there: {}',
    'Copy it there and write its path from the manuscript, such as figures/a.jpg.',
  ],
  'picture-undescribed': [
    'warning',
    'nothing says what this picture shows: {}',
    'Write it between the brackets: ![what is to be seen](file).',
  ],
  'side-head-here': [
    'error',
    'a side head stands outside of an answer: {}',
    'Move it below a question, between paragraphs of the answer.',
  ],
  'empty-side-head': ['error', 'the side head is empty', 'Write it after ####.'],
  'side-head-alone': [
    'error',
    'nothing stands below this side head: {}',
    'Write the paragraph that it heads below it, or take it out.',
  ],
  html: ['error', 'HTML is not set: {}', 'Write plain text; \\< keeps the mark itself.'],
  table: ['error', 'tables are not set: {}', 'Write the rows as paragraphs.'],
  'code-block': ['error', 'code blocks are not set: {}', 'Write a paragraph, without indenting it.'],
  'note-missing': [
    'error',
    'no line says what this note is: {}',
    'Write it on a line of its own: [^1]: words; \\[^ keeps the marks themselves.',
  ],
  'note-twice': ['error', 'this note is given for a second time: {}', 'Give each note a name of its own.'],
  'note-empty': ['error', 'this note says nothing: {}', 'Write its words after the colon.'],
  'note-unused': [
    'warning',
    'nothing refers to this note, and it is not printed: {}',
    'Put its mark behind the word it is about, or take the note out.',
  ],
  'note-again': [
    'warning',
    'this note is printed again, for the second mark that refers to it: {}',
    'Leave it so, or take one of the marks out.',
  ],
  'note-here': [
    'error',
    'a note cannot stand here: {}',
    'Put its mark into a question, a side head, or a paragraph of an answer or of the introduction.',
  ],
  'note-place': [
    'error',
    'the words of a note stand inside a list or quote',
    'Write them at the start of a line after an empty one.',
  ],
  emphasis: [
    'warning',
    'emphasis is dropped here, the words are kept: {}',
    'Take the marks out; headings, takeaways, answers, the introduction and notes have emphasis.',
  ],
  'inline-code': ['warning', 'code marks are dropped here, the words are kept: {}', 'Take the marks out.'],
  link: [
    'warning',
    'the link is dropped here, its words are kept: {}',
    'Make the link in the answer, or write the address out.',
  ],
  'link-address': [
    'warning',
    'this link leads to no web page, and is dropped: {}',
    'Give an address that begins with https:// or mailto:.',
  ],
  'link-definition': [
    'warning',
    'no link uses this address: {}',
    'Take the line out, or write [words][name] where the link is to stand.',
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
