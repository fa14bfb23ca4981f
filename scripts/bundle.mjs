// Makes the bundle that `wenda.mjs` runs, and takes out those of other states of the sources.
//
// - `cli.mjs`, `typesetter.mjs`: modules as they are, small: what help and the thread of Typst load.
// - `program.js`: all commands, as one script, which `code-cache.mjs` runs; a module of it is evaluated where it is first
//   imported. `program.mjs` and `worker.mjs` are the ways in.
import fs from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';

/**
 * Packages of JavaScript alone that most builds load, and all that a module of ours imports by a declaration: a script cannot.
 * In the bundle they are compiled once for many runs. All others look for files of their own, or are seldom wanted.
 */
const BUNDLED = [
  '@marp-team/marp-core',
  'chokidar',
  'diff',
  'fflate',
  'handlebars',
  'mdast-util-from-markdown',
  'opencc-js',
  'pdf-lib',
  'qr',
  'sirv',
  'subset-font',
  'valibot',
  'yaml',
];

const SHARED = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'error',
  write: false,
};

/** Whole or not at all: another start may be making the same one. */
export async function makeBundle(root, bundle) {
  const cache = path.dirname(bundle);
  fs.mkdirSync(cache, { recursive: true });
  const fresh = fs.mkdtempSync(path.join(cache, 'new-'));
  const files = await Promise.all([modules(root), program(root)]);
  for (const [name, text] of files.flat()) fs.writeFileSync(path.join(fresh, name), text);
  fs.copyFileSync(path.join(root, 'scripts/code-cache.mjs'), path.join(fresh, 'code-cache.mjs'));
  fs.chmodSync(fresh, 0o755);
  try {
    fs.renameSync(fresh, bundle);
  } catch (error) {
    if (!fs.existsSync(bundle)) throw error;
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

async function modules(root) {
  const { outputFiles } = await build({
    ...SHARED,
    entryPoints: {
      cli: path.join(root, 'scripts/cli.ts'),
      typesetter: path.join(root, 'scripts/system/typst-thread.ts'),
    },
    outdir: root,
    absWorkingDir: root,
    splitting: true,
    format: 'esm',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    plugins: [
      {
        name: 'program',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/commands\/load\.ts$/ }, () => ({ path: './program.mjs', external: true })),
      },
    ],
  });
  return outputFiles.map(({ path: file, text }) => [path.basename(file), text]);
}

/** esbuild makes no script of modules that wait for others (fonts/harfbuzz.ts) at once: first one module, then a script. */
async function program(root) {
  const { outputFiles } = await build({
    ...SHARED,
    stdin: {
      contents: [
        "export const commands = () => import('./commands/load.ts');",
        "export const worker = () => import('./commands/edition-worker.ts');",
      ].join('\n'),
      resolveDir: path.join(root, 'scripts'),
    },
    absWorkingDir: root,
    format: 'esm',
    // Comes with subset-font and unpacks two compilers of WOFF2, which nothing here is made of: nothing stands for it.
    alias: { wawoff2: 'wawoff2/package.json' },
    external: dependencies(root).filter((name) => !BUNDLED.includes(name)),
  });
  const { code } = await transform(outputFiles[0].text, {
    format: 'cjs',
    platform: 'node',
    target: SHARED.target,
    define: { 'import.meta.url': 'importMetaUrl' },
  });
  const script = code
    .replace(/\bimport\((?=")/g, 'importPackage(')
    // What is left of other characters stands in regular expressions. V8 holds ASCII in half the memory.
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    ['program.js', `(function (exports, module, require, importMetaUrl, importPackage) {${script}\n})`],
    ['program.mjs', `${RUN}\nexport const { load } = await run(script, process.argv.slice(2)).commands();\n`],
    [
      'worker.mjs',
      `${RUN}\nexport const { default: work } = await run(script, ['worker']).worker();\nexport default work;\n`,
    ],
  ];
}

const RUN = `import { run } from './code-cache.mjs';
const script = new URL('program.js', import.meta.url).href;`;

function dependencies(root) {
  return Object.keys(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies);
}

/** Bundles of other states of the sources: all but the last few, those of the last hour, and those that a process runs from. */
export function removeOld(cache) {
  const [kept, hour] = [5, 3_600_000];
  try {
    const folders = fs
      .readdirSync(cache)
      .map((name) => ({ folder: path.join(cache, name), time: fs.statSync(path.join(cache, name)).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    for (const { folder, time } of folders.slice(kept)) {
      if (Date.now() - time < hour || isInUse(folder)) continue;
      const aside = `${folder}.old`;
      fs.renameSync(folder, aside);
      // Somebody may have begun to run from it just now.
      if (isInUse(aside)) fs.renameSync(aside, folder);
      else fs.rmSync(aside, { recursive: true, force: true });
    }
  } catch {
    // Another start is at the same, or may not: there is only more on the disk than there need be.
  }
}

function isInUse(folder) {
  return fs.readdirSync(folder).some((name) => {
    const [, pid] = /^(\d+)\.run$/.exec(name) ?? [];
    if (pid === undefined) return false;
    try {
      process.kill(Number(pid), 0);
      return true;
    } catch (error) {
      return error.code === 'EPERM';
    }
  });
}
