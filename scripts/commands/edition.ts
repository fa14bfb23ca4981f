// One edition of one interview, from values to values: what may as well be made in a thread of its own.

import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import type { Artifact, Product } from '../model/product.ts';
import type { World } from '../model/world.ts';
import { type DeckPart, type House, makeProducts, type SourceFile } from '../pipeline.ts';
import { startStopwatch, startTimes, type Times } from '../system/clock.ts';
import type { HouseFiles } from './content.ts';

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
}

export interface EditionOutcome {
  readonly diagnostics: readonly Diagnostic[];
  /** None where something is wrong. */
  readonly edition?: MadeEdition;
  /** What a page of several editions is made from. */
  readonly deck?: DeckPart;
  /** What its phases took, in milliseconds. */
  readonly phases?: Readonly<Record<string, number>>;
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

/** Hears which product of an edition is begun. */
export type EditionListener = (product: Product) => void;

/** Never rejects: a fault of the program is a diagnostic, `build/fault`, and the others go on. */
export async function makeEdition(
  job: EditionJob,
  world: World,
  onStart: EditionListener,
): Promise<EditionOutcome> {
  return attempt(job, world, onStart).catch((error) => ({
    diagnostics: [programFault(job.manuscript.file, error)],
  }));
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

async function attempt(job: EditionJob, world: World, onStart: EditionListener): Promise<EditionOutcome> {
  const { manuscript, slug, interview, house, locale, products, proof } = job;
  const times = startTimes('rest');
  const recording = recordReads(timedWorld(world, times));
  const stopwatch = startStopwatch();
  const artifacts: TimedArtifact[] = [];
  const decks: DeckPart[] = [];
  const made = await makeProducts({
    interview,
    file: manuscript.file,
    ...(manuscript.text !== undefined && { source: manuscript.text }),
    house,
    locale,
    products,
    ...(proof && { proof }),
    world: recording.world,
    onStart,
    onDeck: (part) => decks.push(part),
    onMade: (artifact) => artifacts.push({ ...artifact, milliseconds: stopwatch.lap() }),
  });
  const { diagnostics } = made;
  const phases = times.spent();
  if (!made.ok) return { diagnostics, phases };
  const inputs = inputsOf(job.houseFiles, slug, manuscript, recording);
  const [deck] = decks;
  const edition = { locale, title: made.value.interview.title.text, artifacts, inputs };
  return { diagnostics, edition, phases, ...(deck && { deck }) };
}

/** What the machine does for a phase is a phase of its own. */
function timedWorld(world: World, { measure }: Times): World {
  return {
    ...world,
    measure,
    typeset: (job) => measure('typeset', () => world.typeset(job)),
    draw: (job, widthOf) => measure('draw', () => world.draw(job, widthOf)),
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

function inputsOf(
  house: HouseFiles,
  slug: string,
  manuscript: SourceFile,
  { templates, pictures, named }: Recording,
): ReadonlyMap<string, string | Uint8Array> {
  const inputs = new Map<string, string | Uint8Array>(templates);
  if (house.press.text !== undefined) inputs.set('content/press.yaml', house.press.text);
  if (house.glossary.text !== undefined) inputs.set('content/glossary.yaml', house.glossary.text);
  inputs.set(`content/${slug}/interview.md`, manuscript.text ?? '');
  for (const [name, bytes] of pictures) inputs.set(`content/${slug}/${name}`, bytes);
  const folder = house.press.file.replace(/[^/]*$/, '');
  for (const [file, bytes] of named) {
    inputs.set(file.startsWith(folder) ? `content/${file.slice(folder.length)}` : file, bytes);
  }
  return inputs;
}
