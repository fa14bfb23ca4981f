// The bytes of a stream as they were before they were packed (ISO 32000-1, 7.4).

import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFName, type PDFObject, type PDFRawStream } from './pdf.ts';

/** Predictors are left as they are. Throws where the stream cannot be unpacked. */
export function unpacked(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.get(FILTER);
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter;
  return inflated(only, stream.contents) ?? decodePDFRawStream(stream).decode();
}

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
