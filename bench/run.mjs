// npm run bench [PART…]: bundles bench/bench.ts and runs it. Node 20 runs no TypeScript.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
// What is bundled looks for the project two folders over it.
const outfile = path.join(root, 'dist/bench/bench.mjs');
await build({
  entryPoints: [path.join(root, 'bench/bench.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'error',
});
const { main } = await import(pathToFileURL(outfile).href);
await main(root, process.argv.slice(2));
