// Every rule that the proof holds, by its code. Nothing is reported that does not stand here, and each has pages that break
// it in test/proof/controls.ts.

import type { Position } from '../model/diagnostic.ts';
import type { Kinsoku } from '../model/settings.ts';
import type { Line } from './lines.ts';

export interface Rule {
  /** The level of line breaking from which on a house holds it; what is only wished for belongs to none. */
  readonly level: Kinsoku | 'wish';
  /** What it is drawn from. */
  readonly clause: string;
  /** What puts it right: other words, or another template. */
  readonly remedy: 'words' | 'theme';
}

const START = 'CLREQ, Prohibition rules for line start and line end';
const UNBREAKABLE = 'CLREQ, Prohibition rules for unbreakable marks';
const WIDTH = 'CLREQ, Punctuation width adjustment';
const MIXED = 'CLREQ, Handling of Western text in Chinese text';
const ALONE = 'CLREQ, Handling of widows and orphans';
const JUSTIFIED = 'CLREQ, Text alignment and justification';
const NOTES = 'CLREQ, Notes';
const POSITIONS = 'CLREQ, Sizes and positions of punctuation marks';
const UA = 'PDF/UA-1 (ISO 14289-1, 7)';
const NAVIGATION = 'ISO 32000-1, 12.3 and 12.4';
const TEXT = 'the text of the edition, character for character';
const PAGE = 'the page as the theme measures it';

const words = (clause: string, level: Rule['level'] = 'basic'): Rule => ({ level, clause, remedy: 'words' });
const theme = (clause: string, level: Rule['level'] = 'basic'): Rule => ({ level, clause, remedy: 'theme' });

export const RULES = {
  // Of a line.
  'line-start': words(START),
  'line-start-strict': words(START, 'strict'),
  'line-end': words(START),
  'line-end-gb': words(START, 'gb'),
  'split-mark': words(UNBREAKABLE),
  'torn-mark': theme(UNBREAKABLE),
  'split-figure': words(UNBREAKABLE),
  'split-word': words(MIXED),
  'adjacent-marks': theme(WIDTH),
  'uneven-squeeze': theme(WIDTH),
  'mark-at-line-end': theme(`${WIDTH}; GB/T 15834—2011, 5.1.10`),
  'mark-at-line-start': theme(WIDTH),
  'latin-gap': theme(MIXED),
  'gap-beside-mark': theme(MIXED),
  'loose-line': words(JUSTIFIED, 'wish'),
  'short-line': words(JUSTIFIED, 'wish'),
  overfull: words(JUSTIFIED),
  // Of a paragraph and of a page.
  'single-character': words(ALONE),
  'line-alone': words(ALONE),
  'heading-at-foot': words(ALONE),
  'opening-mark': theme('CLREQ, Compression of punctuation marks at line start'),
  grid: theme('CLREQ, Grid alignment'),
  overlap: theme(PAGE),
  'off-page': theme(PAGE),
  note: words(NOTES),
  'note-call': words(NOTES),
  // Of the whole file.
  text: theme(TEXT),
  lookalike: theme(TEXT),
  unreadable: theme(UA),
  'missing-glyph': theme(UA),
  'font-not-embedded': theme(UA),
  'font-not-subset': theme('ISO 32000-1, 9.6.4: no more of a font than is used'),
  'foreign-font': theme(POSITIONS),
  'no-tags': theme(UA),
  'not-accessible': theme(UA),
  title: theme(UA),
  language: theme(UA),
  'page-label': theme(NAVIGATION),
  folio: theme(NAVIGATION),
  outline: theme(NAVIGATION),
  link: theme(NAVIGATION),
  'page-number': theme(NAVIGATION),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleCode = keyof typeof RULES;

export interface Breach {
  readonly code: RuleCode;
  /** What is wrong, as an editor would say it. */
  readonly message: string;
  /** From 1; none for what concerns the whole file. */
  readonly page?: number;
  /** The line, as it reads, and its baseline in points from the foot of the page. */
  readonly line?: string;
  readonly y?: number;
  /** The paragraph in the manuscript. */
  readonly at?: Position;
}

export function ruleOf({ code }: Pick<Breach, 'code'>): Rule {
  return RULES[code];
}

export function breachOf(line: Line, code: RuleCode, message: string): Breach {
  return { code, message, page: line.page, line: line.text, y: line.y };
}
