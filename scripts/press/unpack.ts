// The bytes of a stream as they were before they were packed (ISO 32000-1, 7.4).

import { inflateSync } from 'node:zlib';
import { fingerprint } from './fingerprint.ts';
import { decodePDFRawStream, PDFArray, PDFName, type PDFObject, type PDFRawStream } from './pdf.ts';

/** Predictors are left as they are. Throws where the stream cannot be unpacked. */
export function unpacked(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.get(FILTER);
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter;
  return inflated(only, stream.contents) ?? decodePDFRawStream(stream).decode();
}

/** The same one, the same bytes unpacked; undefined where it is not plain how the stream is packed. */
export function packedName({ dict, contents }: PDFRawStream): string | undefined {
  const filter = dict.get(FILTER);
  const isPlain = (filter === undefined || filter instanceof PDFName) && !dict.has(DECODE_PARMS);
  return isPlain ? fingerprint(contents, `${filter}`) : undefined;
}

/** Parts of a content, which end between words, so that white space may stand between them (ISO 32000-1, 7.7.3.3). */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length + 1, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
    whole[offset++] = LINE_FEED;
  }
  return whole;
}

const LINE_FEED = 10;
const DECODE_PARMS = PDFName.of('DecodeParms');
const FILTER = PDFName.of('Filter');
const FLATE = PDFName.of('FlateDecode');

/** By Node.js, many times as fast as pdf-lib, which puts up with more: undefined where that is to try. */
function inflated(filter: PDFObject | undefined, packed: Uint8Array): Uint8Array | undefined {
  if (filter !== FLATE) return undefined;
  try {
    const { buffer, byteOffset, length } = inflateSync(packed);
    return new Uint8Array(buffer, byteOffset, length);
  } catch {
    return undefined;
  }
}
