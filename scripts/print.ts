// The products for a print shop: an edition laid out with bleed, imposed, and checked before it is handed over.

import { type Pictures, pictureFiles } from './booklet/pictures.ts';
import { pageFaces } from './faces/pages.ts';
import { familiesOf } from './fonts/faces.ts';
import { type Diagnostic, failure, type Result, resultOf, success } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import { type Mm, mm } from './model/length.ts';
import type { Locale } from './model/locale.ts';
import type { Artifact, PrintProduct } from './model/product.ts';
import type { Settings } from './model/settings.ts';
import type { World } from './model/world.ts';
import { imposeOffice } from './office.ts';
import { type SinglePages, singlePages } from './press/book.ts';
import { dayOf } from './press/day.ts';
import type { Limits } from './press/findings.ts';
import type { Lettering } from './press/lettering.ts';
import { measurePages, pressCover, pressPages, spineWidth } from './press/pages.ts';
import { type OutputCondition, readProfile } from './press/pdfx.ts';
import { type PreflightReport, preflight } from './press/preflight.ts';
import { shopSheetJob } from './press/shop-sheet.ts';
import {
  type ImposedSheets,
  imposeSignatures,
  planSignatures,
  type SheetOptions,
  type SignatureOptions,
} from './press/signatures.ts';
import { SHOP_WORDS, type ShopLanguage } from './press/words.ts';
import type { Theme } from './render/theme.ts';
import { typesetEdition, typesetSpine } from './typeset.ts';

export interface PrintRequest {
  readonly edition: Edition;
  readonly settings: Settings;
  readonly theme: Theme;
  readonly pictures: Pictures;
  readonly world: World;
}

/** One product of an edition, which is laid out anew with bleed. Errors: those of `printProduct` and typesetting. */
export async function makePrint(
  product: PrintProduct,
  request: PrintRequest,
): Promise<Result<readonly Artifact[]>> {
  const { edition, settings, theme, pictures, world } = request;
  const { bleed } = settings.press;
  const pages = { settings, theme, world, bleed, pictures: pictureFiles(edition.interview, pictures) };
  const booklet = await typesetEdition(edition, pages);
  if (!booklet.ok) return booklet;
  const { title, date } = edition.interview;
  return printProduct(product, {
    pdf: booklet.value.pdf,
    cut: bleed,
    settings,
    world,
    name: 'booklet',
    title: title.text,
    edition: edition.labels.editionName,
    date: date?.text,
    language: edition.language,
    locale: edition.locale,
    setSpine: async (width) => {
      const set = await typesetSpine(edition, pages, width);
      return set.ok ? success(set.value.pdf, set.diagnostics) : set;
    },
  });
}

export interface PrintJob {
  /** Single pages; `cut` of each lies outside its trim where there is no trim box. */
  readonly pdf: Uint8Array;
  readonly cut: Mm;
  readonly settings: Settings;
  readonly world: World;
  /** What the names of the files begin with. */
  readonly name: string;
  readonly title: string;
  readonly edition: string;
  /** In the words of the source. */
  readonly date: string | undefined;
  /** Of the pages, as BCP 47. */
  readonly language: string;
  /** Whose letters the title is set in, and whose words unless the shop has others. */
  readonly locale: Locale;
  /** The spine of a cover in one piece, which only a booklet of the house has drawn. */
  readonly setSpine?: (width: Mm) => Promise<Result<Uint8Array>>;
}

/**
 * One product of the press; `press` is two files. A file that preflight finds a fault in is a failure. Errors:
 * `press/…`, `preflight/…`, and those of typesetting.
 */
export async function printProduct(
  product: PrintProduct,
  job: PrintJob,
): Promise<Result<readonly Artifact[]>> {
  const { settings, world, title, language, cut } = job;
  const output = await outputCondition(settings, world);
  if (!output.ok) return output;
  const print: Print = {
    ...job,
    pages: pagesOf(job.pdf),
    common: { title, language, cut, date: dayOf(job.date), output: output.value },
  };
  if (product === 'press') return makePages(print);
  if (product === 'shop-sheet') return makeShopSheet(print);
  const sheets = await makeSheets(print);
  if (!sheets.ok) return sheets;
  const extent = { count: sheets.value.sheets.length, unit: 'sheets' } as const;
  const { pdf: bytes, faces } = sheets.value;
  const artifact = { product, file: `${job.name}-sheets.pdf`, bytes, extent, ...(faces && { faces }) };
  return checked([artifact], settings);
}

