import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../scripts/catalogue/manifest.ts';
import { put } from '../support/versions.ts';
import { type Run, wenda, workspace } from '../support/wenda.ts';

const cwd = workspace();
const PRODUCTS = ['--only', 'deck', '--only', 'booklet', '--only', 'duplex', '--locale', 'zh-TW'];

const build = (...args: readonly string[]): Run => wenda(['build', ...PRODUCTS, ...args], cwd);

function edit(from: string, to: string): void {
  const file = path.join(cwd, 'content/wang-zhongyuan/interview.md');
  fs.writeFileSync(file, put(fs.readFileSync(file, 'utf8'), from, to));
}

const manifestText = (): string =>
  fs.readFileSync(path.join(cwd, 'dist/wang-zhongyuan/zh-TW/manifest.json'), 'utf8');

const changes = (): Manifest['changes'] => (JSON.parse(manifestText()) as Manifest).changes;

describe('a build after an edit', () => {
  let first: Run;

  beforeAll(() => {
    first = build();
  }, 240_000);

  it('has nothing to compare with where there was none before', () => {
    expect(first.code).toBe(0);
    expect(first.stdout.trimEnd().split('\n').at(-1)).toMatch(/^dist\/index\.html /);
    expect(changes()).toBeUndefined();
  });

  it('says nothing where nothing was edited, and leaves the manifest as it was', () => {
    const before = manifestText();
    for (const args of [[], ['--anew']]) {
      expect(
        build(...args)
          .stdout.trimEnd()
          .split('\n')
          .at(-1),
      ).toMatch(/^dist\/index\.html /);
      expect(manifestText()).toBe(before);
    }
  }, 240_000);

  it('says which slides and pages changed, and which sheets to print again', () => {
    edit('我一點都不驚訝', '我半點都不驚訝');
    edit('> 遠沒有到泡沫臨界點', '> 離泡沫臨界點還遠');
    expect(build().stdout.split('\n').slice(-3)).toEqual([
      'wang-zhongyuan zh-TW: slides 4, 6 of 24; notes of slide 5; pages 4, 6–7, 19 of 20',
      '  print again: sheets 1–4 of 5 (booklet-duplex.pdf)',
      '',
    ]);
    expect(changes()).toEqual([
      { file: 'booklet-duplex.pdf', unit: 'sheets', count: 5, before: 5, changed: [1, 2, 3, 4] },
      { file: 'booklet.pdf', unit: 'pages', count: 20, before: 20, changed: [4, 6, 7, 19] },
      { file: 'deck.html', unit: 'slides', count: 24, before: 24, changed: [4, 6], notes: [5] },
    ]);
  }, 240_000);

  it('keeps in the manifest what changed last, until something changes again', () => {
    const before = manifestText();
    expect(build().stdout).not.toContain('print again');
    expect(manifestText()).toBe(before);
    edit('> 離泡沫臨界點還遠', '> 遠沒有到泡沫臨界點');
    const { artifacts } = JSON.parse(build('--json').stdout) as {
      artifacts: { path: string; change?: { changed: number[] } }[];
    };
    const deck = artifacts.find((artifact) => artifact.path.endsWith('deck.html'));
    expect(deck?.change).toEqual({
      file: 'deck.html',
      unit: 'slides',
      count: 24,
      before: 24,
      changed: [4, 6],
    });
    expect(changes()?.find(({ file }) => file === 'deck.html')?.notes).toBeUndefined();
  }, 240_000);
});
