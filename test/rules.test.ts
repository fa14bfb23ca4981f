// The house's own rules, held by reading its sources. The reason stands beside each rule.

import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const SCRIPTS = path.join(ROOT, 'scripts');

const SHARED = ['archive', 'chinese', 'fonts', 'render', 'reuse', 'schema', 'theme', 'typography'];
const PHASES = [
  'transcript',
  'manuscript',
  'settings',
  'summary',
  'edition',
  'deck',
  'booklet',
  'press',
  'proof',
  'catalogue',
  'faces',
  'changes',
];

/** Which rooms a room may import from, besides itself. Data flows one way; what is not listed is not allowed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  archive: [],
  chinese: ['model'],
  schema: ['model', 'chinese'],
  fonts: ['model', 'chinese', 'reuse'],
  render: ['model', 'reuse'],
  reuse: ['model'],
  theme: ['model', 'fonts', 'render', 'reuse', 'schema'],
  typography: ['model', 'chinese', 'fonts'],
  ...Object.fromEntries(PHASES.map((phase) => [phase, ['model', ...SHARED]])),
  'pipeline.ts': ['model', ...SHARED, ...PHASES, 'decks.ts', 'office.ts', 'print.ts', 'products.ts'],
  'products.ts': [
    ...['model', ...SHARED, ...PHASES],
    ...['decks.ts', 'forms.ts', 'office.ts', 'print.ts', 'typeset.ts'],
  ],
  'decks.ts': ['model', ...SHARED, ...PHASES],
  'forms.ts': ['model', ...SHARED, ...PHASES, 'typeset.ts'],
  'office.ts': ['model', 'press'],
  'print.ts': ['model', ...SHARED, ...PHASES, 'office.ts', 'typeset.ts'],
  'typeset.ts': ['model', ...SHARED, ...PHASES, 'page-plan.ts'],
  'page-plan.ts': ['model', ...SHARED, ...PHASES],
  'preview.ts': ['model', ...SHARED, ...PHASES],
  'comparison.ts': ['model', ...SHARED, ...PHASES, 'decks.ts', 'pipeline.ts', 'products.ts'],
  'summaries.ts': ['model', ...SHARED, ...PHASES, 'decks.ts', 'pipeline.ts', 'products.ts'],
  system: ['model', 'reuse'],
  player: ['model'],
  'preview-page': [],
  commands: [
    'model',
    'reuse',
    'system',
    'pipeline.ts',
    'comparison.ts',
    'preview.ts',
    'office.ts',
    'print.ts',
    'products.ts',
    'summaries.ts',
  ],
  'cli.ts': ['commands', 'system'],
};

/** Built-in modules that reach outside the program: a function of values needs none of them. */
const SYSTEM_ONLY = ['fs', 'fs/promises', 'child_process', 'os', 'worker_threads', 'net', 'http', 'https'];

/** Words that would make a build depend on when and where it runs. */
const NOT_OUTSIDE_SYSTEM = [
  /\bDate\b/,
  /\bperformance\./,
  /\bMath\.random\b/,
  /\bprocess\./,
  /\bfetch\(/,
  /\btoLocale/,
];

interface Source {
  readonly file: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources = readSources(SCRIPTS);

function readSources(directory: string): readonly Source[] {
  return fs
    .readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((name) => {
      const file = name.split(path.sep).join('/');
      const text = fs.readFileSync(path.join(directory, name), 'utf8');
      const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
        (match) => match[1] ?? '',
      );
      return { file, room: file.split('/')[0] ?? '', text, imports };
    });
}

const isBuiltin = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

describe('the house', () => {
  it('has no room that the rules do not know', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter(({ room }) => !(room in MAY_IMPORT)).map(({ file }) => file)).toEqual([]);
  });

  it('lets data flow one way: a room imports only the rooms below it, a phase no other phase', () => {
    const faults = sources.flatMap(({ file, room, imports }) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => path.posix.join(path.posix.dirname(file), name).split('/')[0] ?? '')
        .filter((target) => target !== room && !MAY_IMPORT[room]?.includes(target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(faults).toEqual([]);
  });

  it('touches files, processes and the clock in system/ alone', () => {
    const faults = sources
      // What runs in a page runs while somebody looks on: there is a clock then.
      .filter(({ room }) => !['system', 'player', 'preview-page'].includes(room))
      .flatMap(({ file, imports, text }) => [
        ...imports
          .filter((name) => isBuiltin(name) && SYSTEM_ONLY.includes(name.replace('node:', '')))
          .map((name) => `${file} imports ${name}`),
        ...NOT_OUTSIDE_SYSTEM.filter((word) => word.test(withoutComments(text))).map(
          (word) => `${file} uses ${word}`,
        ),
      ]);
    expect(faults).toEqual([]);
  });

  it('gives each package one owner, which gives it the shape the house wants', () => {
    const owners = new Map<string, Set<string>>();
    for (const { file, imports } of sources) {
      for (const name of imports.filter((candidate) => !candidate.startsWith('.') && !isBuiltin(candidate))) {
        const packageName = packageOf(name);
        owners.set(packageName, (owners.get(packageName) ?? new Set()).add(file));
      }
    }
    const shared = [...owners].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files]);
    expect(owners.size).toBeGreaterThan(5);
    expect(shared).toEqual([]);
  });

  it('keeps files short: a long one has two purposes', () => {
    const lengths = sources.map(({ file, text }) => ({ file, lines: text.split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(120);
  });

  it('says at the top of each file what the file is for', () => {
    expect(sources.filter(({ text }) => !text.startsWith('// ')).map(({ file }) => file)).toEqual([]);
  });

  it('has a test folder only for rooms that exist', () => {
    const folders = fs
      .readdirSync(path.join(ROOT, 'test'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['fixtures', 'support'].includes(entry.name))
      .map((entry) => entry.name);
    expect(folders.filter((name) => !fs.existsSync(path.join(SCRIPTS, name)))).toEqual([]);
  });
});

describe('the packages', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const lock = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
  };

  it('are pinned to one version each', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });

  it('are all used: what is not imported is not installed', () => {
    const used = new Set(sources.flatMap(({ imports }) => imports.map(packageOf)));
    const others = [
      fs.readFileSync(path.join(SCRIPTS, 'wenda.mjs'), 'utf8'),
      ...sources.map(({ text }) => text),
    ].join('\n');
    const unused = Object.keys(manifest.dependencies).filter(
      (name) => !used.has(name) && !others.includes(name),
    );
    expect(unused).toEqual([]);
  });

  it('have lock entries for every platform, so that npm ci works on each', () => {
    const missing = Object.entries(lock.packages).flatMap(([key, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !canResolve(key, name))
        .map((name) => `${key} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('are locked without the address of any registry', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
  });

  function canResolve(from: string, name: string): boolean {
    for (
      let base = from;
      ;
      base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : ''
    ) {
      if (lock.packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
      if (base === '') return false;
    }
  }
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
