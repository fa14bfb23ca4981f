// Takes every interview through the pipeline, and keeps what was made as values until it is written.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Locale } from '../model/locale.ts';
import { type Product, USUAL_PRODUCTS } from '../model/product.ts';
import type { World } from '../model/world.ts';
import { type House, readHouse, readInterview } from '../pipeline.ts';
import { reviewSummaries } from '../summaries.ts';
import { createWorld } from '../system/world.ts';
import { type HouseFiles, type InterviewFile, readContentFiles } from './content.ts';
import { type Context, shownPath } from './context.ts';
import {
  type EditionJob,
  type EditionListener,
  type EditionOutcome,
  type MadeEdition,
  type Memory,
  makeEdition,
} from './edition.ts';
import { type Program, programFor } from './program.ts';
import { type WholeDeck, wholeDeck } from './whole-deck.ts';

export type { MadeEdition, TimedArtifact } from './edition.ts';

export interface MakeRequest {
  readonly slugs: readonly string[];
  readonly locales?: readonly Locale[];
  readonly products?: readonly Product[];
  /** Of a summary whose answer has changed; a warning unless it is said otherwise. */
  readonly staleness?: Severity;
  /** Asks for the proof of the booklets: what a breach of the house's rules is. */
  readonly proof?: Severity;
  /** Of builds before, to be used again. */
  readonly world?: World;
  readonly memory?: HouseMemory;
  /** Hears of the deck of each edition when it is made, ahead of its booklet, and asks for nothing else. */
  readonly onDeckAhead?: (slug: string, edition: MadeEdition) => void;
  /** Makes everything anew, whatever lies there already. */
  readonly anew?: boolean;
}

/** Each edition's products as they were last made in this process, by slug and locale. */
export type HouseMemory = Map<string, Memory>;

export interface Made {
  readonly interviews: readonly MadeInterview[];
  /** The files that say which answer each summary was written for, where they are to change. */
  readonly locks: readonly LockFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly products: readonly Product[];
  readonly world: World;
  /** What the house has, whether it was asked for or not. */
  readonly known: { readonly slugs: readonly string[]; readonly locales: readonly Locale[] };
}

export interface LockFile {
  readonly file: string;
  readonly text: string;
}

/** One interview's editions, all of them or none. */
export interface MadeInterview {
  readonly slug: string;
  readonly editions: readonly MadeEdition[];
  /** What is made of all editions together; none of one. */
  readonly whole?: WholeDeck;
}

/** Goes on to the next interview where one fails; whoever writes sees from `diagnostics` what failed. */
export async function makeAll(context: Context, request: MakeRequest): Promise<Made> {
  const world = request.world ?? createWorld(context.installation);
  const files = await readContentFiles(context.contentFolder, request.slugs);
  const products = request.products?.length ? request.products : USUAL_PRODUCTS;
  const house = files.house.ok ? readHouse(files.house.value.press, files.house.value.glossary) : files.house;
  const diagnostics: Diagnostic[] = [...files.diagnostics, ...house.diagnostics];
  const interviews: MadeInterview[] = [];
  const locks: LockFile[] = [];
  if (!files.house.ok || !house.ok)
    return { interviews, locks, diagnostics, products, world, known: { slugs: [], locales: [] } };
  const known = { slugs: files.known, locales: house.value.settings.locales };
  const locales = request.locales?.length ? request.locales : house.value.settings.locales;
  const shop: Workshop = {
    programOf: remembered((wanted) => programFor(context.installation, wanted)),
    ...(!request.anew && { outFolder: context.outFolder }),
    memory: request.memory ?? new Map(),
    house: house.value,
    houseFiles: files.house.value,
    locales,
    products,
    severity: request.staleness ?? 'warning',
    ...(request.proof && { proof: request.proof }),
    ...(request.onDeckAhead && { onDeckAhead: request.onDeckAhead }),
    world,
    onStart: (slug, locale) => (product) => context.progress.step(`${slug} ${locale} ${product}`),
  };
  for (const file of files.interviews) {
    const outcome = await makeInterview(file, shop);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.lock) locks.push(outcome.lock);
    if (outcome.interview) interviews.push(outcome.interview);
  }
  context.progress.end();
  return { interviews, locks, diagnostics, products, world, known };
}

