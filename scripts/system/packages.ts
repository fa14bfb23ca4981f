// Installed packages: where their files are, and which versions they have.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface Packages {
  /** The absolute path of a file given as `package/path/inside`. */
  readonly resolve: (file: string) => string;
  readonly versionOf: (packageName: string) => string;
}

/** Packages as a module of the project at `root` would find them. */
export function createPackages(root: string): Packages {
  const require = createRequire(path.join(root, 'package.json'));
  const folderOf = (packageName: string): string => {
    const candidates = require.resolve.paths(packageName) ?? [];
    const found = candidates
      .map((base) => path.join(base, packageName))
      .find((folder) => fs.existsSync(path.join(folder, 'package.json')));
    if (found === undefined) throw new Error(`the package ${packageName} is not installed: run npm ci`);
    return found;
  };
  return {
    resolve: (file) => {
      const parts = file.split('/');
      const length = file.startsWith('@') ? 2 : 1;
      return path.join(folderOf(parts.slice(0, length).join('/')), ...parts.slice(length));
    },
    versionOf: (packageName) => {
      const text = fs.readFileSync(path.join(folderOf(packageName), 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    },
  };
}

/**
 * What of Node.js has a part in products: word breaks, and so the lines of a heading, come from its Unicode data, and
 * what is packed from its zlib.
 */
export function nodeVersions(): ReadonlyMap<string, string> {
  const { icu = 'none', zlib = 'none' } = process.versions;
  return new Map([
    ['unicode', icu],
    ['zlib', zlib],
  ]);
}
