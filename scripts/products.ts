// The products of one edition, in the order they depend on one another. What an earlier build made from the same
// things is used again.

import { finishPdf } from './booklet/language.ts';
import {
  coarsePictures,
  isCoarsePicture,
  type LoadedPicture,
  loadPictures,
  pictureFiles,
  refused,
} from './booklet/pictures.ts';
import { pageReferences, partsByPage } from './booklet/references.ts';
import type { DeckPart } from './deck/html.ts';
import { type MadeEdition, makeEdition } from './edition/edition.ts';
import { missingGlyphs } from './edition/glyphs.ts';
import { pageFaces } from './faces/pages.ts';
import { coverageOf } from './fonts/coverage.ts';
import { familiesOf } from './fonts/faces.ts';
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
import type { PageReferences } from './model/page-references.ts';
import { type Artifact, DECK_PRODUCTS, DEPENDENT, PRINT_PRODUCTS, type Product } from './model/product.ts';
import type { Settings, Term } from './model/settings.ts';
import { measured, type World } from './model/world.ts';
import type { Theme } from './render/theme.ts';
import { holds, type Sources, type Trace, watch } from './reuse/sources.ts';
import { readLogo } from './settings/logo.ts';
import { typesetEdition } from './typeset.ts';

/** What holds for all interviews. */
export interface House {
  readonly settings: Settings;
  readonly terms: readonly Term[];
  /** Where the theme is chosen, for a diagnostic about it. */
  readonly pressFile: string;
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
  /** The same world where nobody keeps account of what is read. */
  readonly unseen?: World;
  /** Asks for the proof of the finished booklet: what a breach of the house's rules is. */
  readonly proof?: Severity;
  /** Where the booklet is not waited for: on which of its pages the parts are taken to stand. */
  readonly pages?: PageReferences;
  /** Code, packages and typefaces, as a digest: what is kept is used again under the same alone. */
  readonly program?: string;
  /** Hears what there is to say before the first product is begun. */
  readonly onFound?: (diagnostics: readonly Diagnostic[]) => void;
  /** A product as it was made before, from whatever it was made. */
  readonly recall?: (product: Product) => Promise<MadeProduct | undefined>;
  readonly onStart: (product: Product) => void;
  readonly onMade?: (artifact: Artifact) => void;
  /** Hears of every product, `isKept` where it was made before and is used again. */
  readonly onProduct?: (product: Product, made: MadeProduct, isKept: boolean) => void;
}

/** A product, and all that need be known to use it again. */
export interface MadeProduct {
  /** What it was made from. */
  readonly from: Trace;
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of the booklet: where its parts stand. */
  readonly pages?: PageReferences;
  /** Of the deck: what a page of several editions is made from. */
  readonly deck?: DeckPart;
}

/**
 * Each product is handed to `onMade` when it is there; an error stops what depends on it. Errors: those of all phases.
 */
export async function makeProducts(request: ProductRequest): Promise<Result<Edition>> {
  const { house, products, world } = request;
  const theme = await loadTheme(house, world);
  if (!theme.ok) return theme;
  const logo = await loadLogo(house, world);
  if (!logo.ok) return logo;
  const { edition: plain, diagnostics: findings } = await measured(world, 'edition', () =>
    editionFor(request),
  );
  const edition: Edition = { ...plain, ...(logo.value !== undefined && { logo: logo.value }) };
  const diagnostics: Diagnostic[] = [
    ...findings,
    ...(await measured(world, 'glyphs', () => checkGlyphs(edition, request.file, world))),
  ];
  if (diagnostics.some(isError)) return { ok: false, diagnostics };
  const pictures = await loadPictures(edition.interview, request.file, (name, most) =>
    world.readBeside(request.file, name, most),
  );
  diagnostics.push(...pictures.diagnostics);
  if (!pictures.ok) return { ok: false, diagnostics };
  request.onFound?.([...diagnostics]);

  const { settings } = house;
  const forPrintShop = products.some(isForPrintShop);
  let sources: Sources<LoadedPicture> = {
    program: request.program ?? '',
    edition,
    settings,
    theme: theme.value,
    pictures: pictures.value,
    pages: { sections: [], exchanges: [] },
    booklet: new Uint8Array(),
    world,
  };
  const make = async (product: Product): Promise<MadeProduct | undefined> => {
    request.onStart(product);
    const made = await measured(world, product, () => reuseOrMake(product, sources, request));
    diagnostics.push(
      ...made.diagnostics.map((found) => (forPrintShop && isCoarsePicture(found) ? refused(found) : found)),
    );
    return made.ok ? made.value : undefined;
  };
  if (request.pages) {
    sources = { ...sources, pages: request.pages };
    for (const product of DECK_PRODUCTS) if (products.includes(product)) await make(product);
    return resultOf(edition, diagnostics);
  }
  // The booklet is typeset for the deck too: its slides say on which page the full text stands.
  const booklet = await make('booklet');
  const [pdf] = booklet?.artifacts ?? [];
  if (booklet?.pages) {
    sources = { ...sources, pages: booklet.pages, ...(pdf && { booklet: pdf.bytes }) };
    const { proof } = request;
    if (proof && pdf)
      diagnostics.push(
        ...(await measured(world, 'proof', () => proofBooklet(edition, pdf.bytes, request, proof))),
      );
    // Preflight would say it again, without the picture's name.
    const isTooCoarse = forPrintShop && diagnostics.some(isCoarsePicture);
    for (const product of DEPENDENT)
      if (products.includes(product) && !(isTooCoarse && isForPrintShop(product))) await make(product);
  }
  return resultOf(edition, diagnostics);
}

