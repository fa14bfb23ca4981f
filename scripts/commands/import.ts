// wenda import: a raw transcript to content/<slug>/interview.md, with the raw file beside it.

import path from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { encodingNamed, type ImportChoices, importInterview, readHouse } from '../pipeline.ts';
import { isSystemError, readBytes, reasonOf, writeWhole } from '../system/files.ts';
import type { Arguments } from './arguments.ts';
import { MANUSCRIPT, readHouseFiles } from './content.ts';
import { type CommandFunction, type Context, reportDiagnostics, reportResult, shownPath } from './context.ts';

/** A folder name that works on every system and in every address. */
const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** The raw file beside the manuscript, by what it is. */
const RAW_FILES = {
  text: 'transcript.txt',
  html: 'transcript.html',
  subrip: 'transcript.srt',
  webvtt: 'transcript.vtt',
  docx: 'transcript.docx',
} as const;
const EXTRACTED = 'extracted.txt';
const ACCOUNT = 'import-report.md';

export const importCommand: CommandFunction = async (options, context) => {
  const file = options.positionals[0] ?? '';
  const slug = options.value('slug') ?? path.parse(file).name;
  if (!SLUG.test(slug)) {
    return {
      kind: 'misuse',
      message: `"${slug}" cannot be a slug: letters, digits, dots and hyphens only (--slug NAME)`,
    };
  }
  const encodingName = options.value('encoding');
  const encoding = encodingName === undefined ? undefined : encodingNamed(encodingName);
  if (encodingName !== undefined && encoding === undefined) {
    return {
      kind: 'misuse',
      message: `"${encodingName}" is no encoding that can be read: utf-8, utf-16le, utf-16be, gbk, gb18030, big5`,
    };
  }
  const folder = shownPath(context.contentFolder, slug);
  const imported = await importFile(
    { file, folder, choices: choicesOf(options, encoding), options },
    context,
  );
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

function choicesOf(options: Arguments, encoding: ImportChoices['encoding']): ImportChoices {
  const settled = {
    interviewers: options.values('interviewer'),
    interviewees: options.values('interviewee'),
  };
  return { settled, ...(encoding && { encoding }) };
}

interface Imported {
  readonly diagnostics: readonly Diagnostic[];
  readonly report: object | null;
  readonly summary?: string;
  /** What was written; nothing after an error. */
  readonly paths: readonly string[];
}

interface ImportJob {
  readonly file: string;
  readonly folder: string;
  readonly choices: ImportChoices;
  readonly options: Arguments;
}

interface FreshFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function importFile(
  { file, folder, choices, options }: ImportJob,
  context: Context,
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
  const imported = await importInterview(bytes, file, house.value, choices);
  if (!imported.ok) return failed(...imported.diagnostics);
  const { manuscript, report, summary, account, extracted } = imported.value;
  const text = (name: string, content: string): FreshFile => ({
    path: shownPath(folder, name),
    bytes: new TextEncoder().encode(content),
  });
  const kept: readonly FreshFile[] = [
    text(MANUSCRIPT, manuscript),
    { path: shownPath(folder, RAW_FILES[report.format]), bytes },
  ];
  const derived: readonly FreshFile[] = [
    ...(extracted === undefined ? [] : [text(EXTRACTED, extracted)]),
    ...(options.has('report') ? [text(ACCOUNT, account())] : []),
  ];
  const edited: FreshFile[] = [];
  for (const { path: target, bytes: content } of kept) {
    const existing = await readBytes(target);
    if (!existing || Buffer.compare(existing, content) === 0) continue;
    if (!options.has('force')) return failed(...imported.diagnostics, isEdited(target));
    edited.push({ path: target, bytes: existing });
  }
  const saved: string[] = [];
  for (const { path: target, bytes: content } of edited) {
    const place = await freePlace(target);
    await writeWhole(place, content);
    saved.push(place);
  }
  for (const { path: target, bytes: content } of [...kept, ...derived]) {
    const existing = await readBytes(target);
    if (!existing || Buffer.compare(existing, content) !== 0) await writeWhole(target, content);
  }
  return {
    diagnostics: imported.diagnostics,
    report,
    summary,
    paths: [
      ...kept.map(({ path: target }) => target),
      ...derived.map(({ path: target }) => target),
      ...saved,
    ],
  };
}

/** interview.1.md, or the next number that is free: what a person wrote is never lost. */
async function freePlace(file: string): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  for (let number = 1; ; number++) {
    const place = shownPath(dir, `${name}.${number}${ext}`);
    if ((await readBytes(place)) === undefined) return place;
  }
}

function cannotRead(file: string, reason: string): Diagnostic {
  return {
    code: 'import/cannot-read',
    severity: 'error',
    message: `the transcript cannot be read: ${reason}`,
    hint: 'Give the path of a text file, a Word document, a web page or captions.',
    place: { file },
  };
}

function isEdited(file: string): Diagnostic {
  return {
    code: 'import/would-overwrite',
    severity: 'error',
    message: 'this file is there already, and differs from what the import would write',
    hint: 'Choose another --slug, or give --force to replace it; what is there is kept beside it under a number.',
    place: { file },
  };
}
