// What a phase is not sure of, at an offset of the text that the phase was given; in the end a warning at its place.

import type { Diagnostic } from '../model/diagnostic.ts';
import { positionIn } from './positions.ts';

export interface Doubt {
  /** Without the room: `pinyin-kept`. */
  readonly code: string;
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** In order of the file; the offsets are of its text, the lines of which begin at `starts`. */
export function warningsOf(doubts: readonly Doubt[], file: string, starts: readonly number[]): Diagnostic[] {
  return [...doubts]
    .sort((left, right) => left.offset - right.offset)
    .map(({ code, offset, message, hint }) => ({
      code: `transcript/${code}`,
      severity: 'warning',
      message,
      hint,
      place: { file, ...positionIn(starts, offset) },
    }));
}
