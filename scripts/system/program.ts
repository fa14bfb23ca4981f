// Runs a program that the settings name: no shell, so much time, so much output, and nothing of it left running.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { ProgramJob, ProgramOutcome } from '../model/world.ts';

/** Never throws: whatever goes wrong is an outcome. */
export function runProgram({ command, input, seconds, mostBytes }: ProgramJob): Promise<ProgramOutcome> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = start(program, args);
    if (typeof child === 'string') {
      resolve({ kind: 'not-started', reason: child });
      return;
    }
    const output: Buffer[] = [];
    let bytes = 0;
    let said = '';
    const interrupted = (signal: NodeJS.Signals): void => {
      endWithChildren(child);
      process.kill(process.pid, signal);
    };
    const finish = (outcome: ProgramOutcome): void => {
      clearTimeout(timer);
      for (const signal of INTERRUPTIONS) process.removeListener(signal, interrupted);
      resolve(outcome);
    };
    const stop = (outcome: ProgramOutcome): void => {
      endWithChildren(child);
      // A child that has left its group may hold the pipes open: nobody waits for them.
      for (const pipe of child.stdio) pipe?.destroy();
      finish(outcome);
    };
    const timer = setTimeout(() => stop({ kind: 'too-slow' }), seconds * 1000);
    for (const signal of INTERRUPTIONS) process.once(signal, interrupted);
    child.stdout?.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) stop({ kind: 'too-much' });
      else output.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-MOST_SAID);
    });
    // A program may answer without reading what it is told.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    child.on('error', (error) => finish({ kind: 'not-started', reason: error.message }));
    child.on('close', (code, signal) => {
      if (code === 0) finish({ kind: 'done', output: Buffer.concat(output) });
      else finish({ kind: 'failed', status: statusOf(code, signal), said: lastLineOf(said) });
    });
  });
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM'] as const;
const MOST_SAID = 2000;

/** In a group of its own, so that its children can be ended with it. */
function start(program: string, args: readonly string[]): ChildProcess | string {
  try {
    return spawn(program, args, { detached: process.platform !== 'win32', windowsHide: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function endWithChildren({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function statusOf(code: number | null, signal: NodeJS.Signals | null): string {
  return code === null ? `it was ended by ${signal}` : `it ended with code ${code}`;
}

/** Without what would steer a terminal. */
function lastLineOf(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, '').trim());
  return (lines.findLast((line) => line !== '') ?? '').slice(0, 200);
}
