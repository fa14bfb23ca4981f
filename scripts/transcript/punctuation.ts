// Marks in the width of the text they stand in (CLREQ 3.1; GB/T 15834—2011; 教育部《重訂標點符號手冊》): full-width
// in Chinese, as they are in figures, times, URLs, code and sentences of another language.

import { after, before, contextOf, isChinese, type LineContext } from './context.ts';
import type { Doubt } from './doubt.ts';
import type { Edit } from './edits.ts';
import { linesOf, literalSpans, type TextLine } from './lines.ts';

/** Widens marks and bracket pairs, and gives ellipses and dashes their one form: …… and ——. */
export function widenPunctuation(text: string): { edits: Edit[]; doubts: Doubt[] } {
  const edits: Edit[] = [];
  const doubts: Doubt[] = [];
  const keepsDots = dotsSeparateNames(text);
  for (const line of linesOf(text)) {
    if (!/[,;:!?().…⋯。·・\-–―─－]/.test(line.text) || !HAN.test(line.text)) continue;
    const context = contextOf(line.text);
    const isLiteral = literalSpans(line.text);
    const change = (at: number, length: number, wide: string): void => {
      if (isLiteral(at)) return;
      edits.push({ start: line.start + at, end: line.start + at + length, after: wide, kind: 'punctuation' });
    };
    for (const at of bracketsToWiden(line.text, context)) change(at, 1, line.text[at] === '(' ? '（' : '）');
    for (const { 0: run, index } of line.text.matchAll(ELLIPSIS_OR_DASH)) {
      const form = run.startsWith('..') && run.length < 3 ? run : formOf(run);
      if (form !== run && touchesChinese(line.text, index, run.length)) change(index, run.length, form);
    }
    for (const { 0: run, index } of line.text.matchAll(MARKS)) {
      if (!isChineseMark(run, line.text, index, context)) continue;
      if (run === '.' && keepsDots && isBetweenHan(line.text, index)) doubts.push(dotKept(line, index));
      else Array.from(run, (mark, offset) => change(index + offset, 1, WIDE[mark] ?? mark));
    }
  }
  return { edits: edits.sort((left, right) => left.start - right.start), doubts };
}

/** A space that stood beside a mark when it was narrow has no place beside the wide one. */
export function removeSpacesBesideMarks(text: string): Edit[] {
  return Array.from(
    text.matchAll(/ (?=[，。、；：？！（）》】])|(?<=[，。、；：？！（）《【]) /gu),
    ({ index }) => ({
      start: index,
      end: index + 1,
      after: '',
      kind: 'space',
    }),
  );
}

const HAN = /\p{Script=Han}/u;
const ALNUM = /[\p{Script=Latin}\p{Nd}]/u;

const ELLIPSIS_OR_DASH =
  /\.{2,}|…+|⋯+|。{3,}|[·・]{3,}|(?<!-)-{2,4}(?!-)|–{2,4}|―{2,4}|(?<!─)─{2,4}(?!─)|－{2,4}/gu;

function formOf(run: string): string {
  return /^[-–―─－]/u.test(run) ? '——' : '……';
}

/** The dots of an ellipsis are none. */
const MARKS = /[!?]+|[,;:]|(?<!\.)\.(?!\.)/g;

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
};

function isChineseMark(run: string, line: string, at: number, context: LineContext): boolean {
  const previous = before(line, at);
  const next = after(line, at + run.length) ?? '';
  const language = context.languageAt(at);
  if (previous === undefined || next === '=') return false;
  if (run === '.') return isFullStop(line, at, context);
  // Latin text puts a space behind a mark, so an ideograph right behind it is Chinese typing.
  if (language === 'latin') return HAN.test(next);
  if (language === 'neutral' && !touchesChinese(line, at, run.length)) return false;
  if (run === ':' && /[/\\]/.test(next)) return false;
  if (!ALNUM.test(previous)) return true;
  if (ALNUM.test(next)) return /[,;]/.test(run) && separatesWords(line, at);
  return !(next === ' ' && ALNUM.test(after(line, at + run.length + 1) ?? ''));
}

