// Where lines of finished pages begin and end: what may not stand there, and what may not be parted (CLREQ, Prohibition
// rules for line start and line end; for unbreakable marks).

import type { Locale } from '../model/locale.ts';
import { KINSOKU, type Kinsoku } from '../model/settings.ts';
import { endsLine, startsLine } from '../typography/breaks.ts';
import { type Line, lastVisible, type Neighbours } from './lines.ts';
import { type Breach, breachOf } from './rules.ts';

export interface Wording {
  readonly locale: Locale;
  /** Whether the edition has these letters as one word: lines may also end between two. */
  readonly isWord: (letters: string) => boolean;
}

export function breakingBreaches(
  line: Line,
  { before, after }: Neighbours,
  { locale, isWord }: Wording,
): readonly Breach[] {
  return [
    ...(before ? startBreaches(line, locale) : []),
    ...(after ? endBreaches(line, after, { locale, isWord }) : []),
  ];
}

function startBreaches(line: Line, locale: Locale): readonly Breach[] {
  const [call] = line.glyphs;
  if (call?.isCall && line.block?.kind === 'paragraph')
    return [
      breachOf(line, 'note-call', `a line begins with the call of note ${call.text}, parted from its word`),
    ];
  const first = [...line.text.trimStart()][0] ?? '';
  const level = brokenAt(startsLine(first, locale));
  const message = `a line begins with ${first}`;
  if (level === 'basic') return [breachOf(line, 'line-start', message)];
  return level === 'strict' ? [breachOf(line, 'line-start-strict', message)] : [];
}

function endBreaches(line: Line, after: Line, { locale, isWord }: Wording): readonly Breach[] {
  const last = [...(lastVisible(line.glyphs.filter(({ isCall }) => !isCall))?.text ?? '')].at(-1) ?? '';
  const level = brokenAt(endsLine(last, locale));
  const message = `a line ends with ${last}`;
  const breaches: Breach[] = [];
  if (level === 'basic') breaches.push(breachOf(line, 'line-end', message));
  if (level === 'gb') breaches.push(breachOf(line, 'line-end-gb', message));
  const mark = splitMark(line.text, after.text);
  const figure = splitFigure(line.text, after.text);
  const word = splitWord(line.text, after.text);
  if (mark) breaches.push(breachOf(line, 'split-mark', mark));
  if (figure) breaches.push(breachOf(line, 'split-figure', figure));
  if (word && isWord(word)) breaches.push(breachOf(line, 'split-word', `the word ${word} is split`));
  return breaches;
}

/** The level at which a line that is let pass up to `allowed` is first at fault. */
function brokenAt(allowed: Kinsoku | undefined): Kinsoku | undefined {
  return allowed === undefined ? 'basic' : KINSOKU[KINSOKU.indexOf(allowed) + 1];
}

function splitMark(text: string, next: string): string | undefined {
  const ending = /(—+|…+|⋯+)\s*$/u.exec(text)?.[1];
  const isSplit = ending && next.startsWith(ending.charAt(0)) && [...ending].length % 2 === 1;
  return isSplit ? `${ending}${ending.charAt(0)} is split between two lines` : undefined;
}

/** A figure from its unit, its sign or the other end of its range. */
function splitFigure(text: string, next: string): string | undefined {
  for (const [ending, beginning] of PARTED) {
    const end = ending.exec(text)?.[0];
    const begin = beginning.exec(next)?.[0];
    if (end && begin && !isLongRow(text, next))
      return `${end.trim()} and ${begin} are split between two lines`;
  }
  return undefined;
}

const PARTED = [
  [/\p{Nd}[—–―~～〜-]$/u, /^[$£¥€￥]?\p{Nd}/u],
  [/[\p{Nd}$£¥€￥]$/u, /^(?:[\p{Nd}%‰°℃℉％—–~～]|\p{Script=Han})/u],
  [/(?:[+−±＋－]|第)$/u, /^\p{Nd}/u],
  [/\p{Nd} $/u, /^(?:[A-Za-zµ]{1,3}|%|°[CF]?)(?![A-Za-z])/u],
] as const;

/** Of so many figures, an address has to break somewhere. */
function isLongRow(text: string, next: string): boolean {
  const row = /[\p{Nd}]*$/u.exec(text)?.[0] ?? '';
  return (row + (/^\p{Nd}*/u.exec(next)?.[0] ?? '')).length > LONGEST_WORD;
}

function splitWord(text: string, next: string): string | undefined {
  const end = /(?<![./?&=_@\p{Script=Latin}\p{Nd}-])[\p{Script=Latin}\p{Nd}]+$/u.exec(text)?.[0];
  const begin = /^\p{Script=Latin}+(?![\p{Script=Latin}./?&=_@-])/u.exec(next)?.[0];
  return end && begin && (end + begin).length <= LONGEST_WORD ? end + begin : undefined;
}

/** A longer one is an address, or what no line could hold. */
const LONGEST_WORD = 16;
