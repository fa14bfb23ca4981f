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
  const { makeBundle, removeOld } = await import('./bundle.mjs');
  await makeBundle(root, bundle);
  enter();
  removeOld(cache);
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
