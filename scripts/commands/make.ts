// Takes every interview through the pipeline, and keeps what was made as values until it is written.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Locale } from '../model/locale.ts';
import { type Artifact, type Product, USUAL_PRODUCTS } from '../model/product.ts';
import type { World } from '../model/world.ts';
import { type DeckPart, makeProducts, makeWholeDeck, readHouse, readInterview } from '../pipeline.ts';
import { reviewSummaries } from '../summaries.ts';
import { startStopwatch } from '../system/clock.ts';
import { createWorld } from '../system/world.ts';
import { type HouseFiles, type InterviewFile, readContentFiles } from './content.ts';
import type { Context } from './context.ts';

export interface MakeRequest {
  readonly slugs: readonly string[];
  readonly locales?: readonly Locale[];
  readonly products?: readonly Product[];
  /** Of a summary whose answer has changed; a warning unless it is said otherwise. */
  readonly staleness?: Severity;
  /** Asks for the proof of the booklets: what a breach of the house's rules is. */
  readonly proof?: Severity;
}

export interface Made {
  readonly interviews: readonly MadeInterview[];
  /** The files that say which answer each summary was written for, where they are to change. */
  readonly locks: readonly { readonly file: string; readonly text: string }[];
  readonly diagnostics: readonly Diagnostic[];
  readonly products: readonly Product[];
  readonly world: World;
  /** What the house has, whether it was asked for or not. */
  readonly known: { readonly slugs: readonly string[]; readonly locales: readonly Locale[] };
}

/** One interview's editions, all of them or none. */
export interface MadeInterview {
  readonly slug: string;
  readonly editions: readonly MadeEdition[];
  /** What is made of all editions together. */
  readonly whole: readonly TimedArtifact[];
}

export interface MadeEdition {
  readonly locale: Locale;
  readonly title: string;
  readonly artifacts: readonly TimedArtifact[];
  /** Everything that was read for it. */
  readonly inputs: ReadonlyMap<string, string | Uint8Array>;
}

export interface TimedArtifact extends Artifact {
  readonly milliseconds: number;
}

/** Goes on to the next interview where one fails; whoever writes sees from `diagnostics` what failed. */
export async function makeAll(context: Context, request: MakeRequest): Promise<Made> {
  const world = createWorld(context.installation);
  const files = await readContentFiles(context.contentFolder, request.slugs);
  const products = request.products?.length ? request.products : USUAL_PRODUCTS;
  const house = files.house.ok ? readHouse(files.house.value.press, files.house.value.glossary) : files.house;
  const diagnostics: Diagnostic[] = [...files.diagnostics, ...house.diagnostics];
  const interviews: MadeInterview[] = [];
  const locks: { file: string; text: string }[] = [];
  if (!files.house.ok || !house.ok)
    return { interviews, locks, diagnostics, products, world, known: { slugs: [], locales: [] } };
  const houseFiles = files.house.value;
  const known = { slugs: files.known, locales: house.value.settings.locales };
  const locales = request.locales?.length ? request.locales : house.value.settings.locales;
  for (const file of files.interviews) {
    const source = readInterview(file, house.value.settings);
    diagnostics.push(...source.diagnostics);
    if (!source.ok) continue;
    const review = await reviewSummaries({
      slug: file.slug,
      interview: source.value,
      file: file.file,
      lock: file.lock,
      house: house.value,
      severity: request.staleness ?? 'warning',
      world,
    });
    diagnostics.push(...review.diagnostics);
    if (review.lock !== undefined) locks.push({ file: file.lock.file, text: review.lock });
    const editions: MadeEdition[] = [];
    const decks: DeckPart[] = [];
    for (const locale of locales) {
      const recording = recordReads(world);
      const stopwatch = startStopwatch();
      const artifacts: TimedArtifact[] = [];
      const made = await makeProducts({
        interview: source.value,
        file: file.file,
        ...(file.text !== undefined && { source: file.text }),
        house: house.value,
        locale,
        products,
        ...(request.proof && { proof: request.proof }),
        world: recording.world,
        onStart: (name) => context.progress.step(`${file.slug} ${locale} ${name}`),
        onDeck: (part) => decks.push(part),
        onMade: (artifact) => artifacts.push({ ...artifact, milliseconds: stopwatch.lap() }),
      });
      diagnostics.push(...made.diagnostics.filter((found) => !isKnown(diagnostics, found)));
      if (!made.ok) continue;
      editions.push({
        locale,
        title: made.value.interview.title.text,
        artifacts,
        inputs: inputsOf(houseFiles, file, recording.reads, recording.pictures),
      });
    }
    const stopwatch = startStopwatch();
    const whole = await makeWholeDeck(decks, world);
    diagnostics.push(...whole.diagnostics);
    if (editions.length !== locales.length || !whole.ok) continue;
    const timed = whole.value.map((artifact) => ({ ...artifact, milliseconds: stopwatch.lap() }));
    interviews.push({ slug: file.slug, editions, whole: timed });
  }
  context.progress.end();
  return { interviews, locks, diagnostics, products, world, known };
}

/** Two locales often have the same thing to say about the same place. */
function isKnown(diagnostics: readonly Diagnostic[], found: Diagnostic): boolean {
  const key = JSON.stringify(found);
  return diagnostics.some((diagnostic) => JSON.stringify(diagnostic) === key);
}

interface Recording {
  readonly world: World;
  /** Files of the theme, by their path from the program. */
  readonly reads: ReadonlyMap<string, string>;
  /** By their path from the manuscript. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

function recordReads(world: World): Recording {
  const reads = new Map<string, string>();
  const pictures = new Map<string, Uint8Array>();
  return {
    reads,
    pictures,
    world: {
      ...world,
      playerCode: async () => {
        const code = await world.playerCode();
        reads.set('templates/player.css', code.style);
        return code;
      },
      readTemplates: async (folder) => {
        const files = await world.readTemplates(folder);
        for (const [path, text] of files) reads.set(`templates/${path}`, text);
        return files;
      },
      readBeside: async (file, name, most) => {
        const bytes = await world.readBeside(file, name, most);
        if (typeof bytes !== 'string') pictures.set(name, bytes);
        return bytes;
      },
    },
  };
}

function inputsOf(
  house: HouseFiles,
  interview: InterviewFile,
  templates: ReadonlyMap<string, string>,
  pictures: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string | Uint8Array> {
  const inputs = new Map<string, string | Uint8Array>(templates);
  if (house.press.text !== undefined) inputs.set('content/press.yaml', house.press.text);
  if (house.glossary.text !== undefined) inputs.set('content/glossary.yaml', house.glossary.text);
  inputs.set(`content/${interview.slug}/interview.md`, interview.text ?? '');
  for (const [name, bytes] of pictures) inputs.set(`content/${interview.slug}/${name}`, bytes);
  return inputs;
}
