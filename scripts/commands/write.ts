// Puts what was made under dist/: the files of each edition, its manifest last, then the page to open it all from.
// Beside the manuscript it notes which answer each summary was written for.

import type { Diagnostic } from '../model/diagnostic.ts';
import { makeCatalogue, manifestText, readManifest } from '../pipeline.ts';
import { sha256 } from '../reuse/digest.ts';
import { startStopwatch } from '../system/clock.ts';
import { isSystemError, readText, reasonOf, sizeOf, writeAllWhole, writeWhole } from '../system/files.ts';
import { type Context, shownPath } from './context.ts';
import type { Made, MadeEdition, MadeInterview } from './make.ts';
import { readManifests } from './manifests.ts';
import type { WrittenArtifact } from './table-of-products.ts';

export interface Written {
  readonly artifacts: readonly WrittenArtifact[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function writeEditions(context: Context, made: Made): Promise<Written> {
  const artifacts: WrittenArtifact[] = [];
  try {
    for (const interview of made.interviews) {
      const { slug, editions } = interview;
      for (const edition of editions) artifacts.push(...(await writeParts(context, slug, edition)));
      artifacts.push(...(await writeWholeDeck(context, interview)));
    }
    for (const { file, text } of made.locks) await writeWhole(file, text);
    const page = await writeCatalogue(context, made);
    return { artifacts: [...artifacts, ...page.artifacts], diagnostics: page.diagnostics };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { artifacts, diagnostics: [cannotWrite(context.outFolder, error)] };
  }
}

/** What is made of all editions stands beside their folders, with a manifest of its own. */
async function writeWholeDeck(
  context: Context,
  { slug, editions, whole }: MadeInterview,
): Promise<WrittenArtifact[]> {
  if (!whole) return [];
  const inputs = new Map(editions.flatMap((edition) => [...edition.inputs]));
  return writeParts(context, slug, { title: editions[0]?.title ?? slug, inputs, ...whole });
}

type Parts = Omit<MadeEdition, 'locale' | 'findings'> & Partial<MadeEdition>;

async function writeParts(context: Context, slug: string, edition: Parts): Promise<WrittenArtifact[]> {
  const folder = shownPath(context.outFolder, slug, edition.locale ?? '');
  const manifestFile = shownPath(folder, 'manifest.json');
  const earlier = await readText(manifestFile);
  const manifest = manifestText({
    parts: { wenda: context.installation.version, interview: slug, ...edition },
    earlier,
  });
  const files = edition.artifacts.map((artifact) => ({
    ...artifact,
    path: shownPath(folder, artifact.file),
  }));
  const before = earlier === undefined ? undefined : readManifest(earlier)?.outputs;
  const contents: (readonly [string, Uint8Array | string])[] = [];
  for (const { file, path, bytes, isKept } of files) {
    // What is kept lies there already, unless somebody has taken it away, or it was made and never written: as is the deck
    // that a preview shows first, or what was made before something else failed.
    const isThere =
      isKept && before?.[file]?.sha256 === sha256(bytes) && (await sizeOf(path)) === bytes.length;
    if (!isThere) contents.push([path, bytes]);
  }
  if (manifest !== earlier) contents.push([manifestFile, manifest]);
  await writeAllWhole(new Map(contents));
  return files.map(({ path, extent, bytes, milliseconds, isKept }) => ({
    path,
    extent,
    bytes: bytes.length,
    milliseconds,
    isKept,
  }));
}

/** The page lists what lies in the output folder of the interviews and locales that the house has now. */
async function writeCatalogue(context: Context, made: Made): Promise<Written> {
  const manifests: string[] = [];
  for (const slug of made.known.slugs)
    manifests.push(...(await readManifests(context, slug, made.known.locales)));
  const stopwatch = startStopwatch();
  const page = await makeCatalogue(manifests, made.world);
  if (!page.ok) return { artifacts: [], diagnostics: page.diagnostics };
  const path = shownPath(context.outFolder, 'index.html');
  const bytes = new TextEncoder().encode(page.value);
  await writeWhole(path, bytes);
  return {
    artifacts: [{ path, bytes: bytes.length, milliseconds: stopwatch.lap() }],
    diagnostics: page.diagnostics,
  };
}

function cannotWrite(folder: string, error: unknown): Diagnostic {
  return {
    code: 'build/cannot-write',
    severity: 'error',
    message: `a file could not be written: ${reasonOf(error)}`,
    hint: 'Free some space, or allow writing to the folder, and build again: nothing was left half made.',
    place: { file: folder },
  };
}
