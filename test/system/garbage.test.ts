// What is nobody's is gone before a long book is laid out.

import { expect, it } from 'vitest';
import { makeRoomFor } from '../../scripts/system/garbage.ts';

it('is collected', async () => {
  const lost = new WeakRef({ values: Array.from({ length: 1000 }, Math.random) });
  // A weak reference holds until the turn ends.
  await new Promise((resolve) => setTimeout(resolve));
  makeRoomFor({ main: 'main.typ', files: { 'main.typ': ' '.repeat(600_000) }, fonts: [], query: '<it>' });
  expect(lost.deref()).toBeUndefined();
  expect('gc' in globalThis).toBe(process.execArgv.includes('--expose-gc'));
});
