// What V8 has compiled is run again, and whatever becomes of it the program says the same.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyOfProgram, type ProgramCopy } from './support/program.ts';

/** It has no content: it says so, and ends. */
let program: ProgramCopy;
let bundle = '';
const SAYS = 'nothing checked';

beforeAll(() => {
  program = copyOfProgram();
  expect(check()).toContain(SAYS);
  bundle = path.join(program.cache, fs.readdirSync(program.cache)[0] ?? '');
}, 60_000);

const check = (flags: readonly string[] = []): string => program.start(['check'], flags).stdout;

function kept(): readonly string[] {
  const names = fs.readdirSync(bundle).filter((name) => /^program\.js\.\d+$/.test(name));
  return names.map((name) => path.join(bundle, name));
}

const usesIn = (file: string): readonly string[] =>
  JSON.parse(fs.readFileSync(file, 'utf8').split('\n')[0] ?? '').uses;

function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`${items.length} in place of one`);
  return first;
}

describe('what V8 has compiled', () => {
  it('is run in place of the source that it was compiled from', () => {
    const script = path.join(bundle, 'program.js');
    const source = fs.readFileSync(script, 'utf8');
    const others = source.replaceAll('nothing', 'NOTHING');
    // V8 tells sources apart by their length alone.
    fs.writeFileSync(script, others);
    expect(check()).toContain(SAYS);
    for (const file of kept()) fs.rmSync(file);
    expect(check()).toContain('NOTHING checked');
    fs.writeFileSync(script, source);
    for (const file of kept()) fs.rmSync(file);
    expect(check()).toContain(SAYS);
  }, 60_000);

  it('is added to by a run of another kind, and by no other', () => {
    const before = fs.readFileSync(only(kept()));
    check();
    expect(fs.readFileSync(only(kept())).equals(before)).toBe(true);
    program.start(['build', '--only', 'deck']);
    program.start(['points', '--content', 'nowhere']);
    expect(usesIn(only(kept()))).toEqual(['check', 'build --only deck', 'points']);
  }, 60_000);

  it('is kept apart for each set of flags of V8, as for each of its versions', () => {
    const [before] = kept();
    expect(check(['--max-lazy'])).toContain(SAYS);
    expect(kept()).toHaveLength(2);
    const other = only(kept().filter((file) => file !== before));
    // One that is not for these flags, as if it were.
    fs.copyFileSync(before ?? '', other);
    expect(check(['--max-lazy'])).toContain(SAYS);
    expect(usesIn(other)).toEqual(['check']);
    fs.rmSync(other);
  }, 60_000);

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.of()],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['damaged in the middle', (bytes) => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64)],
    ['damaged at its head', (bytes) => bytes.fill(0x20, 0, 40)],
    ['something else', () => Buffer.from('{"uses":["check"]}\nnothing')],
  ])(
    'is compiled anew where it is %s',
    (_, damage) => {
      const file = only(kept());
      const damaged = damage(fs.readFileSync(file));
      fs.writeFileSync(file, damaged);
      expect(check()).toContain(SAYS);
      expect(usesIn(only(kept()))).toEqual(['check']);
      const mended = fs.readFileSync(file);
      expect(mended.equals(damaged)).toBe(false);
      expect(mended.length).toBeGreaterThan(100_000);
      expect(check()).toContain(SAYS);
      expect(fs.readFileSync(file).equals(mended)).toBe(true);
    },
    60_000,
  );

  it('is not kept where it cannot be, and nothing is left of the attempt', () => {
    const file = only(kept());
    fs.rmSync(file);
    fs.mkdirSync(path.join(file, 'in the way'), { recursive: true });
    const before = fs.readdirSync(bundle);
    expect(check()).toContain(SAYS);
    expect(fs.readdirSync(bundle)).toEqual(before);
    fs.rmSync(file, { recursive: true });
  }, 60_000);

  it('is made by one of two first starts at once, as the bundle is', async () => {
    fs.rmSync(program.cache, { recursive: true });
    const said = await Promise.all([1, 2].map(() => saidBy([program.bin, 'check'], program.root)));
    for (const text of said) expect(text).toContain(SAYS);
    expect(fs.readdirSync(program.cache)).toEqual([path.basename(bundle)]);
    expect(usesIn(only(kept()))).toEqual(['check']);
    expect(fs.readdirSync(bundle).filter((name) => /\.run$|\.\d+\.\d+$/.test(name))).toEqual([]);
  }, 60_000);
});

function saidBy(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    const parts: string[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(parts.join('')));
  });
}
