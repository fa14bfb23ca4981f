// Files and folders. What is written appears whole under its name, or not at all.

import fs from 'node:fs/promises';
import path from 'node:path';
import type { NoFile } from '../model/world.ts';

/** The bytes of a file, undefined where there is none. */
export async function readBytes(file: string): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * The same of a large file, asked of the system in one piece: `readBytes` asks for half a megabyte at a time, and waits for
 * this thread after each.
 */
export async function readLarge(file: string): Promise<Uint8Array | undefined> {
  try {
    const handle = await fs.open(file);
    try {
      const { size } = await handle.stat();
      const bytes = Buffer.allocUnsafeSlow(size);
      let read = 0;
      while (read < size) {
        const { bytesRead } = await handle.read(bytes, read, size - read, read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return bytes.subarray(0, read);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The bytes of a file, undefined also where something else stands in its place, or it may not be read. */
export async function readIfPossible(file: string): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

/** How many bytes a file has, undefined where there is none. */
export async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await fs.stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether a file has so many bytes, and was last written before `other` was. */
export async function isAsLongAndOlder(file: string, bytes: number, other: string): Promise<boolean> {
  try {
    const [one, later] = await Promise.all([fs.stat(file), fs.stat(other)]);
    return one.size === bytes && one.mtimeMs <= later.mtimeMs;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** `readBeside` of the World. A link to a file elsewhere is not followed: a manuscript is a folder that can be moved. */
export async function readBeside(file: string, name: string, most: number): Promise<Uint8Array | NoFile> {
  const folder = path.dirname(file);
  try {
    const [real, base] = await Promise.all([fs.realpath(path.join(folder, name)), fs.realpath(folder)]);
    const way = path.relative(base, real);
    if (way.startsWith('..') || path.isAbsolute(way)) return 'outside';
    const stats = await fs.stat(real);
    if (!stats.isFile()) return 'missing';
    return stats.size > most ? 'too-large' : await fs.readFile(real);
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

/** A UTF-8 text file, undefined where there is none. Throws `NotUtf8` rather than read a wrong character. */
export async function readText(file: string): Promise<string | undefined> {
  const bytes = await readBytes(file);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotUtf8(file);
  }
}

/** What a file of JSON holds, for what can be made again: undefined where there is none, or it is damaged. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readIfPossible(file);
  try {
    return text && JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

/** A text file in another encoding. */
export class NotUtf8 extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} is not UTF-8`);
    this.file = file;
  }
}

/** Every text file in `folder` below `base` and its folders, by its path below `base` with forward slashes, sorted. */
export async function readTexts(base: string, folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const entries = await fs.readdir(path.join(base, folder), { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    const texts = await Promise.all(files.map(readText));
    const nameOf = (file: string): string => path.relative(base, file).split(path.sep).join('/');
    return new Map(
      files.flatMap((file, index) => {
        const text = texts[index];
        return text === undefined ? [] : [[nameOf(file), text] as const];
      }),
    );
  } catch (error) {
    if (!isMissing(error)) throw error;
    return new Map();
  }
}

/** The names of the folders in `directory`, sorted; none where it does not exist. */
export async function listFolders(directory: string): Promise<readonly string[]> {
  try {
    const entries = await fs.readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The names of the files in `directory`, sorted; none where it does not exist. */
export async function listFiles(directory: string): Promise<readonly string[]> {
  try {
    const entries = await fs.readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Writes a file beside its place and renames it, making its folder where needed. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  await writeAllWhole(new Map([[file, content]]));
}

/** The same for what can be made again: an installation that may not be written to is as good, and slower. */
export async function writeIfPossible(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeWhole(file, content);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/**
 * Writes every file beside its place before it renames the first: a full disk leaves all of them as they were. The last is
 * the youngest, and renamed when all others are in their places and `beforeLast` is done.
 */
export async function writeAllWhole(
  files: ReadonlyMap<string, Uint8Array | string>,
  beforeLast?: () => Promise<void>,
): Promise<void> {
  const staged = new Map<string, string>();
  try {
    for (const folder of new Set([...files.keys()].map((file) => path.dirname(file))))
      await makeFolder(folder);
    const stage = async ([file, content]: readonly [string, Uint8Array | string]): Promise<void> => {
      const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
      staged.set(file, fresh);
      await fs.writeFile(fresh, content);
      await refuseFolder(file);
    };
    const put = async (file: string): Promise<void> => {
      await fs.rename(staged.get(file) ?? '', file);
      staged.delete(file);
    };
    const others = [...files];
    const last = others.pop();
    await severalAtOnce(others, stage);
    if (last) await stage(last);
    await severalAtOnce(others, ([file]) => put(file));
    await beforeLast?.();
    if (last) await put(last[0]);
  } finally {
    for (const fresh of staged.values()) await fs.rm(fresh, { force: true });
  }
}

/** As many as Node.js has threads for: more would only hold files open. Ends when all that were begun have ended. */
async function severalAtOnce<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += THREADS_FOR_FILES) {
    const acts = await Promise.allSettled(items.slice(from, from + THREADS_FOR_FILES).map(act));
    const refused = acts.find((one) => one.status === 'rejected');
    if (refused) throw refused.reason;
  }
}

const THREADS_FOR_FILES = 4;

/** Deletes files of `folder` that are named as from there; nothing outside it, and no folder. */
export async function removeFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const way = path.normalize(name);
    if (path.isAbsolute(way) || way.split(path.sep).includes('..')) continue;
    await fs.rm(path.join(folder, way), { force: true });
  }
}

/** Deletes the folders of `folder`/`name` in which nothing is left, and that one if so; what is a link stays. */
export async function removeEmptyFolders(folder: string, name: string): Promise<void> {
  for (const below of await listFolders(path.join(folder, name)))
    await removeEmptyFolders(path.join(folder, name), below);
  await fs.rmdir(path.join(folder, name)).catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
  });
}

/**
 * Makes a folder and those above it, from the first that exists downwards. Node's own recursion never ends where the
 * system says of a folder that exists that there is none, as below /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  let above = path.resolve(folder);
  while (!(await exists(above))) {
    missing.unshift(above);
    above = path.dirname(above);
  }
  for (const one of missing) {
    await fs.mkdir(one).catch((error: unknown) => {
      if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
    });
  }
}

async function exists(folder: string): Promise<boolean> {
  try {
    await fs.stat(folder);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** A folder where a file should go would stop the renaming half way. */
async function refuseFolder(file: string): Promise<void> {
  const stats = await fs.stat(file).catch(() => undefined);
  if (stats?.isDirectory()) {
    throw Object.assign(new Error(`EISDIR: a folder stands where the file should go, '${file}'`), {
      code: 'EISDIR',
      syscall: 'rename',
    });
  }
}

/** What went wrong, in the words of the operating system, for a diagnostic. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the operating system refused: anything else that is thrown is a fault of the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function isMissing(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
