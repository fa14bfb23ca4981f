import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeLeftovers } from '../../scripts/system/leftovers.ts';
import { LOCK_FILE, lockFolder } from '../../scripts/system/lock.ts';
import { scratch } from '../support/wenda.ts';

const folder = scratch();
const file = path.join(folder, LOCK_FILE);

async function lock(seconds = 60) {
  const waits: string[] = [];
  const held = await lockFolder(folder, { onWait: (holder) => waits.push(holder), seconds });
  return { waits, held, release: async () => ('release' in held ? held.release() : undefined) };
}

/** The number of a process that has been, and is no more. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}

describe('a lock', () => {
  it('keeps others waiting until it is released, and leaves nothing behind', async () => {
    const first = await lock();
    let hasSecond = false;
    const second = lock().then((got) => {
      hasSecond = true;
      return got;
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(hasSecond).toBe(false);
    await first.release();
    const got = await second;
    expect([first.waits, got.waits]).toEqual([[], [`process ${process.pid}`]]);
    await got.release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('says who holds it where that takes too long', async () => {
    const first = await lock();
    expect((await lock(0.3)).held).toEqual({ holder: `process ${process.pid}` });
    await first.release();
  });

  it.each([
    ['of a process that is no more', async () => held({ pid: await deadProcess() })],
    ['of an earlier process with the same number', async () => held({ pid: process.pid, started: '1' })],
    ['of another machine, forgotten', async () => held({ host: 'elsewhere' }, 120)],
    ['left empty by a process that was killed', async () => held(undefined, 120)],
  ])('%s is taken over', async (_, make) => {
    await make();
    const taken = await lock(0.3);
    expect(taken.waits).toEqual([]);
    expect(taken.held).toHaveProperty('release');
    await taken.release();
  });

  it.each([
    ['of another machine', { host: 'elsewhere' }, 'process 1 on elsewhere'],
    ['just being made', undefined, 'another process'],
  ])('%s is not', async (_, content, holder) => {
    held(content);
    expect((await lock(0.3)).held).toEqual({ holder });
    fs.rmSync(file);
  });

  /** A lock as another process would have left it, so many seconds ago. */
  function held(content: object | undefined, secondsAgo = 0): void {
    const text = content && JSON.stringify({ pid: 1, started: '2', host: os.hostname(), ...content });
    fs.writeFileSync(file, text ?? '');
    const time = Date.now() / 1000 - secondsAgo;
    fs.utimesSync(file, time, time);
  }
});

describe('what killed processes were writing', () => {
  it('is deleted, and what a living one is at is not', async () => {
    const base = path.join(folder, 'dist');
    const dead = await deadProcess();
    fs.mkdirSync(path.join(base, 'a/b'), { recursive: true });
    const living = `.deck.html.${process.ppid}.new`;
    const names = [`.x.${dead}.new`, `a/b/.y.pdf.${dead}.new`, `a/${living}`, 'a/mine.new', 'a/.hidden'];
    for (const name of names) fs.writeFileSync(path.join(base, name), '');
    await removeLeftovers(base, false);
    expect(fs.readdirSync(base)).toEqual(['a']);
    await removeLeftovers(base, true);
    expect(fs.readdirSync(path.join(base, 'a')).sort()).toEqual([living, '.hidden', 'b', 'mine.new'].sort());
    expect(fs.readdirSync(path.join(base, 'a/b'))).toEqual([]);
  });
});
