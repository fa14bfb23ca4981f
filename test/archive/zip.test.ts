// Files packed one by one make the archive that they make together.

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { archiveOf, pack, packFile, unpack, utf8 } from '../../scripts/archive/zip.ts';

const NAMES = fc.stringMatching(/^[a-z問答]{1,8}\.xml$/);
const FILES = fc.array(fc.tuple(NAMES, fc.string({ maxLength: 300 })), { maxLength: 12 }).map(distinct);

function distinct(files: readonly (readonly [string, string])[]): ReadonlyMap<string, Uint8Array> {
  return new Map(files.map(([name, text]) => [name, utf8(text.repeat(3))]));
}

it.each([
  ['stored', 0],
  ['compressed', 6],
] as const)('is byte for byte what packs all of them at once: %s', (how, level) => {
  fc.assert(
    fc.property(FILES, (files) => {
      const together = zipSync(Object.fromEntries(files), { level, mtime: '1980-01-01T00:00:00' });
      expect(Buffer.from(pack(files, how)).equals(together)).toBe(true);
    }),
  );
});

it('takes a file packed before to whatever place it has in another archive', () => {
  fc.assert(
    fc.property(FILES, FILES, (some, others) => {
      const kept = Array.from(some, ([name, content]) => packFile(name, content, 'compressed'));
      archiveOf(kept);
      const more = Array.from(others, ([name, content]) => packFile(`more/${name}`, content, 'stored'));
      const all = unpack(archiveOf([...more, ...kept]), 1e6);
      expect(all.kind === 'files' && [...all.files]).toEqual([
        ...Array.from(others, ([name, content]) => [`more/${name}`, content]),
        ...some,
      ]);
    }),
  );
});
