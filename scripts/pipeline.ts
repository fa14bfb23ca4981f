// The phases in order: what becomes of a transcript, and what becomes of a manuscript. Read this file first.

import { finishPdf } from './booklet/language.ts';
import { coarsePictures, loadPictures, type Pictures, pictureFiles } from './booklet/pictures.ts';
import { pageReferences, partsByPage } from './booklet/references.ts';
import { type ManifestParts, makeManifest, readManifest, writeManifest } from './catalogue/manifest.ts';
import { cataloguePage } from './catalogue/page.ts';
import type { DeckPart } from './deck/html.ts';
import { DECK_PRODUCTS, deckSetting, makeDeck } from './decks.ts';
import { type MadeEdition, makeEdition } from './edition/edition.ts';
import { missingGlyphs } from './edition/glyphs.ts';
import { LABELS } from './edition/labels.ts';
import { proofread } from './edition/proofread.ts';
import { coverageOf } from './fonts/coverage.ts';
import { familiesOf } from './fonts/faces.ts';
import { FORMS, makeForm } from './forms.ts';
import { readManuscript } from './manuscript/read.ts';
import { writeManuscript } from './manuscript/write.ts';
import {
  type Diagnostic,
  failure,
  isError,
  type Result,
  resultOf,
  type Severity,
  success,
} from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import type { Interview } from './model/interview.ts';
import { mm } from './model/length.ts';
import type { Locale } from './model/locale.ts';
import type { Artifact, Product } from './model/product.ts';
import { DEFAULT_SETTINGS, type Settings, type Term } from './model/settings.ts';
import type { TypesetDocument, World } from './model/world.ts';
import { imposeOffice, makePrint, PRINT_PRODUCTS } from './print.ts';
import { proofDiagnostics, proofPages } from './proof/proof.ts';
import type { Theme } from './render/theme.ts';
import { readGlossary } from './settings/glossary.ts';
import { readLogo } from './settings/logo.ts';
import { readSettings } from './settings/settings.ts';
import { chooseQuotes } from './summary/quote.ts';
import { summarize } from './summary/summarize.ts';
import type { ImportReport } from './transcript/account.ts';
import { formatAccount, formatReport } from './transcript/format.ts';
import { type ImportOptions, importTranscript } from './transcript/import.ts';
import { typesetEdition, withSharedTypst } from './typeset.ts';

/** A text file; its text is undefined where the file does not exist. */
export interface SourceFile {
  readonly file: string;
  readonly text: string | undefined;
}

/** What holds for all interviews. */
export interface House {
  readonly settings: Settings;
  readonly terms: readonly Term[];
  /** Where the theme is chosen, for a diagnostic about it. */
  readonly pressFile: string;
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
  { summary }: Settings = DEFAULT_SETTINGS,
): Result<Interview> {
  const read = readManuscript(text ?? '', file);
  if (!read.ok) return read;
  const remarks = proofread(read.value, { file, source: text ?? '' });
  const summarized = summarize(read.value, file, summary);
  const diagnostics = [...read.diagnostics, ...remarks, ...summarized.diagnostics];
  return summarized.ok ? success(chooseQuotes(summarized.value), diagnostics) : { ok: false, diagnostics };
}

export interface ProductRequest {
  readonly interview: Interview;
  /** The manuscript it was read from, and its text. */
  readonly file: string;
  readonly source?: string;
  readonly house: House;
  readonly locale: Locale;
  readonly products: readonly Product[];
  readonly world: World;
  /** Asks for the proof of the finished booklet: what a breach of the house's rules is. */
  readonly proof?: Severity;
  readonly onStart: (product: Product) => void;
  readonly onMade: (artifact: Artifact) => void;
  /** Hears of the deck what a page of several editions is made from. */
  readonly onDeck?: (part: DeckPart) => void;
}

/**
 * The products of one edition, in the order they depend on one another. Each is handed to `onMade` when it is done; an
 * error stops what depends on it.
 */
