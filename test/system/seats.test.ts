import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeats, type Seat } from '../../scripts/system/seats.ts';

/** Takes every job as it comes, each ending when its turn in `ends` has come; says who did which. */
async function work(size: number, jobs: readonly string[], next: (running: number) => number) {
  let count = 0;
  const seats = createSeats(size, () => count++);
  const done: { kind: string; worker: number }[] = [];
  const running: Seat<number>[] = [];
  let most = 0;
  for (const kind of jobs)
    void seats.take(kind).then((seat) => {
      running.push(seat);
      most = Math.max(most, running.length);
      done.push({ kind, worker: seat.worker });
    });
  for (let step = 0; step < jobs.length; step++) {
    await new Promise((resolve) => setImmediate(resolve));
    const [seat] = running.splice(next(running.length), 1);
    if (seat) seats.leave(seat);
  }
  return { done, most, running };
}

describe('workers', () => {
  it('do every job once, and never more at once than there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.constantFrom('zh-TW', 'zh-HK', 'zh-CN'), { maxLength: 20 }),
        fc.nat(),
        async (size, jobs, seed) => {
          const { done, most, running } = await work(
            size,
            jobs,
            (length) => (seed * 7919) % Math.max(1, length),
          );
          expect(done.map(({ kind }) => kind).sort()).toEqual([...jobs].sort());
          expect(most).toBeLessThanOrEqual(size);
          expect(running).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keep to a locale each while no more wait than there are workers', async () => {
    const seats = createSeats(2, () => ({}));
    const first = await seats.take('zh-TW');
    const second = await seats.take('zh-CN');
    expect(second).not.toBe(first);
    const third = seats.take('zh-TW');
    seats.leave(second);
    // The second is free, and leaves it to the first, which has the typefaces of zh-TW.
    expect(await Promise.race([third, Promise.resolve('waiting')])).toBe('waiting');
    seats.leave(first);
    expect(await third).toBe(first);
  });

  it('help one another where much is waiting, or all is alike', async () => {
    const seats = createSeats(2, () => ({}));
    const alike = [await seats.take('zh-TW'), await seats.take('zh-TW')];
    expect(new Set(alike).size).toBe(2);
    const { done } = await work(2, ['zh-CN', ...Array.from({ length: 9 }, () => 'zh-TW')], () => 0);
    expect(new Set(done.filter(({ kind }) => kind === 'zh-TW').map(({ worker }) => worker)).size).toBe(2);
  });
});
