import fs from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { subsetToWoff } from '../../scripts/fonts/subset.ts';
import { LOCALES } from '../../scripts/model/locale.ts';

const require = createRequire(import.meta.url);
const CASES = LOCALES.flatMap((locale) =>
  Object.values(familiesOf(locale)).map((family) => ({
    name: family.name,
    file: family.faces[2]?.file ?? '',
  })),
);

describe.each(CASES)('$name', ({ file }) => {
  const font = fs.readFileSync(require.resolve(file));
  const characters = '“，。「」問答9.11Aé—·　';

  it('is cut to the characters asked for and no others', async () => {
    const woff = await subsetToWoff(font, characters);
    expect([...charactersOf(woff)].sort().join('')).toBe([...characters].sort().filter(unique).join(''));
    expect(woff.byteLength).toBeLessThan(20_000);
  });

  it('keeps what vertical lines and squeezed marks need', async () => {
    const features = tableOf(await subsetToWoff(font, characters), 'GSUB').toString('latin1');
    expect(features).toMatch(/vert/);
    expect(tableOf(await subsetToWoff(font, characters), 'GPOS').toString('latin1')).toMatch(/halt/);
  });

  it('is the same every time, also where the font is a part of a larger file', async () => {
    const part = Buffer.concat([Buffer.alloc(3), font, Buffer.alloc(5)]).subarray(3, 3 + font.length);
    const woff = await subsetToWoff(font, characters);
    expect(await subsetToWoff(new Uint8Array(font), characters)).toEqual(woff);
    expect(await subsetToWoff(part, characters)).toEqual(woff);
  });
});

const unique = (character: string, index: number, all: readonly string[]): boolean =>
  character !== all[index - 1];

/** A table of a WOFF file (WOFF 1.0, 4: the directory's rows are tag, offset, packed and original length). */
function tableOf(woff: Uint8Array, tag: string): Buffer {
  const file = Buffer.from(woff);
  expect(file.toString('latin1', 0, 4)).toBe('wOFF');
  for (let row = 44; row < 44 + 20 * file.readUInt16BE(12); row += 20) {
    if (file.toString('latin1', row, row + 4) !== tag) continue;
    const [offset, packed, length] = [
      file.readUInt32BE(row + 4),
      file.readUInt32BE(row + 8),
      file.readUInt32BE(row + 12),
    ];
    const data = file.subarray(offset, offset + packed);
    return packed === length ? data : inflateSync(data);
  }
  return Buffer.alloc(0);
}

/** The characters a font has glyphs for, by its segments of format 4 (OpenType, cmap). */
function charactersOf(woff: Uint8Array): Set<string> {
  const cmap = tableOf(woff, 'cmap');
  const found = new Set<string>();
  for (let row = 4; row < 4 + 8 * cmap.readUInt16BE(2); row += 8) {
    const start = cmap.readUInt32BE(row + 4);
    if (cmap.readUInt16BE(start) !== 4) continue;
    const doubled = cmap.readUInt16BE(start + 6);
    for (let segment = 0; segment < doubled; segment += 2) {
      const last = cmap.readUInt16BE(start + 14 + segment);
      const first = cmap.readUInt16BE(start + 16 + doubled + segment);
      if (last === 0xffff) continue;
      for (let code = first; code <= last; code++) found.add(String.fromCharCode(code));
    }
  }
  return found;
}
