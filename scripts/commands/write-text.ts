// Writes a text that stands beside a manuscript, and says so where the system refuses.

import type { Diagnostic } from '../model/diagnostic.ts';
import { isSystemError, reasonOf, writeWhole } from '../system/files.ts';

/** Writes `text` as `file`. Error: `output/cannot-write`, with `what` in it (such as “the approval”); the file is as it was. */
export async function writeText(file: string, text: string, what: string): Promise<readonly Diagnostic[]> {
  try {
    await writeWhole(file, text);
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [
      {
        code: 'output/cannot-write',
        severity: 'error',
        message: `${what} could not be written: ${reasonOf(error)}`,
        hint: 'Allow writing to the folder, or free some space, and try again; the file is as it was.',
        place: { file },
      },
    ];
  }
}
