import { describe, expect, it } from 'vitest';
import { createRebuilder } from '../../scripts/commands/rebuild.ts';

/** A build that lasts until it is let go, of a text that changes meanwhile. */
function bench() {
  const state = { text: 'one' };
  const built: string[] = [];
  const running: (() => void)[] = [];
  let atOnce = 0;
  const rebuilder = createRebuilder(async () => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    built.push(state.text);
    await new Promise<void>((resolve) => running.push(resolve));
    atOnce -= 1;
  });
  const finish = async (): Promise<void> => {
    running.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { state, built, rebuilder, finish };
}

describe('rebuilding', () => {
  it('makes one build of several saves', async () => {
    const { built, rebuilder, finish, state } = bench();
    rebuilder.request();
    state.text = 'two';
    for (let time = 0; time < 5; time++) rebuilder.request();
    await finish();
    await finish();
    await rebuilder.settled();
    expect(built).toEqual(['one', 'two']);
  });

  it('builds what was saved during a build after it, and only then', async () => {
    const { built, rebuilder, finish, state } = bench();
    rebuilder.request();
    expect(built).toEqual(['one']);
    state.text = 'two';
    rebuilder.request();
    expect(built).toEqual(['one']);
    await finish();
    expect(built).toEqual(['one', 'two']);
    await finish();
    await rebuilder.settled();
    rebuilder.request();
    expect(built).toEqual(['one', 'two', 'two']);
    await finish();
  });
});
