// Work that goes on beside this process, in processes that are kept from job to job. Threads would share less memory and
// start sooner by some milliseconds, but nothing ends a thread inside a library, and a fault there ends the program: a
// process can be killed, and dies alone. Owns tinypool.

import os from 'node:os';
import type { Tinypool } from 'tinypool';
import { createSeats } from './seats.ts';
import { beforeEnding } from './signals.ts';

export interface Pool<Job, Value> {
  readonly size: number;
  /**
   * Does `job` in a worker; `hear` gets what it says on the way. One that has done jobs of the same `kind` is preferred:
   * it has what they need already, and another would come to hold it too. Never rejects.
   */
  readonly run: (job: Job, hear: (word: unknown) => void, kind?: string) => Promise<Work<Value>>;
  /** Ends the workers, busy or not: what they were doing has crashed. */
  readonly close: () => Promise<void>;
}

export type Work<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** It said nothing for as long as it may be silent, and was ended. */
  | { readonly kind: 'too-slow' }
  /** Its process ended, or it threw. */
  | { readonly kind: 'crashed'; readonly reason: string };

export interface PoolOptions {
  /** A module whose default export takes a job and gives its value; both are cloned on their way. */
  readonly entry: string;
  readonly size: number;
  /** How long a job may go on without a word. */
  readonly secondsOfSilence: number;
  /** Megabytes of each worker's heap, beyond which it ends. */
  readonly mostMegabytes?: number;
  /** Whether somebody closes the pool when this process is asked to end; else the workers end with it. */
  readonly isClosedAtEnd?: boolean;
}

/** The workers start at once, so that they are ready when there is something to do. */
export async function createPool<Job, Value>(options: PoolOptions): Promise<Pool<Job, Value>> {
  const { entry, size, secondsOfSilence, mostMegabytes = HEAP_MEGABYTES } = options;
  const { Tinypool } = await import('tinypool');
  const failures = new Set<(error: unknown) => void>();
  // A pool of one for each: tinypool would give a job to any.
  const seats = createSeats(size, () => {
    const pool = new Tinypool({
      runtime: 'child_process',
      filename: entry,
      minThreads: 1,
      maxThreads: 1,
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${mostMegabytes}`],
      env: environment(),
    });
    // A worker that never got as far as a job: whoever waits for one would wait for ever.
    pool.on('error', (error) => {
      for (const fail of failures) fail(error);
    });
    return pool;
  });
  // One inside a library would not notice that this process is gone, and go on for ever.
  const stopListening = options.isClosedAtEnd ? () => undefined : beforeEnding(() => killAll(seats.workers));
  let isClosed = false;
  return {
    size,
    run: async (job, hear, kind = '') => {
      const seat = await seats.take(kind);
      try {
        if (isClosed) return { kind: 'crashed', reason: 'no more work is taken' };
        return await new Promise<Work<Value>>((resolve) => {
          const fail = (error: unknown): void => resolve({ kind: 'crashed', reason: reasonOf(error) });
          failures.add(fail);
          runGuarded<Value>(seat.worker, job, hear, secondsOfSilence)
            .then(resolve, fail)
            .finally(() => failures.delete(fail));
        });
      } finally {
        seats.leave(seat);
      }
    },
    close: () => {
      isClosed = true;
      stopListening();
      return awake(Promise.all(seats.workers.map((worker) => worker.destroy())));
    },
  };
}

function killAll(pools: readonly Tinypool[]): void {
  for (const { threadId } of pools.flatMap(({ threads }) => threads)) {
    try {
      process.kill(threadId, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** In a worker: something for whoever waits for the job. */
export function say(word: unknown): void {
  process.send?.(word);
}

/** How many workers the machine has cores for. */
export function coreCount(): number {
  return os.availableParallelism();
}

/** A large interview in all products takes half of it. Without a limit V8 would rather take memory than collect. */
const HEAP_MEGABYTES = 1024;

async function runGuarded<Value>(
  pool: Tinypool,
  job: unknown,
  hear: (word: unknown) => void,
  secondsOfSilence: number,
): Promise<Work<Value>> {
  const patience = new AbortController();
  const watch = setTimeout(() => patience.abort(), secondsOfSilence * 1000);
  const channel = {
    postMessage: (word: unknown) => {
      watch.refresh();
      hear(word);
    },
  };
  try {
    return { kind: 'done', value: await pool.run(job, { channel, signal: patience.signal }) };
  } catch (error) {
    return patience.signal.aborted ? { kind: 'too-slow' } : { kind: 'crashed', reason: reasonOf(error) };
  } finally {
    clearTimeout(watch);
  }
}

/** Node ends where it waits for nothing but processes that it need not wait for, which is what tinypool makes of them. */
async function awake(work: Promise<unknown>): Promise<void> {
  const hold = setInterval(() => undefined, 1000);
  try {
    await work;
  } finally {
    clearInterval(hold);
  }
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
