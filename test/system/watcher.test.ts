import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Watcher, watchFolders } from '../../scripts/system/watcher.ts';
import { scratch } from '../support/wenda.ts';

const open: Watcher[] = [];
afterEach(async () => {
  for (const watcher of open.splice(0)) await watcher.close();
});

async function watching(): Promise<{
  folder: string;
  seen: string[][];
  next: () => Promise<string[]>;
  watcher: Watcher;
}> {
  const folder = scratch();
  fs.writeFileSync(path.join(folder, 'interview.md'), 'one');
  const seen: string[][] = [];
  let wake: (() => void) | undefined;
  const watcher = await watchFolders([folder], (files) => {
    seen.push(files.map((file) => path.basename(file)));
    wake?.();
  });
  open.push(watcher);
  const next = async (): Promise<string[]> => {
    if (seen.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return seen.shift() ?? [];
  };
  return { folder, seen, next, watcher };
}

describe('the watcher', () => {
  it.each([
    ['a file written anew', (file: string) => fs.writeFileSync(file, 'two')],
    [
      'a file replaced by renaming, as editors save',
      (file: string) => {
        fs.writeFileSync(`${file}~`, 'two');
        fs.renameSync(`${file}~`, file);
      },
    ],
    ['a file removed', (file: string) => fs.rmSync(file)],
  ])('tells of %s', async (_, save) => {
    const { folder, next } = await watching();
    save(path.join(folder, 'interview.md'));
    expect(await next()).toContain('interview.md');
  });

  it('tells of a file in a folder that is new', async () => {
    const { folder, next } = await watching();
    fs.mkdirSync(path.join(folder, 'second'));
    fs.writeFileSync(path.join(folder, 'second/interview.md'), 'two');
    expect(await next()).toEqual(['interview.md']);
  });

  it('tells of a file elsewhere once that is watched too', async () => {
    const { next, watcher } = await watching();
    const other = path.join(scratch(), 'profile.icc');
    fs.writeFileSync(other, 'one');
    watcher.add([other]);
    // When chokidar has taken it up, nobody says.
    let text = 1;
    const saving = setInterval(() => fs.writeFileSync(other, `${text++}`), 200);
    expect(await next()).toEqual(['profile.icc']);
    clearInterval(saving);
  });

  it('makes one report of many saves in a moment, and none of what editors leave lying about', async () => {
    const { folder, next, seen } = await watching();
    for (const name of ['.interview.md.swp', 'interview.md~', '#interview.md#', '4913'])
      fs.writeFileSync(path.join(folder, name), 'scratch');
    for (let time = 0; time < 5; time++) fs.writeFileSync(path.join(folder, 'interview.md'), `${time}`);
    fs.writeFileSync(path.join(folder, 'glossary.yaml'), '');
    expect(await next()).toEqual(['glossary.yaml', 'interview.md']);
    expect(seen).toEqual([]);
  });

  it('tells of a save that comes right behind one that it has told of', async () => {
    const { folder, next } = await watching();
    const file = path.join(folder, 'interview.md');
    fs.writeFileSync(file, 'two');
    expect(await next()).toEqual(['interview.md']);
    fs.writeFileSync(file, 'six');
    expect(await next()).toEqual(['interview.md']);
  });
});
