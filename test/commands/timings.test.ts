import { describe, expect, it } from 'vitest';
import { timingsTable } from '../../scripts/commands/timings.ts';
import { startTimes } from '../../scripts/system/clock.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the table of timings', () => {
  it('has a column for each part where there are few', () => {
    const parts = [
      { name: 'a zh-TW', phases: { compose: 10, typeset: 30 } },
      { name: 'a zh-CN', phases: { typeset: 20 } },
    ];
    expect(timingsTable({ parts, milliseconds: 45, jobs: 2 })).toBe(`         a zh-TW  a zh-CN  in all  share
compose       10        0      10   17 %
typeset       30       20      50   83 %
in all        40       20      60  100 %
milliseconds; 0.04 s from start to end, 2 at once
`);
  });

  it('says what is usual and what is most where there are many', () => {
    const parts = [1, 2, 3, 4, 90].map((marp) => ({ name: String(marp), phases: { marp } }));
    const [head, marp] = timingsTable({ parts, milliseconds: 100, jobs: 2 }).split('\n');
    expect(head?.trim().split(/ {2,}/)).toEqual(['median', 'most', 'in all', 'share']);
    expect(marp).toMatch(/^marp +3 +90 +100 +100 %$/);
  });

  it('is nothing but its end where nothing was made', () => {
    expect(timingsTable({ parts: [], milliseconds: 0, jobs: 1 })).toContain('0.00 s from start to end');
  });
});

describe('times', () => {
  it('give each moment to the phase begun last that has not ended, and lose none', async () => {
    const start = performance.now();
    const times = startTimes('rest');
    const started = performance.now();
    await times.measure('outer', async () => {
      await pause(60);
      await times.measure('inner', () => pause(120));
      await expect(times.measure('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    });
    const atLeast = performance.now() - started;
    const { outer = 0, inner = 0, rest = 0, failing = 0 } = times.spent();
    const elapsed = performance.now() - start;
    expect(inner).toBeGreaterThan(115);
    expect(outer).toBeGreaterThan(55);
    expect(outer).toBeLessThan(elapsed - 110);
    expect(outer + inner + rest + failing).toBeGreaterThanOrEqual(atLeast);
    expect(outer + inner + rest + failing).toBeLessThanOrEqual(elapsed);
  });
});
