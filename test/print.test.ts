// What the products for a print shop share is made once in a build, and never of anything that has changed since.

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../scripts/model/edition.ts';
import { mm } from '../scripts/model/length.ts';
import { PRINT_PRODUCTS, type PrintProduct } from '../scripts/model/product.ts';
import { DEFAULT_SETTINGS, type PressSettings, type Settings } from '../scripts/model/settings.ts';
import type { TypesetJob, World } from '../scripts/model/world.ts';
import { makePrint } from '../scripts/print.ts';
import { createWorld } from '../scripts/system/world.ts';
import { realEdition } from './support/edition.ts';
import { loadTheme, succeeded, world } from './support/world.ts';

const edition = realEdition('zh-TW');

async function make(
  product: PrintProduct,
  by: World,
  settings: Settings = DEFAULT_SETTINGS,
  of: Edition = edition,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const theme = await loadTheme();
  const made = await makePrint(product, { edition: of, settings, theme, pictures: new Map(), world: by });
  return new Map(succeeded(made).map(({ file, bytes }) => [file, bytes]));
}

/** As one build has it: what is typeset is written down. */
function watched(): { readonly by: World; readonly jobs: readonly TypesetJob[] } {
  const jobs: TypesetJob[] = [];
  const typeset: World['typeset'] = (job) => {
    jobs.push(job);
    return world.typeset(job);
  };
  return { by: { ...world, typeset }, jobs };
}

const mains = (jobs: readonly TypesetJob[]): readonly string[] => jobs.map(({ main }) => main);

describe('in a build', () => {
  it('the pages with bleed are set once for all products', async () => {
    const { by, jobs } = watched();
    await make('press', by);
    const forPress = mains(jobs);
    await make('sheets', by);
    await make('shop-sheet', by);
    expect(forPress.length).toBeGreaterThan(1);
    expect(mains(jobs).slice(forPress.length)).toEqual(['lines.typ', 'shop-sheet.typ']);
  });

  it('no sheets are made to count them', async () => {
    const { by, jobs } = watched();
    await make('shop-sheet', by);
    expect(mains(jobs)).not.toContain('lines.typ');
    expect(mains(jobs)).toContain('shop-sheet.typ');
  });
});

describe('what was made before', () => {
  const press = (change: Partial<PressSettings>): Settings => ({
    ...DEFAULT_SETTINGS,
    press: { ...DEFAULT_SETTINGS.press, ...change },
  });
  const title = { ...edition.interview.title, text: '另一個標題' };
  const renamed: Edition = { ...edition, interview: { ...edition.interview, title } };

  it.each<[what: string, settings: Settings, of: Edition]>([
    ['the bleed', press({ bleed: mm(5) }), edition],
    ['the title', DEFAULT_SETTINGS, renamed],
    ['the condition', press({ condition: 'FOGRA51', conditionName: 'Premium coated' }), edition],
    ['the cover', press({ cover: 'separate', signature: 8 }), edition],
    ['the marks', press({ marks: false }), edition],
    ['the way it opens', press({ binding: 'right' }), edition],
  ])('says nothing where %s is another', async (_, settings, of) => {
    const fresh = createWorld({ root: path.resolve(import.meta.dirname, '..') });
    for (const product of PRINT_PRODUCTS) {
      const before = await make(product, world);
      const after = await make(product, world, settings, of);
      const anew = await make(product, fresh, settings, { ...of });
      expect([...after.keys()]).toEqual([...anew.keys()]);
      for (const [file, bytes] of after) {
        expect(Buffer.compare(bytes, anew.get(file) ?? new Uint8Array()), file).toBe(0);
        if (product === 'sheets')
          expect(Buffer.compare(bytes, before.get(file) ?? new Uint8Array()), file).not.toBe(0);
      }
    }
  });

  it('says nothing where the profile is another under its name', async () => {
    const named = await world.readNamed(DEFAULT_SETTINGS.press.profile);
    const profile = new Uint8Array(named ?? []);
    // The date of its making (ICC.1:2010, 7.2.8).
    profile.set([7, 233], 24);
    const readNamed: World['readNamed'] = async () => profile;
    const [before, after] = [await make('sheets', world), await make('sheets', { ...world, readNamed })];
    for (const [file, bytes] of after)
      expect(Buffer.compare(bytes, before.get(file) ?? new Uint8Array()), file).not.toBe(0);
  });
});
