import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isAsLongAndOlder,
  listFolders,
  readBeside,
  readBytes,
  readLarge,
  readText,
  writeAllWhole,
  writeWhole,
} from '../../scripts/system/files.ts';
import { createPackages } from '../../scripts/system/packages.ts';
import { scratch } from '../support/wenda.ts';

describe('files', () => {
  const folder = scratch();

  it('are written whole, into folders made for them, and nothing is left beside them', async () => {
    const file = path.join(folder, 'a/b/text.txt');
    await writeWhole(file, '問答');
    await writeWhole(file, '問答二');
    expect(await readText(file)).toBe('問答二');
    expect(fs.readdirSync(path.dirname(file))).toEqual(['text.txt']);
  });

  it.each([0, 1, 3_000_000])('are read in one piece as in several: %i bytes', async (size) => {
    const file = path.join(folder, `large-${size}`);
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7919) % 251);
    fs.writeFileSync(file, bytes);
    const read = await readLarge(file);
    expect(read?.length).toBe(size);
    expect(Buffer.compare(read ?? new Uint8Array(), bytes)).toBe(0);
    expect(Buffer.compare((await readBytes(file)) ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('stay as they were when they cannot be replaced', async () => {
    const taken = path.join(folder, 'taken');
    fs.mkdirSync(path.join(taken, 'inside'), { recursive: true });
    await expect(writeWhole(taken, 'x')).rejects.toThrow();
    expect(fs.readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
    expect(fs.existsSync(path.join(taken, 'inside'))).toBe(true);
  });

  it('are all replaced or none, however many they are', async () => {
    const many = path.join(folder, 'many');
    const names = Array.from({ length: 11 }, (_, index) => path.join(many, `${index}`));
    const saying = (text: string) => new Map(names.map((name) => [name, text]));
    const said = () => fs.readdirSync(many).map((name) => fs.readFileSync(path.join(many, name), 'utf8'));
    let before: readonly string[] = [];
    await writeAllWhole(saying('one'));
    await writeAllWhole(saying('two'), async () => {
      before = names.map((name) => fs.readFileSync(name, 'utf8'));
    });
    expect(before).toEqual(names.map((_, index) => (index === 10 ? 'one' : 'two')));
    expect(said()).toEqual(names.map(() => 'two'));
    for (const at of [0, 6, 10]) {
      const taken = new Map([...saying('three')].toSpliced(at, 1, [folder, 'three']));
      await expect(writeAllWhole(taken)).rejects.toThrow(/EISDIR/);
      expect(said()).toEqual(names.map(() => 'two'));
    }
    const [first = '', last = ''] = [names[0], names[10]];
    expect(await isAsLongAndOlder(first, 3, last)).toBe(true);
    expect(await isAsLongAndOlder(first, 4, last)).toBe(false);
    fs.utimesSync(first, new Date(), new Date(Date.now() + 60_000));
    expect(await isAsLongAndOlder(first, 3, last)).toBe(false);
    expect(await isAsLongAndOlder(path.join(many, 'none'), 3, last)).toBe(false);
  });

  it('that do not exist are undefined, and so is one below a file', async () => {
    fs.writeFileSync(path.join(folder, 'plain'), 'x');
    expect(await readBytes(path.join(folder, 'none'))).toBeUndefined();
    expect(await readLarge(path.join(folder, 'none'))).toBeUndefined();
    expect(await readLarge(path.join(folder, 'plain/none'))).toBeUndefined();
    expect(await readText(path.join(folder, 'plain/none'))).toBeUndefined();
    expect(await listFolders(path.join(folder, 'none'))).toEqual([]);
  });

  it('beside another are read up to a limit, and never from elsewhere', async () => {
    const inside = path.join(folder, 'beside');
    fs.mkdirSync(path.join(inside, 'figures'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'elsewhere'), 'x');
    fs.writeFileSync(path.join(inside, 'figures/a'), 'abc');
    fs.symlinkSync(path.join(folder, 'elsewhere'), path.join(inside, 'link'));
    const read = (name: string, most = 3) => readBeside(path.join(inside, 'interview.md'), name, most);
    expect(Buffer.from((await read('figures/a')) as Uint8Array).toString()).toBe('abc');
    expect(await read('figures/a', 2)).toBe('too-large');
    expect(await read('figures')).toBe('missing');
    expect(await read('none')).toBe('missing');
    expect(await read('../elsewhere')).toBe('outside');
    expect(await read('link')).toBe('outside');
  });

  it('lists folders by name, hidden ones aside', async () => {
    for (const name of ['乙', '甲', 'b', 'a', '.git'])
      fs.mkdirSync(path.join(folder, 'list', name), { recursive: true });
    fs.writeFileSync(path.join(folder, 'list', 'file'), '');
    expect(await listFolders(path.join(folder, 'list'))).toEqual(['a', 'b', '乙', '甲']);
  });
});

describe('packages', () => {
  const packages = createPackages(path.resolve(import.meta.dirname, '../..'));

  it('are found with their files and versions', () => {
    expect(fs.existsSync(packages.resolve('@expo-google-fonts/noto-sans-tc/LICENSE_FONT'))).toBe(true);
    expect(packages.versionOf('pdf-lib')).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('that are not installed are named, with the remedy', () => {
    expect(() => packages.resolve('@no/such/file')).toThrow(/@no\/such.*npm ci/);
  });
});
