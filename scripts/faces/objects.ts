// The objects that a PDF and the content of its pages are written with (ISO 32000-1, 7.2 and 7.3), read one by one.

/** A name keeps its slash, as a string that begins with one; the bytes of a string are the units of its `text`. */
export type PdfValue =
  | number
  | string
  | null
  | boolean
  | readonly PdfValue[]
  | PdfDict
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'reference'; readonly number: number }
  /** An operator, or a word of the file such as `endobj`. */
  | { readonly kind: 'word'; readonly word: string };

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface ObjectReader {
  /** The next object, undefined at the end. */
  readonly next: () => PdfValue | undefined;
  /** Where it goes on reading; can be moved, as over an image that stands in the content. */
  at: number;
}

/** Reads `text`, a character for each byte, from the offset `start`. */
export function readObjects(text: string, start = 0): ObjectReader {
  const scanner = new RegExp(TOKEN);
  const token = (): string | undefined => {
    scanner.lastIndex = reader.at;
    const found = scanner.exec(text)?.[1];
    reader.at = scanner.lastIndex;
    return found;
  };
  const collect = (end: string): PdfValue[] => {
    const values: PdfValue[] = [];
    for (let next = token(); next !== undefined && next !== end; next = token()) values.push(objectOf(next));
    return values;
  };
  const objectOf = (word: string): PdfValue => {
    if (word === '(') {
      const [string, end] = literalString(text, reader.at);
      reader.at = end;
      return { kind: 'string', text: string };
    }
    if (word === '[') return collect(']');
    if (word === '<<') return dictOf(collect('>>'));
    if (word.startsWith('/')) return word;
    if (word.startsWith('<')) return { kind: 'string', text: hexString(word) };
    const reference = /^(\d+)\s+\d+\s+R$/.exec(word)?.[1];
    if (reference !== undefined) return { kind: 'reference', number: Number(reference) };
    if (/^[+-]?[.\d]/.test(word)) return Number(word);
    return word in WORDS ? (WORDS[word] ?? null) : { kind: 'word', word };
  };
  const reader: ObjectReader = {
    at: start,
    next: () => {
      const word = token();
      return word === undefined ? undefined : objectOf(word);
    },
  };
  return reader;
}

/** White space and comments, then what cannot be divided. */
const TOKEN =
  /(?:[\0\s]|%[^\r\n]*)*(\d+\s+\d+\s+R(?![^\s()<>[\]{}/%])|<<|>>|<[\da-fA-F\s]*>|\/[^\0\s()<>[\]{}/%]*|[^\0\s()<>[\]{}/%]+|[[\](){}])/y;

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function dictOf(values: readonly PdfValue[]): PdfDict {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at + 1 < values.length; at += 2) entries.set(String(values[at]), values[at + 1] ?? null);
  return { kind: 'dict', entries };
}

function hexString(word: string): string {
  const digits = word.slice(1, -1).replace(/\s/g, '');
  return (digits.length % 2 ? `${digits}0` : digits).replace(/../g, (pair) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
}

/** The string that begins at `start`, behind its bracket, and where it ends. */
function literalString(text: string, start: number): readonly [text: string, end: number] {
  let depth = 1;
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) break;
  }
  const written = text.slice(start, at);
  if (!written.includes('\\')) return [written, at + 1];
  const unescaped = written.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, other = '') =>
    octal === undefined ? (ESCAPED[other] ?? other) : String.fromCharCode(Number.parseInt(octal, 8) & 255),
  );
  return [unescaped, at + 1];
}

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
  '\r\n': '',
};
