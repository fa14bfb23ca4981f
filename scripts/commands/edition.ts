// One edition of one interview, from values to values: what may as well be made in a thread of its own.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import type { Artifact, Product } from '../model/product.ts';
import type { World } from '../model/world.ts';
import {
  type DeckPart,
  type Findings,
  type House,
  loadMakers,
  type MadeProduct,
  type Manifest,
  makeProducts,
  makeReady,
  type ProductRecord,
  readManifest,
  type SourceFile,
} from '../pipeline.ts';
import { startStopwatch, startTimes, type Times } from '../system/clock.ts';
import { readText } from '../system/files.ts';
import type { HouseFiles } from './content.ts';
import { shownPath } from './context.ts';
import type { Program } from './program.ts';
import {
  contentFolder,
  contentInputs,
  type Inputs,
  inputsDigest,
  placesKept,
  recallEdition,
  recallProduct,
  recordOf,
} from './recall.ts';

/** Nothing in it but data: it can be sent to a worker as it is, and so can what comes back. */
export interface EditionJob {
  readonly slug: string;
  readonly interview: Interview;
  readonly manuscript: SourceFile;
  readonly house: House;
  readonly houseFiles: HouseFiles;
  readonly locale: Locale;
  readonly products: readonly Product[];
  /** Asks for the proof of the booklet: what a breach of the house's rules is. */
  readonly proof?: Severity;
  readonly program: Program;
  /** Where the edition lies; what is there already is used again. */
  readonly folder?: string;
  /** Takes the pages of the booklet to be as they last were, where that is known, and makes the deck alone. */
  readonly isAhead?: boolean;
  /** Wants of the deck what a page of several editions is made from, which no file holds. */
  readonly needsPart?: boolean;
}

export interface EditionOutcome {
  readonly diagnostics: readonly Diagnostic[];
  /** None where something is wrong. */
  readonly edition?: MadeEdition;
  /** What a page of several editions is made from. */
  readonly deck?: DeckPart;
  /** What its phases took, in milliseconds; none where it was there already. */
  readonly phases?: Readonly<Record<string, number>>;
}

export interface MadeEdition {
  readonly locale: Locale;
  readonly title: string;
  readonly artifacts: readonly TimedArtifact[];
  /** Everything that was read for it. */
  readonly inputs: Inputs;
  readonly tools: Program['tools'];
  readonly products: Readonly<Record<string, ProductRecord>>;
  readonly findings: Findings;
}

export interface TimedArtifact extends Artifact {
  readonly milliseconds: number;
  /** It was made before, from the same things, and used again. */
  readonly isKept: boolean;
}

/** The products of an edition as they were last made in this process. */
export type Memory = Map<Product, MadeProduct>;

/** Hears which product of an edition is begun. */
export type EditionListener = (product: Product) => void;

/** Never rejects: a fault of the program is a diagnostic, `build/fault`, and the others go on. */
export async function makeEdition(
  job: EditionJob,
  world: World,
  onStart: EditionListener,
  memory: Memory = new Map(),
): Promise<EditionOutcome> {
  try {
    return (await recallWhole(job, world)) ?? (await makeAnew(job, world, onStart, memory));
  } catch (error) {
    return { diagnostics: [programFault(job.manuscript.file, error)] };
  }
}

/** All of it as it lies in its folder, where nothing has changed. */
export async function recallWhole(job: EditionJob, world: World): Promise<EditionOutcome | undefined> {
  const { folder, needsPart } = job;
  const manifest = folder === undefined || needsPart ? undefined : await manifestIn(folder);
  return folder !== undefined && manifest ? recallEdition(job, manifest, folder, world) : undefined;
}

