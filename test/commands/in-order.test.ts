import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVoices, eachInOrder } from '../../scripts/commands/in-order.ts';

describe('things beside one another', () => {
  it('are taken in the order in which they were begun, and never too many are under way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (scheduler, count, most) => {
          const items = Array.from({ length: count }, (_, index) => index);
          const taken: number[] = [];
          let [underWay, highest] = [0, 0];
          const all = eachInOrder(
            items,
            most,
            async (item) => {
              underWay += 1;
              highest = Math.max(highest, underWay);
              await scheduler.schedule(Promise.resolve());
              return item;
            },
            async (item) => {
              taken.push(item);
              await scheduler.schedule(Promise.resolve());
              underWay -= 1;
            },
          );
          await scheduler.waitFor(all);
          expect(taken).toEqual(items);
          expect(highest).toBeLessThanOrEqual(most + 1);
        },
      ),
    );
  });

  it('end where what takes them throws', async () => {
    const begun: number[] = [];
    const all = eachInOrder(
      [1, 2, 3, 4, 5],
      2,
      async (item) => begun.push(item),
      async () => {
        throw new Error('the disk is full');
      },
    );
    await expect(all).rejects.toThrow('the disk is full');
    expect(begun).toEqual([1, 2]);
  });

  it('are told as if they had gone one after the other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat({ max: 4 }), { maxLength: 60 }),
        (count, turns) => {
          const heard: string[] = [];
          const next = createVoices((line) => heard.push(line));
          const voices = Array.from({ length: count }, next);
          const said = voices.map((): string[] => []);
          for (const [index, turn] of turns.entries()) {
            const line = `${turn} ${index}`;
            voices[turn]?.say(line);
            said[turn]?.push(line);
          }
          expect(heard).toEqual(said[0]);
          for (const voice of voices) voice.end();
          expect(heard).toEqual(said.flat());
        },
      ),
    );
  });
});
