// Style sheets as Marp packs them, which takes PostCSS a tenth of a second each: a house has one or two, so the last few are
// kept in a file.

import path from 'node:path';
import { readJson, writeIfPossible } from './files.ts';

export interface Styles {
  /** The style sheet that was packed of what has this digest. */
  readonly get: (digest: string) => string | undefined;
  readonly set: (digest: string, css: string) => void;
  /** Writes them down where there is a new one. */
  readonly save: () => Promise<void>;
}

/** Two themes in three places. */
const MOST = 6;

/** Those of `folder`, which is there for one state of the sources and packages; without one, of this process alone. */
export async function readStyles(folder?: string): Promise<Styles> {
  const file = folder && path.join(folder, 'marp-styles.json');
  const kept = file && (await readJson(file));
  const known = new Map(Array.isArray(kept) ? (kept as readonly (readonly [string, string])[]) : []);
  let isNew = false;
  return {
    get: (digest) => known.get(digest),
    set: (digest, css) => {
      known.set(digest, css);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      isNew = true;
    },
    save: async () => {
      if (!isNew) return;
      isNew = false;
      if (file) await writeIfPossible(file, JSON.stringify([...known]));
    },
  };
}
