// One build of the preview: the deck of what was edited first, kept as values; then everything, written. And what the page
// has to know of it.

import path from 'node:path';
import { type Diagnostic, isError } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import { readHouse, readInterview } from '../pipeline.ts';
import type { Finding, PreviewRequest } from '../preview.ts';
import { sha256 } from '../reuse/digest.ts';
import { startStopwatch } from '../system/clock.ts';
import { readText } from '../system/files.ts';
import type { Machine } from '../system/world.ts';
import { LOCK, MANUSCRIPT, readContentFiles } from './content.ts';
import { type Context, shownPath } from './context.ts';
import { type HouseMemory, type Made, makeAll } from './make.ts';
import { readManifests } from './manifests.ts';
import { type Written, writeEditions } from './write.ts';

export interface PreviewBuild {
  /** Builds what is there now. `files` were saved since the last time; none the first time. */
  readonly run: (files: readonly string[]) => Promise<BuildReport>;
  /** What the page shows. */
  readonly request: () => Promise<PreviewRequest>;
  /** A deck that is newer than its file in the output folder, by its path there. */
  readonly fresh: (path: string) => Uint8Array | undefined;
  /** Whether a build made of this file, saved just now, could be another one. */
  readonly concerns: (file: string) => Promise<boolean>;
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

export interface PreviewListener {
  /** Decks have changed: their hashes by `slug/locale`. */
  readonly onDecks: (hashes: Readonly<Record<string, string>>) => void;
  /** Whether what is not begun need not be made any more. */
  readonly isEnding: () => boolean;
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
  { onDecks, isEnding }: PreviewListener,
): Promise<PreviewBuild> {
  const { contentFolder, installation } = context;
  const content = path.resolve(contentFolder);
  const templates = path.join(installation.root, 'templates');
  const decks = new Map<string, FreshDeck>();
  const hashes = new Map<string, string>();
  const interviews = new Map<string, Interview>();
  const earlier = new Map<string, readonly string[]>();
  const locks = new Map<string, string>();
  const memory: HouseMemory = new Map();
  let known = await knownNow(context);
  let inputs: ReadonlySet<string> = new Set();
  let findings: readonly Finding[] = [];
  let state: PreviewRequest['state'] = 'building';

  async function makeDecksFirst(files: readonly string[], world: Made['world']): Promise<void> {
    const wanted = slugsOf(files, content);
    const of = wanted && slugs.length > 0 ? wanted.filter((slug) => slugs.includes(slug)) : (wanted ?? slugs);
    if (wanted && of.length === 0) return;
    const { interviews: made } = await makeAll(context, { slugs: of, products: ['deck'], world, memory });
    const changed: Record<string, string> = {};
    for (const { slug, editions } of made) {
      for (const { locale, artifacts } of editions) {
        const bytes = artifacts.find(({ file }) => file === DECK)?.bytes;
        if (!bytes) continue;
        const key = `${slug}/${locale}`;
        const hash = sha256(bytes);
        if (hashes.get(key) === hash) continue;
        hashes.set(key, hash);
        decks.set(`${key}/${DECK}`, { bytes, hash });
        changed[`${encodeURIComponent(slug)}/${locale}`] = hash;
      }
    }
    if (Object.keys(changed).length > 0) onDecks(changed);
  }

  async function makeEverything(world: Made['world']): Promise<readonly Diagnostic[]> {
    const before = await manifestsOf(known);
    const made = await makeAll(context, { slugs, world, memory });
    // Before they are written: the watcher may tell of them while the rest still is.
    for (const { file, text } of made.locks) locks.set(path.resolve(file), text);
    const written = await writeEditions(context, made);
    known = made.known.locales.length > 0 ? made.known : known;
    for (const [slug, texts] of before) earlier.set(slug, texts);
    remember(made, written);
    return [...made.diagnostics, ...written.diagnostics];
  }

  /** What is written now need not be kept. */
  function remember({ interviews: made }: Made, { diagnostics }: Written): void {
    inputs = new Set(
      made.flatMap(({ editions }) => editions.flatMap((edition) => [...edition.inputs.keys()])),
    );
    if (diagnostics.some(isError)) return;
    for (const { slug, editions } of made) {
      for (const { locale, artifacts } of editions) {
        decks.delete(`${slug}/${locale}/${DECK}`);
        const deck = artifacts.find(({ file }) => file === DECK);
        if (deck) hashes.set(`${slug}/${locale}`, sha256(deck.bytes));
      }
    }
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
    }
  }

