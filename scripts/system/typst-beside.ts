// Typst in a thread beside this one: it takes half of the time of a booklet, and this thread has other things to do.

import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../model/diagnostic.ts';
import type { LaidPages, TypesetDocument, TypesetJob } from '../model/world.ts';
import type { Typst } from './typst.ts';

export interface ThreadJob {
  readonly id: number;
  readonly kind: keyof Typst;
  readonly job: TypesetJob;
}

export type ThreadValue = TypesetDocument | LaidPages | string;

export interface ThreadAnswer {
  readonly id: number;
  readonly result: Result<ThreadValue>;
}

interface Waiting {
  readonly resolve: (result: Result<never>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * As `createTypst` does it, by the thread's code in the folder `bundle`. The thread starts with the first job, and keeps the
 * process only while it has one. Rejects where it ends under a job.
 */
export function createTypstBeside(root: string, bundle: string): Typst {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let count = 0;
  const lose = (lost: Worker, error: unknown): void => {
    // One that throws ends after that too, when there may be another already.
    if (lost !== thread) return;
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const made = new Worker(path.join(bundle, 'typesetter.mjs'), { workerData: { root } });
    made.on('message', ({ id, result }: ThreadAnswer) => {
      waiting.get(id)?.resolve(result as Result<never>);
      waiting.delete(id);
      if (waiting.size === 0) made.unref();
    });
    made.on('error', (error) => lose(made, error));
    made.on('exit', () => lose(made, new Error('the thread of Typst has ended')));
    return made;
  };
  const run = (kind: keyof Typst, job: TypesetJob): Promise<Result<never>> =>
    new Promise((resolve, reject) => {
      thread ??= start();
      thread.ref();
      const id = count++;
      waiting.set(id, { resolve, reject });
      thread.postMessage({ id, kind, job } satisfies ThreadJob);
    });
  return {
    typeset: (job) => run('typeset', job),
    laid: (job) => run('laid', job),
    drawn: (job) => run('drawn', job),
  };
}
