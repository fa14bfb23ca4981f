// Puts what was made under dist/: the files of each edition, its manifest last, then the page to open it all from.
// Beside the manuscript it notes which answer each summary was written for.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { ProductChange } from '../model/product.ts';
import {
  areOfTheSame,
  changesSince,
  type Manifest,
  makeCatalogue,
  manifestText,
  readManifest,
} from '../pipeline.ts';
import { sha256 } from '../reuse/digest.ts';
import { startStopwatch } from '../system/clock.ts';
import {
  isAsLongAndOlder,
  isSystemError,
  listFiles,
  readBytes,
  readText,
  reasonOf,
  removeFiles,
  writeAllWhole,
  writeWhole,
} from '../system/files.ts';
import { removeLeftovers } from '../system/leftovers.ts';
import { type Context, shownPath } from './context.ts';
import type { InterviewOutcome, Made, MadeEdition, MadeInterview } from './make.ts';
import { readManifests } from './manifests.ts';
import type { WrittenArtifact } from './table-of-products.ts';
import type { WholeDeck } from './whole-deck.ts';

export interface Written {
  readonly artifacts: readonly WrittenArtifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The editions of an interview, and what was noted of its summaries. */
export function writeInterview(context: Context, outcome: InterviewOutcome): Promise<Written> {
  return written(context, async () => {
    const { interview, lock } = outcome;
    const artifacts = interview ? await writeMade(context, interview) : [];
    if (lock) {
      await removeLeftovers(shownPath(lock.file, '..'), false);
      await writeWhole(lock.file, lock.text);
    }
    return { artifacts, diagnostics: [] };
  });
}

async function writeMade(context: Context, interview: MadeInterview): Promise<WrittenArtifact[]> {
  const { slug, editions, whole } = interview;
  await removeLeftovers(shownPath(context.outFolder, slug), true);
  const artifacts: WrittenArtifact[] = [];
  for (const edition of editions) {
    const parts = await writeParts(context, slug, edition);
    artifacts.push(...parts.artifacts);
    const hasDeck = edition.artifacts.some(({ product }) => product === 'deck');
    if (hasDeck && !whole) await removeOutdatedWhole(context, slug, parts.manifest);
  }
  if (whole) artifacts.push(...(await writeWholeDeck(context, interview, whole)));
  return artifacts;
}

/** What was made of all editions does not stay beside one that says something else by now. */
async function removeOutdatedWhole(
  context: Context,
  slug: string,
  edition: Manifest | undefined,
): Promise<void> {
  const folder = shownPath(context.outFolder, slug);
  const whole = readManifest((await readText(shownPath(folder, MANIFEST))) ?? '');
  if (!whole || !edition || areOfTheSame(whole, edition)) return;
  await removeFiles(folder, [...Object.keys(whole.outputs), MANIFEST]);
}

const MANIFEST = 'manifest.json';

async function written(context: Context, write: () => Promise<Written>): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { artifacts: [], diagnostics: [cannotWrite(context.outFolder, error)] };
  }
}

/** What is made of all editions stands beside their folders, with a manifest of its own. */
async function writeWholeDeck(
  context: Context,
  { slug, editions }: MadeInterview,
  whole: WholeDeck,
): Promise<readonly WrittenArtifact[]> {
  const inputs = new Map(editions.flatMap((edition) => [...edition.inputs]));
  const parts = { title: editions[0]?.title ?? slug, inputs, ...whole };
  return (await writeParts(context, slug, parts)).artifacts;
}

type Parts = Omit<MadeEdition, 'locale' | 'findings'> & Partial<MadeEdition>;

interface WrittenParts {
  readonly artifacts: readonly WrittenArtifact[];
  readonly manifest: Manifest | undefined;
}

