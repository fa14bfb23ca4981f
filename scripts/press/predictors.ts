// Undoes what stands before packing: each sample as its difference from its neighbours (ISO 32000-1, 7.4.4.4; the
// filters of PNG, ISO/IEC 15948, 9; predictor 2 of TIFF 6.0).

import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFRawStream } from './pdf.ts';

/** The samples of a stream whose bytes are unpacked. */
export function unpredicted(bytes: Uint8Array, { dict }: PDFRawStream, context: PDFContext): Uint8Array {
  const found = context.lookup(dict.get(PDFName.of('DecodeParms')));
  const last = found instanceof PDFArray ? context.lookup(found.get(found.size() - 1)) : found;
  if (!(last instanceof PDFDict)) return bytes;
  const number = (key: string, otherwise: number): number => {
    const value = context.lookup(last.get(PDFName.of(key)));
    return value instanceof PDFNumber ? value.asNumber() : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor < 2) return bytes;
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const step = Math.max(1, bits >> 3);
  const row = Math.ceil((number('Columns', 1) * bits) / 8);
  if (predictor >= 10) return unfiltered(bytes, row, step);
  return number('BitsPerComponent', 8) === 8 ? summed(bytes, row, step) : bytes;
}

/** Rows of PNG, each with its filter before it. */
function unfiltered(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const whole = new Uint8Array(rows * row);
  for (let index = 0; index < rows; index++) {
    const filter = bytes[index * (row + 1)] ?? 0;
    for (let at = 0; at < row; at++) {
      const to = index * row + at;
      const left = at < step ? 0 : (whole[to - step] ?? 0);
      const above = index === 0 ? 0 : (whole[to - row] ?? 0);
      const corner = at < step || index === 0 ? 0 : (whole[to - row - step] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, nearestOf(left, above, corner)][filter] ?? 0;
      whole[to] = (bytes[index * (row + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return whole;
}

/** Paeth's choice. */
function nearestOf(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [ofLeft, ofAbove, ofCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if ((ofLeft ?? 0) <= (ofAbove ?? 0) && (ofLeft ?? 0) <= (ofCorner ?? 0)) return left;
  return (ofAbove ?? 0) <= (ofCorner ?? 0) ? above : corner;
}

function summed(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const whole = bytes.slice();
  for (let at = 0; at < whole.length; at++)
    if (at % row >= step) whole[at] = (whole[at] ?? 0) + (whole[at - step] ?? 0);
  return whole;
}
