// What a build puts into the output folder: what is not there already, and no file that somebody else left in its place.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseOf, smallInterview, writeInterview } from '../support/house.ts';
import { filesBelow, wenda } from '../support/wenda.ts';

const BUILD = ['build', '--only', 'booklet,pictures'];
const house = houseOf({ talk: smallInterview('題', ['開源是長期的投入。', '人才比算力重要。']) }, ['zh-TW']);
const folder = path.join(house, 'dist/talk/zh-TW');

/** Which file stands under each name: a file that is written anew is another. */
function numbers(): ReadonlyMap<string, number> {
  return new Map(
    [...filesBelow(folder).keys()].map((name) => [name, fs.statSync(path.join(folder, name)).ino]),
  );
}

describe('a build', () => {
  it('writes what an edit has changed, and leaves other files as they lie there', () => {
    expect(wenda(BUILD, house).code).toBe(0);
    const [files, before] = [filesBelow(folder), numbers()];
    writeInterview(house, 'talk', smallInterview('題', ['開源是長期的投入。', '人才比設備重要。']));
    expect(wenda(BUILD, house).code).toBe(0);
    const [changed, after] = [filesBelow(folder), numbers()];
    const names = [...changed.keys()];
    const other = names.filter((name) => !files.get(name)?.equals(changed.get(name) ?? Buffer.alloc(0)));
    expect(other).toEqual(
      expect.arrayContaining(['booklet.pdf', 'manifest.json', expect.stringContaining('pictures/page-')]),
    );
    expect(names.filter((name) => before.get(name) !== after.get(name))).toEqual(other);
    expect(other.length).toBeLessThan(names.length / 2);
  });

  it.each(['booklet.pdf', 'cover.png'])('takes no other file of the same length for its own: %s', (name) => {
    expect(wenda(BUILD, house).code).toBe(0);
    const file = path.join(folder, name);
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, Buffer.from(bytes).reverse());
    expect(wenda(BUILD, house).code).toBe(0);
    expect(fs.readFileSync(file).equals(bytes)).toBe(true);
  });
});
