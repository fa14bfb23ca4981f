import fc from 'fast-check';
import { PDFDocument, type PDFRawStream } from 'pdf-lib';
import { expect, it } from 'vitest';
import { unpredicted } from '../../scripts/press/predictors.ts';

const { context } = await PDFDocument.create({ updateMetadata: false });

/** The filters of PNG (ISO/IEC 15948, 9.2): what each takes for the next byte, from those left, above and between. */
const GUESSES: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  (left, above, corner) => {
    const aims = [left, above, corner].map((value) => Math.abs(left + above - corner - value));
    const nearest = Math.min(...aims);
    return [left, above, corner][aims.indexOf(nearest)] ?? 0;
  },
];

const pictures = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    colors: fc.constantFrom(1, 3, 4),
    rows: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ columns, colors, rows }) =>
    fc.record({
      columns: fc.constant(columns),
      colors: fc.constant(colors),
      filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: rows, maxLength: rows }),
      bytes: fc.uint8Array({ minLength: rows * columns * colors, maxLength: rows * columns * colors }),
    }),
  );

function decoded(packed: readonly number[], parms: Readonly<Record<string, number>>): Uint8Array {
  const stream = context.stream('', { DecodeParms: parms }) as PDFRawStream;
  return unpredicted(new Uint8Array(packed), stream, context);
}

it('rows come back from every filter of PNG', () => {
  fc.assert(
    fc.property(pictures, ({ columns, colors, filters, bytes }) => {
      const row = columns * colors;
      const at = (line: number, byte: number): number =>
        line < 0 || byte < 0 ? 0 : (bytes[line * row + byte] ?? 0);
      const packed = filters.flatMap((filter, line) => [
        filter,
        ...Array.from({ length: row }, (_, byte) => {
          const [left, above] = [at(line, byte - colors), at(line - 1, byte)];
          const corner = byte < colors ? 0 : at(line - 1, byte - colors);
          return at(line, byte) - (GUESSES[filter]?.(left, above, corner) ?? 0);
        }),
      ]);
      expect(decoded(packed, { Predictor: 15, Colors: colors, Columns: columns })).toEqual(bytes);
    }),
  );
});

it('rows come back from the differences of TIFF', () => {
  fc.assert(
    fc.property(pictures, ({ columns, colors, bytes }) => {
      const packed = Array.from(bytes, (byte, at) =>
        at % (columns * colors) < colors ? byte : byte - (bytes[at - colors] ?? 0),
      );
      expect(decoded(packed, { Predictor: 2, Colors: colors, Columns: columns })).toEqual(bytes);
    }),
  );
});
