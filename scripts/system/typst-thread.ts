// What runs in the thread beside: Typst, for jobs as they come.

import { parentPort, workerData } from 'node:worker_threads';
import { createPackages } from './packages.ts';
import { createTypst } from './typst.ts';
import type { ThreadAnswer, ThreadJob } from './typst-beside.ts';

const { root } = workerData as { readonly root: string };
const typst = createTypst(createPackages(root).resolve);
// Node.js gives what a document took back between turns of the event loop alone: one job at a time.
let previous: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ id, kind, job }: ThreadJob) => {
  previous = previous.then(async () => {
    const result = await typst[kind](job);
    const pdf = result.ok && typeof result.value !== 'string' ? [result.value.pdf.buffer as ArrayBuffer] : [];
    parentPort?.postMessage({ id, result } satisfies ThreadAnswer, pdf);
  });
});
