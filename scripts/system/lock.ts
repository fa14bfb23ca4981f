// One process at a time in a folder: a file says which. That of a process that is no more is taken over.

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSystemError, makeFolder, readText } from './files.ts';
import { isAlive } from './leftovers.ts';

export interface Lock {
  readonly release: () => Promise<void>;
}

export interface LockRequest {
  /** Told once, where somebody else is at it. */
  readonly onWait: (holder: string) => void;
  /** How long to wait for the other to end. */
  readonly seconds: number;
}

/** The lock, or who holds it still. Throws what the operating system has against writing there. */
export async function lockFolder(
  folder: string,
  { onWait, seconds }: LockRequest,
): Promise<Lock | { readonly holder: string }> {
  await makeFolder(folder);
  const file = path.join(folder, LOCK_FILE);
  const own = await identity(process.pid);
  const end = performance.now() + seconds * 1000;
  for (let isFirst = true; ; isFirst = false) {
    if (await create(file, own)) return keep(file);
    const held = await readText(file);
    if (held === undefined || (await isStale(file, held))) {
      if (held !== undefined) await takeAway(file, held);
      continue;
    }
    const holder = nameOf(held);
    if (performance.now() >= end) return { holder };
    if (isFirst) onWait(holder);
    await sleep(PAUSE);
  }
}

export const LOCK_FILE = '.wenda.lock';

const PAUSE = 100;

/** Somebody on another machine can see only from its time that a lock is not forgotten. */
function keep(file: string): Lock {
  const touch = (): void => void fs.utimes(file, new Date(), new Date()).catch(() => undefined);
  const beat = setInterval(touch, (SECONDS_FORGOTTEN / 6) * 1000).unref();
  return {
    release: async () => {
      clearInterval(beat);
      await fs.rm(file, { force: true });
    },
  };
}

const SECONDS_FORGOTTEN = 60;

/** Who holds a lock: a number of a process says little, as the next one may get it again. */
async function identity(pid: number): Promise<string> {
  return JSON.stringify({ pid, started: await startOf(pid), host: os.hostname() });
}

/** On Linux, when a process was started, in ticks since the machine was (proc(5)); elsewhere nothing. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const text = await fs.readFile(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

async function create(file: string, content: string): Promise<boolean> {
  try {
    await fs.writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(file: string, held: string): Promise<boolean> {
  const { pid, host } = read(held);
  if (pid === undefined) return (await secondsSince(file)) > SECONDS_TO_WRITE;
  if (host !== os.hostname()) return (await secondsSince(file)) > SECONDS_FORGOTTEN;
  // Another process may have the number by now; in a container it is often the same one, after every start.
  return !isAlive(pid) || held !== (await identity(pid));
}

/** A lock is a moment without content, while it is being made; one that stays so was left by a killed process. */
const SECONDS_TO_WRITE = 5;

async function secondsSince(file: string): Promise<number> {
  const stats = await fs.stat(file).catch(() => undefined);
  return stats ? (Date.now() - stats.mtimeMs) / 1000 : 0;
}

function read(held: string): { readonly pid?: number; readonly host?: string } {
  try {
    const value: unknown = JSON.parse(held);
    if (typeof value !== 'object' || value === null) return {};
    const { pid, host } = value as { pid?: unknown; host?: unknown };
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : {};
  } catch {
    return {};
  }
}

function nameOf(held: string): string {
  const { pid, host } = read(held);
  const machine = host === os.hostname() ? '' : ` on ${host}`;
  return pid === undefined ? 'another process' : `process ${pid}${machine}`;
}

/** Moved aside before it is deleted: somebody may have put a new lock there since it was looked at, and gets it back. */
async function takeAway(file: string, held: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await fs.rename(file, aside);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return;
    throw error;
  }
  const taken = await readText(aside);
  if (taken !== held && taken !== undefined) await create(file, taken);
  await fs.rm(aside, { force: true });
}
