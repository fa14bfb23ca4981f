// The phases in order: what becomes of a transcript, and what becomes of a manuscript. Read this file first. What only
// some runs need is loaded when it is their turn: a start has to be quick, and workers make the editions.

import {
  type Manifest,
  type ManifestParts,
  makeManifest,
  readManifest,
  writeManifest,
} from './catalogue/manifest.ts';
import { changedProducts } from './changes/products.ts';
import type { DeckPart } from './deck/html.ts';
import { LABELS } from './edition/labels.ts';
import { proofread } from './edition/proofread.ts';
import { type FontFace, familiesOf } from './fonts/faces.ts';
import { readManuscript } from './manuscript/read.ts';
import { writeManuscript } from './manuscript/write.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import type { Interview } from './model/interview.ts';
import type { Locale } from './model/locale.ts';
import { type Artifact, DECK_PRODUCTS, type Product, type ProductChange } from './model/product.ts';
import { DEFAULT_SETTINGS, type Settings } from './model/settings.ts';
import type { World } from './model/world.ts';
import type { House, ProductRequest } from './products.ts';
import { digestOf } from './reuse/digest.ts';
import { lately } from './reuse/lately.ts';
import { readGlossary } from './settings/glossary.ts';
import { readSettings } from './settings/settings.ts';
import { chooseQuotes } from './summary/quote.ts';
import { summarize } from './summary/summarize.ts';
import type { ImportReport } from './transcript/account.ts';
import type { ImportOptions } from './transcript/import.ts';

/** A text file; its text is undefined where the file does not exist. */
export interface SourceFile {
  readonly file: string;
  readonly text: string | undefined;
}

/** press.yaml and glossary.yaml to what the house decides. Both are read before either is found wrong. */
export function readHouse(press: SourceFile, glossary: SourceFile): Result<House> {
  const settings = readSettings(press.text, press.file);
  const terms = readGlossary(glossary.text, glossary.file);
  const diagnostics = [...settings.diagnostics, ...terms.diagnostics];
  if (!settings.ok || !terms.ok) return { ok: false, diagnostics };
  return success({ settings: settings.value, terms: terms.value, pressFile: press.file }, diagnostics);
}

/** A manuscript to an interview that has takeaways and points throughout, as long as the settings allow. */
export function readInterview(
  { file, text }: SourceFile,
  { summary }: Pick<Settings, 'summary'> = DEFAULT_SETTINGS,
): Result<Interview> {
  return readLately(digestOf([file, text, summary]), () => readAnew({ file, text }, summary));
}

/** A preview reads each save several times: for the decks, for everything, and for its page. */
const readLately = lately<Result<Interview>>(8);

function readAnew({ file, text }: SourceFile, summary: Settings['summary']): Result<Interview> {
  const read = readManuscript(text ?? '', file);
  if (!read.ok) return read;
  const remarks = proofread(read.value, { file, source: text ?? '' });
  const summarized = summarize(read.value, file, summary);
  const diagnostics = [...read.diagnostics, ...remarks, ...summarized.diagnostics];
  return summarized.ok ? success(chooseQuotes(summarized.value), diagnostics) : { ok: false, diagnostics };
}

export interface BuildRecord {
  readonly parts: Omit<ManifestParts, 'earlier'>;
  /** The manifest of the build before, as text. */
  readonly earlier: string | undefined;
}

/** The text of a manifest.json: of an edition, or of what is made of all of them. */
export function manifestText({ parts, earlier }: BuildRecord): string {
  const previous = readManifest(earlier ?? '');
  const manifest = makeManifest({ ...parts, ...(previous && { earlier: previous }) });
  const changes = changesSince(previous, manifest);
  // A build that changes nothing leaves the manifest as it was.
  const known = changes.length > 0 ? changes : previous?.changes;
  return writeManifest({ ...manifest, ...(known && { changes: known }) });
}

/** What shows otherwise than in the build before. */
export function changesSince(
  earlier: Pick<Manifest, 'outputs'> | undefined,
  manifest: Pick<Manifest, 'outputs'> | undefined,
): readonly ProductChange[] {
  return changedProducts(earlier?.outputs ?? {}, manifest?.outputs ?? {});
}

/** The version of every package that has a part in editions of `locales`, their typefaces among them. */
export function toolVersions(
  locales: readonly Locale[],
  versionOf: (packageName: string) => string,
): ReadonlyMap<string, string> {
  const families = locales.flatMap((locale) => Object.values(familiesOf(locale)));
  const packages = [...TOOLS, ...families.map(({ packageName }) => packageName)];
  return new Map(packages.map((name) => [name, versionOf(name)]));
}

