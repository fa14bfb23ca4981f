// The two versions that wenda diff compares: the content as it lies there, and as it was in a revision.

import { type Change, compareEditions, compareManuscripts, type Version } from '../comparison.ts';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import type { Locale } from '../model/locale.ts';
import type { ProductChange } from '../model/product.ts';
import type { World } from '../model/world.ts';
import { type House, readHouse, type SourceFile } from '../pipeline.ts';
import type { Revision } from '../system/git.ts';
import { worldOf } from '../system/past.ts';
import {
  type ContentFiles,
  type HouseFiles,
  type InterviewFile,
  LOCK,
  MANUSCRIPT,
  notUtf8,
} from './content.ts';
import { shownPath } from './context.ts';

export interface HouseVersion {
  readonly files: HouseFiles;
  readonly house: House;
}

export function houseNow({ house: files }: ContentFiles): Result<HouseVersion> {
  return files.ok ? houseOf(files.value) : files;
}

/** Errors: `content/not-utf-8`, those of the settings; their places say in which revision. */
export async function houseThen(folder: string, revision: Revision): Promise<Result<HouseVersion>> {
  const press = await sourceThen(folder, 'press.yaml', revision);
  const glossary = await sourceThen(folder, 'glossary.yaml', revision);
  if (!press.ok || !glossary.ok)
    return { ok: false, diagnostics: [...press.diagnostics, ...glossary.diagnostics] };
  const read = houseOf({ press: press.value, glossary: glossary.value });
  return { ...read, diagnostics: read.diagnostics.map(placedIn(revision)) };
}

function houseOf(files: HouseFiles): Result<HouseVersion> {
  const house = readHouse(files.press, files.glossary);
  return house.ok ? success({ files, house: house.value }, house.diagnostics) : house;
}

async function sourceThen(folder: string, name: string, revision: Revision): Promise<Result<SourceFile>> {
  const file = shownPath(folder, name);
  const bytes = await revision.read(name);
  try {
    return success({ file, text: bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch {
    return failure(placedIn(revision)(notUtf8(file)));
  }
}

/** A file of then is named as git names it: `HEAD:content/press.yaml`. */
function placedIn({ name }: Revision): (found: Diagnostic) => Diagnostic {
  return (found) =>
    found.place ? { ...found, place: { ...found.place, file: `${name}:${found.place.file}` } } : found;
}

export interface Comparer {
  readonly folder: string;
  readonly revision: Revision;
  /** Of all interviews, then and now. */
  readonly slugs: ReadonlySet<string>;
  readonly present: House;
  readonly past: House;
  readonly locales: readonly Locale[];
  readonly world: World;
  readonly onStart: (message: string) => void;
}

export interface ComparedInterview {
  readonly changes: readonly Change[];
  readonly editions: readonly { readonly locale: Locale; readonly changes: readonly ProductChange[] }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Of an interview that was there then. Errors: those of reading and making either version. */
export async function compareInterview(file: InterviewFile, comparer: Comparer): Promise<ComparedInterview> {
  const { folder, revision, locales, world, onStart } = comparer;
  const { slug } = file;
  const nothing = { changes: [], editions: [] };
  if (![...revision.changed].some((name) => hasPartIn(slug, name, comparer.slugs)))
    return { ...nothing, diagnostics: [] };
  const earlier = await sourceThen(folder, `${slug}/${MANUSCRIPT}`, revision);
  if (!earlier.ok) return { ...nothing, diagnostics: earlier.diagnostics };
  const place = placedIn(revision);
  const named = { ...earlier.value, file: `${revision.name}:${earlier.value.file}` };
  const changes = compareManuscripts(named, file);
  if (!changes.ok) return { ...nothing, diagnostics: changes.diagnostics };
  const step = (which: string) => (locale: Locale, product: string) =>
    onStart(`${slug} ${locale} ${product}, ${which}`);
  const before: Version = {
    manuscript: earlier.value,
    house: comparer.past,
    world: worldOf(revision, folder, world),
    onStart: step(revision.name),
  };
  const after: Version = { manuscript: file, house: comparer.present, world, onStart: step('now') };
  const editions: { locale: Locale; changes: readonly ProductChange[] }[] = [];
  for (const locale of locales) {
    const compared = await compareEditions(before, after, locale, place);
    if (!compared.ok) return { changes: changes.value, editions, diagnostics: compared.diagnostics };
    editions.push({ locale, changes: compared.value });
  }
  return { changes: changes.value, editions, diagnostics: [] };
}

/** The manuscript and what lies beside it, the settings, and what they name. */
function hasPartIn(slug: string, name: string, slugs: ReadonlySet<string>): boolean {
  const folder = name.split('/')[0] ?? '';
  return name !== `${slug}/${LOCK}` && (folder === slug || !slugs.has(folder));
}
