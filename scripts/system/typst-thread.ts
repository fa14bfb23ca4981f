// What runs in the thread beside: Typst, for jobs as they come.

import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../model/diagnostic.ts';
import { createPackages } from './packages.ts';
import { createTypst } from './typst.ts';
import type { ThreadAnswer, ThreadJob, ThreadValue } from './typst-beside.ts';

const { root } = workerData as { readonly root: string };
const typst = createTypst(createPackages(root).resolve);
// Node.js gives what a document took back between turns of the event loop alone: one job at a time.
let previous: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ id, kind, job }: ThreadJob) => {
  previous = previous.then(async () => {
    const result = await typst[kind](job);
    parentPort?.postMessage({ id, result } satisfies ThreadAnswer, pdfsIn(result));
  });
});

/** What is handed over, and not copied. */
function pdfsIn(result: Result<ThreadValue>): ArrayBuffer[] {
  if (!result.ok || typeof result.value === 'string' || !('pdf' in result.value)) return [];
  return [result.value.pdf.buffer as ArrayBuffer];
}
