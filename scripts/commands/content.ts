// Reads content/ from the disk and hands it to the pipeline as texts.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import type { SourceFile } from '../pipeline.ts';
import { listFolders, NotUtf8, readText, sizeOf } from '../system/files.ts';
import { shownPath } from './context.ts';

export interface HouseFiles {
  readonly press: SourceFile;
  readonly glossary: SourceFile;
}

export interface Content {
  readonly house: Result<HouseFiles>;
  /** The slugs of all interviews under the folder. */
  readonly known: readonly string[];
  /** Those that were asked for and are there. */
  readonly wanted: readonly string[];
  /** Of names that were asked for and are not there. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ContentFiles extends Omit<Content, 'wanted'> {
  readonly interviews: readonly InterviewFile[];
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
  const { house, known, wanted, diagnostics } = await listContent(folder, slugs);
  const read = await Promise.all(wanted.map((slug) => readInterviewFiles(folder, slug)));
  return {
    house,
    known,
    interviews: read.flatMap((file) => (file.ok ? file.value : [])),
    diagnostics: [...read.flatMap((file) => file.diagnostics), ...diagnostics],
  };
}

/** What there is to read: many manuscripts are read one by one, as their turn comes. */
export async function listContent(folder: string, slugs: readonly string[]): Promise<Content> {
  const known: string[] = [];
  for (const slug of await listFolders(folder)) {
    if ((await sizeOf(shownPath(folder, slug, MANUSCRIPT))) !== undefined) known.push(slug);
  }
  const missing = slugs.filter((slug) => !known.includes(slug));
  const diagnostics = missing.map((slug) => noSuchInterview(folder, slug, known));
  if (known.length === 0 && slugs.length === 0) diagnostics.push(noInterviews(folder));
  const wanted = known.filter((slug) => slugs.length === 0 || slugs.includes(slug));
  return { house: await readHouseFiles(folder), known, wanted, diagnostics };
}

/** Errors: `content/not-utf-8`. */
export async function readInterviewFiles(folder: string, slug: string): Promise<Result<InterviewFile>> {
  const source = await readSource(shownPath(folder, slug, MANUSCRIPT));
  const lock = await readSource(shownPath(folder, slug, LOCK));
  if (!source.ok || !lock.ok) return { ok: false, diagnostics: [...source.diagnostics, ...lock.diagnostics] };
  return success({ slug, ...source.value, lock: lock.value });
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
