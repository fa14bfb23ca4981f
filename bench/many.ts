// C: 1, 10 and 100 interviews, one edition at a time and two, in turn: how long, and the peak of what all processes of a
// build hold. More with WENDA_BENCH_MANY=1,10,100,1000.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inScratch, type Row } from './measure.ts';

const ONLY = 'deck,booklet,duplex';
const REAL = 'content/wang-zhongyuan/interview.md';
const COUNTS = process.env['WENDA_BENCH_MANY'] ?? '1,10,100';

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export async function benchMany(root: string): Promise<readonly Row[]> {
  return inScratch(async (folder) => {
    const rows: Row[] = [];
    for (const count of COUNTS.split(',').map(Number)) {
      const house = writeHouse(root, path.join(folder, String(count)), count);
      const one = await build(root, house, 1);
      const two = await build(root, house, 2);
      const against = { what: 'two workers', ratio: one.milliseconds / two.milliseconds };
      const what = `${count} interviews, ${ONLY.replaceAll(',', ', ')}, both locales`;
      rows.push({ part: 'C', what: `${what}, one at a time`, runs: 1, ...one, against });
      rows.push({ part: 'C', what: `${what}, two workers`, runs: 1, ...two });
      fs.rmSync(house, { recursive: true, force: true });
    }
    return rows;
  });
}

function writeHouse(root: string, house: string, count: number): string {
  const text = fs.readFileSync(path.join(root, REAL), 'utf8');
  for (let index = 0; index < count; index++) {
    const own = path.join(house, 'content', `interview-${String(index).padStart(4, '0')}`);
    fs.mkdirSync(own, { recursive: true });
    fs.writeFileSync(path.join(own, 'interview.md'), varied(text, index));
  }
  fs.writeFileSync(path.join(house, 'content/press.yaml'), 'locales: [zh-TW, zh-CN]\n');
  fs.copyFileSync(path.join(root, 'content/glossary.yaml'), path.join(house, 'content/glossary.yaml'));
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

async function build(root: string, house: string, jobs: number): Promise<Run> {
  fs.rmSync(path.join(house, 'dist'), { recursive: true, force: true });
  const start = performance.now();
  const args = [path.join(root, 'scripts/wenda.mjs'), 'build', '--only', ONLY, '--jobs', String(jobs)];
  const child = spawn(process.execPath, args, { cwd: house, stdio: 'ignore' });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, treeMegabytes(child.pid ?? 0));
  }, 250);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the build ended with code ${code}`);
  return { milliseconds: performance.now() - start, megabytes };
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
