// What a file on the disk means for a preview: whether a save of it asks for a build, of which interviews, and the line of
// it that a diagnostic speaks of.

import path from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { readText } from '../system/files.ts';
import { LOCK } from './content.ts';

/** Folders are absolute. */
export interface Surroundings {
  readonly content: string;
  readonly templates: string;
  readonly output: string;
  /** What the last build read, as manifests name it. */
  readonly inputs: ReadonlySet<string>;
  /** The locks as builds wrote them, by their absolute paths. */
  readonly locks: ReadonlyMap<string, string>;
  readonly hasFailed: boolean;
}

/** Whether a build made of this file, saved just now, could be another one. */
export async function concernsBuild(
  file: string,
  { content, templates, output, inputs, locks, hasFailed }: Surroundings,
): Promise<boolean> {
  if (isBelow(output, file)) return false;
  if (isBelow(content, file)) return path.basename(file) !== LOCK || (await isNotOurs(file, locks));
  if (!isBelow(templates, file)) return true;
  const [theme, ...more] = path.relative(templates, file).split(path.sep);
  const isUsed = more.length === 0 || [...inputs].some((name) => name.startsWith(`templates/${theme}/`));
  // A build that failed may have looked for what is not there.
  return isUsed || hasFailed;
}

/** The interviews that the files belong to; undefined where one of them may concern all. */
export function slugsOf(files: readonly string[], content: string): readonly string[] | undefined {
  const found = files.map((file) => {
    const [slug, ...rest] = path.relative(content, file).split(path.sep);
    return isBelow(content, file) && rest.length > 0 ? slug : undefined;
  });
  const certain = found.filter((slug) => slug !== undefined);
  return certain.length === found.length ? [...new Set(certain)] : undefined;
}

/** A place in a template is named as the theme or Typst knows it. */
export async function lineOf(
  { place }: Diagnostic,
  root: string,
  inputs: ReadonlySet<string>,
): Promise<string | undefined> {
  if (place?.line === undefined) return undefined;
  const themes = new Set([...inputs].map((name) => /^templates\/([^/]+)\//.exec(name)?.[1] ?? ''));
  const candidates = [
    place.file,
    path.join(root, place.file),
    ...[...themes].map((theme) => path.join(root, 'templates', theme, place.file)),
  ];
  for (const candidate of candidates) {
    const text = await readText(candidate).catch(() => undefined);
    if (text !== undefined) return text.split(/\r?\n/)[place.line - 1];
  }
  return undefined;
}

/** A lock as the last build wrote it is no news. */
async function isNotOurs(file: string, locks: ReadonlyMap<string, string>): Promise<boolean> {
  return (await readText(file).catch(() => undefined)) !== locks.get(file);
}

function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return !way.startsWith('..') && !path.isAbsolute(way);
}
