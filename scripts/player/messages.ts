// What the window of the slides and the frame of the overview tell each other. Messages between two windows arrive in the
// order in which they were posted; which of the two hears a key, the browser decides when it likes.

import { TARGET } from './bespoke.ts';
import type { Key } from './keys.ts';

export type Message =
  /** From the frame: it can take the keyboard. */
  | { readonly is: 'ready' }
  /** To the frame: the keyboard is its own now, with what was pressed before. */
  | { readonly is: 'given'; readonly keys: readonly Key[] }
  /** To the frame, where a key came that should have been its: can it still take them? */
  | { readonly is: 'asked' }
  /** From the frame: the keyboard is for the slides again, and perhaps one was chosen. */
  | { readonly is: 'done'; readonly chosen?: Place }
  /** From the frame: keys that came when the keyboard was no longer its own. */
  | { readonly is: 'late'; readonly keys: readonly Key[] };

export interface Place {
  readonly locale: string;
  readonly index: number;
}

/** Marp's player takes messages apart as strings. */
const MARK = 'wenda:';

export function tell(other: Window | null | undefined, message: Message): void {
  other?.postMessage(`${MARK}${JSON.stringify(message)}`, TARGET);
}

export function receive(from: () => Window | null | undefined, handler: (message: Message) => void): void {
  window.addEventListener('message', ({ data, source }) => {
    if (source === null || source !== from() || typeof data !== 'string' || !data.startsWith(MARK)) return;
    handler(JSON.parse(data.slice(MARK.length)) as Message);
  });
}
