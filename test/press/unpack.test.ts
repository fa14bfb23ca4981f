import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newPdf, type PDFRawStream } from '../../scripts/press/pdf.ts';
import { unpacked } from '../../scripts/press/unpack.ts';

const { context } = await newPdf();
const text = 'q 1 0 0 1 0 0 cm /P1 Do Q '.repeat(40);
const packed = new Uint8Array(deflateSync(text));

function stream(contents: Uint8Array | string, dict: Record<string, string | string[]> = {}): PDFRawStream {
  return context.stream(contents, dict);
}

describe('a stream', () => {
  it.each([
    ['that is not packed', stream(text)],
    ['that is packed', stream(packed, { Filter: 'FlateDecode' })],
    ['with one filter in a list', stream(packed, { Filter: ['FlateDecode'] })],
    ['in hexadecimal', stream(`${Buffer.from(text).toString('hex')}>`, { Filter: 'ASCIIHexDecode' })],
    [
      'packed, then in hexadecimal',
      stream(`${Buffer.from(packed).toString('hex')}>`, { Filter: ['ASCIIHexDecode', 'FlateDecode'] }),
    ],
    ['whose checksum is wrong', stream(packed.with(-1, 0).with(-2, 0), { Filter: 'FlateDecode' })],
    ['that lacks its checksum', stream(packed.subarray(0, -4), { Filter: 'FlateDecode' })],
    ['with a line behind it', stream(Buffer.concat([packed, Buffer.from('\n')]), { Filter: 'FlateDecode' })],
  ])('%s gives its bytes', (_, given) => {
    const bytes = unpacked(given);
    expect(new TextDecoder().decode(bytes)).toBe(text);
    // A part of a Buffer is the Buffer: whoever changes a copy would change both.
    expect(bytes.slice().buffer).not.toBe(bytes.buffer);
  });

  it('that is packed in no way that is known is refused', () => {
    expect(() => unpacked(stream('not packed', { Filter: 'FlateDecode' }))).toThrow(/flate/);
  });
});
