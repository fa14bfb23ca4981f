// What an earlier build left on the disk, to be used again where nothing that it was made from has changed.

import type { Diagnostic } from '../model/diagnostic.ts';
import { type Artifact, MAKING_ORDER, type Product } from '../model/product.ts';
import type { World } from '../model/world.ts';
import type { MadeProduct, Manifest, ProductRecord } from '../pipeline.ts';
import { digestOf, sha256 } from '../reuse/digest.ts';
import { readIfPossible } from '../system/files.ts';
import { shownPath } from './context.ts';
import type { EditionJob, EditionOutcome } from './edition.ts';

/** A browser prints deck.pdf, and which one is known to nobody: it is made each time. */
const UNREPEATABLE: readonly Product[] = ['deck-pdf'];

/** The names of what a build read, and what it read there. */
export type Inputs = ReadonlyMap<string, string | Uint8Array>;

/** One number for all that was read, and for what read it. */
export function inputsDigest(inputs: Inputs, program: string): string {
  const entries = [...inputs].map(([name, content]) => [name, sha256(content)] as const);
  return digestOf([program, entries.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The whole edition as it lies under `folder`, where nothing was read that reads otherwise now. */
export async function recallEdition(
  job: EditionJob,
  manifest: Manifest,
  folder: string,
  world: World,
): Promise<EditionOutcome | undefined> {
  const { products, locale, proof } = job;
  if (proof || products.some((product) => UNREPEATABLE.includes(product))) return undefined;
  const inputs = await inputsNow(job, Object.keys(manifest.inputs), world);
  const digest = inputsDigest(inputs, job.program.digest);
  // Every edition is typeset, for its pages or for what the deck says of them.
  const needed = MAKING_ORDER.filter((product) => product === 'booklet' || products.includes(product));
  const records = needed.map((product) => manifest.products[product]);
  const { findings } = manifest;
  if (findings?.inputs !== digest || records.some((record) => record?.inputs !== digest)) return undefined;
  const artifacts: Artifact[] = [];
  for (const product of needed.filter((name) => products.includes(name))) {
    const found = await artifactsOf(product, manifest, folder);
    if (!found) return undefined;
    artifacts.push(...found);
  }
  const diagnostics = [...findings.diagnostics, ...records.flatMap((record) => record?.diagnostics ?? [])];
  return {
    diagnostics: diagnostics.map(placesShown(job)),
    edition: {
      locale,
      title: manifest.title,
      artifacts: artifacts.map((artifact) => ({ ...artifact, milliseconds: 0, isKept: true })),
      inputs,
      tools: job.program.tools,
      products: manifest.products,
      findings,
    },
  };
}

/** One product as it lies under `folder`; whether it may be used again is for `holds` to say. */
export async function recallProduct(
  product: Product,
  job: EditionJob,
  manifest: Manifest,
  folder: string,
): Promise<MadeProduct | undefined> {
  const record = manifest.products[product];
  if (!record || UNREPEATABLE.includes(product)) return undefined;
  const artifacts = await artifactsOf(product, manifest, folder);
  // The deck needs to know of the pages, and not the pages.
  if (!artifacts && (product !== 'booklet' || needsBooklet(job))) return undefined;
  const { from, pages } = record;
  const diagnostics = record.diagnostics.map(placesShown(job));
  return { from, artifacts: artifacts ?? [], diagnostics, ...(pages && { pages }) };
}

function needsBooklet({ products, proof }: EditionJob): boolean {
  return proof !== undefined || products.includes('booklet') || products.includes('duplex');
}

/** The record of a product for the manifest. Its places are those of content/, wherever that lies. */
export function recordOf(
  { from, artifacts, diagnostics, pages }: MadeProduct,
  inputs: string,
  isWritten: boolean,
  job: EditionJob,
): ProductRecord {
  return {
    from,
    inputs,
    files: isWritten ? artifacts.map(({ file }) => file) : [],
    diagnostics: diagnostics.map(placesKept(job)),
    ...(pages && { pages }),
  };
}

/** The files of a product, each as the manifest has it; undefined where one is not, or where there is none. */
export async function artifactsOf(
  product: Product,
  { products, outputs }: Manifest,
  folder: string,
): Promise<readonly Artifact[] | undefined> {
  const artifacts: Artifact[] = [];
  for (const file of products[product]?.files ?? []) {
    const output = outputs[file];
    const bytes = await readIfPossible(shownPath(folder, file));
    if (!output || !bytes || sha256(bytes) !== output.sha256) return undefined;
    const { count, unit, alternative, shows, faces, notes } = output;
    const artifact = { product: output.product, file, bytes, extent: { count, unit } };
    const seen = { ...(shows && { shows }), ...(faces && { faces }), ...(notes && { notes }) };
    artifacts.push({ ...artifact, ...seen, ...(alternative !== undefined && { alternative }) });
  }
  return artifacts.length > 0 ? artifacts : undefined;
}

/** All that an edition would read now, of what it read before, and of what has come beside that. */
async function inputsNow(job: EditionJob, names: readonly string[], world: World): Promise<Inputs> {
  const inputs = new Map(contentInputs(job));
  const folders = new Set(names.flatMap((name) => /^templates\/([^/]+)\//.exec(name)?.[1] ?? []));
  for (const folder of folders)
    for (const [path, text] of await world.readTemplates(folder)) inputs.set(`templates/${path}`, text);
  const own = `content/${job.slug}/`;
  for (const name of names) {
    if (inputs.has(name)) continue;
    const content = name.startsWith('templates/')
      ? await world.readTemplate(name.slice('templates/'.length))
      : name.startsWith(own)
        ? await world.readBeside(job.manuscript.file, name.slice(own.length), Number.POSITIVE_INFINITY)
        : await world.readNamed(name.replace(/^content\//, contentFolder(job)));
    if (content !== undefined) inputs.set(name, content);
  }
  return inputs;
}

/** What the job brings with it. */
export function contentInputs({ houseFiles, slug, manuscript }: EditionJob): Inputs {
  const { press, glossary } = houseFiles;
  return new Map([
    ...(press.text === undefined ? [] : [['content/press.yaml', press.text] as const]),
    ...(glossary.text === undefined ? [] : [['content/glossary.yaml', glossary.text] as const]),
    [`content/${slug}/interview.md`, manuscript.text ?? ''],
  ]);
}

/** As the person named it, with a slash at its end. */
export function contentFolder({ houseFiles }: EditionJob): string {
  return houseFiles.press.file.replace(/[^/]*$/, '');
}

export function placesKept(job: EditionJob): (found: Diagnostic) => Diagnostic {
  return inFolder(contentFolder(job), KEPT_FOLDER);
}

function placesShown(job: EditionJob): (found: Diagnostic) => Diagnostic {
  return inFolder(KEPT_FOLDER, contentFolder(job));
}

/** Stands for the folder of the content in a manifest, which is the same wherever that lies. */
const KEPT_FOLDER = 'content/';

function inFolder(before: string, after: string): (found: Diagnostic) => Diagnostic {
  return (found) =>
    found.place?.file.startsWith(before)
      ? { ...found, place: { ...found.place, file: after + found.place.file.slice(before.length) } }
      : found;
}
