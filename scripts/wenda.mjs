#!/usr/bin/env node
// The command `wenda`: bundles scripts/ once for each state of the sources, then runs the bundle.
// Node 20 runs no TypeScript, and a loader hook would cost every start 200 ms; this costs one start 300 ms.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(scripts);

// In a run of a few seconds, what V8 optimizes on the second core is seldom used often enough to pay: a function has to be
// eight times as busy as V8 would have it. A preview goes on for hours. Later versions may not know the flag, and say so.
if (process.argv[2] !== 'preview' && /^1[123]\./.test(process.versions.v8))
  v8.setFlagsFromString('--interrupt-budget=540000');

/**
 * Packages of JavaScript alone that most builds load: in the bundle they are a file or two each, where they are two hundred
 * in their folders, and of most of them half is left out. All others look for files of their own, or are seldom wanted.
 */
const BUNDLED = [
  'fflate',
  'handlebars',
  'mdast-util-from-markdown',
  'opencc-js',
  'pdf-lib',
  'qr',
  'valibot',
  'yaml',
];

/** Some of these packages are CommonJS, and ask for modules of Node.js in its way. */
const REQUIRE = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
].join('\n');

const hash = createHash('sha256');
for (const file of [...sourcesIn('scripts'), 'package.json'])
  hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
const digest = hash.copy().digest('hex');
// What npm has installed, as it notes it: those packages are in the bundle too.
const installed = path.join(root, 'node_modules', '.package-lock.json');
if (fs.existsSync(installed)) hash.update(fs.readFileSync(installed));
const cache = path.join(root, 'node_modules', '.cache', 'wenda');
const bundle = path.join(cache, hash.digest('hex').slice(0, 16));

if (!enter()) {
  const { build } = await import('esbuild');
  fs.mkdirSync(cache, { recursive: true });
  const fresh = fs.mkdtempSync(path.join(cache, 'new-'));
  const { metafile } = await build({
    entryPoints: {
      cli: path.join(scripts, 'cli.ts'),
      worker: path.join(scripts, 'commands/edition-worker.ts'),
      typesetter: path.join(scripts, 'system/typst-thread.ts'),
    },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: dependencies().filter((name) => !BUNDLED.includes(name)),
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    metafile: true,
    absWorkingDir: root,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  fs.writeFileSync(path.join(fresh, 'packages.json'), JSON.stringify(packagesOf(metafile)));
  fs.chmodSync(fresh, 0o755);
  try {
    fs.renameSync(fresh, bundle);
  } catch (error) {
    // Another start made the same bundle in the meantime: that one is as good.
    if (!fs.existsSync(bundle)) throw error;
    fs.rmSync(fresh, { recursive: true, force: true });
  }
  enter();
  try {
    removeOld();
  } catch {
    // Another start is at the same, or may not: there is only more on the disk than there need be.
  }
}

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const { main } = await import(pathToFileURL(path.join(bundle, 'cli.mjs')).href);
process.exitCode = await main(process.argv.slice(2), { root, version, sources: digest, bundle });

/** The files of TypeScript and JavaScript in `folder` and below it, from the root, in an order that is always the same. */
function sourcesIn(folder) {
  const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourcesIn(name);
      return /\.m?[jt]s$/.test(name) ? [name] : [];
    });
}

function dependencies() {
  return Object.keys(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies);
}

/** Which packages each file of the bundle holds: `test/start.test.ts` asks. */
function packagesOf({ outputs }) {
  const nameIn = (file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return Object.fromEntries(
    Object.entries(outputs).map(([file, { inputs }]) => [
      path.basename(file),
      [...new Set(Object.keys(inputs).flatMap((input) => nameIn(input) ?? []))].sort(),
    ]),
  );
}

/** Marks the bundle as in use by this process; false where there is none. */
function enter() {
  const mark = path.join(bundle, `${process.pid}.run`);
  try {
    fs.writeFileSync(mark, '');
    process.on('exit', () => fs.rmSync(mark, { force: true }));
  } catch {
    // An installation that may not be written to keeps its bundles.
  }
  return fs.existsSync(bundle);
}

/** Bundles of other states of the sources: all but the last few, those of the last hour, and those that a process runs from. */
function removeOld() {
  const [kept, hour] = [5, 3_600_000];
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
