// Measure C: 1, 10, 100 and 1,000 interviews, one edition at a time and two, in alternation: seconds, their ratio, and the
// peak of what all processes of a build hold. From the project's folder, with the numbers to try and how often:
// npx esbuild bench/many.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module - 1,10 3

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [counts = '1,10', rounds = '3', jobs = '1,2'] = process.argv.slice(2);
const ONLY = 'deck,booklet,duplex';
const REAL = 'content/wang-zhongyuan/interview.md';

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-many-'));
process.stdout.write(
  `${ONLY} of both locales; ${os.availableParallelism()} cores, Node.js ${process.version}\n`,
);
process.stdout.write('interviews  jobs  seconds  each  ratio  peak MB\n');
try {
  for (const count of counts.split(',').map(Number)) {
    const house = writeHouse(path.join(folder, String(count)), count);
    const runs = new Map<string, Run[]>(jobs.split(',').map((each) => [each, []]));
    for (let round = 0; round < Number(rounds); round++) {
      for (const [each, list] of runs) list.push(await build(house, each));
    }
    const first = median([...runs.values()][0] ?? []);
    for (const [each, list] of runs) {
      const { seconds, megabytes } = median(list);
      const cells = [
        String(count).padStart(10),
        each.padStart(4),
        seconds.toFixed(2).padStart(7),
        (seconds / count).toFixed(2).padStart(4),
        (first.seconds / seconds).toFixed(2).padStart(5),
        megabytes.toFixed(0).padStart(7),
      ];
      process.stdout.write(`${cells.join('  ')}\n`);
    }
    fs.rmSync(house, { recursive: true, force: true });
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** The seconds in the middle, and the most memory of all. */
function median(runs: readonly Run[]): Run {
  const seconds = runs.map((run) => run.seconds).toSorted((a, b) => a - b);
  return {
    seconds: seconds[Math.floor(seconds.length / 2)] ?? 0,
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
  };
}

function writeHouse(house: string, count: number): string {
  const text = fs.readFileSync(REAL, 'utf8');
  for (let index = 0; index < count; index++) {
    const own = path.join(house, 'content', `interview-${String(index).padStart(4, '0')}`);
    fs.mkdirSync(own, { recursive: true });
    fs.writeFileSync(path.join(own, 'interview.md'), varied(text, index));
  }
  fs.writeFileSync(path.join(house, 'content/press.yaml'), 'locales: [zh-TW, zh-CN]\n');
  fs.copyFileSync('content/glossary.yaml', path.join(house, 'content/glossary.yaml'));
  return house;
}

/** Another interview of the same length: the sentences of each paragraph of an answer in another order. */
function varied(text: string, index: number): string {
  const [, head = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  const lines = body.split('\n').map((line) => {
    const sentences = line.match(/[^。！？]+[。！？][」』”’）]*/g) ?? [];
    if (/^[#>*\-[!]/.test(line) || sentences.join('') !== line) return line;
    const at = index % sentences.length;
    return [...sentences.slice(at), ...sentences.slice(0, at)].join('');
  });
  return `${head.replace(/^(title: .*)$/m, `$1之${index + 1}`)}${lines.join('\n')}`;
}

async function build(house: string, each: string): Promise<Run> {
  fs.rmSync(path.join(house, 'dist'), { recursive: true, force: true });
  const start = performance.now();
  const args = [path.resolve('scripts/wenda.mjs'), 'build', '--only', ONLY, '--jobs', each];
  const child = spawn(process.execPath, args, { cwd: house, stdio: 'ignore' });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, treeMegabytes(child.pid ?? 0));
  }, 250);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the build ended with code ${code}`);
  return { seconds: (performance.now() - start) / 1000, megabytes };
}

/** What a process and all below it hold; what they share is counted once (proc(5), Pss). Linux alone tells. */
function treeMegabytes(pid: number): number {
  try {
    const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const own = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + treeMegabytes(Number(child)), own);
  } catch {
    return 0;
  }
}
