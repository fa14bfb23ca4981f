// An import that cannot go on: one diagnostic, of the room's own code.

import { failure, type Position, type Result } from '../model/diagnostic.ts';

/** `code` without the room; `position` where the fault has one. */
export function fault(
  file: string,
  code: string,
  message: string,
  hint: string,
  position: Partial<Position> = {},
): Result<never> {
  return failure({
    code: `transcript/${code}`,
    severity: 'error',
    message,
    hint,
    place: { file, ...position },
  });
}
