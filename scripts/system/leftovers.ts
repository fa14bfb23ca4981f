// What killed processes leave behind: files that they were about to put in their places (see files.ts).

import fs from 'node:fs/promises';
import path from 'node:path';
import { isSystemError } from './files.ts';

/** Deletes in `folder`, and below it where `isDeep`, what processes that are no more were writing. */
export async function removeLeftovers(folder: string, isDeep: boolean): Promise<void> {
  const entries = await fs.readdir(folder, { withFileTypes: true, recursive: isDeep }).catch(() => []);
  for (const entry of entries) {
    const [, pid] = /^\..*\.(\d+)\.new$/.exec(entry.name) ?? [];
    if (pid === undefined || !entry.isFile()) continue;
    // This process is writing nothing now: another had its number.
    if (Number(pid) === process.pid || !isAlive(Number(pid)))
      await fs.rm(path.join(entry.parentPath, entry.name), { force: true });
  }
}

/** Whether a process of this machine is at work. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}
