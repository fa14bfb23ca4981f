// How long an import takes from start to exit, for 1, 2, 5 and 10 MB of a transcript repeated. From the project's
// folder, in a process that starts the program as a person does:
// npx esbuild bench/import.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const RUNS = 5;
const ROOT = process.cwd();

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-bench-'));
const [title = '', ...body] = fs
  .readFileSync(path.join(ROOT, 'test/fixtures/transcripts/zhiyuan.txt'), 'utf8')
  .split('\n');
const text = `${body.join('\n')}\n`;

try {
  for (const megabytes of [1, 2, 5, 10]) {
    const file = path.join(folder, `${megabytes}.txt`);
    fs.writeFileSync(
      file,
      `${title}\n${text.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(text)))}`,
    );
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      const args = [path.join(ROOT, 'scripts/wenda.mjs'), 'import', file, '--slug', `m${megabytes}-${run}`];
      const { status } = spawnSync(process.execPath, [...args, '--content', path.join(folder, 'content')], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`the import of ${megabytes} MB failed`);
      times.push(performance.now() - start);
    }
    const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    process.stdout.write(`${megabytes} MB: ${(median / 1000).toFixed(2)} s (median of ${RUNS})\n`);
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
