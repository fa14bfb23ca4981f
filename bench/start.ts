// D: what a start of the program costs beyond that of Node.js, in alternation.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { median, type Row } from './measure.ts';

const RUNS = 21;
const NODE = 'node -e 0';

export async function benchStart(root: string): Promise<readonly Row[]> {
  const bin = path.join(root, 'scripts/wenda.mjs');
  const starts: Readonly<Record<string, readonly string[]>> = {
    [NODE]: ['-e', '0'],
    'wenda --help': [bin, '--help'],
    'wenda build --help': [bin, 'build', '--help'],
    'wenda preflight, of no file': [bin, 'preflight', 'none.pdf'],
  };
  const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
  // The first start after a change of the sources bundles them.
  spawnSync(process.execPath, [bin, '--help']);
  for (let run = 0; run < RUNS; run++) {
    for (const [name, args] of Object.entries(starts)) {
      const start = performance.now();
      spawnSync(process.execPath, args);
      times.get(name)?.push(performance.now() - start);
    }
  }
  const base = median(times.get(NODE) ?? []);
  return [...times].map(([what, values]): Row => {
    const milliseconds = median(values);
    const row = { part: 'D', what, milliseconds, runs: RUNS };
    return what === NODE ? row : { ...row, against: { what: NODE, ratio: milliseconds / base } };
  });
}
