import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPool, type Pool } from '../../scripts/system/pool.ts';

interface Job {
  readonly way: string;
  readonly words?: readonly string[];
  readonly value?: unknown;
}

interface Value {
  readonly value: unknown;
  readonly pid: number;
}

const open: Pool<Job, Value>[] = [];
afterAll(() => Promise.all(open.map((pool) => pool.close())));

async function poolOf(size: number, secondsOfSilence = 120): Promise<Pool<Job, Value>> {
  const entry = path.resolve('test/fixtures/workers/odd-jobs.mjs');
  const pool = await createPool<Job, Value>({ entry, size, secondsOfSilence, mostMegabytes: 64 });
  open.push(pool);
  return pool;
}

const nobody = (): void => undefined;

describe('a pool', () => {
  it('takes values of every kind there and back, and hears what is said on the way', async () => {
    const pool = await poolOf(1);
    const value = { map: new Map([['甲', new Uint8Array([1, 2, 255])]]), none: undefined };
    const heard: unknown[] = [];
    const work = await pool.run({ way: 'well', words: ['一', '二'], value }, (word) => heard.push(word));
    expect(work).toMatchObject({ kind: 'done', value: { value } });
    expect(heard).toEqual(['一', '二']);
  });

  it('works in processes of their own, which it keeps', async () => {
    const pool = await poolOf(2);
    const jobs = Array.from({ length: 8 }, () => pool.run({ way: 'well', words: ['…'] }, nobody));
    const pids = (await Promise.all(jobs)).map((work) => (work.kind === 'done' ? work.value.pid : 0));
    expect(new Set(pids).size).toBe(2);
    expect(pids).not.toContain(process.pid);
  });

  it.each([
    ['throw', /the font is not there/],
    ['fault', /\w/],
    ['memory', /\w/],
  ])('survives a worker that ends: %s', async (way, reason) => {
    const pool = await poolOf(1);
    const [lost, ...others] = await Promise.all(
      [way, 'well', 'well'].map((each) => pool.run({ way: each, value: 3 }, nobody)),
    );
    expect(lost).toEqual({ kind: 'crashed', reason: expect.stringMatching(reason) });
    expect(others.map(({ kind }) => kind)).toEqual(['done', 'done']);
  });

  it('ends a worker that is silent for too long, and one that speaks may take its time', async () => {
    const pool = await poolOf(2, 5);
    const words = Array.from({ length: 300 }, (_, index) => String(index));
    const [hung, slow] = await Promise.all([
      pool.run({ way: 'hang' }, nobody),
      pool.run({ way: 'well', words }, nobody),
    ]);
    expect([hung?.kind, slow?.kind]).toEqual(['too-slow', 'done']);
    expect((await pool.run({ way: 'well' }, nobody)).kind).toBe('done');
  });

  it('says so where a worker cannot even start', async () => {
    const pool = await createPool<Job, Value>({
      entry: path.resolve('test/fixtures/workers/none.mjs'),
      size: 1,
      secondsOfSilence: 120,
    });
    const both = await Promise.all([1, 2].map(() => pool.run({ way: 'well' }, nobody)));
    expect(both.map(({ kind }) => kind)).toEqual(['crashed', 'crashed']);
    await pool.close();
  });
});
