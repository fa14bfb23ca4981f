// The only clock. It times the work for the person who waits; no build reads it.

export interface Stopwatch {
  /** Milliseconds since the last lap, or since the start. */
  readonly lap: () => number;
}

export function startStopwatch(): Stopwatch {
  let last = performance.now();
  return {
    lap: () => {
      const now = performance.now();
      const elapsed = now - last;
      last = now;
      return elapsed;
    },
  };
}
