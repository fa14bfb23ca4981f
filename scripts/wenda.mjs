#!/usr/bin/env node
// The command `wenda`: bundles scripts/ once for each state of the sources, then runs the bundle.
// Node 20 runs no TypeScript, and a loader hook would cost every start 200 ms; this costs one start 100 ms.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(scripts);

const sources = fs
  .readdirSync(scripts, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.m?[jt]s$/.test(file))
  .sort();
const hash = createHash('sha256');
for (const file of [...sources.map((name) => `scripts/${name}`), 'package.json']) {
  hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
}
const digest = hash.digest('hex');
const cache = path.join(root, 'node_modules', '.cache', 'wenda');
const bundle = path.join(cache, digest.slice(0, 16));

if (!enter()) {
  const { build } = await import('esbuild');
  fs.mkdirSync(cache, { recursive: true });
  const fresh = fs.mkdtempSync(path.join(cache, 'new-'));
  await build({
    entryPoints: {
      cli: path.join(scripts, 'cli.ts'),
      worker: path.join(scripts, 'commands/edition-worker.ts'),
    },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
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
