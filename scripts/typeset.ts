// The part of the pipeline that makes pages of an edition: its lines are composed here, and put in place by Typst.

import type { FontFile } from './booklet/composer.ts';
import { fontsOf } from './booklet/fonts-used.ts';
import { columnsOf, layPage, type PageGeometry } from './booklet/geometry.ts';
import { type BookletTemplates, bookletJob, bookletTemplates, spineJob } from './booklet/job.ts';
import { type LineSetting, setLines } from './booklet/lines.ts';
import { remade, sectionEnds, sparseEnds } from './booklet/page-maker.ts';
import { moreBreaks, NO_BREAKS, type PageBreaks } from './booklet/page-breaks.ts';
import { pageReferences } from './booklet/references.ts';
import { type TextStyles, textStyles } from './booklet/texts.ts';
import { type BookletView, bookletView } from './booklet/view.ts';
import { familiesOf, type Genre, type Weight } from './fonts/faces.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import { type Mm, mm } from './model/length.ts';
import type { Settings } from './model/settings.ts';
import { measured, type TypesetDocument, type TypesetJob, type World } from './model/world.ts';
import type { Theme } from './render/theme.ts';

export interface TypesetRequest {
  readonly settings: Settings;
  readonly theme: Theme;
  readonly world: World;
  /** Around the trim on every side. */
  readonly bleed?: Mm;
  /** By their path beside the theme's files. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
}

/** The pages of an edition's booklet. Errors: those of `composeEdition` and of `World.typeset`. */
export async function typesetEdition(
  edition: Edition,
  request: TypesetRequest,
): Promise<Result<TypesetDocument>> {
  const pages = await makePages(edition, request);
  return pages.ok ? success(pages.value.document, pages.diagnostics) : pages;
}

/**
 * An edition's booklet in lines, for Typst to place. Errors: `booklet/format-too-small`, those of the theme's files and of
 * `World.typeset`.
 */
export async function composeEdition(edition: Edition, request: TypesetRequest): Promise<Result<TypesetJob>> {
  const pages = await makePages(edition, request);
  return pages.ok ? success(pages.value.job) : pages;
}

interface Pages {
  readonly job: TypesetJob;
  readonly document: TypesetDocument;
}

/** Typesets the pages, and again where that mends some that have hardly anything on them, or notes parted from their calls. */
async function makePages(edition: Edition, request: TypesetRequest): Promise<Result<Pages>> {
  const { world } = request;
  const prepared = await measured(world, 'compose', () => prepare(edition, request));
  if (!prepared.ok) return prepared;
  const { view, setting, jobOf } = prepared.value;
  const pagesOf = async (each: BookletView, breaks: PageBreaks): Promise<Result<Pages>> => {
    const job = await measured(world, 'compose', async () => jobOf(each, breaks));
    if (!job.ok) return job;
    const document = await world.typeset(job.value);
    return document.ok
      ? success({ job: job.value, document: document.value }, document.diagnostics)
      : document;
  };
  let [shown, breaks] = [view, NO_BREAKS];
  let made = await pagesOf(view, breaks);
  if (!made.ok) return made;
  const { sparse, starts } = endsIn(made.value.document, view);
  if (sparse.length > 0) {
    const better = remade(view, sparse, starts, setting);
    const again = await pagesOf(better, breaks);
    if (again.ok && endsIn(again.value.document, view).sparse.length < sparse.length)
      [shown, made] = [better, again];
  }
  const sectionOf = sectionsByExchange(view);
  if (process.env.WDEBUG) console.error("---"); for (let round = 0; made.ok && round < MOST_ROUNDS; round += 1) {
    const more = moreBreaks(made.value.document.metadata, sectionOf, breaks);
    if (more === breaks) break; if (process.env.WDEBUG) console.error(round, [...more].slice(breaks.size));
    breaks = more;
    made = await pagesOf(shown, breaks);
  }
  return made;
}

/** Each mends one place in every section that has any. */
const MOST_ROUNDS = 40;

function sectionsByExchange({ sections }: BookletView): (exchange: number) => number {
  const known = new Map(
    sections.flatMap((section) => section.exchanges.map(({ number }) => [number, section.number] as const)),
  );
  return (exchange) => known.get(exchange) ?? 0;
}

/** The sections that end with hardly anything on a page, and the pages that the text of each begins on. */
function endsIn({ metadata }: TypesetDocument, { sections }: BookletView) {
  const { exchanges } = pageReferences(metadata);
  const starts = sections.map((section) => exchanges[(section.exchanges[0]?.number ?? 1) - 1] ?? 0);
  return { sparse: sparseEnds(sectionEnds(metadata), starts), starts };
}

interface Prepared {
  readonly view: BookletView;
  readonly setting: LineSetting;
  readonly jobOf: (view: BookletView, breaks: PageBreaks) => Result<TypesetJob>;
}

async function prepare(
  edition: Edition,
  { settings, theme, world, bleed, pictures }: TypesetRequest,
): Promise<Result<Prepared>> {
  const design = designOf(theme, settings);
  if (!design.ok) return design;
  const { templates, page } = design.value;
  const { locale, unbreakable } = edition;
  const { kinsoku, openingMark, emphasis } = settings;
  const view = bookletView(edition, settings);
  const styles = textStyles(page, templates.design.texts);
  const fontFile = await readFonts(view, styles, world);
  const columns = columnsOf(page, templates.design);
  const house = { locale, kinsoku, openingMark, emphasis, unbreakable };
  const setting = { ...house, columns, styles, fontFile, language: locale };
  const jobOf: Prepared['jobOf'] = (each, breaks) =>
    bookletJob(setLines(each, setting, breaks), page, templates, bleed, pictures);
  return success({ view, setting, jobOf });
}

/** The spine of its cover by itself, `width` wide. Errors: as of the pages. */
export async function typesetSpine(
  edition: Edition,
  { settings, theme, world, bleed = mm(0) }: TypesetRequest,
  width: Mm,
): Promise<Result<TypesetDocument>> {
  const design = designOf(theme, settings);
  if (!design.ok) return design;
  const { templates, page } = design.value;
  return world.typeset(spineJob(bookletView(edition, settings), page, templates, bleed, width));
}

interface Design {
  readonly templates: BookletTemplates;
  readonly page: PageGeometry;
}

function designOf(theme: Theme, { format }: Settings): Result<Design> {
  const templates = bookletTemplates(theme);
  if (!templates.ok) return templates;
  const page = layPage(format, templates.value.design);
  return page.ok ? success({ templates: templates.value, page: page.value }) : page;
}

/** The fonts that lines are measured with. */
async function readFonts(view: BookletView, styles: TextStyles, world: World): Promise<FontFile> {
  const families = familiesOf(view.locale);
  const fileOf = (genre: Genre, weight: Weight): string => {
    const face = families[genre].faces.find((each) => each.weight === weight);
    if (!face) throw new Error(`the ${genre} of ${view.locale} has no weight ${weight}`);
    return face.file;
  };
  const read = async ([genre, weight]: readonly [Genre, Weight]) =>
    [`${genre}-${weight}`, await world.readFont(fileOf(genre, weight))] as const;
  const fonts = new Map(await Promise.all(fontsOf(view, styles).map(read)));
  return (genre, weight) => {
    const font = fonts.get(`${genre}-${weight}`);
    if (!font) throw new Error(`a text in ${genre} ${weight} is measured that was not expected`);
    return font;
  };
}
