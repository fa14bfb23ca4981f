// What makes the products: the code and every package and typeface it uses. A change of it makes all of them anew.

import type { Locale } from '../model/locale.ts';
import { toolVersions } from '../pipeline.ts';
import { digestOf } from '../reuse/digest.ts';
import { readText } from '../system/files.ts';
import { createPackages, nodeVersions } from '../system/packages.ts';
import { type Installation, shownPath } from './context.ts';

export interface Program {
  /** The version of each tool and font, for people. */
  readonly tools: ReadonlyMap<string, string>;
  /** Of these, of the code, and of all that package-lock.json names. */
  readonly digest: string;
}

export async function programFor(
  { root, version, sources }: Installation,
  locales: readonly Locale[],
): Promise<Program> {
  const packages = createPackages(root);
  const tools = new Map([...nodeVersions(), ...toolVersions(locales, packages.versionOf)]);
  const locked = await readText(shownPath(root, 'package-lock.json'));
  return { tools, digest: digestOf([version, sources, [...tools], locked]) };
}
