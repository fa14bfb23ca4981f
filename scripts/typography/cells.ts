// A paragraph as the pieces that a line is made of: characters, marks, words, spaces, each as wide as its font has it.

import type { Locale } from '../model/locale.ts';
import type { Kinsoku } from '../model/settings.ts';
import { bondsIn, passes } from './breaks.ts';
import { type Mark, squeezeBetween } from './marks.ts';
import { type Script, sidesMeet, type TokenFacts, tokenFacts } from './token-facts.ts';

/** Running text in one look. */
export interface TextRun {
  /** Empty for a note, which is called by a small figure. */
  readonly text: string;
  readonly mark: TextMark | null;
}

/** What lines need to know of a look; the rest is for the theme. */
export interface TextMark {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
}

/** Emphasis and code change the face, as Chinese does; bold is bold. */
export type FaceName = 'regular' | 'strong' | 'sans' | 'strongSans';

export function faceOf(mark: TextMark | null): FaceName {
  if (mark?.emphasis || mark?.code) return mark.strong ? 'strongSans' : 'sans';
  return mark?.strong ? 'strong' : 'regular';
}

/**
 * The width in ems of `text` in a face, shaped as one word in a script (ISO 15924): a font may
 * have a dash or a quotation mark of its own for Chinese.
 */
export type MeasureText = (text: string, script: Script, face: FaceName) => number;

export interface Cell {
  readonly text: string;
  readonly run: number;
  readonly kind: 'wide' | 'narrow' | 'space';
  readonly width: number;
  /** What of the width is the kerning with the cell before it, which white between the two undoes. */
  readonly kern: number;
  readonly mark: Mark | undefined;
  /** White to put before and after it: negative where a mark is squeezed, on the side that the mark is not on. */
  readonly before: number;
  readonly after: number;
  /** Whether a line may begin with it, and what that costs. */
  readonly cost: number;
  /** Whether Typst widens the line behind it when it justifies. */
  readonly gives: boolean;
}

export interface CellRules {
  readonly locale: Locale;
  readonly kinsoku: Kinsoku;
  /** Words that no line is broken inside. */
  readonly unbreakable: readonly string[];
  readonly measure: MeasureText;
}

/** The gap between Chinese and Latin or figures (CLREQ, Handling of Western text in Chinese text). */
export const AUTOSPACE = 0.25;

export const NEVER = Number.POSITIVE_INFINITY;

const COST = { word: 0, afterMark: -2, insideTerm: 600, beforeDash: 60, insideToken: 40, insideWord: 400 };

export function cellsOf(runs: readonly TextRun[], rules: CellRules): readonly Cell[] {
  const drafts = draftsOf(runs, rules);
  const text = runs.map((run) => run.text).join('');
  const bound = boundaries(text, rules.unbreakable);
  let at = 0;
  return drafts.map((draft, index) => {
    const last = drafts[index - 1];
    const next = drafts[index + 1];
    const cost = last ? costBetween(last, draft, bound(at), rules) : NEVER;
    at += draft.text.length;
    const { run, kind, width, kern, mark, gives } = draft;
    const { before, after } = whiteAround(last, draft, next);
    return { text: draft.text, run, kind, width, kern, mark, before, after, cost, gives };
  });
}

type Draft = Omit<Cell, 'before' | 'after' | 'cost'> & {
  readonly facts: TokenFacts;
  readonly script: Script;
  readonly opensPart: boolean;
};

function draftsOf(runs: readonly TextRun[], { locale, measure }: CellRules): readonly Draft[] {
  return runs.flatMap(({ text, mark: look }, run) => {
    if (text === '') return [noteCall(run, locale)];
    const face = faceOf(look);
    const drafts: Draft[] = [];
    for (const { token, opensPart } of tokens(text)) {
      const facts = tokenFacts(token, locale);
      const { kind, mark, gives } = facts;
      const last = drafts.at(-1);
      // What belongs to no script is set in that of what it follows.
      const script = facts.script ?? last?.script ?? 'Hani';
      const widthOf = (word: string): number => {
        const [opening = ''] = last?.script === 'Hani' ? (OPENING_A_WORD.exec(word) ?? []) : [];
        const rest = measure(word.slice(opening.length), script, face);
        return opening === '' ? rest : rest + measure(opening, 'Hani', face);
      };
      const own = facts.isHan ? 1 : widthOf(token);
      const kern = isKerned(last, facts, script) ? widthOf(last.text + token) - widthOf(last.text) - own : 0;
      drafts.push({ text: token, run, kind, width: own + kern, kern, mark, gives, facts, script, opensPart });
    }
    return drafts;
  });
}

/** The figure that calls a note is small, and stays with what it is put to. */
function noteCall(run: number, locale: Locale): Draft {
  const facts = tokenFacts('', locale);
  const { kind, mark, gives } = facts;
  const width = NOTE_CALL;
  return { text: '', run, kind, width, kern: 0, mark, gives, facts, script: 'Hani', opensPart: false };
}

/** Three figures at six tenths of the size: no line is too long for its note, and fewer leave room that is shared out. */
const NOTE_CALL = 1.03;

/** Marks before a word that follows Chinese without a gap are set with that, and not kerned with the word. */
const OPENING_A_WORD = /^[^\p{L}\p{N}]+(?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])/u;

/** A word is kerned with what it stands beside. */
function isKerned(
  last: Draft | undefined,
  { kind, mark }: Pick<TokenFacts, 'kind' | 'mark'>,
  script: Script,
): last is Draft {
  if (!last || last.script !== script || (last.kind === 'wide' && kind === 'wide')) return false;
  return (last.kind !== 'wide' || last.mark !== undefined) && (kind !== 'wide' || mark !== undefined);
}

