// The deck of all editions in one page: made again where one of their decks was.

import type { Diagnostic } from '../model/diagnostic.ts';
import { failure, type Result, success } from '../model/diagnostic.ts';
import type { World } from '../model/world.ts';
import { type DeckPart, makeWholeDeck, type ProductRecord, readManifest } from '../pipeline.ts';
import { sha256 } from '../reuse/digest.ts';
import type { Trace } from '../reuse/sources.ts';
import { startStopwatch } from '../system/clock.ts';
import { readText } from '../system/files.ts';
import { shownPath } from './context.ts';
import type { MadeEdition, TimedArtifact } from './edition.ts';
import type { Program } from './program.ts';
import { artifactsOf } from './recall.ts';

export interface WholeDeck {
  readonly artifacts: readonly TimedArtifact[];
  readonly tools: Program['tools'];
  readonly products: Readonly<Record<string, ProductRecord>>;
}

export interface WholeDeckRequest {
  readonly editions: readonly MadeEdition[];
  /** Where the one before lies; undefined makes it anew. */
  readonly folder: string | undefined;
  readonly program: Program;
  readonly world: World;
  /** What it is made from of the edition with this index. */
  readonly partOf: (index: number) => Promise<DeckPart | undefined>;
}

/** Undefined of one edition alone, or where no deck is wanted. Errors: `deck/…`. */
export async function wholeDeck(request: WholeDeckRequest): Promise<Result<WholeDeck | undefined>> {
  const { editions, folder, program, world } = request;
  const from = traceOf(editions, program);
  if (editions.length < 2 || Object.keys(from).length <= editions.length) return success(undefined);
  const stopwatch = startStopwatch();
  const kept = await keptDeck(from, folder);
  if (kept) return success(recordOf(kept, from, program));
  const parts: DeckPart[] = [];
  for (const index of editions.keys()) {
    const part = await request.partOf(index);
    if (!part) return failure();
    parts.push(part);
  }
  const made = await makeWholeDeck(parts, world);
  if (!made.ok) return made;
  const artifacts = made.value.map((artifact) => ({
    ...artifact,
    milliseconds: stopwatch.lap(),
    isKept: false,
  }));
  return success(recordOf(artifacts, from, program), made.diagnostics);
}

/** The deck of each edition holds all that this one takes from it. */
function traceOf(editions: readonly MadeEdition[], { digest }: Program): Trace {
  const decks = editions.flatMap(({ locale, artifacts }) =>
    artifacts
      .filter(({ file }) => file === 'deck.html')
      .map(({ file, bytes }) => [`${locale}/${file}`, sha256(bytes)] as const),
  );
  return Object.fromEntries([['program', digest], ...decks]);
}

async function keptDeck(
  from: Trace,
  folder: string | undefined,
): Promise<readonly TimedArtifact[] | undefined> {
  if (folder === undefined) return undefined;
  const manifest = readManifest((await readText(shownPath(folder, 'manifest.json'))) ?? '');
  const known = manifest?.products['deck']?.from;
  if (!manifest || JSON.stringify(known) !== JSON.stringify(from)) return undefined;
  const artifacts = await artifactsOf('deck', manifest, folder);
  return artifacts?.map((artifact) => ({ ...artifact, milliseconds: 0, isKept: true }));
}

const NOTHING: readonly Diagnostic[] = [];

function recordOf(artifacts: readonly TimedArtifact[], from: Trace, program: Program): WholeDeck {
  const files = artifacts.map(({ file }) => file);
  const record = { from, inputs: program.digest, files, diagnostics: NOTHING };
  return { artifacts, tools: program.tools, products: { deck: record } };
}