/** The products of one edition, which come one after another, are made of the same bytes: they are read once. */
function pagesOf(pdf: Uint8Array): SinglePages {
  const pages = known.get(pdf) ?? singlePages(pdf);
  known.set(pdf, pages);
  return pages;
}

const known = new WeakMap<Uint8Array, SinglePages>();

/** Reads the profile that the settings name. Errors: `press/no-profile`, `press/profile`. */
async function outputCondition({ press }: Settings, world: World): Promise<Result<OutputCondition>> {
  const bytes = await world.readNamed(press.profile);
  if (!bytes)
    return failure({
      code: 'press/no-profile',
      severity: 'error',
      message: `there is no file ${press.profile}`,
      hint: 'Name an ICC file under press: profile, or leave the key out for FOGRA39.',
    });
  const profile = readProfile(bytes, press.profile);
  if (!profile.ok) return profile;
  return success({ identifier: press.condition, description: press.conditionName, profile: profile.value });
}

/** How the settings have sheets imposed. */
function sheetOptions({ press, flip }: Settings): SheetOptions {
  const { creep, caliper, creepDirection, assembly } = press;
  return {
    sheet: press.sheet,
    signature: press.signature,
    assembly,
    binding: press.binding,
    flip,
    halves: press.workAndTurn,
    bleed: press.bleed,
    milling: assembly === 'gathered' ? press.milling : NO_MILLING,
    marks: press.marks,
    ...(creep !== 'none' && { creep: { caliper, method: creep, direction: creepDirection } }),
  };
}

function limitsOf({ press }: Settings): Limits {
  return { bleed: press.bleed, ink: press.ink, hairline: press.hairline, resolution: press.resolution };
}

/** The typefaces for words in `language` beside a title in the letters of `locale`, which may be of another script. */
function letteringFor(language: ShopLanguage, locale: Locale, world: World): Lettering {
  const locales = [...new Set([language === 'en' ? locale : language, locale])];
  const families = locales.map((one) => familiesOf(one).sans);
  const faces = families.flatMap((family) =>
    family.faces.filter(({ weight }) => weight === 400 || weight === 700),
  );
  return {
    typeset: world.typeset,
    families: families.map(({ name }) => name),
    fonts: faces.map(({ file }) => file),
    language,
  };
}

interface Print extends PrintJob {
  readonly pages: SinglePages;
  readonly common: Pick<SignatureOptions, 'title' | 'language' | 'date' | 'output'> & { readonly cut: Mm };
}

async function makePages({
  pages: single,
  settings,
  common,
  name,
  setSpine: drawn,
}: Print): Promise<Result<readonly Artifact[]>> {
  const { bleed, cover, binding, caliper } = settings.press;
  const withoutCover = cover === 'separate';
  const pages = await pressPages(single, { ...common, bleed, withoutCover });
  if (!pages.ok) return pages;
  const wrap = await pressCover(single, {
    ...common,
    bleed,
    binding,
    caliper,
    selfCover: !withoutCover,
    ...(drawn && { setSpine: drawn }),
  });
  if (!wrap.ok) return wrap;
  const artifact = (file: string, made: { readonly pdf: Uint8Array; readonly pages: number }): Artifact => ({
    product: 'press',
    file,
    bytes: made.pdf,
    extent: { count: made.pages, unit: 'pages' },
  });
  return checked(
    [artifact(`${name}-press.pdf`, pages.value), artifact(`${name}-press-cover.pdf`, wrap.value)],
    settings,
  );
}

async function makeSheets(print: Print): Promise<Result<ImposedSheets>> {
  const { settings, common, edition, world, locale, date = '' } = print;
  const inside = await pagesInside(print);
  if (!inside.ok) return inside;
  const language = settings.shop.language ?? locale;
  const words = SHOP_WORDS[language];
  const { faces } = inside.value;
  return imposeSignatures(inside.value.pages, {
    ...common,
    ...(faces && { faces }),
    ...sheetOptions(settings),
    slug: {
      lettering: letteringFor(language, locale, world),
      lineOf: (facts) =>
        [common.title, edition, date, words.slug(facts)].filter((part) => part !== '').join('　'),
    },
  });
}

