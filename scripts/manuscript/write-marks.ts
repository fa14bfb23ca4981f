// A text with its marks as Markdown that reads back as the same.

import type { Mark, Text } from '../model/interview.ts';
import {
  escapeAddress,
  escapeBlock,
  escapeBracketed,
  escapeHeading,
  escapeHeadingPart,
  escapeInline,
  escapeStart,
  withinEdges,
} from './escape.ts';

/** The name under which a note is written; the writer collects what is to be given under it. */
export type NameOf = (note: Text) => string;

/** `text` at the start of a line. */
export function writeParagraph(text: Text, nameOf: NameOf): string {
  return withoutSpeaker(writeMarked(text, nameOf, true));
}

/** `text` behind other words in its line. */
export function writeWords(text: Text, nameOf: NameOf): string {
  return writeMarked(text, nameOf, false);
}

/** `text` as a heading, where `#` at the end belongs to the heading. */
export function writeHeading(text: Text, nameOf: NameOf): string {
  if (!text.marks) return escapeHeading(text.text);
  return writeMarked(text, nameOf, false).replace(/(^|[ \t])(?=#+$)/, '$1\\');
}

/** The part of a heading before ｜, or a heading without one. It has no notes. */
export function writeHeadingPart(text: Text): string {
  return text.marks ? writeHeading(text, noNote).replaceAll('｜', '&#xFF5C;') : escapeHeadingPart(text.text);
}

/** `text` as the one paragraph of a block quote. It has no notes. */
export function writeTakeaway(text: Text): string {
  return text.marks ? writeMarked(text, noNote, true) : escapeBlock(text.text);
}

const noNote: NameOf = () => '';

/** Words between two edges of marks, or the note that stands at one. */
interface Piece {
  readonly written: string;
  /** The marks around it. */
  readonly within: readonly Mark[];
}

function writeMarked({ text, marks = [] }: Text, nameOf: NameOf, isBlock: boolean): string {
  const at = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])];
  const edges = at.sort((a, b) => a - b);
  const pieces = edges.flatMap((start, index): readonly Piece[] => {
    const end = edges[index + 1] ?? start;
    const notes = marks.flatMap((mark) => (mark.kind === 'note' && mark.start === start ? [mark.note] : []));
    // No note can stand in code; it is read as one code on both sides of it.
    const inside = marks.filter(
      ({ kind, ...mark }) => kind !== 'note' && kind !== 'code' && mark.start < start && start < mark.end,
    );
    const within = marks.filter((mark) => mark.kind !== 'note' && mark.start <= start && end <= mark.end);
    const isFirst = isBlock && start === 0 && notes.length === 0 && within.length === 0;
    const words = { text: text.slice(start, end), isFirst, isLast: end === text.length };
    return [
      ...notes.map((note) => ({ written: `[^${nameOf(note)}]`, within: inside })),
      ...(words.text === '' ? [] : [{ written: escapePiece(words, start === 0, within), within }]),
    ];
  });
  return joinPieces(pieces, NESTING);
}

function escapePiece(
  { text, isFirst, isLast }: { readonly text: string; readonly isFirst: boolean; readonly isLast: boolean },
  opens: boolean,
  within: readonly Mark[],
): string {
  if (within.some(({ kind }) => kind === 'code')) return text;
  const inLine = within.some(({ kind }) => kind === 'link') ? escapeBracketed : escapeInline;
  // Only at the edges of the whole are spaces lost; a mark has none at its own.
  const before = opens ? (/^[ \t\u00a0\u3000]*/.exec(text)?.[0] ?? '') : '';
  const rest = text.slice(before.length);
  const after = isLast ? (/[ \t\u00a0\u3000]*$/.exec(rest)?.[0] ?? '') : '';
  const bare = rest.slice(0, rest.length - after.length);
  // Behind \* or \_ no mark closes.
  const words = within.length > 0 ? inLine(bare).replace(/\\([*_])$/, reference) : inLine(bare);
  const escaped = isFirst && before === '' ? escapeStart(words) : words;
  // Code behind it may have the end of a link definition's name.
  const opening = isFirst && !isLast ? escaped.replace(/^\[/, '\\[') : escaped;
  return withinEdges(before, String) + opening + withinEdges(after, String);
}

function reference(_: string, character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** From outside: a link is never cut, and code holds no other mark. */
const NESTING: readonly (readonly Mark['kind'][])[] = [['link'], ['strong', 'emphasis'], ['code']];

/** `pieces` with the marks of `nesting` around them but for those `open`: of two that begin, the wider outside. */
function joinPieces(pieces: readonly Piece[], nesting: typeof NESTING, open: readonly Mark[] = []): string {
  const [kinds, ...inner] = nesting;
  if (!kinds) return joined(pieces.map(({ written }) => written));
  const groups: { readonly mark: Mark | undefined; readonly pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const left = piece.within.filter((mark) => kinds.includes(mark.kind) && !open.includes(mark));
    const last = groups.at(-1);
    const isSame = last && (last.mark ? left.includes(last.mark) : left.length === 0);
    if (isSame) last.pieces.push(piece);
    else groups.push({ mark: left.sort((one, other) => other.end - one.end)[0], pieces: [piece] });
  }
  const written = groups.map(({ mark, pieces: group }) =>
    mark ? wrap(mark, joinPieces(group, nesting, [...open, mark])) : joinPieces(group, inner, open),
  );
  return joined(written);
}

function wrap(mark: Mark, written: string): string {
  switch (mark.kind) {
    case 'strong':
      return around('**', written);
    case 'emphasis':
      return around('*', written);
    case 'code':
      return around(fenceOf(written), written);
    case 'link':
      return written === mark.url && AUTOLINK.test(written)
        ? `<${written}>`
        : `[${written.replace(/^\^/, '\\^')}](<${escapeAddress(mark.url)}>)`;
    default:
      return written;
  }
}

/** A mark that another cuts may begin with a space, beside which no mark opens. */
function around(fence: string, written: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(written) ?? [];
  const space = fence.includes('`') && /^`|`$/.test(words) ? ' ' : '';
  return words === '' ? written : before + fence + space + words + space + fence + after;
}

const AUTOLINK = /^https?:\/\/[\w./?=-]+$/;

/** Two neighbours, kept from meaning something together: ![ is an image, [^1]: gives a note. */
function joined(parts: readonly string[]): string {
  return parts.reduce((before, part) => {
    if (before.endsWith('!') && part.startsWith('[')) return `${before.slice(0, -1)}\\!${part}`;
    if (/\[\^[^\]]*\]$/.test(before) && part.startsWith(':')) return `${before}\\${part}`;
    return before + part;
  }, '');
}

/** As many backticks as `code` has nowhere in a row. */
function fenceOf(code: string): string {
  const runs = (code.match(/`+/g) ?? []).map((run) => run.length);
  let count = 1;
  while (runs.includes(count)) count += 1;
  return '`'.repeat(count);
}

/** Bold words before a colon at the start of a line would be a speaker. */
function withoutSpeaker(line: string): string {
  return line.replace(
    /^(\*\*(?:\\[^\n]|[^*\\\n])+?)([：:]\*\*|\*\*[：:])/,
    (_, words: string, end: string) => words + end.replace('：', '&#xFF1A;').replace(':', '&#58;'),
  );
}
