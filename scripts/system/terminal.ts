// What a person sees: results on standard output, everything said on the way on standard error.

export function print(text: string): void {
  process.stdout.write(text);
}

export function printError(text: string): void {
  process.stderr.write(text);
}

export interface Progress {
  /** Says what is being made now. */
  readonly step: (message: string) => void;
  /** Removes what a terminal still shows of it. */
  readonly end: () => void;
}

/** In a terminal one line that changes; elsewhere, such as in a log, a plain line for each step. */
export function createProgress(): Progress {
  if (!process.stderr.isTTY) return { step: (message) => printError(`${message}\n`), end: () => undefined };
  return {
    step: (message) => printError(`\r\u001b[2K${message}`),
    end: () => printError('\r\u001b[2K'),
  };
}
