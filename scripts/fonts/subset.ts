// A font cut down to the characters a document uses. Owns subset-font (HarfBuzz).

import subsetFont from 'subset-font';

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
  return subsetFont(Buffer.from(font.buffer, font.byteOffset, font.byteLength), characters, {
    targetFormat: 'woff',
    keepFeatures: FEATURES,
    noHinting: true,
  });
}