/** Pairs of dashes and ellipses are one; so is a word, and each part of an address that a line may begin with. */
function tokens(text: string): readonly { token: string; opensPart: boolean }[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: found }) => found).flatMap((found) =>
    NARROW.test(found) && (found.length > LONG_WORD || /[/-]/.test(found))
      ? parts(found).map((token, index) => ({ token, opensPart: index > 0 }))
      : [{ token: found, opensPart: false }],
  );
}

const WIDE_CLASS =
  '[\\p{Script=Han}〇\\u2e80-\\u303f\\u3040-\\u30ff\\uff01-\\uff60\\uffe0-\\uffe6\\u2460-\\u24ff℃℉“”‘’·‧•—⸺…⋯–]';
const TOKEN = new RegExp(
  `——|⸺|……|⋯⋯|(?<=[\\p{Script=Latin}])’(?=[\\p{Script=Latin}])|\\s+|${WIDE_CLASS}[\\p{M}\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]*|(?:(?!${WIDE_CLASS}|\\s)[\\s\\S])+`,
  'gu',
);
const NARROW = new RegExp(`^(?!${WIDE_CLASS}|\\s)`, 'u');
const LONG_WORD = 16;
/** Where nothing tells how a word is divided, so many letters stay together. */
const SYLLABLES = 4;

/** An address breaks behind its solidi, a compound behind its hyphen, what is left where it must. */
function parts(word: string): readonly string[] {
  const isAddress = /:\/\/|@|www\./u.test(word);
  const found = word.match(isAddress ? PART_OF_ADDRESS : PART_OF_COMPOUND) ?? [word];
  return found.flatMap((part) => {
    const characters = [...part];
    if (characters.length <= (isAddress ? 3 * SYLLABLES : LONG_WORD)) return [part];
    const pieces: string[] = [];
    for (let at = 0; at < characters.length; at += SYLLABLES)
      pieces.push(characters.slice(at, at + SYLLABLES).join(''));
    return pieces;
  });
}

const PART_OF_ADDRESS = /[^./?&=_@-]+[./?&=_@-]*|[./?&=_@-]+/gu;
const PART_OF_COMPOUND = /[^/?&=_@-]+[/?&=_@-]*|[/?&=_@-]+/gu;

/** What begins at an offset: nothing that is bound (0), a later part of a term (1) or of a bond (2). */
function boundaries(text: string, unbreakable: readonly string[]): (at: number) => 0 | 1 | 2 {
  const kinds = new Uint8Array(text.length + 1);
  const bind = (start: number, end: number, kind: 1 | 2): void => {
    for (let at = start + 1; at < end; at++) kinds[at] = Math.max(kinds[at] ?? 0, kind);
  };
  for (const term of unbreakable) {
    if (term.length < 2 || term.length > 12) continue;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) bind(at, at + term.length, 1);
  }
  // A longer row of figures is an address, which has to break somewhere.
  for (const { start, end } of bondsIn(text)) if (end - start <= LONGEST_BOND) bind(start, end, 2);
  return (at) => (kinds[at] === 2 ? 2 : kinds[at] === 1 ? 1 : 0);
}

const LONGEST_BOND = 20;

function costBetween(last: Draft, next: Draft, bound: 0 | 1 | 2, { kinsoku }: CellRules): number {
  if (next.kind === 'space' || next.text === '') return NEVER;
  if (bound === 2) return NEVER;
  if (next.opensPart) {
    if (!passes(last.facts.ends, kinsoku)) return NEVER;
    if (/[./?&=_@-]$/.test(last.text)) return COST.insideToken;
    return passes(next.facts.starts, kinsoku) ? COST.insideWord : NEVER;
  }
  if (!passes(next.facts.starts, kinsoku) || !passes(last.facts.ends, kinsoku)) return NEVER;
  if (last.kind === 'narrow' && next.kind === 'narrow') return NEVER;
  const term = bound === 1 ? COST.insideTerm : 0;
  if (next.mark?.kind === 'dash' || next.mark?.kind === 'ellipsis') {
    return next.mark.kind === last.mark?.kind ? COST.word : term + COST.beforeDash;
  }
  const ends = last.mark?.kind === 'stop' || last.mark?.kind === 'closing';
  return term + (ends ? COST.afterMark : COST.word);
}

/** Dashes and ellipses fill two ems, middle dots half of one, whatever the font makes of them (CLREQ 5.1). */
const DUE: Readonly<Record<string, number>> = {
  '——': 2,
  '⸺': 2,
  '……': 2,
  '⋯⋯': 2,
  '—': 1,
  '·': 0.5,
  '‧': 0.5,
  '・': 0.5,
  '•': 0.5,
};

function whiteAround(
  last: Draft | undefined,
  cell: Draft,
  next: Draft | undefined,
): { before: number; after: number } {
  const due = DUE[cell.text];
  const pad = due !== undefined && cell.mark ? (due - cell.width) / 2 : 0;
  let before = pad;
  let after = pad;
  if (cell.mark && next?.mark) {
    const { between, before: cut } = squeezeBetween(cell.mark, next.mark);
    after -= between;
    before -= cut;
  }
  if (next && sidesMeet(cell.facts.last, next.facts.first)) after += AUTOSPACE;
  if (last && cell.text === '’' && last.kind === 'narrow') after -= 0.5;
  return { before, after };
}
