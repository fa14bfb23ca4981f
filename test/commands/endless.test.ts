// A theme that never comes to an end: Ctrl-C ends what is at it, and a preview gives it up and goes on.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { houseOf, smallInterview } from '../support/house.ts';
import { filesBelow, scratch } from '../support/wenda.ts';

const SLOW = 300_000;
const HANGING = '#for i in range(0, 1000000000) { for j in range(0, 1000000000) { let x = i } }\n';

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Settles when it has said so, on either stream. */
  readonly says: (words: string | RegExp, times?: number) => Promise<void>;
  readonly said: () => string;
}

/** The program from an installation of its own, whose templates the test may change. */
function start(args: readonly string[], cwd: string, root: string): Running {
  const child = spawn(process.execPath, [path.join(root, 'scripts/wenda.mjs'), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return {
    child,
    said: () => said,
    says: (words, times = 1) =>
      expect
        .poll(() => said.match(new RegExp(words, 'g'))?.length ?? 0, { timeout: 120_000, interval: 50 })
        .toBeGreaterThanOrEqual(times),
  };
}

function programIn(folder: string): { readonly root: string; readonly theme: string } {
  const root = path.join(folder, 'program');
  for (const name of ['scripts', 'templates', 'profiles', 'package.json', 'package-lock.json'])
    fs.cpSync(name, path.join(root, name), { recursive: true });
  fs.symlinkSync(fs.realpathSync('node_modules'), path.join(root, 'node_modules'));
  return { root, theme: path.join(root, 'templates/magazine/booklet-text.typ') };
}

/** How it ended, and how long that took in seconds. */
async function ended({ child }: Running): Promise<{ readonly how: unknown; readonly seconds: number }> {
  const start = performance.now();
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return { how: signal ?? code, seconds: (performance.now() - start) / 1000 };
}

/** The processes that a process has started, where the system tells of them in /proc. */
function childrenOf(parent: number): readonly number[] {
  if (os.platform() !== 'linux') return [];
  const children = fs.readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}

/** What has ended and was not waited for is no process any more. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a theme without end', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'does not keep a build from ending on %s',
    async (signal) => {
      const house = houseOf({ a: smallInterview('甲', ['答案。']) }, ['zh-TW']);
      const { root, theme } = programIn(scratch());
      fs.writeFileSync(theme, HANGING + fs.readFileSync(theme, 'utf8'));
      const run = start(['build', '--only', 'booklet'], house, root);
      await run.says('zh-TW booklet');
      // By now it is inside Typst, where no handler of Node.js would run.
      await new Promise((resolve) => setTimeout(resolve, 5000));
      const end = ended(run);
      run.child.kill(signal);
      expect((await end).how).toBe(signal);
      expect((await end).seconds).toBeLessThan(10);
      expect([...filesBelow(house).keys()].filter((name) => !name.startsWith('content/'))).toEqual([
        'dist/.wenda.lock',
      ]);
    },
    SLOW,
  );

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'does not keep the workers of a build that %s has ended',
    async (signal) => {
      const house = houseOf({ a: smallInterview('甲', ['答案。']) });
      const { root, theme } = programIn(scratch());
      fs.writeFileSync(theme, HANGING + fs.readFileSync(theme, 'utf8'));
      const run = start(['build', '--only', 'booklet', '--jobs', '2'], house, root);
      await run.says('zh-TW booklet');
      await new Promise((resolve) => setTimeout(resolve, 5000));
      const workers = childrenOf(run.child.pid ?? 0);
      if (os.platform() === 'linux') expect(workers).toHaveLength(2);
      const end = ended(run);
      run.child.kill(signal);
      expect((await end).how).toBe(signal);
      await expect.poll(() => workers.filter(isAlive), { timeout: 20_000 }).toEqual([]);
    },
    SLOW,
  );

  it(
    'is given up by a preview, which answers meanwhile and makes what is saved next',
    async () => {
      const house = houseOf({ a: smallInterview('甲', ['答案。']) }, ['zh-TW']);
      const { root, theme } = programIn(scratch());
      const whole = fs.readFileSync(theme, 'utf8');
      const run = start(['preview', '--port', '0', '--time-limit', '10'], house, root);
      await run.says('Built in ');
      const url = /http:\S+/.exec(run.said())?.[0] ?? '';
      fs.writeFileSync(theme, HANGING + whole);
      await new Promise((resolve) => setTimeout(resolve, 4000));
      expect((await fetch(url)).status).toBe(200);
      await run.says('build/too-slow: zh-TW, booklet: not done after 10 seconds');
      expect(await (await fetch(url)).text()).toContain('build/too-slow');
      fs.writeFileSync(theme, whole);
      await run.says('Built in ', 2);

      fs.writeFileSync(theme, HANGING + whole);
      await new Promise((resolve) => setTimeout(resolve, 4000));
      const end = ended(run);
      run.child.kill('SIGINT');
      expect((await end).how).toBe(0);
      expect((await end).seconds).toBeLessThan(8);
      expect(run.said().match(/build\/(?:too-slow|crashed)/g)).toHaveLength(1);
      expect([...filesBelow(house).keys()].filter((name) => /\.new$|lock$/.test(name))).toEqual([]);
    },
    SLOW,
  );
});
