import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { withoutOutlines } from '../../scripts/fonts/outlines.ts';
import { tablesOf } from '../../scripts/fonts/tables.ts';
import { toWoff } from '../../scripts/fonts/woff.ts';
import { world } from '../support/world.ts';

const require = createRequire(import.meta.url);
/** The converter that fontTools of JavaScript's own are made with: it knows nothing of ours. */
const { convert } = require('fontverter') as {
  readonly convert: (font: Buffer, to: 'sfnt' | 'woff') => Promise<Buffer>;
};

/** A font of 80 kB, with tables that pack well, badly and not at all. */
async function smallFont(): Promise<Uint8Array> {
  const whole = await world.readFont(familiesOf('zh-TW').sans.faces[2]?.file ?? '');
  return withoutOutlines(whole);
}

describe('a font as WOFF', () => {
  it('is unpacked to the same tables by another program', { timeout: 60_000 }, async () => {
    const font = await smallFont();
    const back = await convert(Buffer.from(await toWoff(font)), 'sfnt');
    expect(tables(back)).toEqual(tables(font));
  });

  it('is no larger than by that program, and begins with its own size', { timeout: 60_000 }, async () => {
    const font = await smallFont();
    const woff = await toWoff(font);
    const other = await convert(Buffer.from(font), 'woff');
    expect(woff.byteLength).toBeLessThan(other.byteLength * 1.01);
    const view = new DataView(woff.buffer);
    const otherView = new DataView(other.buffer, other.byteOffset);
    expect(view.getUint32(8)).toBe(woff.byteLength);
    for (const at of [0, 4, 12, 16]) expect(view.getUint32(at)).toBe(otherView.getUint32(at));
  });

  it('packs no table that it would make larger', async () => {
    const woff = await toWoff(fontOf(new Uint8Array([3, 1, 4, 1, 5])));
    expect([...woff.subarray(64)]).toEqual([3, 1, 4, 1, 5, 0, 0, 0]);
  });
});

function tables(font: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tablesOf(font).map(({ tag, offset, length }) => [
      tag,
      Buffer.from(font.subarray(offset, offset + length)).toString('base64'),
    ]),
  );
}

/** A file of one table. */
function fontOf(data: Uint8Array): Uint8Array {
  const font = new Uint8Array(28 + data.length);
  const view = new DataView(font.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, 1);
  font.set(new TextEncoder().encode('test'), 12);
  view.setUint32(20, 28);
  view.setUint32(24, data.length);
  font.set(data, 28);
  return font;
}
