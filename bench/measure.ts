// What all measurements share: programs run to their end, medians, and rows for the table.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Row {
  /** The part of the bench it belongs to. */
  readonly part: string;
  readonly what: string;
  /** Of the median. */
  readonly milliseconds: number;
  readonly runs: number;
  /** How many times as long something else took in the same run, and what that was. */
  readonly against?: { readonly what: string; readonly ratio: number };
  readonly megabytes?: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Milliseconds from start to exit. Throws where the program fails: a failure is fast, and no measurement. */
export function timeProgram(command: string, args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.slice(-2000)}`);
  return milliseconds;
}

export function isInstalled(command: string): boolean {
  return spawnSync('which', [command]).status === 0;
}

/** An empty folder, gone when `work` is done. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-bench-'));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The first interview and its glossary as content/ in `folder`. */
export function layContent(root: string, folder: string): string {
  const content = path.join(folder, 'content');
  for (const name of ['glossary.yaml', 'wang-zhongyuan'])
    fs.cpSync(path.join(root, 'content', name), path.join(content, name), { recursive: true });
  fs.writeFileSync(path.join(content, 'press.yaml'), 'locales: [zh-TW, zh-CN]\n');
  return content;
}
