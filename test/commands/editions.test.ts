// Editions made in one process: the next begins while Typst is at one, and what comes of it is the same.

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../scripts/commands/context.ts';
import { makerHere } from '../../scripts/commands/editions.ts';
import { type InterviewOutcome, makeAll } from '../../scripts/commands/make.ts';
import type { World } from '../../scripts/model/world.ts';
import { houseOf, smallInterview } from '../support/house.ts';
import { world } from '../support/world.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Built {
  readonly events: readonly string[];
  readonly outcome: InterviewOutcome | undefined;
  readonly most: number;
}

/** Builds three editions, and tells who waited for Typst when. Of two at once, the first waits until the second does. */
async function build(size: number): Promise<Built> {
  const house = houseOf({ a: smallInterview('甲', ['答案。']) }, ['zh-TW', 'zh-CN', 'zh-HK']);
  const context: Context = {
    installation: { root: ROOT, version: '1.0.0', sources: 'any' },
    contentFolder: path.join(house, 'content'),
    outFolder: path.join(house, 'dist'),
    isJson: false,
    progress: { step: () => undefined, end: () => undefined },
  };
  const events: string[] = [];
  const underWay = new Set<string>();
  let most = 0;
  let meet: () => void = () => undefined;
  const bothWait = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const slow: World = {
    ...world,
    readFont: (file) => {
      if (file.includes('noto-serif-hk') && !events.includes('hk begins')) events.push('hk begins');
      return world.readFont(file);
    },
    typeset: async (job) => {
      const place = /noto-sans-(\w+)/.exec(job.fonts.join())?.[1] ?? '';
      underWay.add(place);
      most = Math.max(most, underWay.size);
      events.push(`${place} waits`);
      if (underWay.size === size) meet();
      await bothWait;
      // Time for a third to begin, if it may.
      if (size > 1) await new Promise((resolve) => setTimeout(resolve, 300));
      events.push(`${place} is set`);
      const document = await world.typeset(job);
      underWay.delete(place);
      return document;
    },
  };
  const maker = makerHere(slow, size);
  expect(maker.size).toBe(size);
  let outcome: InterviewOutcome | undefined;
  await makeAll(context, { slugs: [], products: ['booklet'], world: slow, maker }, async (made) => {
    outcome = made;
    return [];
  });
  return { events, outcome, most };
}

const artifactsOf = ({ outcome }: Built) =>
  outcome?.interview?.editions.map(({ locale, artifacts }) => [locale, artifacts.map(({ bytes }) => bytes)]);

describe('editions made here', () => {
  it('come one after the other, or the next while Typst is at one: two, and never three', async () => {
    const [single, double] = [await build(1), await build(2)];
    expect(single.events.filter((event) => event !== 'hk begins')).toEqual(
      ['tc', 'sc', 'hk'].flatMap((place) => [`${place} waits`, `${place} is set`]),
    );
    expect(double.events.slice(0, 2)).toEqual(['tc waits', 'sc waits']);
    expect(double.events.indexOf('hk begins')).toBeGreaterThan(double.events.indexOf('tc is set'));
    expect([single.most, double.most]).toEqual([1, 2]);
    expect(artifactsOf(double)).toHaveLength(3);
    expect(artifactsOf(double)).toEqual(artifactsOf(single));
    expect(double.outcome?.diagnostics).toEqual(single.outcome?.diagnostics);
  }, 120_000);
});