/** What is thrown is never the content's fault: that comes back as diagnostics. */
export function programFault(file: string, error: unknown): Diagnostic {
  const [first = String(error), where = ''] =
    (error instanceof Error ? error.stack : undefined)?.split(/\n\s+(?=at )/) ?? [];
  return {
    code: 'build/fault',
    severity: 'error',
    place: { file },
    message: `the program failed: ${first}${where && ` (${where.replace(/file:\/\/.*\//, '')})`}`,
    hint: 'This is no fault of the manuscript. Where a package is missing, run npm ci; else report it with this line.',
  };
}

/** What the build before wrote of an edition, if it did. */
async function manifestIn(folder: string): Promise<Manifest | undefined> {
  const text = await readText(shownPath(folder, 'manifest.json'));
  return text === undefined ? undefined : readManifest(text);
}

async function makeAnew(
  job: EditionJob,
  world: World,
  onStart: EditionListener,
  memory: Memory,
): Promise<EditionOutcome> {
  const { manuscript, interview, house, locale, products, proof, program, folder } = job;
  const manifest = folder === undefined ? undefined : await manifestIn(folder);
  const recall = async (product: Product): Promise<MadeProduct | undefined> => {
    const known = memory.get(product);
    const isPartWanted = job.needsPart && product === 'deck';
    if (known && !(isPartWanted && !known.deck)) return known;
    if (isPartWanted || folder === undefined || !manifest) return undefined;
    return recallProduct(product, job, manifest, folder);
  };
  const pages = job.isAhead ? (memory.get('booklet') ?? manifest?.products['booklet'])?.pages : undefined;
  // Where nothing lies there yet, all of it will be made.
  const isFirst = manifest === undefined && memory.size === 0;
  if (isFirst) await makeReady(locale, world);
  const times = startTimes('rest');
  // What cannot be loaded is told when it is wanted.
  const load = (): unknown => isFirst && loadMakers(products).catch(() => undefined);
  const recording = recordReads(timedWorld(world, times, load));
  const stopwatch = startStopwatch();
  const artifacts: TimedArtifact[] = [];
  const found: Diagnostic[] = [];
  const known = new Map<Product, { readonly made: MadeProduct; readonly isWritten: boolean }>();
  const made = await makeProducts({
    interview,
    file: manuscript.file,
    ...(manuscript.text !== undefined && { source: manuscript.text }),
    house,
    locale,
    products,
    ...(proof && { proof }),
    ...(pages && { pages }),
    world: recording.world,
    unseen: world,
    program: program.digest,
    recall,
    onStart,
    onFound: (diagnostics) => found.push(...diagnostics),
    onProduct: (product, value, isKept) => {
      const isAsked = products.includes(product);
      known.set(product, { made: value, isWritten: isAsked || isKept });
      memory.set(product, value);
      if (!isAsked) return;
      const milliseconds = stopwatch.lap();
      for (const artifact of value.artifacts)
        artifacts.push({ ...artifact, milliseconds: isKept ? 0 : milliseconds, isKept });
    },
  });
  const { diagnostics } = made;
  const phases = times.spent();
  if (!made.ok) return { diagnostics, phases };
  const inputs = inputsOf(job, recording);
  const digest = inputsDigest(inputs, program.digest);
  const records = [...known].map(
    ([product, { made: value, isWritten }]) => [product, recordOf(value, digest, isWritten, job)] as const,
  );
  const deck = known.get('deck')?.made.deck;
  const edition: MadeEdition = {
    locale,
    title: made.value.interview.title.text,
    artifacts,
    inputs,
    tools: program.tools,
    products: Object.fromEntries(records),
    findings: { inputs: digest, diagnostics: found.map(placesKept(job)) },
  };
  return { diagnostics, edition, phases, ...(deck && { deck }) };
}

/** What the machine does for a phase is a phase of its own. */
function timedWorld(world: World, { measure }: Times, whileTypesetting: () => unknown): World {
  return {
    ...world,
    measure,
    typeset: (job) =>
      measure('typeset', () => {
        const setting = world.typeset(job);
        whileTypesetting();
        return setting;
      }),
    draw: (job, widths) => measure('draw', () => world.draw(job, widths)),
    present: (markdown) => measure('marp', () => world.present(markdown)),
    print: (markdown) => measure('browser', () => world.print(markdown)),
    rasterize: (svg, width) => measure('draw', () => world.rasterize(svg, width)),
  };
}

interface Recording {
  readonly world: World;
  /** Files of the theme, by their path from the program. */
  readonly templates: ReadonlyMap<string, string>;
  /** By their path from the manuscript. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** What the settings name, as they name it. */
  readonly named: ReadonlyMap<string, Uint8Array>;
}

function recordReads(world: World): Recording {
  const templates = new Map<string, string>();
  const pictures = new Map<string, Uint8Array>();
  const named = new Map<string, Uint8Array>();
  return {
    templates,
    pictures,
    named,
    world: {
      ...world,
      playerCode: async () => {
        const code = await world.playerCode();
        templates.set('templates/player.css', code.style);
        return code;
      },
      readTemplates: async (folder) => {
        const files = await world.readTemplates(folder);
        for (const [path, text] of files) templates.set(`templates/${path}`, text);
        return files;
      },
      readNamed: async (file) => {
        const bytes = await world.readNamed(file);
        if (bytes) named.set(file, bytes);
        return bytes;
      },
      readBeside: async (file, name, most) => {
        const bytes = await world.readBeside(file, name, most);
        if (typeof bytes !== 'string') pictures.set(name, bytes);
        return bytes;
      },
    },
  };
}

function inputsOf(job: EditionJob, { templates, pictures, named }: Recording): Inputs {
  const inputs = new Map<string, string | Uint8Array>([...templates, ...contentInputs(job)]);
  for (const [name, bytes] of pictures) inputs.set(`content/${job.slug}/${name}`, bytes);
  const folder = contentFolder(job);
  for (const [file, bytes] of named) {
    const isContent = folder !== '' && file.startsWith(folder);
    inputs.set(isContent ? `content/${file.slice(folder.length)}` : file, bytes);
  }
  return inputs;
}
