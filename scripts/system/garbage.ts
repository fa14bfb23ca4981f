// What V8 has still to collect, given back before Typst needs memory of its own: V8 knows nothing of that, and lets a hundred
// megabytes lie when a manuscript of a thousand pages has been read.

import v8 from 'node:v8';
import vm from 'node:vm';
import type { TypesetJob } from '../model/world.ts';

/** Characters of a book of some two hundred pages; collecting takes longer than what is shorter lets lie is worth. */
const LONG = 500_000;

/** Collects where `job` is of a long book. Takes a tenth of a second there. */
export function makeRoomFor({ files }: TypesetJob): void {
  let length = 0;
  for (const content of Object.values(files)) length += content.length;
  if (length < LONG) return;
  collect ??= collector();
  collect();
}

let collect: (() => void) | undefined;

/** V8 gives its collector to contexts that are made after the flag is set. */
function collector(): () => void {
  v8.setFlagsFromString('--expose-gc');
  const found: unknown = vm.runInNewContext('globalThis.gc');
  v8.setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? () => void found() : () => undefined;
}