export async function makeProducts(request: ProductRequest): Promise<Result<Edition>> {
  const { house, products, world } = request;
  const diagnostics: Diagnostic[] = [];
  const make = async <T>(product: Product, work: () => Promise<Result<T>>): Promise<T | undefined> => {
    request.onStart(product);
    const result = await work();
    const place = { file: request.file };
    diagnostics.push(...result.diagnostics.map((found) => ({ place, ...found })));
    return result.ok ? result.value : undefined;
  };

  const theme = await loadTheme(house, world);
  if (!theme.ok) return theme;
  const logo = await loadLogo(house, world);
  if (!logo.ok) return logo;
  const { edition: plain, diagnostics: findings } = editionFor(request);
  const edition: Edition = { ...plain, ...(logo.value !== undefined && { logo: logo.value }) };
  diagnostics.push(...findings, ...(await checkGlyphs(edition, request.file, world)));
  if (diagnostics.some(isError)) return { ok: false, diagnostics };
  const read = await loadPictures(edition.interview, request.file, (name, most) =>
    world.readBeside(request.file, name, most),
  );
  diagnostics.push(...read.diagnostics);
  if (!read.ok) return { ok: false, diagnostics };
  const pictures = read.value;
  // The booklet is typeset for the deck too: its slides say on which page the full text stands.
  const booklet = await make('booklet', () => typesetBooklet(edition, theme.value, pictures, request));
  if (booklet && request.proof)
    diagnostics.push(...(await proofBooklet(edition, booklet, request, request.proof)));
  if (booklet && products.includes('booklet')) request.onMade(bookletArtifact(booklet));
  if (booklet && products.includes('duplex')) {
    const { title } = edition.interview;
    const office = { settings: house.settings, cut: mm(0), title: title.text, language: edition.language };
    const duplex = await make('duplex', () => imposeOffice(booklet.pdf, { ...office, name: 'booklet' }));
    for (const artifact of duplex ?? []) request.onMade(artifact);
  }
  for (const product of PRINT_PRODUCTS) {
    if (!booklet || !products.includes(product)) continue;
    const { settings } = house;
    const made = await make(product, () =>
      makePrint(product, { edition, settings, theme: theme.value, pictures, world }),
    );
    for (const artifact of made ?? []) request.onMade(artifact);
  }
  for (const product of DECK_PRODUCTS) {
    if (!booklet || !products.includes(product)) continue;
    const pages = pageReferences(booklet.metadata);
    await make(product, () => makeDeck(product, { ...request, edition, pages, theme: theme.value }));
  }
  for (const form of FORMS) {
    if (!booklet || !products.includes(form)) continue;
    const pages = pageReferences(booklet.metadata);
    const made = await make(form, async (): Promise<Result<readonly Artifact[]>> => {
      const setting = await deckSetting({ ...request, edition, theme: theme.value });
      if (!setting.ok) return setting;
      return makeForm(form, {
        setting: setting.value,
        pages,
        partsByPage: partsByPage(booklet.metadata, booklet.pageCount),
        settings: house.settings,
        theme: theme.value,
        pictures,
        world,
      });
    });
    for (const artifact of made ?? []) request.onMade(artifact);
  }
  return resultOf(edition, diagnostics);
}

export async function loadTheme({ settings, pressFile }: House, world: World): Promise<Result<Theme>> {
  const files = await world.readTemplates(settings.theme);
  if (files.size > 0) return success(await withSharedTypst({ name: settings.theme, files }, world));
  return failure({
    code: 'settings/no-such-theme',
    severity: 'error',
    message: `there is no theme ${settings.theme}`,
    hint: 'Name a folder under templates/, such as magazine.',
    place: { file: pressFile },
  });
}

async function loadLogo({ settings, pressFile }: House, world: World): Promise<Result<string | undefined>> {
  if (settings.logo === undefined) return success(undefined);
  const file = pressFile.replace(/[^/]*$/, settings.logo);
  return readLogo(await world.readNamed(file), file, pressFile);
}