/** What is the same for every interview of a build. */
interface Workshop {
  readonly programOf: (locales: readonly Locale[]) => Promise<Program>;
  /** Where earlier builds left what may be used again. */
  readonly outFolder?: string;
  readonly memory: HouseMemory;
  readonly house: House;
  readonly houseFiles: HouseFiles;
  readonly locales: readonly Locale[];
  readonly products: readonly Product[];
  readonly severity: Severity;
  readonly proof?: Severity;
  readonly onDeckAhead?: NonNullable<MakeRequest['onDeckAhead']>;
  readonly world: World;
  readonly onStart: (slug: string, locale: Locale) => EditionListener;
}

interface InterviewOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly lock?: LockFile;
  /** None where something is wrong. */
  readonly interview?: MadeInterview;
}

async function makeInterview(file: InterviewFile, shop: Workshop): Promise<InterviewOutcome> {
  const { house, houseFiles, locales, products, proof, outFolder, world } = shop;
  const { slug } = file;
  const source = readInterview(file, house.settings);
  if (!source.ok) return source;
  const review = await reviewSummaries({
    slug,
    interview: source.value,
    file: file.file,
    lock: file.lock,
    house,
    severity: shop.severity,
    world,
  });
  const lock = review.lock === undefined ? undefined : { file: file.lock.file, text: review.lock };
  const jobs = await Promise.all(
    locales.map(
      async (locale): Promise<EditionJob> => ({
        slug,
        interview: source.value,
        manuscript: { file: file.file, text: file.text },
        house,
        houseFiles,
        locale,
        products,
        ...(proof && { proof }),
        isAhead: shop.onDeckAhead !== undefined,
        program: await shop.programOf([locale]),
        ...(outFolder !== undefined && { folder: shownPath(outFolder, slug, locale) }),
      }),
    ),
  );
  const make = (job: EditionJob): Promise<EditionOutcome> =>
    makeEdition(job, world, shop.onStart(slug, job.locale), memoryOf(shop.memory, job));
  const outcomes: EditionOutcome[] = [];
  for (const job of jobs) {
    const outcome = await make(job);
    outcomes.push(outcome);
    if (outcome.edition) shop.onDeckAhead?.(slug, outcome.edition);
  }
  const diagnostics = [
    ...source.diagnostics,
    ...review.diagnostics,
    ...outcomes.flatMap((outcome) => outcome.diagnostics),
  ];
  const editions = outcomes.flatMap(({ edition }) => edition ?? []);
  const done = { ...(lock && { lock }) };
  if (editions.length !== locales.length || shop.onDeckAhead)
    return { ...done, diagnostics: distinct(diagnostics) };
  const whole = await wholeDeck({
    editions,
    folder: outFolder === undefined ? undefined : shownPath(outFolder, slug),
    program: await shop.programOf(locales),
    world,
    partOf: async (index) => {
      const [outcome, job] = [outcomes[index], jobs[index]];
      if (outcome?.deck || !job) return outcome?.deck;
      const { folder: _, ...alone } = job;
      return (await make({ ...alone, products: ['deck'], needsPart: true })).deck;
    },
  });
  const all = distinct([...diagnostics, ...whole.diagnostics]);
  if (!whole.ok) return { ...done, diagnostics: all };
  const interview = { slug, editions, ...(whole.value && { whole: whole.value }) };
  return { ...done, diagnostics: all, interview };
}

function remembered<T>(
  make: (locales: readonly Locale[]) => Promise<T>,
): (locales: readonly Locale[]) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (locales) => {
    const key = locales.join();
    const made = known.get(key) ?? make(locales);
    known.set(key, made);
    return made;
  };
}

function memoryOf(memory: HouseMemory, { slug, locale }: EditionJob): Memory {
  const key = `${slug}/${locale}`;
  const known = memory.get(key) ?? new Map();
  memory.set(key, known);
  return known;
}

/** Two locales often have the same thing to say about the same place. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((found) => [JSON.stringify(found), found])).values()];
}