interface Inside {
  readonly pages: SinglePages;
  readonly faces?: readonly string[];
}

/** The pages that go onto sheets. */
async function pagesInside({ pages, settings, common }: Print): Promise<Result<Inside>> {
  const { bleed, cover } = settings.press;
  const faces = pageFaces(pages.pdf);
  const known = faces && { faces };
  if (cover === 'self') return success({ pages, ...known });
  const inside = await pressPages(pages, { ...common, ...known, bleed, withoutCover: true });
  if (!inside.ok) return inside;
  const { pdf, faces: left } = inside.value;
  return success({ pages: singlePages(pdf), ...(left && { faces: left }) });
}

async function makeShopSheet(print: Print): Promise<Result<readonly Artifact[]>> {
  const { edition, settings, common, world, pages: single, locale, name } = print;
  const { press, shop } = settings;
  const pages = await measurePages(single, { ...common, withoutCover: press.cover === 'separate' });
  if (!pages.ok) return pages;
  const planned = planSignatures(pages.value.pages, pages.value.trim, sheetOptions(settings));
  if (!planned.ok) return planned;
  const { sheets, layout } = planned.value;
  const language = shop.language ?? locale;
  const order = {
    title: common.title,
    edition,
    trim: pages.value.trim,
    bleed: press.bleed,
    pages: pages.value.pages,
    binding: press.binding,
    assembly: press.assembly,
    signature: press.signature,
    sheets,
    sheetSize: layout.sheet,
    spine: press.cover === 'separate' ? spineWidth(pages.value.pages, press.caliper) : undefined,
    condition: press.condition,
    paper: shop.paper,
    coverPaper: shop.coverPaper,
    quantity: shop.quantity,
    contact: shop.contact,
  };
  const lettering = letteringFor(language, locale, world);
  const sheet = await world.typeset(shopSheetJob(order, SHOP_WORDS[language], lettering));
  if (!sheet.ok) return sheet;
  const { pdf: bytes, pageCount } = sheet.value;
  return success([
    {
      product: 'shop-sheet',
      file: name === 'booklet' ? 'shop-sheet.pdf' : `${name}-shop-sheet.pdf`,
      bytes,
      extent: { count: pageCount, unit: 'pages' },
    },
  ]);
}

/** A finding is an error of the file it is found in. */
async function checked(
  artifacts: readonly Artifact[],
  settings: Settings,
): Promise<Result<readonly Artifact[]>> {
  const reports = await Promise.all(
    artifacts.map(async ({ file, bytes }) => {
      const report = await preflight(bytes, limitsOf(settings));
      const found = report.ok ? report.value.findings : report.diagnostics;
      return found.map((diagnostic) => ({ ...diagnostic, place: { file } }));
    }),
  );
  return resultOf(artifacts, reports.flat());
}

const NO_MILLING = mm(0);

export interface ImposeRequest {
  readonly pdf: Uint8Array;
  /** The file's name without its extension. */
  readonly name: string;
  readonly products: readonly (PrintProduct | 'duplex')[];
  readonly settings: Settings;
  readonly cut: Mm;
  readonly world: World;
}

/** What the press makes of any PDF of single pages: all of the products, or none. */
export async function imposeAny(request: ImposeRequest): Promise<Result<readonly Artifact[]>> {
  const { pdf, name, products, settings, cut, world } = request;
  const artifacts: Artifact[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const product of products) {
    const locale = settings.shop.language === 'zh-CN' ? 'zh-CN' : 'zh-TW';
    const about = { name, title: name, edition: '', date: undefined, language: 'und', locale } as const;
    const made =
      product === 'duplex'
        ? await imposeOffice(pdf, { settings, cut, title: name, language: 'und', name })
        : await printProduct(product, { pdf, cut, settings, world, ...about });
    diagnostics.push(...made.diagnostics);
    if (made.ok) artifacts.push(...made.value);
  }
  return resultOf(artifacts, diagnostics);
}

/** What preflight says of any PDF, by the limits of the house. */
export async function preflightAny(pdf: Uint8Array, settings: Settings): Promise<Result<PreflightReport>> {
  return preflight(pdf, limitsOf(settings));
}

export { formatReport } from './press/preflight.ts';
