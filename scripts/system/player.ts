// The code that runs in pages: scripts/player/ and scripts/preview-page/ as one script each, and the player's style sheet.
// Owns esbuild (which scripts/wenda.mjs also starts the program with).

import path from 'node:path';
import type { PlayerCode } from '../model/player.ts';
import { readText, writeIfPossible } from './files.ts';

/** What runs in a page: a room of its own under scripts/, with a `main.ts`. */
export type PageRoom = 'player' | 'preview-page';

/**
 * Bundles once, when it is first wanted, and keeps it in the folder `kept`, which is there for one state of the sources.
 * Same sources, same bytes.
 */
export function createPageScript(root: string, room: PageRoom, kept?: string): () => Promise<string> {
  let made: Promise<string> | undefined;
  const make = (): Promise<string> => bundle(root, room);
  return () => {
    made ??= kept === undefined ? make() : once(path.join(kept, `${room}.js`), make);
    return made;
  };
}

async function once(file: string, make: () => Promise<string>): Promise<string> {
  const known = await readText(file);
  if (known !== undefined) return known;
  const made = await make();
  await writeIfPossible(file, made);
  return made;
}

/** The script, and the style sheet as it stands now: a designer may be at it. */
export function createPlayerCode(root: string, script: () => Promise<string>): () => Promise<PlayerCode> {
  let style: Promise<string | undefined> | undefined;
  return async () => {
    style ??= readText(path.join(root, 'templates/player.css'));
    return { script: await script(), style: (await style) ?? '' };
  };
}

/** Browsers since 2022: nested styles and `inert` are needed anyway. */
const TARGET = ['chrome105', 'firefox115', 'safari16'];

async function bundle(root: string, room: PageRoom): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(root, `scripts/${room}/main.ts`)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: TARGET,
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
    // The rules of the page's own TypeScript, not of whatever stands in the working directory.
    tsconfigRaw: '{}',
  });
  return outputFiles
    .map(({ text }) => text)
    .join('')
    .trim();
}
