// A paragraph of the edition as the runs that lines are composed of.

import type { TextRun } from '../typography/cells.ts';

export type Run = TextRun;

export function runsOf(text: string): readonly Run[] {
  return text === '' ? [] : [{ text }];
}
