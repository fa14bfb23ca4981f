// How soon V8 compiles a function of WebAssembly once more, for speed: here later than it would by itself. Cutting fonts
// down (HarfBuzz, subset-font) runs some large functions for a moment only, and to compile those takes longer than all
// fonts of two editions take without, a quarter of a second of one core, for which Node.js waits where it has nothing
// else to do.

import process from 'node:process';
import v8 from 'node:v8';

/** A hundred times what is usual: what runs for seconds, as in a long book, is compiled all the same. */
export const BUDGET = '--wasm-tiering-budget=200000000';

/** A version of Node.js that has the flag no more would say so on the terminal. */
const LAST_KNOWN = 24;

/** For all that is loaded from now on in this process. Changes when something is compiled, and nothing that comes of it. */
export function compileLater(): void {
  if (Number.parseInt(process.versions.node, 10) <= LAST_KNOWN) v8.setFlagsFromString(BUDGET);
}
