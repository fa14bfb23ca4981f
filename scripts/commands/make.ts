// Takes every interview through the pipeline, and hands each on as values when all of its editions are made.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Locale } from '../model/locale.ts';
import { type Product, USUAL_PRODUCTS } from '../model/product.ts';
import type { World } from '../model/world.ts';
import { type House, readHouse, readInterview } from '../pipeline.ts';
import { reviewSummaries } from '../summaries.ts';
import { startTimes } from '../system/clock.ts';
import { createWorld } from '../system/world.ts';
import {
  type HouseFiles,
  type InterviewFile,
  listContent,
  MANUSCRIPT,
  readInterviewFiles,
} from './content.ts';
import { type Context, shownPath } from './context.ts';
import {
  type EditionJob,
  type EditionOutcome,
  type MadeEdition,
  type Memory,
  programFault,
} from './edition.ts';
import { type EditionMaker, makerFor } from './editions.ts';
import { createVoices, eachInOrder, type Voice } from './in-order.ts';
import { type Program, programFor } from './program.ts';
import type { Timings } from './timings.ts';
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
  /** How many editions may be made beside one another; as many as the machine has cores unless it is said otherwise. */
  readonly jobs?: number;
  /** What one product may take where it is made beside others. */
  readonly secondsOfProduct?: number;
  /** Of builds before, to be used again. */
  readonly world?: World;
  /** Of builds before too: where editions are made. Whoever gives it closes it. */
  readonly maker?: EditionMaker;
  readonly memory?: HouseMemory;
  /** Hears of each interview before it is written. */
  readonly onOutcome?: (outcome: InterviewOutcome) => void;
  /** Hears of the deck of each edition when it is made, ahead of its booklet, and asks for nothing else. */
  readonly onDeckAhead?: (slug: string, edition: MadeEdition) => void;
  /** Makes everything anew, whatever lies there already. */
  readonly anew?: boolean;
  /** Takes out what earlier builds wrote of editions and interviews that the house has no more. */
  readonly tidies?: boolean;
}

/** Each edition's products as they were last made in this process, by slug and locale. */
export type HouseMemory = Map<string, Memory>;

export interface Made {
  /** The interviews of which all was made. */
  readonly slugs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly products: readonly Product[];
  readonly world: World;
  /** What the house has, whether it was asked for or not. */
  readonly known: { readonly slugs: readonly string[]; readonly locales: readonly Locale[] };
  /** How many editions were made at once. */
  readonly jobs: number;
}

export interface InterviewOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly timings?: readonly Timings[];
  /** The file that says which answer each summary was written for, where it is to change. */
  readonly lock?: LockFile;
  /** None where something is wrong. */
  readonly interview?: MadeInterview;
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

/**
 * Goes on to the next interview where one fails. `take` gets them in order, and nothing of them is kept: a house may have
 * a thousand. What it finds is added to what is known of that interview.
 */
export async function makeAll(
  context: Context,
  request: MakeRequest,
  take: (outcome: InterviewOutcome) => Promise<readonly Diagnostic[]>,
): Promise<Made> {
  const world = request.world ?? createWorld(context.installation);
  const content = await listContent(context.contentFolder, request.slugs);
  const products = request.products?.length ? request.products : USUAL_PRODUCTS;
  const house = content.house.ok
    ? readHouse(content.house.value.press, content.house.value.glossary)
    : content.house;
  const diagnostics: Diagnostic[] = [...content.diagnostics, ...house.diagnostics];
  const slugs: string[] = [];
  if (!content.house.ok || !house.ok)
    return { slugs, diagnostics, products, world, jobs: 1, known: { slugs: [], locales: [] } };
  const known = { slugs: content.known, locales: house.value.settings.locales };
  const locales = request.locales?.length ? request.locales : house.value.settings.locales;
  const count = content.wanted.length * locales.length;
  const maker = request.maker ?? makerFor(context.installation, world, { ...request, count });
  const shop: Workshop = {
    programOf: remembered((wanted) => programFor(context.installation, wanted)),
    ...(!request.anew && { outFolder: context.outFolder }),
    ...(request.memory && { memory: request.memory }),
    house: house.value,
    houseFiles: content.house.value,
    locales,
    products,
    severity: request.staleness ?? 'warning',
    ...(request.proof && { proof: request.proof }),
    ...(request.onDeckAhead && { onDeckAhead: request.onDeckAhead }),
    world,
    maker,
    speak: createVoices(context.progress.step),
  };
  const begin = (slug: string): Promise<InterviewOutcome> => makeInterview(context.contentFolder, slug, shop);
  // One more than there are workers, so that none has to wait for the next manuscript to be read.
  const most = maker.size === 1 ? 1 : maker.size + 1;
  try {
    await eachInOrder(content.wanted, most, begin, async (outcome) => {
      const found = await take(outcome);
      diagnostics.push(...outcome.diagnostics, ...found);
      if (outcome.interview) slugs.push(outcome.interview.slug);
    });
  } finally {
    if (!request.maker) await maker.close();
  }
  context.progress.end();
  return { slugs, diagnostics, products, world, jobs: maker.size, known };
}

