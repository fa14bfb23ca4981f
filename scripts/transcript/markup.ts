// Markdown's signs in a text (CommonMark): headings, bold and italic words, quotations and rules. They go, and what
// they say of a line is kept beside the text.

import type { Edit } from './edits.ts';
import { linesOf, literalSpans } from './lines.ts';

/** How a line is set off; by the number of the line. */
export interface LineStyle {
  /** From 1; 0 for what is no heading. */
  readonly headingLevel: number;
  /** Bold from its first word to its last. */
  readonly isBold: boolean;
}

const PLAIN: LineStyle = { headingLevel: 0, isBold: false };

export function readMarkup(text: string): { edits: Edit[]; styles: readonly LineStyle[] } {
  const edits: Edit[] = [];
  const styles: LineStyle[] = [];
  for (const { start, text: line } of linesOf(text)) {
    styles.push(PLAIN);
    if (!/[*_#>=~—─━＊※◆◇★☆●○■□-]/.test(line)) continue;
    if (RULE.test(line)) {
      edits.push({ start, end: start + line.length, after: '', kind: 'rule' });
      continue;
    }
    const quote = /^(?:> ?)+(?=\S)/.exec(line)?.[0].length ?? 0;
    const heading = /^#{1,6} (?=\S)/.exec(line.slice(quote))?.[0] ?? '';
    if (quote > 0) edits.push({ start, end: start + quote, after: '', kind: 'markup' });
    const words = quote + heading.length;
    if (heading !== '')
      edits.push({ start: start + quote, end: start + words, after: '', kind: 'heading-mark' });
    const bold = emphasis(line, words);
    edits.push(...bold.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })));
    styles[styles.length - 1] = { headingLevel: Math.max(0, heading.length - 1), isBold: bold.isWhole };
  }
  return { edits, styles };
}

/** A line of nothing but signs parts what stands above from what stands below. */
const RULE = /^(?:[-*_=~—─━＊※◆◇★☆●○■□] ?){3,}$/u;

/** One pair of signs with words between them. */
const EMPHASIS =
  /(\*{2,3}|__) ?(?=[^\s*_])((?:(?!\1).)*[^\s*_]) ?\1|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*])/gu;

function emphasis(line: string, from: number): { edits: Edit[]; isWhole: boolean } {
  const edits: Edit[] = [];
  if (!/\*|__/.test(line)) return { edits, isWhole: false };
  const isLiteral = literalSpans(line);
  let outside = '';
  let at = from;
  for (const { 0: whole, 1: sign, 2: strong, 3: light, index } of line.matchAll(EMPHASIS)) {
    const words = strong ?? light ?? '';
    const end = index + whole.length;
    const isWord = sign === '__' && /[\w]/.test(line.charAt(index - 1) + line.charAt(end));
    if (index < from || isLiteral(index) || isWord || !/[\p{L}\p{N}]/u.test(words)) continue;
    const inner = whole.indexOf(words, sign?.length ?? 1);
    edits.push({ start: index, end: index + inner, after: '', kind: 'markup' });
    edits.push({ start: index + inner + words.length, end, after: '', kind: 'markup' });
    outside += line.slice(at, index) + (strong === undefined ? words : '');
    at = end;
  }
  outside += line.slice(at);
  return { edits, isWhole: edits.length > 0 && !/[\p{L}\p{N}]/u.test(outside) };
}
