// A font cut down to the characters a document uses. Owns subset-font (HarfBuzz).

import subsetFont from 'subset-font';
import { lately } from '../reuse/lately.ts';
import { toWoff } from './woff.ts';

/** What layout may ask of a face: composition, kerning, vertical forms, and half-width punctuation to squeeze. */
const FEATURES = [
  'ccmp',
  'locl',
  'mark',
  'mkmk',
  'kern',
  'liga',
  'vert',
  'vrt2',
  'halt',
  'vhal',
  'chws',
  'vchw',
];

/**
 * `font` (TrueType) with the glyphs of `characters`, as WOFF: WOFF2 would be a quarter smaller and take six times as
 * long. Same input, same bytes.
 */
export async function subsetToWoff(font: Uint8Array, characters: string): Promise<Uint8Array> {
  const remember = made.get(font) ?? lately<Promise<Uint8Array>>(KEPT);
  made.set(font, remember);
  return remember(characters, () => subset(font, characters));
}

/** Most edits bring no new character: a face is cut down again only for one that does. */
const made = new WeakMap<Uint8Array, ReturnType<typeof lately<Promise<Uint8Array>>>>();

/** Of each face: two themes or two interviews in turn. */
const KEPT = 4;

async function subset(font: Uint8Array, characters: string): Promise<Uint8Array> {
  const cut = await subsetFont(uncopied(font), characters, {
    targetFormat: 'truetype',
    keepFeatures: FEATURES,
    noHinting: true,
  });
  return toWoff(cut);
}

/**
 * subset-font copies the 15 MB that it is given, unless they are an ArrayBuffer; and it asks what it is given for its first
 * letters, which a Buffer has and an ArrayBuffer has not.
 */
function uncopied(font: Uint8Array): Buffer | ArrayBuffer {
  const { buffer, byteOffset, byteLength } = font;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  if (!isWhole) return Buffer.from(buffer, byteOffset, byteLength);
  return Object.assign(buffer, { toString: () => String.fromCharCode(...font.subarray(0, 4)) });
}