/** What is the same for every interview of a build. */
interface Workshop {
  readonly programOf: (locales: readonly Locale[]) => Promise<Program>;
  /** Where earlier builds left what may be used again. */
  readonly outFolder?: string;
  /** None where nothing is to be kept of an interview that is written. */
  readonly memory?: HouseMemory;
  readonly house: House;
  readonly houseFiles: HouseFiles;
  readonly locales: readonly Locale[];
  readonly products: readonly Product[];
  readonly severity: Severity;
  readonly proof?: Severity;
  readonly onDeckAhead?: NonNullable<MakeRequest['onDeckAhead']>;
  readonly world: World;
  readonly maker: EditionMaker;
  readonly speak: () => Voice;
}

async function makeInterview(folder: string, slug: string, shop: Workshop): Promise<InterviewOutcome> {
  const voices = new Map(shop.locales.map((locale) => [locale, shop.speak()] as const));
  try {
    const file = await readInterviewFiles(folder, slug);
    return file.ok ? await makeEditions(file.value, shop, voices) : file;
  } catch (error) {
    return { diagnostics: [programFault(shownPath(folder, slug, MANUSCRIPT), error)] };
  } finally {
    for (const voice of voices.values()) voice.end();
  }
}

async function makeEditions(
  file: InterviewFile,
  shop: Workshop,
  voices: ReadonlyMap<Locale, Voice>,
): Promise<InterviewOutcome> {
  const { house, houseFiles, locales, products, proof, outFolder, world } = shop;
  const { slug } = file;
  const times = startTimes('rest');
  const source = await times.measure('read', () => readInterview(file, house.settings));
  if (!source.ok) return source;
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
  const memory: HouseMemory = shop.memory ?? new Map();
  const make = async (job: EditionJob): Promise<EditionOutcome> => {
    const { locale } = job;
    const onStart = (product: Product): void => voices.get(locale)?.say(`${slug} ${locale} ${product}`);
    return shop.maker.make(job, onStart, memoryOf(memory, job));
  };
  const making = Promise.all(
    jobs.map(async (job) => {
      const outcome = await make(job);
      voices.get(job.locale)?.end();
      if (outcome.edition) shop.onDeckAhead?.(slug, outcome.edition);
      return outcome;
    }),
  );
  // Meanwhile: it needs every slide, and no edition waits for it. Whoever wants the deck alone hears it from the build after.
  const review = shop.onDeckAhead
    ? { diagnostics: [], lock: undefined }
    : await times.measure('summaries', () =>
        reviewSummaries({
          slug,
          interview: source.value,
          file: file.file,
          lock: file.lock,
          house,
          severity: shop.severity,
          world,
        }),
      );
  const shared = times.spent();
  const outcomes = await making;
  const lock = review.lock === undefined ? undefined : { file: file.lock.file, text: review.lock };
  const diagnostics = [
    ...source.diagnostics,
    ...review.diagnostics,
    ...outcomes.flatMap((outcome) => outcome.diagnostics),
  ];
  const editions = outcomes.flatMap(({ edition }) => edition ?? []);
  const timings: Timings[] = [
    { name: slug, phases: shared },
    ...outcomes.map(({ phases = {} }, index) => ({ name: `${slug} ${locales[index]}`, phases })),
  ];
  const done = { timings, ...(lock && { lock }) };
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
      return (await make({ ...job, products: ['deck'], needsPart: true })).deck;
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
