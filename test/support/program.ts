// Sources and packages at a place where they may be changed, with bundles of their own.

import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { scratch } from './wenda.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface ProgramCopy {
  readonly root: string;
  readonly bin: string;
  /** Where its bundles are. */
  readonly cache: string;
  /** Runs it in its own folder, by a Node.js with these flags. */
  readonly start: (args: readonly string[], flags?: readonly string[]) => SpawnSyncReturns<string>;
}

export function copyOfProgram(): ProgramCopy {
  const root = scratch();
  fs.cpSync(path.join(ROOT, 'scripts'), path.join(root, 'scripts'), { recursive: true });
  fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(root, 'package.json'));
  const packages = fs.realpathSync(path.join(ROOT, 'node_modules'));
  fs.mkdirSync(path.join(root, 'node_modules'));
  for (const name of fs.readdirSync(packages).filter((each) => !each.startsWith('.')))
    fs.symlinkSync(path.join(packages, name), path.join(root, 'node_modules', name));
  const bin = path.join(root, 'scripts/wenda.mjs');
  return {
    root,
    bin,
    cache: path.join(root, 'node_modules/.cache/wenda'),
    start: (args, flags = []) =>
      spawnSync(process.execPath, [...flags, bin, ...args], { cwd: root, encoding: 'utf8' }),
  };
}
