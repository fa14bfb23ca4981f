// A build may be killed at any moment: what lies in the output folder is whole, and the next build makes the rest good.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../scripts/catalogue/manifest.ts';
import { houseOf, smallInterview, writeInterview } from '../support/house.ts';
import { comparable } from '../support/manifest.ts';
import { filesBelow, wenda } from '../support/wenda.ts';

const TEXTS = [
  smallInterview('長的一版', ['開源是長期的投入。', '價格戰會傷研發。', '人才比算力重要。']),
  smallInterview('短的一版', ['開源是長期的事。']),
];
const [LONG = '', SHORT = ''] = TEXTS;
const BUILD = ['build', '--only', 'booklet,duplex,pictures'];
const ROUNDS = 6;

type Files = ReadonlyMap<string, Buffer>;

const house = houseOf({ talk: LONG });
const dist = path.join(house, 'dist');

/** Builds into dist/ and kills it: after so many milliseconds, or so long after it has begun to write. */
async function killBuild(milliseconds: number, isWriting: boolean): Promise<void> {
  const child = spawn(process.execPath, [path.resolve('scripts/wenda.mjs'), ...BUILD], { cwd: house });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (isWriting && !hasEnded && !newNames().some((name) => name.endsWith('.new')))
    await new Promise((resolve) => setTimeout(resolve, 1));
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
  child.kill('SIGKILL');
  await ended;
}

function newNames(): readonly string[] {
  const folders = ['zh-TW', 'zh-CN'].map((locale) => path.join(dist, 'talk', locale));
  return folders.flatMap((folder) => (fs.existsSync(folder) ? fs.readdirSync(folder) : []));
}

describe('a build that is killed', () => {
  const clean: Files[] = [];
  let milliseconds = 0;

  beforeAll(() => {
    for (const text of TEXTS) {
      writeInterview(house, 'talk', text);
      const start = performance.now();
      expect(wenda(BUILD, house).code).toBe(0);
      milliseconds = performance.now() - start;
      clean.push(filesBelow(dist));
      fs.rmSync(dist, { recursive: true });
    }
  });

  it('leaves only whole files, whenever that is, and the next one makes it good', async () => {
    const left = { new: 0, old: 0, unfinished: 0 };
    writeInterview(house, 'talk', SHORT);
    expect(wenda(BUILD, house).code).toBe(0);
    for (let round = 0; round < ROUNDS; round++) {
      writeInterview(house, 'talk', TEXTS[round % 2] ?? '');
      // Half of them while they write, which is a small part of the time.
      const isWriting = round % 2 === Math.floor(round / 2) % 2;
      await killBuild(Math.random() * (isWriting ? milliseconds / 10 : milliseconds), isWriting);
      const files = fs.existsSync(dist) ? filesBelow(dist) : new Map<string, Buffer>();
      for (const [name, bytes] of files) {
        if (path.basename(name).startsWith('.')) {
          left.unfinished += 1;
          continue;
        }
        const [isLong, isShort] = clean.map((version) => isSame(name, version.get(name), bytes));
        expect({ name, round, isWhole: isLong || isShort }).toEqual({ name, round, isWhole: true });
        left[isLong === (round % 2 === 0) ? 'new' : 'old'] += 1;
      }
    }
    expect(left.old + left.new).toBeGreaterThan(0);
    expect(left.unfinished + left.new).toBeGreaterThan(0);
    writeInterview(house, 'talk', SHORT);
    expect(wenda(BUILD, house).code).toBe(0);
    expect(namesOf(filesBelow(dist))).toEqual(namesOf(clean[1]));
    for (const [name, bytes] of filesBelow(dist))
      expect(isSame(name, clean[1]?.get(name), bytes), name).toBe(true);
  }, 900_000);

  it('does not have a manifest kept that is not true: the next one, of another product, sees what is', () => {
    writeInterview(house, 'talk', LONG);
    expect(wenda(BUILD, house).code).toBe(0);
    const folder = path.join(dist, 'talk/zh-TW');
    const short = clean[1]?.get('talk/zh-TW/booklet.pdf') ?? Buffer.alloc(0);
    fs.writeFileSync(path.join(folder, 'booklet.pdf'), short);
    fs.rmSync(path.join(folder, 'cover.png'));
    expect(wenda(['build', '--only', 'duplex'], house).code).toBe(0);
    const { outputs } = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const names = Object.keys(outputs);
    expect(names).toEqual(expect.arrayContaining(['booklet-duplex.pdf', 'pictures/slide-01.png']));
    expect(names.filter((name) => ['booklet.pdf', 'cover.png'].includes(name))).toEqual([]);
    expect(fs.existsSync(path.join(folder, 'booklet.pdf'))).toBe(true);
  });

  it('or not: pictures that a shorter deck has no more are gone', () => {
    const slides = (files: Files | undefined) =>
      namesOf(files).filter((name) => name.includes('slide-')).length;
    expect(slides(clean[0])).toBeGreaterThan(slides(clean[1]));
    writeInterview(house, 'talk', LONG);
    expect(wenda(BUILD, house).code).toBe(0);
    const stray = path.join(dist, 'talk/zh-TW/pictures/slide-99.png');
    fs.writeFileSync(stray, 'of a build that was killed before its manifest');
    writeInterview(house, 'talk', SHORT);
    expect(wenda(BUILD, house).code).toBe(0);
    expect(namesOf(filesBelow(dist))).toEqual(namesOf(clean[1]));
  });
});

function isSame(name: string, one: Buffer | undefined, other: Buffer): boolean {
  return one !== undefined && comparable(name, one).equals(comparable(name, other));
}

function namesOf(files: Files | undefined): readonly string[] {
  return [...(files?.keys() ?? [])];
}
