// wenda import: a raw transcript to content/<slug>/interview.md, with the raw file beside it.

import path from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { importInterview, readHouse } from '../pipeline.ts';
import { isSystemError, readBytes, reasonOf, writeWhole } from '../system/files.ts';
import { MANUSCRIPT, readHouseFiles, TRANSCRIPT } from './content.ts';
import { type CommandFunction, type Context, reportDiagnostics, reportResult, shownPath } from './context.ts';

/** A folder name that works on every system and in every address. */
const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

export const importCommand: CommandFunction = async (options, context) => {
  const file = options.positionals[0] ?? '';
  const slug = options.value('slug') ?? path.parse(file).name;
  if (!SLUG.test(slug)) {
    return {
      kind: 'misuse',
      message: `"${slug}" cannot be a slug: letters, digits, dots and hyphens only (--slug NAME)`,
    };
  }
  const folder = shownPath(context.contentFolder, slug);
  const imported = await importFile(file, folder, context, options.has('force'));
  reportDiagnostics(imported.diagnostics);
  const { report, summary, paths } = imported;
  const text = summary === undefined ? '' : `${summary}\n${paths.map((made) => `made ${made}\n`).join('')}`;
  reportResult(
    context,
    { diagnostics: imported.diagnostics, report, artifacts: paths.map((made) => ({ path: made })) },
    text,
  );
  return { kind: paths.length > 0 ? 'done' : 'failed' };
};

interface Imported {
  readonly diagnostics: readonly Diagnostic[];
  readonly report: object | null;
  readonly summary?: string;
  /** What was written; nothing after an error. */
  readonly paths: readonly string[];
}

async function importFile(
  file: string,
  folder: string,
  context: Context,
  isForced: boolean,
): Promise<Imported> {
  const failed = (...diagnostics: Diagnostic[]): Imported => ({ diagnostics, report: null, paths: [] });
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readBytes(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed(cannotRead(file, reasonOf(error)));
  }
  if (!bytes) return failed(cannotRead(file, 'there is no such file'));
  const files = await readHouseFiles(context.contentFolder);
  const house = files.ok ? readHouse(files.value.press, files.value.glossary) : files;
  if (!house.ok) return failed(...house.diagnostics);
  const imported = importInterview(bytes, file, house.value);
  if (!imported.ok) return failed(...imported.diagnostics);
  const { manuscript, report, summary } = imported.value;
  const manuscriptFile = shownPath(folder, MANUSCRIPT);
  const transcriptFile = shownPath(folder, TRANSCRIPT);
  const fresh = [
    { path: manuscriptFile, bytes: new TextEncoder().encode(manuscript) },
    { path: transcriptFile, bytes },
  ];
  for (const { path: target, bytes: content } of fresh) {
    const existing = await readBytes(target);
    if (!isForced && existing && Buffer.compare(existing, content) !== 0)
      return failed(...imported.diagnostics, isEdited(target));
  }
  for (const { path: target, bytes: content } of fresh) {
    const existing = await readBytes(target);
    if (!existing || Buffer.compare(existing, content) !== 0) await writeWhole(target, content);
  }
  return {
    diagnostics: imported.diagnostics,
    report,
    summary,
    paths: fresh.map(({ path: target }) => target),
  };
}

function cannotRead(file: string, reason: string): Diagnostic {
  return {
    code: 'import/cannot-read',
    severity: 'error',
    message: `the transcript cannot be read: ${reason}`,
    hint: 'Give the path of a text file.',
    place: { file },
  };
}

function isEdited(file: string): Diagnostic {
  return {
    code: 'import/would-overwrite',
    severity: 'error',
    message: 'this file is there already, and differs from what the import would write',
    hint: 'Choose another --slug, or give --force to lose what was edited.',
    place: { file },
  };
}
