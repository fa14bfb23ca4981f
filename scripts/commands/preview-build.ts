// One build of the preview: the deck of what was edited first, kept as values; then everything, written. And what the page
// has to know of it.

import path from 'node:path';
import { type Diagnostic, isError } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import type { World } from '../model/world.ts';
import { readHouse, readInterview } from '../pipeline.ts';
import type { Finding, PreviewRequest } from '../preview.ts';
import { sha256 } from '../reuse/digest.ts';
import { startStopwatch } from '../system/clock.ts';
import { readText } from '../system/files.ts';
import type { Machine } from '../system/world.ts';
import { buildAll } from './build-all.ts';
import { listContent, MANUSCRIPT } from './content.ts';
import { type Context, shownPath } from './context.ts';
import type { EditionMaker } from './editions.ts';
import { type HouseMemory, type Made, type MakeRequest, makeAll } from './make.ts';
import { readManifests } from './manifests.ts';
import { concernsBuild, lineOf, slugsOf } from './preview-files.ts';

export interface PreviewBuild {
  /** Builds what is there now. `files` were saved since the last time; none the first time. */
  readonly run: (files: readonly string[]) => Promise<BuildReport>;
  /** What the page shows. */
  readonly request: () => Promise<PreviewRequest>;
  /** A deck that is newer than its file in the output folder, by its path there. */
  readonly fresh: (path: string) => Uint8Array | undefined;
  /** Whether a build made of this file, saved just now, could be another one. */
  readonly concerns: (file: string) => Promise<boolean>;
  /** In how many places the house has its interviews. */
  readonly localeCount: () => number;
  /** The files outside content/ and templates/ that the last build read. */
  readonly elsewhere: () => readonly string[];
}

export interface BuildReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly hasFailed: boolean;
  /** Until the decks were to be seen; undefined where none was made ahead of the rest. */
  readonly deckMilliseconds: number | undefined;
  readonly milliseconds: number;
}

export interface PreviewSurroundings {
  /** Decks have changed: their hashes by `slug/locale`. */
  readonly onDecks: (hashes: Readonly<Record<string, string>>) => void;
  /** Whether what is not begun need not be made any more. */
  readonly isEnding: () => boolean;
  /** Where the editions of a build are made, which reads the templates as they are in `world`. */
  readonly makerOf: (world: World) => EditionMaker;
}

