// The same value gives the same digest, whatever holds it; another value another.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf, digestOnce } from '../../scripts/reuse/digest.ts';

it('takes bytes for what they are, in a Buffer or out of it, alone or inside something', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const buffer = Buffer.from(bytes);
      expect(digestOf(buffer)).toBe(digestOf(bytes));
      expect(digestOf({ a: [buffer] })).toBe(digestOf({ a: [bytes] }));
      expect(digestOf(new Map([['a', buffer]]))).toBe(digestOf(new Map([['a', bytes]])));
    }),
  );
});

const DIFFERENT: readonly unknown[] = [
  undefined,
  null,
  '',
  'undefined',
  0,
  '0',
  [],
  {},
  new Map(),
  new Uint8Array(),
  new Uint8Array([0]),
  [new Uint8Array([0])],
  new Map([['a', 1]]),
  new Map([['a', 2]]),
  { a: 1 },
  { a: '1' },
  { b: 1 },
];

it('tells different values apart', () => {
  const digests = DIFFERENT.map(digestOf);
  expect(new Set(digests).size).toBe(digests.length);
});

it('gives what is asked for again the digest that it has, long texts too', () => {
  const values = [
    ...DIFFERENT,
    ...[1, 600, 601].map((length) => '字'.repeat(length)),
    `${'字'.repeat(600)}子`,
  ];
  for (const value of [...values, ...values]) expect(digestOnce(value)).toBe(digestOf(value));
});
