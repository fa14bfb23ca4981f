// Tells of files that were saved. Owns chokidar.

import path from 'node:path';
import { watch as watchPaths } from 'chokidar';

export interface Watcher {
  /** Watches these folders too. */
  readonly add: (folders: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

/** A save may be several events: an editor writes a file, renames it, and touches it again. */
const QUIET_MS = 20;

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
  let timer: NodeJS.Timeout | undefined;
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
      onChange(files);
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
      await watcher.close();
    },
  };
}