/** The interview in a locale, by the house's terms and words. */
export function editionFor({
  interview,
  locale,
  house,
  file,
  source,
}: Pick<ProductRequest, 'interview' | 'locale' | 'house' | 'file' | 'source'>): MadeEdition {
  const { settings, terms } = house;
  return makeEdition(interview, locale, {
    terms,
    ...(settings.publisher !== undefined && { publisher: settings.publisher }),
    ...(locale !== 'zh-CN' && { vocabulary: settings.vocabulary[locale] }),
    manuscript: { file, ...(source !== undefined && { source }) },
  });
}

async function checkGlyphs(edition: Edition, file: string, world: World): Promise<readonly Diagnostic[]> {
  const families = Object.values(familiesOf(edition.locale));
  const regular = families.flatMap(({ faces }) => faces.filter(({ weight }) => weight === 400));
  const fonts = await Promise.all(regular.map((face) => world.readFont(face.file)));
  return missingGlyphs(edition, fonts.map(coverageOf), file);
}

async function typesetBooklet(
  edition: Edition,
  theme: Theme,
  pictures: Pictures,
  { world, house, file }: ProductRequest,
): Promise<Result<TypesetDocument>> {
  const { settings } = house;
  const files = pictureFiles(edition.interview, pictures);
  const typeset = await typesetEdition(edition, { settings, theme, world, pictures: files });
  if (!typeset.ok) return typeset;
  const { resolution, binding } = settings.press;
  const pdf = finishPdf(typeset.value.pdf, edition.language, binding);
  const coarse = coarsePictures(edition.interview, pictures, typeset.value.metadata, resolution, file);
  return success({ ...typeset.value, pdf }, [...typeset.diagnostics, ...coarse]);
}

async function proofBooklet(
  edition: Edition,
  { pdf }: TypesetDocument,
  { house, file }: ProductRequest,
  severity: Severity,
): Promise<readonly Diagnostic[]> {
  const { openingMark, kinsoku } = house.settings;
  const breaches = await proofPages(pdf, edition, { openingMark });
  return proofDiagnostics(breaches, { file, locale: edition.locale, kinsoku, severity });
}

function bookletArtifact({ pdf, pageCount }: TypesetDocument): Artifact {
  return { product: 'booklet', file: 'booklet.pdf', bytes: pdf, extent: { count: pageCount, unit: 'pages' } };
}

export interface BuildRecord {
  readonly parts: Omit<ManifestParts, 'tools' | 'earlier'>;
  /** Whose typefaces had a part in it. */
  readonly locales: readonly Locale[];
  /** The version of an installed package. */
  readonly versionOf: (packageName: string) => string;
  /** Versions of what is no package. */
  readonly versions: ReadonlyMap<string, string>;
  /** The manifest of the build before, as text. */
  readonly earlier: string | undefined;
}

/** The text of a manifest.json: of an edition, or of what is made of all of them. */
export function manifestText({ parts, locales, versionOf, versions, earlier }: BuildRecord): string {
  const families = locales.flatMap((locale) => Object.values(familiesOf(locale)));
  const packages = [...TOOLS, ...families.map(({ packageName }) => packageName)];
  const tools = new Map([...versions, ...packages.map((name) => [name, versionOf(name)] as const)]);
  const previous = readManifest(earlier ?? '');
  return writeManifest(makeManifest({ ...parts, tools, ...(previous && { earlier: previous }) }));
}

/** The packages whose version can change a product. */
const TOOLS = [
  '@marp-team/marp-cli',
  '@marp-team/marp-core',
  '@myriaddreamin/typst-ts-node-compiler',
  'esbuild',
  'handlebars',
  'opencc-js',
  '@resvg/resvg-js',
  'pdf-lib',
  'pptxgenjs',
  'subset-font',
];

/** The page to open everything from, as HTML, of the manifests that lie in the output folder. */
export async function makeCatalogue(manifests: readonly string[], world: World): Promise<Result<string>> {
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

export type { DeckPart } from './deck/html.ts';
export { deckSetting, makeWholeDeck } from './decks.ts';
/** The encoding that a name such as GBK stands for, undefined where it cannot be read. */
export { encodingNamed } from './transcript/encoding.ts';
