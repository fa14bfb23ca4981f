// Text as CommonMark 0.31 that reads back as the same text. Escapes are sparse: only what would be misread has one,
// and ordinary Chinese prose has none.

/** Text at the start of a block: a paragraph, a point, a takeaway. */
export function escapeBlock(text: string): string {
  return withinEdges(text, (words, isFirst) => {
    return isFirst ? escapeStart(escapeInline(words)) : escapeInline(words);
  });
}

/** Escaped words at the start of a line. */
export function escapeStart(escaped: string): string {
  return escaped.replace(BLOCK_START, '\\$&').replace(NUMBER_START, '$1\\$2');
}

/** Text after other words in its line: behind a speaker's mark, or the name in one. */
export function escapeWords(text: string): string {
  return withinEdges(text, escapeInline);
}

/** Text in a heading, where `#` at the end belongs to the heading. */
export function escapeHeading(text: string): string {
  return withinEdges(text, (words) => escapeInline(words).replace(/(^|[ \t])(?=#+$)/, '$1\\'));
}

/** One part of a heading that ｜ parts: a ｜ of its own is written as a reference. */
export function escapeHeadingPart(text: string): string {
  return escapeHeading(text).replaceAll('｜', '&#xFF5C;');
}

/** What stands between [ and ]: the words of a link, what is said of an image. */
export function escapeBracketed(text: string): string {
  return escapeInline(text)
    .replace(/\\.|[[\]]/gsu, (found) => (found.length > 1 ? found : `\\${found}`))
    .replace(/^\^/, '\\^');
}

/** An address or a path between < and >. */
export function escapeAddress(address: string): string {
  return address
    .replace(/[<>\\]/g, '\\$&')
    .replace(/&(?=#?[A-Za-z\d]+;)/g, '&amp;')
    .replace(/\[(?=\^)/g, '\\[');
}

/** The title of an image between " and ". */
export function escapeTitle(title: string): string {
  return escapeAddress(title).replaceAll('"', '\\"');
}

/** Spaces at the edges, which no one sees in Markdown, as references. */
export function withinEdges(text: string, escaped: (words: string, isFirst: boolean) => string): string {
  const [, before = '', words = '', after = ''] =
    /^([ \t\u00a0\u3000]*)(.*?)([ \t\u00a0\u3000]*)$/su.exec(text) ?? [];
  return reference(before) + escaped(words, before === '') + reference(after);
}

function reference(spaces: string): string {
  return Array.from(spaces, (space) => `&#${space.codePointAt(0)};`).join('');
}

/** Text inside of a line and of no block: its edges are not those of a line. */
export function escapeInline(text: string): string {
  return text
    .replace(MISREAD, '\\$&')
    .replace(/_+/g, (run, index: number, all: string) =>
      WORD_END.test(all.slice(0, index)) && WORD_START.test(all.slice(index + run.length))
        ? run
        : run.replaceAll('_', '\\_'),
    );
}

/**
 * A backslash before anything but a letter or a figure; code and emphasis; a tag or autolink; a character reference;
 * the end of a link's or definition's label; and of other Markdowns the footnote and the struck-out words.
 */
const MISREAD =
  /\\(?![\p{L}\p{N}])|[`*]|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z\d]+;)|\](?=[(:])|\[(?=\^)|~(?=~)|(?<=~)~/gu;

/** Underscores mean something except between letters or figures (CommonMark 6.2). */
const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/** A heading, a quote, a list, a rule. */
const BLOCK_START = /^(?:#(?=[#\s]|$)|>|[-+](?=\s|$)|-(?=-))/;
const NUMBER_START = /^(\d{1,9})([.)](?:\s|$))/;
