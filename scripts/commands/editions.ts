// Where editions are made: here, one after the other, or in workers beside one another. What comes of it is the same.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { Product } from '../model/product.ts';
import type { World } from '../model/world.ts';
import { coreCount, createPool, type Pool, type Work } from '../system/pool.ts';
import { type Installation, shownPath } from './context.ts';
import {
  type EditionJob,
  type EditionListener,
  type EditionOutcome,
  type Memory,
  makeEdition,
  recallWhole,
} from './edition.ts';
import type { WorkerJob } from './edition-worker.ts';

export interface EditionMaker {
  /** How many editions are made at once. */
  readonly size: number;
  /** Never rejects: whatever fails is a diagnostic of its edition. */
  readonly make: (job: EditionJob, onStart: EditionListener, memory: Memory) => Promise<EditionOutcome>;
  readonly close: () => Promise<void>;
}

export interface MakerRequest {
  /** How many editions there are to make. */
  readonly count: number;
  /** How many may be made at once: as many as there are cores, unless it is said otherwise. */
  readonly jobs?: number;
  /** What one product may take in a worker; a theme can keep Typst busy for ever. */
  readonly secondsOfProduct?: number;
}

/** In workers where that pays or a limit is asked for, which a compile in this process would not keep; else here. */
export function makerFor(
  installation: Installation,
  world: World,
  { count, jobs, secondsOfProduct }: MakerRequest,
): EditionMaker {
  const isLimited = secondsOfProduct !== undefined;
  const size = Math.min(count, jobs ?? (isLimited || count >= WORTH_WORKERS ? coreCount() : 1));
  const { bundle } = installation;
  if ((size < 2 && !isLimited) || size < 1 || bundle === undefined)
    return makerHere(world, Math.min(count, jobs ?? 2));
  const workers = createWorkers({
    installation,
    bundle,
    size,
    secondsOfProduct: secondsOfProduct ?? SECONDS_OF_PRODUCT,
  });
  return { ...workers.nextBuild(world), close: workers.close };
}

/**
 * With fewer editions the start of two workers, a second and a half of computing, takes longer than what they save: of two
 * editions 3.5 s in place of 2.9 (`bench/chain.ts`).
 */
const WORTH_WORKERS = 4;

/** Twenty times what any product of an interview of 500 pages takes on a slow machine. */
export const SECONDS_OF_PRODUCT = 120;

/**
 * Makes them in this process, one after the other: they would only take turns, and memory. With a `size` of 2 the next
 * begins while Typst is at one, which it may be in a thread beside.
 */
export function makerHere(world: World, size = 1): EditionMaker {
  let previous: Promise<unknown> = Promise.resolve();
  let mayBegin: Promise<unknown> = previous;
  return {
    size: size > 1 ? 2 : 1,
    make: (job, onStart, memory) => {
      const { waits, listening } = hearsOfTypst(world);
      const made = mayBegin.then(() => makeEdition(job, listening, onStart, memory));
      mayBegin = size > 1 ? Promise.all([previous, Promise.race([made, waits])]) : made;
      previous = made;
      return made;
    },
    close: async () => undefined,
  };
}

/** `waits` settles when Typst is first asked for something. */
function hearsOfTypst(world: World): { readonly waits: Promise<void>; readonly listening: World } {
  let hear: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const heard = <T>(setting: T): T => {
    hear();
    return setting;
  };
  const typeset: World['typeset'] = (job) => heard(world.typeset(job));
  const layOut: World['layOut'] = (job) => heard(world.layOut(job));
  return { waits, listening: { ...world, typeset, layOut } };
}

export interface WorkersRequest {
  readonly installation: Installation;
  /** Where `edition-worker.ts` stands as Node can run it. */
  readonly bundle: string;
  readonly size: number;
  readonly secondsOfProduct: number;
  /** Whether a worker keeps what it makes for the builds that follow; then it starts at once, and whoever has it closes it. */
  readonly remembers?: boolean;
}

/** Processes that can be kept from build to build, with their fonts and compilers. */
export interface Workers {
  /** Makes the editions of one build, which reads the templates as they are then. */
  readonly nextBuild: (world: World) => EditionMaker;
  readonly close: () => Promise<void>;
}

/** They start when there is something to make: what lies there already needs none. */
export function createWorkers(request: WorkersRequest): Workers {
  const { installation, bundle, size, secondsOfProduct: seconds, remembers = false } = request;
  const entry = shownPath(bundle, 'worker.mjs');
  let starting: Promise<Pool<WorkerJob, EditionOutcome>> | undefined;
  const started = () => {
    starting ??= createPool({ entry, size, secondsOfSilence: seconds, isClosedAtEnd: remembers });
    return starting;
  };
  // Whoever waits for it first hears of a fault.
  if (remembers) started().catch(() => undefined);
  let builds = 0;
  return {
    nextBuild: (world) => {
      builds += 1;
      const build = builds;
      return {
        size,
        make: async (job, onStart) => {
          const kept = await recallWhole(job, world);
          if (kept) return kept;
          const pool = await started();
          let last: Product | undefined;
          const work = await pool.run(
            { installation, build, job, remembers },
            (word) => {
              last = word as Product;
              onStart(last);
            },
            job.locale,
          );
          return work.kind === 'done' ? work.value : { diagnostics: [lost(work, job, last, seconds)] };
        },
        close: async () => undefined,
      };
    },
    close: async () => (await starting)?.close(),
  };
}

function lost(
  work: Exclude<Work<unknown>, { kind: 'done' }>,
  job: EditionJob,
  last: Product | undefined,
  seconds: number,
): Diagnostic {
  const place = { file: job.manuscript.file };
  const what = `${job.locale}${last ? `, ${last}` : ''}`;
  return work.kind === 'too-slow'
    ? {
        code: 'build/too-slow',
        severity: 'error',
        place,
        message: `${what}: not done after ${seconds} seconds, and given up`,
        hint: 'Look for a loop in the theme that does not end; give a very long interview more time with --time-limit.',
      }
    : {
        code: 'build/crashed',
        severity: 'error',
        place,
        message: `${what}: the process that was making it ended (${work.reason})`,
        hint: 'Build it alone, with --jobs 1, where there is little memory. Where it happens again, report it.',
      };
}
