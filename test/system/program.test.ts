import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../scripts/system/program.ts';
import { scratch } from '../support/wenda.ts';

const PROGRAM = path.resolve('test/fixtures/programs/summarize.mjs');
const INPUT = JSON.stringify({ question: '問？', limits: {} });

function run(way: string, { seconds = 60, file = '' } = {}) {
  const command = [process.execPath, PROGRAM, way, file];
  return runProgram({ command, input: INPUT, seconds, mostBytes: 65_536 });
}

describe('a program of the house', () => {
  it('reads its input and gives its output', async () => {
    const outcome = await run('well');
    expect(outcome.kind === 'done' && JSON.parse(Buffer.from(outcome.output).toString())).toMatchObject({
      takeaway: '外部結論2',
    });
  });

  it('gets its arguments as they are: no shell takes them apart', async () => {
    const words = ['$HOME', '`id`', 'a b', '; exit 1', '*'];
    const source = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
    const command = [process.execPath, '-e', source, ...words];
    const outcome = await runProgram({ command, input: '', seconds: 60, mostBytes: 1000 });
    expect(outcome.kind === 'done' && JSON.parse(Buffer.from(outcome.output).toString())).toEqual(words);
  });

  it('may answer without reading what it is told', async () => {
    const command = [process.execPath, '-e', 'process.stdin.destroy(); process.stdout.write("ok")'];
    const input = 'x'.repeat(1_000_000);
    expect(await runProgram({ command, input, seconds: 60, mostBytes: 10 })).toMatchObject({ kind: 'done' });
  });

  it.each([
    ['exit-code', { kind: 'failed', status: 'it ended with code 3', said: '[31mthe model is not there[0m' }],
    ['killed', { kind: 'failed', status: 'it was ended by SIGKILL', said: '' }],
    ['too-much', { kind: 'too-much' }],
  ])('that fails is an outcome: %s', async (way, outcome) => {
    expect(await run(way)).toEqual(outcome);
  });

  it.each([['no-such-program-anywhere'], [''], ['package.json']])(
    'that cannot be started: %j',
    async (name) => {
      expect(await runProgram({ command: [name], input: '', seconds: 60, mostBytes: 10 })).toMatchObject({
        kind: 'not-started',
        reason: expect.stringMatching(/\w{3}/),
      });
    },
  );

  it('is ended with its children when its time is over', async () => {
    const file = path.join(scratchFolder, 'child');
    const ended = run('hang', { seconds: 5, file });
    const child = await numberIn(file);
    expect(isAlive(child)).toBe(true);
    expect(await ended).toEqual({ kind: 'too-slow' });
    await expect.poll(() => isAlive(child), { timeout: 10_000 }).toBe(false);
  }, 60_000);
});

const scratchFolder = scratch();

async function numberIn(file: string): Promise<number> {
  await expect
    .poll(() => fs.existsSync(file) && fs.readFileSync(file, 'utf8') !== '', { timeout: 10_000 })
    .toBe(true);
  return Number(fs.readFileSync(file, 'utf8'));
}

/** One that has ended and waits for its parent to take note counts as ended. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return (
      process.platform !== 'linux' || !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}
