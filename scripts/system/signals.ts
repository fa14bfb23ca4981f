// Ctrl-C, and being asked to end.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Settles when the process is first asked to end, so that it can end cleanly. Asked a second time it ends at once, as a
 * process does that does not listen.
 */
export function whenAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const signal of SIGNALS) process.off(signal, end);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, end);
  });
}

/**
 * Calls `end` when the process is asked to end, which it then does as a process does that does not listen. Gives the
 * function that takes this back.
 */
export function beforeEnding(end: () => void): () => void {
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, act);
  };
  const act = (signal: NodeJS.Signals): void => {
    stop();
    end();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, act);
  return stop;
}
