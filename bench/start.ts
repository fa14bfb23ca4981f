// Measure D: what a start of the program costs beyond that of Node.js, in alternation; medians of so many runs. From the
// project's folder: npx esbuild bench/start.ts --bundle --platform=node --format=esm | node --input-type=module

import { spawnSync } from 'node:child_process';

const RUNS = 21;
const STARTS = {
  'node -e 0': ['-e', '0'],
  'wenda --version': ['scripts/wenda.mjs', '--version'],
  'wenda --help': ['scripts/wenda.mjs', '--help'],
  'wenda build --help': ['scripts/wenda.mjs', 'build', '--help'],
  'wenda preflight (no file)': ['scripts/wenda.mjs', 'preflight', 'none.pdf'],
};

const times = new Map(Object.keys(STARTS).map((name) => [name, [] as number[]]));
// The first start after a change of the sources bundles them.
spawnSync(process.execPath, ['scripts/wenda.mjs', '--help']);
for (let run = 0; run < RUNS; run++) {
  for (const [name, args] of Object.entries(STARTS)) {
    const start = performance.now();
    spawnSync(process.execPath, args);
    times.get(name)?.push(performance.now() - start);
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const base = median(times.get('node -e 0') ?? []);
for (const [name, values] of times) {
  const milliseconds = median(values);
  process.stdout.write(
    `${name.padEnd(26)} ${milliseconds.toFixed(0).padStart(5)} ms  ${(milliseconds - base).toFixed(0).padStart(5)} ms more  ${(milliseconds / base).toFixed(2)} times\n`,
  );
}
