import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { paintersOf } from '../../scripts/press/painters.ts';
import { newPdf, type PDFRawStream } from '../../scripts/press/pdf.ts';

const stream = async (text: string | Uint8Array, dict = {}): Promise<PDFRawStream> =>
  (await newPdf()).context.stream(text, dict);

const read = async (...parts: readonly string[]): Promise<readonly (readonly unknown[])[]> =>
  paintersOf(await Promise.all(parts.map((part) => stream(part)))).map(({ name, operands }) => [
    name,
    ...operands,
  ]);

describe('the operators that decide what is painted', () => {
  it('are all but those of places, fonts, tags, line ends and clips; no text stays', async () => {
    const page =
      '/Span <</MCID 0>> BDC q 1 0 0 1 2 3 cm 0 0 0 1 k 0 0 9 9 re W n BT 0 Tr /f0 10 Tf [(a) 2 (b)] TJ ET Q EMC';
    expect(await read(page)).toEqual([
      ['q'],
      ['cm', 1, 0, 0, 1, 2, 3],
      ['k', 0, 0, 0, 1],
      ['re', 0, 0, 9, 9],
      ['n'],
      ['Tr', 0],
      ['TJ'],
      ['Q'],
    ]);
  });

  it('go on from one part to the next', async () => {
    expect(await read('q 1', '0 0 rg', 'Q')).toEqual([['q'], ['rg', 1, 0, 0], ['Q']]);
  });
});

describe('a content', () => {
  const text = '1 g 0 0 9 9 re f 0.5 G 0 0 9 9 re S';
  const packed = new Uint8Array(deflateSync(text));

  it('is read once, in whichever file it stands', async () => {
    const first = paintersOf([await stream(packed, { Filter: 'FlateDecode', BBox: [0, 0, 9, 9] })]);
    expect(paintersOf([await stream(packed, { Filter: 'FlateDecode' })])).toBe(first);
  });

  it.each([
    ['another', text.replace('0.5', '0.6'), {}],
    ['bytes that are packed', packed, { Filter: 'FlateDecode' }],
  ])('is not taken for %s', async (_, other, dict) => {
    const first = paintersOf([await stream(text)]);
    expect(paintersOf([await stream(other, dict)])).not.toBe(first);
  });

  it('that is packed is not taken for the same bytes that are not', async () => {
    const first = paintersOf([await stream(packed, { Filter: 'FlateDecode' })]);
    expect(paintersOf([await stream(packed)])).not.toBe(first);
  });

  it('is read each time where it is not plain how it is packed', async () => {
    const twice = [1, 2].map(async () =>
      paintersOf([await stream(packed, { Filter: 'FlateDecode', DecodeParms: { Predictor: 1 } })]),
    );
    const [one, other] = await Promise.all(twice);
    expect(other).not.toBe(one);
    expect(other).toEqual(one);
  });
});
