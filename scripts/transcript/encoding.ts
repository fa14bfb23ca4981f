// Which encoding a text file is in: by its byte order mark, by being valid UTF-8, else by which of the tables gives
// characters in daily use.

import { isCommon } from '../chinese/common.ts';

/** Names of the WHATWG Encoding Standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly markLength: number;
  /** False where no encoding gives readable text and this is only the one that comes nearest. */
  readonly isCertain: boolean;
}

export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return certain('utf-8', 3);
  if (first === 0xff && second === 0xfe) return certain('utf-16le', 2);
  if (first === 0xfe && second === 0xff) return certain('utf-16be', 2);
  const hasNul = bytes.includes(0);
  if (!hasNul && isUtf8(bytes)) return certain('utf-8', 0);

  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const [best] = (hasNul ? WITH_NUL : WITHOUT_NUL)
    .map((encoding) => ({ encoding, share: shareOfCommon(new TextDecoder(encoding).decode(sample)) }))
    .sort((left, right) => right.share - left.share);
  return {
    encoding: best?.encoding ?? 'utf-8',
    markLength: 0,
    isCertain: (best?.share ?? 0) >= MIN_SHARE,
  };
}

/** A text in UTF-16 has a NUL in every line end, the others have none. */
const WITH_NUL: readonly Encoding[] = ['utf-16le', 'utf-16be'];
const WITHOUT_NUL: readonly Encoding[] = ['utf-8', 'gb18030', 'big5'];

/** Enough to tell the tables apart; even, so that it does not cut a UTF-16 unit. */
const SAMPLE_BYTES = 1 << 16;

/** Of Chinese prose, the right table gives some 0.98 and a wrong one less than 0.6. */
const MIN_SHARE = 0.8;

/** The encoding that a person gives, whatever the bytes look like; its own byte order mark is no text. */
export function givenEncoding(bytes: Uint8Array, encoding: Encoding): DetectedEncoding {
  const mark = MARKS[encoding] ?? [];
  const hasMark = mark.length > 0 && mark.every((byte, index) => bytes[index] === byte);
  return certain(encoding, hasMark ? mark.length : 0);
}

/** An encoding by its name or by another that is in use for it, such as GBK; undefined where it cannot be read. */
export function encodingNamed(name: string): Encoding | undefined {
  return ALIASES[name.toLowerCase().replaceAll(/[ _-]/g, '')];
}

const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
};

const MARKS: Readonly<Partial<Record<Encoding, readonly number[]>>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

function certain(encoding: Encoding, markLength: number): DetectedEncoding {
  return { encoding, markLength, isCertain: true };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How much of the text beyond ASCII is characters in daily use and Chinese marks; 1 where all of it is ASCII. */
function shareOfCommon(text: string): number {
  let known = 0;
  let all = 0;
  for (const character of text) {
    if (/[\t\n\r\x20-\x7e]/.test(character)) continue;
    all += 1;
    if (isCommon(character) || CHINESE_MARK.test(character)) known += 1;
  }
  return all === 0 ? 1 : known / all;
}

const CHINESE_MARK = /[\u3000-\u301f\uff01-\uff5e“”‘’…—·]/u;
