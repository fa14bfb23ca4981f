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

/** What each phase of some work took, in milliseconds. Time belongs to the phase begun last that has not ended. */
export interface Times {
  readonly measure: <T>(phase: string, work: () => T | Promise<T>) => Promise<T>;
  readonly spent: () => Readonly<Record<string, number>>;
}

/** Times from now on; what belongs to no phase goes to `rest`. */
export function startTimes(rest: string): Times {
  const spent: Record<string, number> = {};
  const open = [rest];
  const { lap } = startStopwatch();
  const book = (): void => {
    const phase = open.at(-1) ?? rest;
    spent[phase] = (spent[phase] ?? 0) + lap();
  };
  return {
    measure: async (phase, work) => {
      book();
      open.push(phase);
      try {
        return await work();
      } finally {
        book();
        open.splice(open.lastIndexOf(phase), 1);
      }
    },
    spent: () => {
      book();
      return { ...spent };
    },
  };
}