interface FreshDeck {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** Begins with what lies in the output folder already. */
export async function createPreviewBuild(
  context: Context,
  machine: Machine,
  slugs: readonly string[],
  { onDecks, isEnding, makerOf }: PreviewSurroundings,
): Promise<PreviewBuild> {
  const { contentFolder, installation } = context;
  const content = path.resolve(contentFolder);
  const templates = path.join(installation.root, 'templates');
  const decks = new Map<string, FreshDeck>();
  const hashes = new Map<string, string>();
  const interviews = new Map<string, Interview>();
  /** Of these the interview is not what stands in the manuscript now. */
  const outdated = new Set<string>();
  const earlier = new Map<string, readonly string[]>();
  const locks = new Map<string, string>();
  const memory: HouseMemory = new Map();
  let known = await knownNow(context);
  /** Of the deck that somebody opened last: it is made first. */
  let watched: string | undefined;
  let inputs: ReadonlySet<string> = new Set();
  let findings: readonly Finding[] = [];
  let state: PreviewRequest['state'] = 'building';

  async function makeDecksFirst(files: readonly string[], world: World, maker: EditionMaker): Promise<void> {
    const wanted = slugsOf(files, content);
    const of = wanted && slugs.length > 0 ? wanted.filter((slug) => slugs.includes(slug)) : (wanted ?? slugs);
    if (wanted && of.length === 0) return;
    const request: MakeRequest = {
      slugs: of,
      locales: [...known.locales].sort((one, other) => Number(other === watched) - Number(one === watched)),
      products: ['deck'],
      world,
      memory,
      maker,
      onDeckAhead: (slug, { locale, artifacts }) => {
        const bytes = artifacts.find(({ file }) => file === DECK)?.bytes;
        const key = `${slug}/${locale}`;
        const hash = bytes && sha256(bytes);
        if (!bytes || hash === undefined || hashes.get(key) === hash) return;
        hashes.set(key, hash);
        decks.set(`${key}/${DECK}`, { bytes, hash });
        onDecks({ [`${encodeURIComponent(slug)}/${locale}`]: hash });
      },
    };
    // What there is to say of it is said by the build that follows.
    await makeAll(context, request, async () => []);
  }

  async function makeEverything(world: World, maker: EditionMaker): Promise<readonly Diagnostic[]> {
    const before = await manifestsOf(known);
    const made = new Map<string, string>();
    const read = new Set<string>();
    const built = await buildAll(context, {
      slugs,
      world,
      memory,
      maker,
      onOutcome: ({ lock, interview }) => {
        // Before it is written: the watcher may tell of it while the rest still is.
        if (lock) locks.set(path.resolve(lock.file), lock.text);
        for (const { locale, artifacts, inputs: names } of interview?.editions ?? []) {
          for (const name of names.keys()) read.add(name);
          const deck = artifacts.find(({ file }) => file === DECK);
          if (deck) made.set(`${interview?.slug}/${locale}`, sha256(deck.bytes));
        }
      },
    });
    known = built.known && built.known.locales.length > 0 ? built.known : known;
    for (const [slug, texts] of before) earlier.set(slug, texts);
    inputs = read;
    for (const [key, hash] of made) {
      const isWritten = built.artifacts.some(({ path: name }) => name.endsWith(`${key}/${DECK}`));
      if (!isWritten) continue;
      decks.delete(`${key}/${DECK}`);
      hashes.set(key, hash);
    }
    return built.diagnostics;
  }

  async function manifestsOf({ slugs: all, locales }: Made['known']) {
    const found = new Map<string, readonly string[]>();
    for (const slug of all) found.set(slug, await readManifests(context, slug, locales));
    return found;
  }

  async function readAgain(): Promise<void> {
    for (const slug of known.slugs) {
      const file = shownPath(contentFolder, slug, MANUSCRIPT);
      const read = readInterview({ file, text: await readText(file).catch(() => undefined) });
      if (read.ok) interviews.set(slug, read.value);
      if (read.ok) outdated.delete(slug);
      else outdated.add(slug);
    }
  }

  await readAgain();
  return {
    run: async (files) => {
      const stopwatch = startStopwatch();
      state = 'building';
      const world = machine.freshWorld();
      const maker = makerOf(world);
      let diagnostics: readonly Diagnostic[];
      let deckMilliseconds: number | undefined;
      try {
        if (files.length > 0) {
          await makeDecksFirst(files, world, maker);
          deckMilliseconds = stopwatch.lap();
        }
        if (isEnding()) return { diagnostics: [], hasFailed: false, deckMilliseconds, milliseconds: 0 };
        diagnostics = await makeEverything(world, maker);
        await readAgain();
      } catch (error) {
        diagnostics = [broken(error)];
      }
      const milliseconds = (deckMilliseconds ?? 0) + stopwatch.lap();
      const hasFailed = diagnostics.some(isError);
      findings = await Promise.all(
        diagnostics.map(async (diagnostic) => ({
          diagnostic,
          line: await lineOf(diagnostic, installation.root, inputs),
        })),
      );
      state = hasFailed ? 'failed' : 'current';
      return { diagnostics, hasFailed, deckMilliseconds, milliseconds };
    },
    request: async () => {
      const manifests = await manifestsOf(known);
      const shown = known.slugs.filter((slug) => slugs.length === 0 || slugs.includes(slug));
      return {
        findings,
        state,
        locale: known.locales[0] ?? 'zh-TW',
        interviews: shown.map((slug) => ({
          slug,
          file: shownPath(contentFolder, slug, MANUSCRIPT),
          interview: interviews.get(slug),
          isCurrent: !outdated.has(slug),
          manifests: manifests.get(slug) ?? [],
          earlier: earlier.get(slug) ?? [],
          decks: freshHashes(slug, known.locales, decks),
        })),
      };
    },
    fresh: (asked) => {
      if (asked.endsWith(`/${DECK}`)) watched = asked.split('/').at(-2);
      return decks.get(asked)?.bytes;
    },
    concerns: (file) =>
      concernsBuild(file, {
        content,
        templates,
        output: path.resolve(context.outFolder),
        inputs,
        locks,
        hasFailed: state === 'failed',
      }),
    localeCount: () => known.locales.length,
    elsewhere: () => [...inputs].filter((name) => !/^(?:content|templates)\//.test(name)),
  };
}

/** What the house has before anything is made. */
async function knownNow({ contentFolder }: Context): Promise<Made['known']> {
  const files = await listContent(contentFolder, []);
  const house = files.house.ok ? readHouse(files.house.value.press, files.house.value.glossary) : files.house;
  return { slugs: files.known, locales: house.ok ? house.value.settings.locales : DEFAULT_SETTINGS.locales };
}

const DECK = 'deck.html';

function freshHashes(slug: string, locales: readonly Locale[], decks: ReadonlyMap<string, FreshDeck>) {
  return new Map(
    locales.flatMap((locale) => {
      const deck = decks.get(`${slug}/${locale}/${DECK}`);
      return deck ? [[locale, deck.hash] as const] : [];
    }),
  );
}

function broken(error: unknown): Diagnostic {
  return {
    code: 'preview/stopped',
    severity: 'error',
    message: `the build stopped: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Save again to try again; where that does not help, start the preview again.',
  };
}
