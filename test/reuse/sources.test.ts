// A trace holds as long as everything that was looked at is as it was, and no longer; what was not looked at may change.

import { describe, expect, it } from 'vitest';
import type { Settings } from '../../scripts/model/settings.ts';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { holds, type Sources, watch } from '../../scripts/reuse/sources.ts';
import { realEdition } from '../support/edition.ts';
import { world } from '../support/world.ts';

const sources: Sources<Uint8Array> = {
  program: 'first',
  edition: realEdition('zh-TW'),
  settings: DEFAULT_SETTINGS,
  theme: {
    name: 'magazine',
    files: new Map([
      ['magazine/a.typ', 'a'],
      ['magazine/b.hbs', 'b'],
    ]),
  },
  pictures: new Map([['portrait.png', new Uint8Array([1, 2, 3])]]),
  pages: { sections: [3], exchanges: [4, 5] },
  booklet: new Uint8Array([1]),
  world: {
    ...world,
    readNamed: async () => new Uint8Array([1]),
    readTemplates: async () => new Map([['magazine/a.typ', 'a']]),
    playerCode: async () => ({ script: 'script', style: 'style' }),
  },
};

type Look = (seen: Sources<Uint8Array>) => unknown;

const settings = (change: Partial<Settings>): Partial<Sources<Uint8Array>> => ({
  settings: { ...DEFAULT_SETTINGS, ...change },
});
const press = (change: Partial<Settings['press']>): Partial<Sources<Uint8Array>> =>
  settings({ press: { ...DEFAULT_SETTINGS.press, ...change } });
const files = (...entries: (readonly [string, string])[]): Partial<Sources<Uint8Array>> => ({
  theme: { name: 'magazine', files: new Map(entries) },
});

/** What is looked at, what then changes, and whether it still holds. */
const CASES: readonly (readonly [string, Look, Partial<Sources<Uint8Array>>, boolean])[] = [
  ['nothing, and nothing changes', () => {}, {}, true],
  ['nothing, but another program', () => {}, { program: 'second' }, false],
  ['nothing of the settings', () => {}, settings({ flip: 'long-edge' }), true],
  ['a setting that changes', (seen) => seen.settings.flip, settings({ flip: 'long-edge' }), false],
  ['another setting', (seen) => seen.settings.theme, settings({ flip: 'long-edge' }), true],
  ['a setting that was not there', (seen) => seen.settings.publisher, settings({ publisher: 'p' }), false],
  ['whether a setting is there', (seen) => 'publisher' in seen.settings, settings({ publisher: 'p' }), false],
  ['a part of a setting', (seen) => seen.settings.press.cover, press({ cover: 'separate' }), false],
  ['another part of it', (seen) => seen.settings.press.marks, press({ cover: 'separate' }), true],
  ['all of a part, copied', (seen) => ({ ...seen.settings.press }), press({ cover: 'separate' }), false],
  ['all of the settings, copied', (seen) => ({ ...seen.settings }), settings({ publisher: 'p' }), false],
  ['the edition', (seen) => seen.edition.locale, { edition: { ...sources.edition, language: 'x' } }, false],
  [
    'a file of the theme',
    (seen) => seen.theme.files.get('magazine/a.typ'),
    files(['magazine/a.typ', 'z']),
    false,
  ],
  [
    'a file that goes',
    (seen) => seen.theme.files.has('magazine/b.hbs'),
    files(['magazine/a.typ', 'a']),
    false,
  ],
  [
    'a file that was not there',
    (seen) => seen.theme.files.get('magazine/c'),
    files(['magazine/c', 'c']),
    false,
  ],
  [
    'another file',
    (seen) => seen.theme.files.get('magazine/a.typ'),
    files(['magazine/a.typ', 'a'], ['magazine/b.hbs', 'z'], ['magazine/c', 'c']),
    true,
  ],
  ['which files there are', (seen) => [...seen.theme.files.keys()], files(['magazine/a.typ', 'a']), false],
  ['the number of files', (seen) => seen.theme.files.size, files(['magazine/a.typ', 'a']), false],
  [
    'every file',
    (seen) => [...seen.theme.files],
    files(['magazine/a.typ', 'a'], ['magazine/b.hbs', 'z']),
    false,
  ],
  ['the name of the theme', (seen) => seen.theme, { theme: { ...sources.theme, name: 'x' } }, false],
  [
    'the pictures',
    (seen) => seen.pictures,
    { pictures: new Map([['portrait.png', new Uint8Array([1])]]) },
    false,
  ],
  ['the pages', (seen) => seen.pages, { pages: { sections: [3], exchanges: [4, 6] } }, false],
  ['the booklet', (seen) => seen.booklet, { booklet: new Uint8Array([2]) }, false],
  [
    'a file that the settings name',
    (seen) => seen.world.readNamed('a.icc'),
    { world: { ...sources.world, readNamed: async () => undefined } },
    false,
  ],
  [
    'a folder of templates',
    (seen) => seen.world.readTemplates('magazine'),
    { world: { ...sources.world, readTemplates: async () => new Map() } },
    false,
  ],
  [
    'the player',
    (seen) => seen.world.playerCode(),
    { world: { ...sources.world, playerCode: async () => ({ script: 'script', style: 'other' }) } },
    false,
  ],
];

describe('a trace of somebody who looked at', () => {
  it.each(CASES)('%s', async (_name, look, change, expected) => {
    const watching = watch(sources);
    await look(watching.seen);
    expect(await holds(watching.trace(), sources)).toBe(true);
    expect(await holds(watching.trace(), { ...sources, ...change })).toBe(expected);
  });
});

it('holds for nothing where it names what nobody knows', async () => {
  expect(await holds({ program: 'first', weather: 'fair' }, sources)).toBe(false);
  expect(await holds({}, sources)).toBe(false);
});
