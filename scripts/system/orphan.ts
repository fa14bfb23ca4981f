// A worker whose program was killed, and could tell it nothing, ends too. Inside Typst it would not hear that it is alone:
// a thread beside looks.

import { Worker } from 'node:worker_threads';

/** Ends this process within a second or two of the end of the one that has started it. */
export function endWithParent(): void {
  new Worker(WATCH, { eval: true }).unref();
}

/** Where the system gives an orphan another parent the number is another one; elsewhere no process has it any more. */
const WATCH = `
  const { ppid } = process;
  const isThere = () => {
    try {
      return process.ppid === ppid && process.kill(ppid, 0);
    } catch (error) {
      return error.code === 'EPERM';
    }
  };
  setInterval(() => { if (!isThere()) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;
