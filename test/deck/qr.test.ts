import fc from 'fast-check';
import { expect, it } from 'vitest';
import { qrCode } from '../../scripts/deck/qr.ts';

const svgOf = (uri: string): string => Buffer.from(uri.split(',')[1] ?? '', 'base64').toString('utf8');

it('is black on white with four white modules around, in modules as large as the address allows', () => {
  const svg = svgOf(qrCode('https://example.org/'));
  // Version 2 of ISO/IEC 18004: 25 modules for up to 32 bytes.
  expect(svg).toContain('viewBox="0 0 33 33"');
  expect(svg).toContain('fill="#fff" d="M0 0h33v33H0z"');
  const starts = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, x, y, width]) =>
    [x, y, width].map(Number),
  );
  for (const [x = 0, y = 0, width = 0] of starts) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(Math.max(x + width, y + 1)).toBeLessThanOrEqual(29);
  }
});

it('is the same for the same address, and never too fine to be scanned', () => {
  const address = fc.webUrl().filter(({ length }) => length <= 200);
  fc.assert(
    fc.property(address, (url) => {
      const [, size] = /viewBox="0 0 (\d+)/.exec(svgOf(qrCode(url))) ?? [];
      expect(qrCode(url)).toBe(qrCode(url));
      expect(292 / Number(size)).toBeGreaterThan(4.4);
    }),
    { numRuns: 30 },
  );
});
