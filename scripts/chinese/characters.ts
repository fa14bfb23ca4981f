// The classes of characters that the rules for Chinese text speak of (CLREQ 3.1, Unicode scripts).

/** Ideographs, and 〇 which stands among them. */
export const HAN = /[\p{Script=Han}〇]/u;

/** Marks that may not begin a line (CLREQ 3.1.3: pause or stop marks, closing brackets, separators). */
export const NOT_AT_LINE_START = /[、，。．：；！？）〕］｝〉》」』】〗”’…—～·・／,.!?:;)\]}%‰℃°々]/u;

/** Marks that may not end a line: opening brackets and quotation marks. */
export const NOT_AT_LINE_END = /[（〔［｛〈《「『【〖“‘([{]/u;

export function isHan(character: string): boolean {
  return HAN.test(character);
}

/**
 * Width in ems as a Chinese text face sets it: ideographs and full-width marks 1, Latin as wide as a black serif,
 * with the gap that layout leaves between the two. Measured on Noto Serif 900, so that lighter faces stay within it.
 */
export function widthInEms(text: string): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width + LATIN_GAP * (text.match(LATIN_MEETS_HAN)?.length ?? 0);
}

const LATIN_GAP = 0.25;

const advances = new Map<string, number>();

function advance(character: string): number {
  let width = advances.get(character);
  if (width === undefined) {
    width = measure(character);
    advances.set(character, width);
  }
  return width;
}

function measure(character: string): number {
  if (NARROW.test(character)) return 0.42;
  if (BROAD.test(character)) return 1.05;
  if (/[\p{Lu}&]/u.test(character) && LATIN.test(character)) return 0.8;
  if (LATIN.test(character)) return 0.65;
  return character === ' ' ? LATIN_GAP : INVISIBLE.test(character) ? 0 : PICTURE.test(character) ? 1.4 : 1;
}

const NARROW = /[!"'()*,./:;[\\\]`fijlrt{|}I·-]/;
const BROAD = /[%@MWmw]/;
const LATIN = /[\p{Script=Latin}\d!-~–]/u;
const LATIN_MEETS_HAN =
  /[\p{Script=Latin}\d](?=[\p{Script=Han}〇])|[\p{Script=Han}〇](?=[\p{Script=Latin}\d])/gu;
const INVISIBLE = /[\p{Mn}\p{Cf}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/** Length as an editor counts it: a full-width character 1, a half-width one ½. */
export function fullWidthUnits(text: string): number {
  let units = 0;
  for (const character of text) units += isWide(character) ? 1 : 0.5;
  return units;
}

/** Whether a character fills a whole em: ideographs, kana, full-width marks. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

const WIDE = /[\p{Script=Han}〇\u2e80-\u303f\u3040-\u30ff\uff01-\uff60“”‘’…—·]/u;
