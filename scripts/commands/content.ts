// Reads content/ from the disk and hands it to the pipeline as texts.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../pipeline.ts';
import { listFolders, readText } from '../system/files.ts';
import { shownPath } from './context.ts';

export interface HouseFiles {
  readonly press: SourceFile;
  readonly glossary: SourceFile;
}

export interface ContentFiles extends HouseFiles {
  readonly interviews: readonly InterviewFile[];
  /** Names that were asked for and are not there. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface InterviewFile extends SourceFile {
  readonly slug: string;
  /** Which answer each summary was written for. */
  readonly lock: SourceFile;
}

export const MANUSCRIPT = 'interview.md';
export const LOCK = 'points.lock.json';
export const TRANSCRIPT = 'transcript.txt';

/** The settings and the manuscripts under `folder`: all of them, or those of `slugs`. */
export async function readContentFiles(folder: string, slugs: readonly string[]): Promise<ContentFiles> {
  const house = await readHouseFiles(folder);
  const found: InterviewFile[] = [];
  for (const slug of await listFolders(folder)) {
    const source = await readSource(shownPath(folder, slug, MANUSCRIPT));
    if (source.text === undefined) continue;
    found.push({ slug, ...source, lock: await readSource(shownPath(folder, slug, LOCK)) });
  }
  const known = found.map((interview) => interview.slug);
  const missing = slugs.filter((slug) => !known.includes(slug));
  return {
    ...house,
    interviews: slugs.length === 0 ? found : found.filter(({ slug }) => slugs.includes(slug)),
    diagnostics: [
      ...missing.map((slug) => noSuchInterview(folder, slug, known)),
      ...(found.length === 0 && slugs.length === 0 ? [noInterviews(folder)] : []),
    ],
  };
}

/** What holds for all interviews. */
export async function readHouseFiles(folder: string): Promise<HouseFiles> {
  return {
    press: await readSource(shownPath(folder, 'press.yaml')),
    glossary: await readSource(shownPath(folder, 'glossary.yaml')),
  };
}

async function readSource(file: string): Promise<SourceFile> {
  return { file, text: await readText(file) };
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
