// How a value is written in the language around it, so that it is read back as the same characters.

export type Language = 'markdown' | 'html' | 'typst' | 'css';

/** Where in a template a value stands: in running text, in front matter, or in an HTML comment (Marp's notes). */
export type Context = Language | 'yaml' | 'comment';

/** A value as source text of the language. Lists and records have no such form: a template walks through them. */
export function escapeValue(value: unknown, context: Context): string {
  if (context === 'typst') return typstLiteral(value);
  const text = plainText(value);
  if (context === 'yaml') return yamlScalar(text);
  if (context === 'comment') return escapeComment(text);
  if (context === 'css') return cssToken(text);
  return context === 'html' ? escapeHtml(text) : escapeMarkdown(text);
}

/** HTML text and quoted attribute values (HTML Standard, 13.1.2.3). */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, reference);
}

/**
 * Markdown and the HTML inside it. Character references are taken as text everywhere and never as structure
 * (CommonMark 0.31, 2.5), so one form serves paragraphs, headings, attributes and HTML blocks alike. A mark that
 * only matters at the start of a line is escaped only at the start of a value, and `#`, which closes a heading, also at
 * its end.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[&<>"'\\`*_[\]{}~|$:@\r\n\t\0]/g, reference)
    .replace(/^ +| +$| {2,}/g, (spaces) => '&#32;'.repeat(spaces.length))
    .replace(/^[#+=-]|#(?=#*$)/g, reference)
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => `${digits}${reference(mark)}`)
    .replace(/www\./gi, (start) => start.replace('.', '&#46;'))
    .replace(/!(?=&#91;)|\^/g, reference);
}

/** A comment knows no escapes and ends at `-->` or `--!>`: a word joiner, which no reader sees, keeps the two apart. */
function escapeComment(text: string): string {
  return text.replace(/-(?=-|!?>)/g, '-\u2060').replace(/\r\n?/g, '\n');
}

/** A complete YAML scalar in its quotation marks (YAML 1.2.2, 7.3.1: as in JSON; 5.1: printable characters only). */
function yamlScalar(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A style sheet takes names, numbers, colours and quoted families alone: nothing that could end a declaration. */
function cssToken(text: string): string {
  if (/^[#.]?[\w.% -]*$/.test(text)) return text;
  throw new TypeError(`“${text}” cannot stand in a style sheet`);
}

/** A complete Typst literal: a string in its quotation marks, a number, true, false or none. */
function typstLiteral(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  const escaped = plainText(value).replace(/["\\]|\p{Cc}/gu, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return `"${escaped}"`;
}

function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('a list or a record cannot be written as text');
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