/** In 微軟,Facebook,Google的 the commas separate whole words; in 1,000 or f(a,b) they do not. */
function separatesWords(line: string, at: number): boolean {
  return (
    /\p{Script=Latin}{2}$/u.test(line.slice(Math.max(0, at - 2), at)) &&
    /^\p{Script=Latin}{2}/u.test(line.slice(at + 1, at + 3))
  );
}

function isFullStop(line: string, at: number, context: LineContext): boolean {
  const previous = before(line, at) ?? '';
  const rest = line.slice(at + 1, at + 12);
  const next = after(line, at + 1);
  const language = context.languageAt(at);
  if (language === 'latin' || (language === 'neutral' && !touchesChinese(line, at, 1))) return false;
  if (!ALNUM.test(previous)) return !(next === '.' || FILE_EXTENSION.test(rest));
  const isAtEnd = next === undefined || next === '”';
  if (/\p{Nd}/u.test(previous)) return isAtEnd;
  if (ABBREVIATION.test(line.slice(Math.max(0, at - 8), at))) return false;
  return isAtEnd || /^ ?\p{Script=Han}/u.test(rest);
}

/** 文件.txt; but not 大模型.AGI是. */
const FILE_EXTENSION = /^[a-z\d]{1,5}(?![A-Za-z\d])/;
/** A single capital, or a word that is commonly cut short. */
const ABBREVIATION =
  /(?:^|[^\p{Script=Latin}])(?:\p{Lu}|Inc|Ltd|Co|Corp|LLC|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|No|vs|etc|cf|al|Fig|Vol|ed|pp?)$/iu;

/** Chinese text right before or right behind, through quotation marks. */
function touchesChinese(line: string, at: number, length: number): boolean {
  let left = at;
  while (/[“”‘’]/.test(line[left - 1] ?? '')) left -= 1;
  let right = at + length;
  while (/[“”‘’]/.test(line[right] ?? '')) right += 1;
  return isChinese(before(line, left)) || isChinese(after(line, right));
}

/** The offsets of the brackets that become wide, both of a pair or neither. A bracket without partner stays. */
function bracketsToWiden(line: string, context: LineContext): number[] {
  const open: number[] = [];
  const narrow: number[] = [];
  for (const { 0: bracket, index: close } of line.matchAll(/[()（）]/gu)) {
    if (bracket === '(' || bracket === '（') {
      open.push(close);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    const isMixed = (line[start] === '(') !== (bracket === ')');
    if (!isMixed && (bracket === '）' || !isChinesePair(line, start, close, context))) continue;
    if (line[start] === '(') narrow.push(start);
    if (bracket === ')') narrow.push(close);
  }
  return narrow;
}

function isChinesePair(line: string, start: number, close: number, context: LineContext): boolean {
  const previous = before(line, start);
  const next = after(line, close + 1);
  const outside = context.languageAt(start);
  if (context.languageOf(start + 1, close) === 'chinese') return outside !== 'latin' || previous !== ' ';
  if (outside !== 'chinese') return false;
  const follows = previous === undefined || isChinese(previous) || /[”’,;:.?!]/.test(previous);
  const leads = next === undefined || isChinese(next) || /[,;:.?!“”‘’]/.test(next);
  return follows && leads;
}

/** 馬克.扎克伯格: a dot between characters is no full stop in a document that has the Chinese one. */
function dotsSeparateNames(text: string): boolean {
  const stops = text.match(/。/g)?.length ?? 0;
  const dots = text.match(/\p{Script=Han}\.(?=\p{Script=Han})/gu)?.length ?? 0;
  return stops > dots;
}

function isBetweenHan(line: string, at: number): boolean {
  return HAN.test(before(line, at) ?? '') && HAN.test(after(line, at + 1) ?? '');
}

function dotKept(line: TextLine, at: number): Doubt {
  return {
    code: 'dot-kept',
    offset: line.start + at,
    message: `the dot in ${line.text.slice(Math.max(0, at - 4), at + 5)} was kept: it may part a name or end a sentence`,
    hint: 'Write · in the manuscript where it parts a name, 。 where it ends a sentence.',
  };
}