function isForPrintShop(product: Product): boolean {
  return PRINT_PRODUCTS.some((one) => one === product);
}

/** Says of a product to `request` that it is there, and gives its diagnostics again where it was made before. */
async function reuseOrMake(
  product: Product,
  sources: Sources<LoadedPicture>,
  request: ProductRequest,
): Promise<Result<MadeProduct>> {
  const known = await request.recall?.(product);
  // What is only looked at to see whether it has changed does not count as read.
  const unseen = { ...sources, world: request.unseen ?? sources.world };
  const isKept =
    known !== undefined && (await holds(known.from, unseen)) && (await holds(known.from, sources));
  const made = isKept ? success(known, known.diagnostics) : await makeWatched(product, sources, request);
  if (!made.ok) return made;
  request.onProduct?.(product, made.value, isKept);
  if (request.products.includes(product))
    for (const artifact of made.value.artifacts) request.onMade?.(artifact);
  return made;
}

async function makeWatched(
  product: Product,
  sources: Sources<LoadedPicture>,
  request: ProductRequest,
): Promise<Result<MadeProduct>> {
  const { seen, trace } = watch(sources);
  const made = await makeOne(product, seen, request);
  const diagnostics = made.diagnostics.map((found) => ({ place: { file: request.file }, ...found }));
  return made.ok
    ? success({ ...made.value, from: trace(), diagnostics }, diagnostics)
    : { ok: false, diagnostics };
}

type Fresh = Pick<MadeProduct, 'artifacts' | 'pages' | 'deck'>;

/** Whatever a product depends on is taken from `seen`, or a change of it would go unseen. */
async function makeOne(
  product: Product,
  seen: Sources<LoadedPicture>,
  { file, house: { pressFile } }: ProductRequest,
): Promise<Result<Fresh>> {
  const { settings, world } = seen;
  switch (product) {
    case 'booklet':
      return typesetBooklet(seen, file);
    case 'duplex': {
      const { interview, language } = seen.edition;
      const { imposeOffice } = await import('./office.ts');
      const office = { settings, cut: mm(0), title: interview.title.text, language, name: 'booklet' };
      const faces = pageFaces(seen.booklet);
      return files(await imposeOffice(seen.booklet, { ...office, ...(faces && { faces }) }));
    }
    case 'press':
    case 'sheets':
    case 'shop-sheet': {
      const { makePrint } = await import('./print.ts');
      const { edition, theme, pictures } = seen;
      return files(await makePrint(product, { edition, settings, theme, pictures, world }));
    }
    case 'deck':
    case 'share': {
      const { makeDeck } = await import('./decks.ts');
      const { edition, theme, pages } = seen;
      return makeDeck(product, { edition, pages, theme, world, file, house: { settings, pressFile } });
    }
    case 'pptx':
    case 'deck-pdf':
    case 'handout':
    case 'pictures': {
      const { deckSetting } = await import('./decks.ts');
      const { makeForm } = await import('./forms.ts');
      const { edition, theme, pages, pictures } = seen;
      const setting = await deckSetting({ edition, theme, world, file, house: { settings, pressFile } });
      if (!setting.ok) return setting;
      return files(
        await makeForm(product, { setting: setting.value, pages, settings, theme, pictures, world }),
      );
    }
  }
}

function files(made: Result<readonly Artifact[]>): Result<Fresh> {
  return made.ok ? success({ artifacts: made.value }, made.diagnostics) : made;
}

/** The theme with what all themes share: Typst, which each imports, and parts of slides, in whose place it may put its own. */
export async function withShared(theme: Theme, world: World): Promise<Theme> {
  const [typography, deck] = [await world.readTemplates('typography'), await world.readTemplates('deck')];
  return { ...theme, files: new Map([...typography, ...deck, ...theme.files]) };
}

export async function loadTheme({ settings, pressFile }: House, world: World): Promise<Result<Theme>> {
  const files = await world.readTemplates(settings.theme);
  if (files.size > 0) return success(await withShared({ name: settings.theme, files }, world));
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

async function typesetBooklet(seen: Sources<LoadedPicture>, file: string): Promise<Result<Fresh>> {
  const { edition, settings, theme, pictures, world } = seen;
  const files = pictureFiles(edition.interview, pictures);
  const typeset = await typesetEdition(edition, { settings, theme, world, pictures: files });
  if (!typeset.ok) return typeset;
  const { pdf, pageCount, metadata } = typeset.value;
  const { resolution, binding } = settings.press;
  const bytes = finishPdf(pdf, edition.language, binding);
  const coarse = coarsePictures(edition.interview, pictures, metadata, resolution, file);
  const extent = { count: pageCount, unit: 'pages' } as const;
  const faces = pageFaces(bytes);
  const artifact = {
    product: 'booklet',
    file: 'booklet.pdf',
    bytes,
    extent,
    ...(faces && { faces }),
  } as const;
  return success(
    {
      artifacts: [artifact],
      pages: { ...pageReferences(metadata), parts: partsByPage(metadata, pageCount) },
    },
    [...typeset.diagnostics, ...coarse],
  );
}

async function proofBooklet(
  edition: Edition,
  pdf: Uint8Array,
  { house, file }: ProductRequest,
  severity: Severity,
): Promise<readonly Diagnostic[]> {
  const { openingMark, kinsoku } = house.settings;
  const { proofDiagnostics } = await import('./proof/findings.ts');
  const { proofPages } = await import('./proof/proof.ts');
  const proof = await proofPages(pdf, edition, { openingMark });
  return proofDiagnostics(proof, { file, locale: edition.locale, kinsoku, severity });
}
