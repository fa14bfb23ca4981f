// What earlier builds wrote of editions and interviews that the house has no more.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseOf, smallInterview } from '../support/house.ts';
import { filesBelow, wenda } from '../support/wenda.ts';

const SLOW = 240_000;
const ONLY = ['--only', 'deck'];

function built(locales = ['zh-TW', 'zh-HK', 'zh-CN']) {
  const house = houseOf(
    { a: smallInterview('甲', ['開源是長期的投入。']), b: smallInterview('乙', ['價格戰會傷研發。']) },
    locales,
  );
  expect(wenda(['build', ...ONLY], house).code).toBe(0);
  const dist = path.join(house, 'dist');
  return {
    house,
    dist,
    names: () => [...filesBelow(dist).keys()],
    build: (...args: string[]) => wenda(['build', ...ONLY, ...args], house),
    settle: (...names: string[]) =>
      fs.writeFileSync(path.join(house, 'content/press.yaml'), `locales: [${names.join(', ')}]\n`),
  };
}

describe('a locale that the house has dropped', () => {
  it(
    'is taken out with its folder, and nothing else is',
    () => {
      const { dist, names, build, settle } = built();
      const before = names();
      expect(before).toContain('a/zh-HK/deck.html');
      settle('zh-TW', 'zh-CN');
      const run = build();
      expect(run.code).toBe(0);
      expect(names()).toEqual(before.filter((name) => !name.includes('zh-HK')));
      expect(fs.existsSync(path.join(dist, 'a/zh-HK'))).toBe(false);
      expect(run.stderr).toMatch(/^dist\/a\/zh-HK: note build\/removed: 2 files .*press\.yaml.*zh-HK/m);
      expect(build().stderr).not.toContain('build/removed');
    },
    SLOW,
  );

  it(
    'takes the deck of all editions with it where one is left',
    () => {
      const { names, build, settle } = built(['zh-TW', 'zh-CN']);
      expect(names()).toContain('a/deck-all.html');
      settle('zh-TW');
      build();
      expect(names().filter((name) => name.startsWith('a/'))).toEqual([
        'a/zh-TW/deck.html',
        'a/zh-TW/deck.md',
        'a/zh-TW/manifest.json',
      ]);
    },
    SLOW,
  );

  it(
    'leaves what somebody has changed, or put there',
    () => {
      const { dist, names, build, settle } = built();
      const changed = path.join(dist, 'a/zh-HK/deck.md');
      fs.appendFileSync(changed, 'mine\n');
      fs.writeFileSync(path.join(dist, 'b/zh-HK/notes.txt'), 'mine too\n');
      fs.mkdirSync(path.join(dist, 'b/zh-HK/pictures'));
      fs.writeFileSync(path.join(dist, 'b/zh-HK/pictures/own.png'), '');
      const foreign = path.join(dist, 'c/zh-HK');
      fs.mkdirSync(foreign, { recursive: true });
      fs.writeFileSync(path.join(foreign, 'deck.html'), 'not ours');
      fs.writeFileSync(path.join(foreign, 'manifest.json'), '{"interview": "c"}\n');
      settle('zh-TW', 'zh-CN');
      const run = build();
      expect(names().filter((name) => name.includes('zh-HK'))).toEqual([
        'a/zh-HK/deck.md',
        'b/zh-HK/notes.txt',
        'b/zh-HK/pictures/own.png',
        'c/zh-HK/deck.html',
        'c/zh-HK/manifest.json',
      ]);
      expect(fs.readFileSync(changed, 'utf8')).toMatch(/mine\n$/);
      expect(run.stderr).toMatch(/deck\.md had been changed, and stayed/);
    },
    SLOW,
  );

  it(
    'is not one that was asked for by name',
    () => {
      const { names, build } = built(['zh-TW', 'zh-CN']);
      build('--locale', 'zh-HK');
      build();
      expect(names()).toContain('b/zh-HK/deck.html');
    },
    SLOW,
  );
});

describe('an interview whose manuscript is gone', () => {
  it(
    'is taken out, but by no build of another house',
    () => {
      const { house, dist, names, build } = built(['zh-TW', 'zh-CN']);
      const other = houseOf({ z: smallInterview('外', ['別家的。']) }, ['zh-TW']);
      const before = names();
      build('--content', path.join(other, 'content'));
      build('--content', path.join(other, 'content'));
      expect(names()).toEqual(expect.arrayContaining(before));
      fs.rmSync(path.join(dist, 'z'), { recursive: true });

      fs.renameSync(path.join(house, 'content/b/interview.md'), path.join(house, 'content/b/old.md'));
      fs.writeFileSync(path.join(house, 'content/press.yaml'), 'locales: nowhere\n');
      build();
      expect(names()).toEqual(before);
      fs.writeFileSync(path.join(house, 'content/press.yaml'), 'locales: [zh-TW, zh-CN]\n');
      const run = build();
      expect(names()).toEqual(before.filter((name) => !name.startsWith('b/')));
      expect(fs.existsSync(path.join(dist, 'b'))).toBe(false);
      expect(run.stderr).toMatch(/^dist\/b: note build\/removed: .*content\/b\/interview\.md/m);
    },
    SLOW,
  );
});
