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