/** The manifest comes last, so that it never says of a file what is not so yet. */
async function writeParts(context: Context, slug: string, edition: Parts): Promise<WrittenParts> {
  const folder = shownPath(context.outFolder, slug, edition.locale ?? '');
  const file = shownPath(folder, MANIFEST);
  const before = await readText(file);
  const earlier = readManifest(before ?? '');
  const untrue = await untrueFiles(folder, earlier, edition);
  const text = manifestText({
    parts: { wenda: context.installation.version, interview: slug, ...edition, untrue },
    earlier: before,
  });
  const manifest = readManifest(text);
  const files = edition.artifacts.map((artifact) => ({
    ...artifact,
    path: shownPath(folder, artifact.file),
  }));
  // What a build before wrote of the same bytes lies there still, unless somebody has taken it away since, or a build that
  // was killed has put another in its place: that one is younger than the manifest.
  const isThere = async ({ file: name, path, bytes }: (typeof files)[number]): Promise<boolean> =>
    earlier?.outputs[name]?.sha256 === sha256(bytes) && isAsLongAndOlder(path, bytes.length, file);
  const there = await Promise.all(files.map(isThere));
  const contents = new Map<string, Uint8Array | string>();
  for (const [index, { path, bytes }] of files.entries()) if (!there[index]) contents.set(path, bytes);
  const outlived = await outlivedFiles(folder, earlier, manifest, edition);
  if (contents.size > 0 || outlived.length > 0 || text !== before)
    await writeAllWhole(contents.set(file, text), () => removeFiles(folder, outlived));
  const changes = changesSince(earlier, manifest);
  const artifacts = files.map(({ path, file: name, extent, bytes, milliseconds, isKept }) => ({
    path,
    ...changeOf(name, changes, [slug, edition.locale ?? ''].join(' ').trim()),
    extent,
    bytes: bytes.length,
    milliseconds,
    isKept,
  }));
  return { artifacts, manifest };
}

function changeOf(
  name: string,
  changes: readonly ProductChange[],
  edition: string,
): Pick<WrittenArtifact, 'change' | 'edition'> {
  const change = changes.find(({ file }) => file === name);
  return change ? { edition, change } : {};
}

/** What an earlier manifest says of products that stay as they are, and is not so, as after a build that was killed. */
async function untrueFiles(
  folder: string,
  earlier: Manifest | undefined,
  edition: Parts,
): Promise<ReadonlySet<string>> {
  const made = new Set(edition.artifacts.map(({ product }) => product));
  const untrue = new Set<string>();
  for (const [name, { product, sha256: digest }] of Object.entries(earlier?.outputs ?? {})) {
    if (made.has(product)) continue;
    const bytes = await readBytes(shownPath(folder, name));
    if (!bytes || sha256(bytes) !== digest) untrue.add(name);
  }
  return untrue;
}

/** Files of products made anew that are none of theirs any more, such as pictures of a deck that has become shorter. */
async function outlivedFiles(
  folder: string,
  earlier: Manifest | undefined,
  manifest: Manifest | undefined,
  edition: Parts,
): Promise<readonly string[]> {
  const made = new Set(edition.artifacts.map(({ product }) => product));
  const before = Object.entries(earlier?.outputs ?? {}).flatMap(([name, { product }]) =>
    made.has(product) ? [name] : [],
  );
  // A build that was killed may have left some that no manifest names.
  const pictures = made.has('pictures') ? await listFiles(shownPath(folder, PICTURES)) : [];
  const there = [...before, ...pictures.map((name) => `${PICTURES}/${name}`)];
  return there.filter((name) => !(name in (manifest?.outputs ?? {})));
}

const PICTURES = 'pictures';

/** The page lists what lies in the output folder of the interviews and locales that the house has now. */
export function writeCatalogue(context: Context, made: Made): Promise<Written> {
  return written(context, () => writePage(context, made));
}

async function writePage(context: Context, made: Made): Promise<Written> {
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

export function cannotWrite(folder: string, error: unknown): Diagnostic {
  return {
    code: 'build/cannot-write',
    severity: 'error',
    message: `a file could not be written: ${reasonOf(error)}`,
    hint: 'Free some space, or allow writing to the folder, and build again: nothing was left half made.',
    place: { file: folder },
  };
}
