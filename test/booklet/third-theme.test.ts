// A theme made as templates/README.md says: a copy under another name, with a colour and a size changed, and nothing else.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isError } from '../../scripts/model/diagnostic.ts';
import type { Artifact, Product } from '../../scripts/model/product.ts';
import type { World } from '../../scripts/model/world.ts';
import { makeProducts } from '../../scripts/pipeline.ts';
import { createWorld } from '../../scripts/system/world.ts';
import { realHouse, realInterview } from '../support/edition.ts';
import { readPdf } from '../support/pdf.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';
import { coloursIn } from './inks.ts';
import { THEMES, type ThemeName } from './make.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Copy {
  readonly world: World;
  readonly folder: string;
}

/** An installation whose templates have a copy of `base` called `third`. */
function installation(base: ThemeName): Copy {
  const root = scratch();
  fs.cpSync(path.join(ROOT, 'templates'), path.join(root, 'templates'), { recursive: true });
  for (const name of ['node_modules', 'scripts'])
    fs.symlinkSync(path.join(ROOT, name), path.join(root, name), 'dir');
  fs.writeFileSync(path.join(root, 'package.json'), '{}');
  const folder = path.join(root, 'templates/third');
  fs.cpSync(path.join(root, 'templates', base), folder, { recursive: true });
  // No file of the copy may lead back to the theme that it was made from.
  fs.rmSync(path.join(root, 'templates', base), { recursive: true });
  return { world: createWorld({ root }), folder };
}

function edit(file: string, from: string | RegExp, to: string): void {
  const source = fs.readFileSync(file, 'utf8');
  const changed = source.replace(from, to);
  expect(changed, `${from} in ${file}`).not.toBe(source);
  fs.writeFileSync(file, changed);
}

async function make({ world }: Copy, products: readonly Product[]): Promise<readonly Artifact[]> {
  const house = realHouse();
  const artifacts: Artifact[] = [];
  const made = await makeProducts({
    interview: realInterview(),
    file: 'interview.md',
    house: { ...house, settings: { ...house.settings, theme: 'third' } },
    locale: 'zh-TW',
    products,
    world,
    onStart: () => {},
    onMade: (artifact) => artifacts.push(artifact),
  });
  expect(made.diagnostics.filter(isError)).toEqual([]);
  return artifacts;
}

const COLOUR = { magazine: 'cmyk(12%, 92%, 95%, 3%)', journal: 'cmyk(95%, 65%, 0%, 55%)' };

describe.each(THEMES)('a copy of %s', (base) => {
  it('sets the booklet in the size that its booklet.yaml says', async () => {
    const copy = installation(base);
    edit(path.join(copy.folder, 'booklet.yaml'), 'body-size: 10 ', 'body-size: 11 ');
    edit(path.join(copy.folder, 'booklet.yaml'), 'measure: 2', 'measure: 1');
    const [booklet] = await make(copy, ['booklet']);
    const { pages } = await readPdf(booklet?.bytes ?? new Uint8Array());
    const counts = new Map<number, number>();
    for (const { size, text } of pages.flatMap(({ texts }) => texts))
      counts.set(Math.round(10 * size) / 10, (counts.get(Math.round(10 * size) / 10) ?? 0) + text.length);
    expect([...counts].sort(([, a], [, b]) => b - a)[0]?.[0]).toBe(11);
  });

  it('says where its booklet.yaml is wrong, or missing', async () => {
    const copy = installation(base);
    const file = path.join(copy.folder, 'booklet.yaml');
    edit(file, 'lines: 26', 'lines: many');
    const house = realHouse();
    const request = {
      interview: realInterview(),
      file: 'interview.md',
      house: { ...house, settings: { ...house.settings, theme: 'third' } },
      locale: 'zh-TW',
      products: ['booklet'],
      onStart: () => {},
      onMade: () => {},
    } as const;
    const wrong = await makeProducts({ ...request, world: copy.world });
    expect(wrong.diagnostics.filter(isError)).toMatchObject([
      { code: 'schema/not-allowed', place: { file: 'templates/third/booklet.yaml', line: 10 } },
    ]);
    fs.rmSync(file);
    const missing = await makeProducts({
      ...request,
      world: createWorld({ root: path.join(copy.folder, '../..') }),
    });
    expect(missing.diagnostics.filter(isError)).toMatchObject([
      { code: 'render/missing-template', place: { file: 'templates/third/booklet.yaml' } },
    ]);
  });

  it('shows the deck in the colour and the size that its theme.yaml says', async () => {
    const copy = installation(base);
    const theme = path.join(copy.folder, 'theme.yaml');
    edit(theme, /accent: '#[0-9a-f]{6}'/, "accent: '#0b6e4f'");
    edit(theme, /(\n {2}exchange:\n[\s\S]*? takeaway: [\s\S]*?steps: \[)\d+\/\d+/, '$147/61');
    const artifacts = await make(copy, ['booklet', 'deck']);
    const deck = artifacts.find(({ file }) => file === 'deck.md');
    const markdown = new TextDecoder().decode(deck?.bytes);
    expect(markdown).toContain('#0b6e4f');
    expect(markdown).toContain('set-47-61');
  });
});

describeWith(['qpdf'], 'the ink of a copy', () => {
  it.each(THEMES)('of %s is the one that its booklet-style.typ names', async (base) => {
    const copy = installation(base);
    edit(path.join(copy.folder, 'booklet-style.typ'), COLOUR[base], 'cmyk(80%, 10%, 60%, 20%)');
    const [booklet] = await make(copy, ['booklet']);
    const file = path.join(copy.folder, 'booklet.pdf');
    fs.writeFileSync(file, booklet?.bytes ?? '');
    const own = [...COLOUR[base].matchAll(/\d+/g)].map(([percent]) => (Number(percent) / 100).toFixed(2));
    expect(coloursIn(file)).toContain('0.80 0.10 0.60 0.20 k');
    expect(coloursIn(file)).not.toContain(`${own.join(' ')} k`);
  });
});
