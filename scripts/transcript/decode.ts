// Bytes to text, or the reason why they are none. Decodes as the WHATWG Encoding Standard does, always strictly: no
// byte is ever replaced in silence.

import { type Result, success } from '../model/diagnostic.ts';
import { detectEncoding, type Encoding, givenEncoding } from './encoding.ts';
import { fault } from './fault.ts';

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
}

/**
 * The text of a file, in the encoding that is `given` or else detected. Errors: transcript/binary,
 * transcript/undecodable (with the offset of the first byte that cannot be read).
 */
export function decode(bytes: Uint8Array, file: string, given?: Encoding): Result<Decoded> {
  const { encoding, markLength, isCertain } = given ? givenEncoding(bytes, given) : detectEncoding(bytes);
  const body = bytes.subarray(markLength);
  const text = decodeStrictly(body, encoding);
  if (!isCertain && bytes.includes(0)) {
    return fault(file, 'binary', `the file is not text: a NUL byte at offset ${bytes.indexOf(0)}`, AS_UTF8);
  }
  if (text === undefined || !isCertain) {
    const { offset, line } = firstBadByte(body, encoding);
    const message = isCertain
      ? `the byte at offset ${markLength + offset} cannot be read as ${encoding.toUpperCase()}, which the rest of the file is`
      : `the file is neither UTF-8 nor UTF-16, GB 18030 or Big5 (as ${encoding.toUpperCase()}, the byte at offset ${offset} cannot be read)`;
    return fault(file, 'undecodable', message, AS_UTF8, { line });
  }
  const control = text.search(CONTROL);
  if ((text.match(CONTROLS)?.length ?? 0) > text.length / 100) {
    const message = `the file is not text: control characters from offset ${control} on`;
    return fault(file, 'binary', message, AS_UTF8);
  }
  return success({ text, encoding, hasByteOrderMark: markLength > 0 });
}

const AS_UTF8 = 'Open it in the program it came from and save it as plain text in UTF-8.';

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is them we look for
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/;
const CONTROLS = new RegExp(CONTROL, 'g');

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const text = strictDecoder(encoding).decode(bytes);
    return hasStrayByte(text, encoding) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** ICU, which decodes in Node, gives stray bytes of Big5 and GB 18030 out as private characters, not as faults. */
function hasStrayByte(text: string, encoding: Encoding): boolean {
  return (encoding === 'big5' || encoding === 'gb18030') && /[\uf8f0-\uf8ff]/.test(text);
}

/** Where the first character that strict decoding refuses begins, and its line. Linear: chunks, then single bytes. */
function firstBadByte(bytes: Uint8Array, encoding: Encoding): { offset: number; line: number } {
  const decoder = strictDecoder(encoding);
  let chunk = 0;
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      chunk = at;
      const text = decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true });
      if (hasStrayByte(text, encoding)) break;
    }
  } catch {
    // It is in this chunk, or has begun right before it.
  }
  return readUpTo(bytes, encoding, Math.max(0, chunk - MAX_CHARACTER_BYTES));
}

const CHUNK_BYTES = 1 << 14;
const MAX_CHARACTER_BYTES = 4;

/** Decodes up to `from` at once, then byte by byte; gives the end of the last whole character. */
function readUpTo(bytes: Uint8Array, encoding: Encoding, from: number): { offset: number; line: number } {
  const decoder = strictDecoder(encoding);
  let line = decoder.decode(bytes.subarray(0, from), { stream: true }).split('\n').length;
  let offset = from;
  try {
    for (let at = from; at < bytes.length; at++) {
      const text = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
      if (hasStrayByte(text, encoding)) break;
      if (text !== '') offset = at + 1;
      if (text === '\n') line += 1;
    }
  } catch {
    // The offset tells.
  }
  return { offset, line };
}

function strictDecoder(encoding: Encoding) {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}
