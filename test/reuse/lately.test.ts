// What was made lately is given again, and no more of it is kept than was asked for.

import { expect, it } from 'vitest';
import { lately } from '../../scripts/reuse/lately.ts';

it('makes again only what was not asked for lately', async () => {
  const made: string[] = [];
  const remember = lately<Promise<string>>(2);
  const ask = (key: string): Promise<string> =>
    remember(key, async () => {
      made.push(key);
      return key.toUpperCase();
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key.toUpperCase());
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('makes once what is asked for twice at the same time', async () => {
  let count = 0;
  const remember = lately<Promise<number>>(2);
  const ask = (): Promise<number> => remember('a', async () => ++count);
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
});

it('tries again what failed', async () => {
  let isBroken = true;
  const remember = lately<Promise<string>>(2);
  const ask = (): Promise<string> =>
    remember('a', async () => {
      if (isBroken) throw new Error('broken');
      return 'whole';
    });
  await expect(ask()).rejects.toThrow('broken');
  isBroken = false;
  await expect(ask()).resolves.toBe('whole');
});
