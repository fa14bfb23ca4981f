// Several saves make one build, and a save during a build makes another after it.

export interface Rebuilder {
  /** Asks for a build of the state as it is now. */
  readonly request: () => void;
  /** Settles when nothing is being built and nothing is asked for. */
  readonly settled: () => Promise<void>;
}

/** Runs `build` for what is asked, never twice at once. A build that throws stops the rest: `settled` rejects. */
export function createRebuilder(build: () => Promise<void>): Rebuilder {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (): Promise<void> => {
    try {
      while (isAsked) {
        isAsked = false;
        await build();
      }
    } finally {
      running = undefined;
    }
  };
  return {
    request: () => {
      isAsked = true;
      running ??= run();
    },
    settled: () => running ?? Promise.resolve(),
  };
}
