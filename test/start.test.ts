// What a start of the program costs: which packages each command loads, and what becomes of older bundles.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { houseOf, smallInterview } from './support/house.ts';
import { copyOfProgram } from './support/program.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What it takes to read a manuscript, a house and its terms, which every command does. */
const READING = [
  'mdast-util-from-markdown',
  'opencc-js/core',
  'opencc-js/preset/cn2t',
  'opencc-js/preset/t2cn',
  'valibot',
  'yaml',
];
const PRINTING = [...READING, 'handlebars', 'pdf-lib'];

describe('a command', () => {
  // The first deck after a change of the sources has the player bundled, by esbuild.
  beforeAll(() => void packagesLoaded(['build', '--only', 'deck', '--jobs', '1']), 60_000);

  it.each([
    ['cli.ts', []],
    ['commands/import.ts', READING],
    ['commands/points.ts', READING],
    ['commands/approve.ts', READING],
    ['commands/build.ts', READING],
    ['commands/check.ts', READING],
    ['commands/edition-worker.ts', READING],
    ['commands/impose.ts', PRINTING],
    ['commands/preflight.ts', PRINTING],
  ])('loads nothing before it is needed: %s', async (file, packages) => {
    expect(await packagesAtStart(file)).toEqual([...packages].sort());
  });

  // A script has no imports: that of any other package would stand at its head, for all commands.
  it('finds every package that a declaration imports in the bundle', async () => {
    const { inputs } = (await graph).metafile;
    const declared = Object.values(inputs).flatMap(({ imports }) =>
      imports.flatMap(({ kind, external, path: name }) =>
        kind === 'import-statement' && external && !name.startsWith('node:') ? name : [],
      ),
    );
    expect(declared.length).toBeGreaterThan(10);
    const bundled = fs.readFileSync(path.join(ROOT, 'scripts/bundle.mjs'), 'utf8');
    const nameOf = (name: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '';
    expect(declared.map(nameOf).filter((name) => !bundled.includes(`  '${name}',`))).toEqual([]);
  });

  it.each([
    [
      'import',
      ['import', 'talk.txt', '--slug', 'new'],
      ['handlebars', 'pdf-lib', 'subset-font', 'mammoth', 'parse5'],
    ],
    ['build --only deck', ['build', '--only', 'deck', '--jobs', '1'], ['pdf-lib', 'tinypool']],
    [
      'build --only duplex',
      ['build', '--only', 'duplex', '--jobs', '1'],
      ['subset-font', '@marp-team/marp-cli'],
    ],
    ['points', ['points'], ['handlebars', 'pdf-lib', '@myriaddreamin/typst-ts-node-compiler']],
  ])('loads only what it uses: %s', (_, args, unused) => {
    const loaded = packagesLoaded(args);
    // One that stands in the bundle, and is seen all the same.
    expect(loaded).toContain('yaml');
    expect([...loaded].filter((name) => [...unused, ...SELDOM].includes(name))).toEqual([]);
  });

  it('is told by --help before any package is loaded', () => {
    expect(packagesLoaded(['--help'])).toEqual(new Set());
    expect(packagesLoaded(['build', '--help'])).toEqual(new Set());
  });
});

/** What only a few runs want. */
const SELDOM = ['pptxgenjs', 'pdfjs-dist', '@resvg/resvg-js', 'chokidar', 'sirv', 'diff', 'esbuild'];

const graph = build({
  absWorkingDir: ROOT,
  entryPoints: ['scripts/cli.ts', 'scripts/commands/edition-worker.ts'],
  outdir: 'unused',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  metafile: true,
  write: false,
});

/** Packages that are loaded with a module of scripts/, before it runs. */
async function packagesAtStart(file: string): Promise<readonly string[]> {
  const { inputs } = (await graph).metafile;
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const found of inputs[name]?.imports ?? []) {
      if (found.kind !== 'import-statement') continue;
      if (!found.external) visit(found.path);
      else if (!found.path.startsWith('node:')) packages.add(found.path);
    }
  };
  expect(inputs).toHaveProperty([`scripts/${file}`]);
  visit(`scripts/${file}`);
  return [...packages].sort();
}

/** Packages of which anything was evaluated, in the bundle or in files of their own, as V8 counts it. */
function packagesLoaded(args: readonly string[]): ReadonlySet<string> {
  const house = houseOf({ a: smallInterview('甲', ['答案。']) }, ['zh-TW']);
  fs.writeFileSync(path.join(house, 'talk.txt'), '問：開源好嗎？\n答：開源很好。\n');
  const counts = path.join(house, 'counts');
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/wenda.mjs'), ...args], {
    cwd: house,
    encoding: 'utf8',
    env: { ...process.env, NODE_V8_COVERAGE: counts },
  });
  expect({ status, errors: stderr.match(/error/g) }).toEqual({ status: 0, errors: null });
  const scripts = fs
    .readdirSync(counts)
    .flatMap((file) => (JSON.parse(fs.readFileSync(path.join(counts, file), 'utf8')) as Coverage).result);
  // esbuild makes a function of each module, with the path of its file as its name.
  const evaluated = scripts.flatMap(({ url, functions }) =>
    /\.cache\/wenda\//.test(url)
      ? functions.flatMap(({ functionName, ranges }) => (ranges[0]?.count ? functionName : []))
      : url,
  );
  return new Set(evaluated.flatMap((name) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []));
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

describe('bundles of other states of the sources', () => {
  it('go but for the last few, and never under a process that runs from one', async () => {
    const { cache, start } = copyOfProgram();
    const living = spawn(process.execPath, ['-e', 'setTimeout(() => 0, 600_000)']);
    try {
      const bundles = Array.from({ length: 9 }, (_, index) => `bundle-${index}`);
      for (const [index, name] of bundles.entries()) {
        fs.mkdirSync(path.join(cache, name), { recursive: true });
        fs.writeFileSync(path.join(cache, name, 'cli.mjs'), '');
        if (name === 'bundle-8') fs.writeFileSync(path.join(cache, name, `${living.pid}.run`), '');
        if (name === 'bundle-7') fs.writeFileSync(path.join(cache, name, '999999999.run'), '');
        const time = Date.now() / 1000 - 7200 - index;
        fs.utimesSync(path.join(cache, name), time, time);
      }
      fs.mkdirSync(path.join(cache, 'of-this-hour'));
      expect(start(['--help']).stdout).toContain('Usage');
      const left = fs.readdirSync(cache).filter((name) => /^(bundle|of)-/.test(name));
      expect(left.sort()).toEqual(['bundle-0', 'bundle-1', 'bundle-2', 'bundle-8', 'of-this-hour']);
      const own = fs.readdirSync(cache).find((name) => !left.includes(name)) ?? '';
      expect(fs.readdirSync(path.join(cache, own)).filter((name) => name.endsWith('.run'))).toEqual([]);
    } finally {
      living.kill('SIGKILL');
    }
  });
  it('are others where npm has installed other packages', () => {
    const { root, cache, start } = copyOfProgram();
    const states = ['{}', '{}', '{"packages":{}}'].map((installed) => {
      fs.writeFileSync(path.join(root, 'node_modules/.package-lock.json'), installed);
      expect(start(['--help']).stdout).toContain('Usage');
      return fs.readdirSync(cache).length;
    });
    expect(states).toEqual([1, 1, 2]);
  });
});