/** The packages whose version can change a product. */
const TOOLS = [
  '@marp-team/marp-cli',
  '@marp-team/marp-core',
  '@myriaddreamin/typst-ts-node-compiler',
  '@resvg/resvg-js',
  'esbuild',
  'fflate',
  'handlebars',
  'harfbuzzjs',
  'image-size',
  'mdast-util-from-markdown',
  'opencc-js',
  'pdf-lib',
  'pptxgenjs',
  'qr',
  'subset-font',
  'yaml',
];

/** The page to open everything from, as HTML, of the manifests that lie in the output folder. */
export async function makeCatalogue(manifests: readonly string[], world: World): Promise<Result<string>> {
  const { cataloguePage } = await import('./catalogue/page.ts');
  const file = 'index.html.hbs';
  const source = await world.readTemplate(file);
  const read = manifests.map(readManifest).filter((manifest) => manifest !== undefined);
  return cataloguePage(read, (locale) => LABELS[locale], { file: `templates/${file}`, source: source ?? '' });
}

export interface ImportedInterview {
  readonly manuscript: string;
  readonly report: ImportReport;
  /** The report for a person to read. */
  readonly summary: string;
  /** All of it, as Markdown; long, so made when it is wanted. */
  readonly account: () => string;
  /** What the account is of, where that is not the file itself. */
  readonly extracted?: string;
}

export type ImportChoices = Omit<ImportOptions, 'terms'>;

/** A raw transcript to a manuscript, with an account of what was changed. No conversion touches the terms of the house. */
export async function importInterview(
  bytes: Uint8Array,
  file: string,
  { terms }: House,
  choices: ImportChoices = {},
): Promise<Result<ImportedInterview>> {
  const { importTranscript } = await import('./transcript/import.ts');
  const { formatAccount, formatReport } = await import('./transcript/format.ts');
  const imported = await importTranscript(bytes, file, { ...choices, terms });
  if (!imported.ok) return imported;
  const { interview, report, extracted } = imported.value;
  const { diagnostics } = imported;
  const made = {
    manuscript: writeManuscript(interview),
    report,
    summary: formatReport(report),
    account: () => formatAccount(report, diagnostics),
    ...(extracted !== undefined && { extracted }),
  };
  return success(made, diagnostics);
}

/** The products of one edition. Errors: those of all phases. */
export async function makeProducts(request: ProductRequest): Promise<Result<Edition>> {
  const products = await import('./products.ts');
  return products.makeProducts(request);
}

/**
 * Has made ready what an edition will want, while this thread is at other things: Typst opens its typefaces, where it is in
 * a thread of its own, and they are read for whoever measures.
 */
export async function makeReady(locale: Locale, world: World): Promise<void> {
  if (!world.typesetAhead) return;
  const { likelyFaces, trialJob } = await import('./booklet/trial.ts');
  world.typesetAhead(trialJob(locale));
  void readAhead(likelyFaces(locale), world);
}

/** One after the other: they are in nobody's way. Of one that is missing hears whoever wants it. */
async function readAhead(faces: readonly FontFace[], world: World): Promise<void> {
  try {
    for (const { file } of faces) await world.readFont(file);
  } catch {
    return;
  }
}

/** Loads the code that makes `products`: for when there is nothing else to do. */
export async function loadMakers(products: readonly Product[]): Promise<void> {
  const isWanted = (some: readonly Product[]): boolean => some.some((product) => products.includes(product));
  if (isWanted(['duplex'])) await import('./office.ts');
  if (isWanted(DECK_PRODUCTS)) await import('./decks.ts');
}

/** The deck of several editions in one page; of one edition, none. */
export async function makeWholeDeck(
  parts: readonly DeckPart[],
  world: World,
): Promise<Result<readonly Artifact[]>> {
  if (parts.length < 2) return success([]);
  const { wholeDeck } = await import('./decks.ts');
  return wholeDeck(parts, world);
}

export {
  areOfTheSame,
  type Findings,
  type Manifest,
  type ProductRecord,
  readManifest,
} from './catalogue/manifest.ts';
export { formatProductChanges } from './changes/products.ts';
export type { DeckPart } from './deck/html.ts';
export type { House, MadeProduct, ProductRequest } from './products.ts';
/** The encoding that a name such as GBK stands for, undefined where it cannot be read. */
export { encodingNamed } from './transcript/encoding.ts';
