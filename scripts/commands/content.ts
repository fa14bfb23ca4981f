// Reads content/ from the disk and hands it to the pipeline as texts.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import type { SourceFile } from '../pipeline.ts';
import { listFolders, NotUtf8, readText } from '../system/files.ts';
import { shownPath } from './context.ts';

export interface HouseFiles {
  readonly press: SourceFile;
  readonly glossary: SourceFile;
}

export interface ContentFiles {
  readonly house: Result<HouseFiles>;
  /** The slugs of all interviews under the folder. */
  readonly known: readonly string[];
  readonly interviews: readonly InterviewFile[];
  /** Names that were asked for and are not there, and manuscripts that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface InterviewFile extends SourceFile {
  readonly slug: string;
  /** Which answer each summary was written for. */
  readonly lock: SourceFile;
}

export const MANUSCRIPT = 'interview.md';
export const LOCK = 'points.lock.json';

/** The settings and the manuscripts under `folder`: all of them, or those of `slugs`. */
export async function readContentFiles(folder: string, slugs: readonly string[]): Promise<ContentFiles> {
  const house = await readHouseFiles(folder);
  const found: InterviewFile[] = [];
  const known: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const slug of await listFolders(folder)) {
    const source = await readSource(shownPath(folder, slug, MANUSCRIPT));
    const isWanted = slugs.length === 0 || slugs.includes(slug);
    if (!source.ok || source.value.text !== undefined) known.push(slug);
    const lock = await readSource(shownPath(folder, slug, LOCK));
    if (isWanted) diagnostics.push(...source.diagnostics, ...lock.diagnostics);
    if (source.ok && lock.ok && source.value.text !== undefined && isWanted) {
      found.push({ slug, ...source.value, lock: lock.value });
    }
  }
  const missing = slugs.filter((slug) => !known.includes(slug));
  diagnostics.push(...missing.map((slug) => noSuchInterview(folder, slug, known)));
  if (known.length === 0 && slugs.length === 0) diagnostics.push(noInterviews(folder));
  return { house, known, interviews: found, diagnostics };
}

/** What holds for all interviews. */
export async function readHouseFiles(folder: string): Promise<Result<HouseFiles>> {
  const press = await readSource(shownPath(folder, 'press.yaml'));
  const glossary = await readSource(shownPath(folder, 'glossary.yaml'));
  if (!press.ok || !glossary.ok) {
    return { ok: false, diagnostics: [...press.diagnostics, ...glossary.diagnostics] };
  }
  return success({ press: press.value, glossary: glossary.value });
}

async function readSource(file: string): Promise<Result<SourceFile>> {
  try {
    return success({ file, text: await readText(file) });
  } catch (error) {
    if (error instanceof NotUtf8) return failure(notUtf8(file));
    throw error;
  }
}

export function notUtf8(file: string): Diagnostic {
  return {
    code: 'content/not-utf-8',
    severity: 'error',
    message: 'this file is not UTF-8',
    hint: 'Open it in the editor it was written with and save it again as UTF-8.',
    place: { file },
  };
}

function noSuchInterview(folder: string, slug: string, known: readonly string[]): Diagnostic {
  return {
    code: 'content/no-such-interview',
    severity: 'error',
    message: `there is no interview ${slug}`,
    hint: known.length > 0 ? `The interviews are: ${known.join(', ')}.` : 'Bring one in: wenda import FILE.',
    place: { file: shownPath(folder, slug, MANUSCRIPT) },
  };
}

function noInterviews(folder: string): Diagnostic {
  return {
    code: 'content/no-interviews',
    severity: 'error',
    message: 'there is no interview here',
    hint: 'Bring one in: wenda import FILE. Or name the folder: --content DIR.',
    place: { file: folder },
  };
}
