// What a worker runs: editions as they come, with fonts, converters and compilers that it makes once.

import type { World } from '../model/world.ts';
import { endWithParent } from '../system/orphan.ts';
import { say } from '../system/pool.ts';
import { createMachine, type Machine } from '../system/world.ts';
import type { Installation } from './context.ts';
import { type EditionJob, type EditionOutcome, type Memory, makeEdition } from './edition.ts';

export interface WorkerJob {
  readonly installation: Installation;
  /** Counts the builds: one reads every template once, as it is then. */
  readonly build: number;
  readonly job: EditionJob;
  /** Whether what is made stays in memory for the builds that follow. */
  readonly remembers: boolean;
}

endWithParent();

let machine: Machine | undefined;
const memories = new Map<string, Memory>();
let current: { readonly build: number; readonly world: World } | undefined;

export default async function work({
  installation,
  build,
  job,
  remembers,
}: WorkerJob): Promise<EditionOutcome> {
  machine ??= createMachine(installation);
  if (current?.build !== build) current = { build, world: machine.freshWorld() };
  const key = `${job.slug}/${job.locale}`;
  const memory: Memory = memories.get(key) ?? new Map();
  if (remembers) memories.set(key, memory);
  return makeEdition(job, current.world, say, memory);
}