  /** A place in a template is named as the theme or Typst knows it. */
  async function lineOf({ place }: Diagnostic): Promise<string | undefined> {
    if (place?.line === undefined) return undefined;
    const themes = new Set([...inputs].map((name) => /^templates\/([^/]+)\//.exec(name)?.[1] ?? ''));
    const candidates = [
      place.file,
      path.join(installation.root, place.file),
      ...[...themes].map((theme) => path.join(templates, theme, place.file)),
    ];
    for (const candidate of candidates) {
      const text = await readText(candidate).catch(() => undefined);
      if (text !== undefined) return text.split(/\r?\n/)[place.line - 1];
    }
    return undefined;
  }

  await readAgain();
  return {
    run: async (files) => {
      const stopwatch = startStopwatch();
      state = 'building';
      const world = machine.freshWorld();
      let diagnostics: readonly Diagnostic[];
      let deckMilliseconds: number | undefined;
      try {
        if (files.length > 0) {
          await makeDecksFirst(files, world);
          deckMilliseconds = stopwatch.lap();
        }
        if (isEnding()) return { diagnostics: [], hasFailed: false, deckMilliseconds, milliseconds: 0 };
        diagnostics = await makeEverything(world);
        await readAgain();
      } catch (error) {
        diagnostics = [broken(error)];
      }
      const milliseconds = (deckMilliseconds ?? 0) + stopwatch.lap();
      const hasFailed = diagnostics.some(isError);
      findings = await Promise.all(
        diagnostics.map(async (diagnostic) => ({ diagnostic, line: await lineOf(diagnostic) })),
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
          manifests: manifests.get(slug) ?? [],
          earlier: earlier.get(slug) ?? [],
          decks: freshHashes(slug, known.locales, decks),
        })),
      };
    },
    fresh: (asked) => decks.get(asked)?.bytes,
    concerns: async (file) => {
      if (isBelow(path.resolve(context.outFolder), file)) return false;
      if (isBelow(content, file)) return path.basename(file) !== LOCK || (await isNotOurs(file, locks));
      if (!isBelow(templates, file)) return true;
      const [theme, ...more] = path.relative(templates, file).split(path.sep);
      const isUsed = more.length === 0 || [...inputs].some((name) => name.startsWith(`templates/${theme}/`));
      // A build that failed may have looked for what is not there.
      return isUsed || state === 'failed';
    },
    elsewhere: () => [...inputs].filter((name) => !/^(?:content|templates)\//.test(name)),
  };
}

/** What the house has before anything is made. */
async function knownNow({ contentFolder }: Context): Promise<Made['known']> {
  const files = await readContentFiles(contentFolder, []);
  const house = files.house.ok ? readHouse(files.house.value.press, files.house.value.glossary) : files.house;
  return { slugs: files.known, locales: house.ok ? house.value.settings.locales : DEFAULT_SETTINGS.locales };
}

const DECK = 'deck.html';

/** The interviews that the files belong to; undefined where one of them may concern all. */
function slugsOf(files: readonly string[], content: string): readonly string[] | undefined {
  const found = files.map((file) => {
    const [slug, ...rest] = path.relative(content, file).split(path.sep);
    return isBelow(content, file) && rest.length > 0 ? slug : undefined;
  });
  const certain = found.filter((slug) => slug !== undefined);
  return certain.length === found.length ? [...new Set(certain)] : undefined;
}

function freshHashes(slug: string, locales: readonly Locale[], decks: ReadonlyMap<string, FreshDeck>) {
  return new Map(
    locales.flatMap((locale) => {
      const deck = decks.get(`${slug}/${locale}/${DECK}`);
      return deck ? [[locale, deck.hash] as const] : [];
    }),
  );
}

/** A lock as the last build wrote it is no news. */
async function isNotOurs(file: string, locks: ReadonlyMap<string, string>): Promise<boolean> {
  return (await readText(file).catch(() => undefined)) !== locks.get(file);
}

function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return !way.startsWith('..') && !path.isAbsolute(way);
}

function broken(error: unknown): Diagnostic {
  return {
    code: 'preview/stopped',
    severity: 'error',
    message: `the build stopped: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Save again to try again; where that does not help, start the preview again.',
  };
}
