// Does again what an account says was done, from nothing but the input and the account.

import { expect } from 'vitest';
import type { ImportReport } from '../../scripts/transcript/account.ts';

/** The input with every change of the account applied, each of which has to find what it says stands there. */
export function replay(input: string, { changes }: Pick<ImportReport, 'changes'>): string {
  let text = '';
  let from = 0;
  for (const { offset, before, after } of changes) {
    if (!input.startsWith(before, offset)) expect(input.slice(offset, offset + before.length)).toBe(before);
    if (offset < from) expect(offset).toBeGreaterThanOrEqual(from);
    text += input.slice(from, offset) + after;
    from = offset + before.length;
  }
  return text + input.slice(from);
}
