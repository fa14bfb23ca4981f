// An image as plates see it (ISO 32000-1, 8.9.5): how fine it is printed, and how much ink its samples ask for.

import { pt, toMm } from '../model/length.ts';
import { type ColourSpace, colourSpaceOf } from './colours.ts';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from './pdf.ts';
import { unpredicted } from './predictors.ts';
import { unpacked } from './unpack.ts';

export interface PrintedImage {
  /** None for a stencil, which is painted in the colour that is set. */
  readonly space: ColourSpace | undefined;
  /** Pixels an inch, the fewer of both directions. */
  readonly resolution: number;
  /** Square millimetres of paper that get more than so many percent of ink, and the most that any gets. */
  readonly inkAbove: (limit: number) => { readonly area: number; readonly most: number };
}

/** `matrix` leads from the unit square to points of paper. */
export function printedImage(
  image: PDFRawStream,
  [a, b, c, d]: readonly [number, number, number, number],
  context: PDFContext,
  resources: PDFDict | undefined,
): PrintedImage {
  const object = image.dict.get(PDFName.of('ColorSpace'));
  const [width, height] = [numberIn(image, 'Width', context), numberIn(image, 'Height', context)];
  const [across, up] = [Math.hypot(a, b), Math.hypot(c, d)];
  const area = toMm(pt(1)) ** 2 * Math.abs(a * d - b * c);
  return {
    space: object && colourSpaceOf(object, context, resources),
    resolution: Math.min((72 * width) / (across || 1), (72 * height) / (up || 1)),
    inkAbove: (limit) => {
      const counts = inksOf(image, context, resources);
      const above = counts.slice(Math.floor(limit) + 1).reduce((sum, count) => sum + count, 0);
      const most = counts.findLastIndex((count) => count > 0);
      return { area: (area * above) / Math.max(1, width * height), most: Math.max(0, most) };
    },
  };
}

const known = new WeakMap<PDFRawStream, readonly number[]>();

/** How many samples have each percentage of ink, 0 to 400; none where the image is not CMYK or packed as JPEG is. */
function inksOf(image: PDFRawStream, context: PDFContext, resources: PDFDict | undefined): readonly number[] {
  const counts = known.get(image) ?? countInks(image, context, resources);
  known.set(image, counts);
  return counts;
}

function countInks(
  image: PDFRawStream,
  context: PDFContext,
  resources: PDFDict | undefined,
): readonly number[] {
  const counts = new Array<number>(401).fill(0);
  const object = image.dict.get(PDFName.of('ColorSpace'));
  if (!object || colourSpaceOf(object, context, resources) !== 'cmyk' || isPhotograph(image, context))
    return counts;
  const palette = paletteOf(object, context, resources);
  const components = palette ? 1 : 4;
  const bits = numberIn(image, 'BitsPerComponent', context) || 8;
  const [width, height] = [numberIn(image, 'Width', context), numberIn(image, 'Height', context)];
  const bytes = unpredicted(unpacked(image), image, context);
  const highest = 2 ** bits - 1;
  const [from, to] = decodeOf(image, context);
  const rowLength = Math.ceil((width * components * bits) / 8);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = 8 * row * rowLength + column * components * bits;
      let ink = 0;
      if (palette) ink = palette[sampleAt(bytes, at, bits)] ?? 0;
      else
        for (let plate = 0; plate < 4; plate++)
          ink += from + ((to - from) * sampleAt(bytes, at + plate * bits, bits)) / highest;
      const percent = Math.min(400, Math.max(0, Math.round(100 * ink)));
      counts[percent] = (counts[percent] ?? 0) + 1;
    }
  return counts;
}

/** Samples of up to 16 bits, the highest bit first; what is missing at the end is 0. */
function sampleAt(bytes: Uint8Array, bit: number, bits: number): number {
  const first = bit >> 3;
  if (bits === 8) return bytes[first] ?? 0;
  if (bits === 16) return 256 * (bytes[first] ?? 0) + (bytes[first + 1] ?? 0);
  return ((bytes[first] ?? 0) >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
}

/** What a sample of nothing and a full one mean: the other way round in an inverted image. */
function decodeOf(image: PDFRawStream, context: PDFContext): readonly [number, number] {
  const decode = context.lookup(image.dict.get(PDFName.of('Decode')));
  const ends =
    decode instanceof PDFArray ? [decode.get(0), decode.get(1)].map((end) => context.lookup(end)) : [];
  const [from, to] = ends.map((end) => (end instanceof PDFNumber ? end.asNumber() : undefined));
  return [from ?? 0, to ?? 1];
}

/** The ink of each colour of an indexed space, from 0 to 4. */
function paletteOf(
  object: PDFObject,
  context: PDFContext,
  resources: PDFDict | undefined,
): readonly number[] | undefined {
  const found = context.lookup(object);
  const named = found instanceof PDFName ? namedSpace(found, context, resources) : found;
  const family = named instanceof PDFArray ? context.lookup(named.get(0)) : undefined;
  if (!(named instanceof PDFArray && family instanceof PDFName && /^I(?:ndexed)?$/.test(family.decodeText())))
    return undefined;
  const table = context.lookup(named.get(3));
  const bytes =
    table instanceof PDFRawStream
      ? unpacked(table)
      : table instanceof PDFString || table instanceof PDFHexString
        ? table.asBytes()
        : new Uint8Array();
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    bytes.subarray(4 * index, 4 * index + 4).reduce((sum, byte) => sum + byte / 255, 0),
  );
}

function namedSpace(
  name: PDFName,
  context: PDFContext,
  resources: PDFDict | undefined,
): PDFObject | undefined {
  const spaces = context.lookup(resources?.get(PDFName.of('ColorSpace')));
  return spaces instanceof PDFDict ? context.lookup(spaces.get(name)) : undefined;
}

/** Packed by a method for photographs or faxes, which nothing here unpacks. */
function isPhotograph(image: PDFRawStream, context: PDFContext): boolean {
  const filter = context.lookup(image.dict.get(PDFName.of('Filter')));
  const filters = filter instanceof PDFArray ? filter.asArray().map((one) => context.lookup(one)) : [filter];
  return filters.some(
    (one) => one instanceof PDFName && /^(?:DCT|JPX|JBIG2|CCITTFax|CCF)/.test(one.decodeText()),
  );
}

function numberIn(image: PDFRawStream, key: string, context: PDFContext): number {
  const value = context.lookup(image.dict.get(PDFName.of(key)));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
