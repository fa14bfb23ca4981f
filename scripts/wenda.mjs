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
const bundle = path.join(root, 'node_modules', '.cache', 'wenda', digest.slice(0, 16));

if (!fs.existsSync(bundle)) {
  const { build } = await import('esbuild');
  fs.mkdirSync(path.dirname(bundle), { recursive: true });
  const fresh = fs.mkdtempSync(path.join(path.dirname(bundle), 'new-'));
  await build({
    entryPoints: [path.join(scripts, 'cli.ts')],
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
}

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const { main } = await import(pathToFileURL(path.join(bundle, 'cli.mjs')).href);
process.exitCode = await main(process.argv.slice(2), { root, version, sources: digest });
