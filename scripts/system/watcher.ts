// Tells of files that were saved. Owns chokidar.

import fs from 'node:fs';
import path from 'node:path';
import { watch as watchPaths } from 'chokidar';

export interface Watcher {
  /** Watches these folders too. */
  readonly add: (folders: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

/** A save may be several events: an editor writes a file, renames it, and touches it again. */
const QUIET_MS = 20;

/** For so long after one change of a file chokidar says nothing of another: it is looked for by its state. */
const DEAF_MS = 80;

/** What editors leave beside a file while they write it. */
const SCRATCH = /(?:^\.|~$|\.sw[a-z]$|\.tmp$|^#.*#$|^4913$)/;

/**
 * Calls `onChange` with the files below `folders` that were added, changed or removed, once for what happens within a
 * moment. Ready when it returns.
 */
export async function watchFolders(
  folders: readonly string[],
  onChange: (files: readonly string[]) => void,
): Promise<Watcher> {
  const changed = new Set<string>();
  const checks = new Set<NodeJS.Timeout>();
  let timer: NodeJS.Timeout | undefined;
  const report = (files: readonly string[]): void => {
    const states = files.map((file) => [file, stateOf(file)] as const);
    const check = setTimeout(() => {
      checks.delete(check);
      const missed = states.filter(([file, state]) => stateOf(file) !== state).map(([file]) => file);
      if (missed.length > 0) report(missed);
    }, DEAF_MS);
    checks.add(check);
    onChange(files);
  };
  const watcher = watchPaths([...folders], {
    ignoreInitial: true,
    ignored: (file) => SCRATCH.test(path.basename(file)),
  });
  watcher.on('all', (event, file) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    changed.add(path.resolve(file));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...changed].sort();
      changed.clear();
      report(files);
    }, QUIET_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', () => resolve());
    watcher.once('error', reject);
  });
  return {
    add: (more) => {
      watcher.add([...more]);
    },
    close: async () => {
      clearTimeout(timer);
      for (const check of checks) clearTimeout(check);
      await watcher.close();
    },
  };
}

/** Differs where a file has been written again, replaced or removed. */
function stateOf(file: string): string | undefined {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
}
