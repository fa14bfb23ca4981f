// Quotation marks in the one form of the manuscript, “” with ‘’ inside (GB/T 15834—2011, 4.8); each edition gives
// them the form of its place again.

import { HAN } from '../chinese/characters.ts';
import type { Doubt } from './doubt.ts';
import type { Edit } from './edits.ts';
import { linesOf, literalSpans, type TextLine } from './lines.ts';

/** Turns 「」『』〝〞, straight and misdirected marks into “” and ‘’; a straight mark without its partner is a doubt. */
export function normalizeQuotation(text: string): { edits: Edit[]; doubts: Doubt[] } {
  const edits: Edit[] = [];
  const doubts: Doubt[] = [];
  for (const line of linesOf(text)) {
    if (!/[「」『』〝〞〟"＂'＇“”]/u.test(line.text)) continue;
    const isLiteral = literalSpans(line.text);
    const change = ([at, after]: readonly [number, string]): void => {
      if (isLiteral(at) || line.text[at] === after) return;
      edits.push({ start: line.start + at, end: line.start + at + 1, after, kind: 'quotation' });
    };
    cornerMarks(line.text).forEach(change);
    misdirectedMarks(line.text).forEach(change);
    for (const family of [DOUBLE, SINGLE]) {
      const { changes, unpaired } = straightMarks(line.text, family, isLiteral);
      changes.forEach(change);
      if (unpaired !== undefined) doubts.push(straightMarkKept(line, unpaired));
    }
  }
  return { edits: edits.sort((left, right) => left.start - right.start), doubts };
}

type Change = readonly [at: number, after: string];

const CORNER: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '〝': '“',
  '〞': '”',
  '〟': '”',
};
const PARTNER: Readonly<Record<string, string>> = { '」': '「', '』': '『', '”': '“' };

/** By depth where a mark has its partner, so that 『』 alone is “”; else each for itself. */
function cornerMarks(line: string): Change[] {
  const changes: Change[] = [];
  const open: { at: number; mark: string }[] = [];
  for (const { 0: mark, index: at } of line.matchAll(/[「」『』〝〞〟“”]/gu)) {
    const partner = PARTNER[mark];
    if (partner === undefined) {
      open.push({ at, mark });
      if (CORNER[mark] !== undefined) changes.push([at, CORNER[mark]]);
      continue;
    }
    const last = open.at(-1);
    const isPair = last?.mark === partner;
    if (isPair) open.pop();
    if (mark === '”') continue;
    const isInner = open.length % 2 === 1;
    if (isPair && last) changes.push([last.at, isInner ? '‘' : '“'], [at, isInner ? '’' : '”']);
    else changes.push([at, CORNER[mark] ?? mark]);
  }
  return [...new Map(changes)];
}

/** ”甲“ and “甲“: as many marks as make pairs, but not nested as pairs are. They take turns then. */
function misdirectedMarks(line: string): Change[] {
  const marks = [...line.matchAll(/[“”]/gu)];
  let depth = 0;
  let isNested = true;
  for (const [mark] of marks) {
    depth += mark === '“' ? 1 : -1;
    if (depth < 0) isNested = false;
  }
  if ((isNested && depth === 0) || marks.length % 2 === 1) return [];
  return marks.map(({ index }, order) => [index, order % 2 === 0 ? '“' : '”']);
}

interface Family {
  readonly marks: RegExp;
  readonly open: string;
  readonly close: string;
}

const DOUBLE: Family = { marks: /["＂]/gu, open: '“', close: '”' };
const SINGLE: Family = {
  marks: /(?<![\p{Script=Latin}\d])['＇]|['＇](?![\p{Script=Latin}\d])/gu,
  open: '‘',
  close: '’',
};

/** Pairs with Chinese in or around them. Inches stand behind figures, apostrophes in words; both stay. */
function straightMarks(
  line: string,
  family: Family,
  isLiteral: (at: number) => boolean,
): { changes: Change[]; unpaired?: number } {
  const at = Array.from(line.matchAll(family.marks), ({ index }) => index).filter(
    (index) => !isLiteral(index),
  );
  const last = at.at(-1);
  if (last === undefined || !HAN.test(line)) return { changes: [] };
  if (at.length % 2 === 1) return family === DOUBLE ? { changes: [], unpaired: last } : { changes: [] };
  const changes: Change[] = [];
  for (let index = 0; index < at.length; index += 2) {
    const [open = 0, close = 0] = at.slice(index, index + 2);
    const isOpening = line[open + 1] !== ' ' && line[close - 1] !== ' ';
    const isMeasure = /\d/.test(line[open - 1] ?? '') && /\d/.test(line[close - 1] ?? '');
    const around = (line[open - 1] ?? '') + line.slice(open + 1, close) + (line[close + 1] ?? '');
    if (isOpening && !isMeasure && HAN.test(around)) changes.push([open, family.open], [close, family.close]);
  }
  return { changes };
}

function straightMarkKept(line: TextLine, at: number): Doubt {
  return {
    code: 'quote-unpaired',
    offset: line.start + at,
    message: 'a straight quotation mark has no partner on its line; the marks of that line were kept',
    hint: 'Add the missing mark in the manuscript, as “ or ”.',
  };
}
