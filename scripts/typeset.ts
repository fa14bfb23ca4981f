// The part of the pipeline that makes pages of an edition: its lines are composed here, and put in place by Typst.

import type { FontFile } from './booklet/composer.ts';
import { continuedPages, joinParagraphs } from './booklet/continued.ts';
import { fontsOf } from './booklet/fonts-used.ts';
import { columnsOf, layPage, type PageGeometry } from './booklet/geometry.ts';
import { type BookletTemplates, bookletJob, bookletTemplates, spineJob } from './booklet/job.ts';
import { type LineSetting, setLines } from './booklet/lines.ts';
import { type TextStyles, textStyles } from './booklet/texts.ts';
import { type BookletView, bookletView } from './booklet/view.ts';
import { familiesOf, type Genre, type Weight } from './fonts/faces.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import { type Mm, mm } from './model/length.ts';
import type { Settings } from './model/settings.ts';
import { measured, type TypesetDocument, type TypesetJob, type World } from './model/world.ts';
import { type PagePlan, planPages } from './page-plan.ts';
import type { Theme } from './render/theme.ts';
import { digestOf, digestOnce } from './reuse/digest.ts';
import { lately } from './reuse/lately.ts';

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
  const { world, bleed } = request;
  const prepared = await measured(world, 'compose', () => prepare(edition, request));
  if (!prepared.ok) return prepared;
  const planned = await planFor(prepared.value, world);
  if (!planned.ok) return planned;
  const set = async (): Promise<Result<TypesetDocument>> => {
    const job = await composed(planned.value, prepared.value, world, bleed);
    return job.ok ? joined(await world.typeset(job.value)) : job;
  };
  return bleed === undefined ? set() : bledWith(world, prepared.value)(`${bleed}`, set);
}

function joined(made: Result<TypesetDocument>): Result<TypesetDocument> {
  if (!made.ok) return made;
  const pdf = joinParagraphs(made.value.pdf, continuedPages(made.value.metadata));
  return success({ ...made.value, pdf }, made.diagnostics);
}

type Bled = ReturnType<typeof lately<Promise<Result<TypesetDocument>>>>;

/** The products for a print shop are made of the same pages with bleed: they are set once in a build. */
function bledWith({ typeset }: World, prepared: Prepared): Bled {
  const { bled } = knownOf(prepared);
  const pages = bled.get(typeset) ?? lately(1);
  bled.set(typeset, pages);
  return pages;
}

/**
 * An edition's booklet in lines, for Typst to place. Errors: `booklet/format-too-small`, those of the theme's files and of
 * `World.typeset`.
 */
export async function composeEdition(edition: Edition, request: TypesetRequest): Promise<Result<TypesetJob>> {
  const { world, bleed } = request;
  const prepared = await measured(world, 'compose', () => prepare(edition, request));
  if (!prepared.ok) return prepared;
  const planned = await planFor(prepared.value, world);
  return planned.ok ? composed(planned.value, prepared.value, world, bleed) : planned;
}

interface Planned {
  readonly plan: PagePlan;
  /** Where the plan was not known before: its pages without bleed, which were laid out last. */
  readonly job?: TypesetJob;
}

/** Where the pages of a booklet end: with bleed, and for pictures, as they do in the booklet. */
async function planFor(prepared: Prepared, world: World): Promise<Result<Planned>> {
  const known = knownOf(prepared);
  if (known.plan) return success({ plan: known.plan });
  let last: Planned | undefined;
  const planned = await planPages(prepared.view, prepared.setting, async (plan) => {
    const job = await composed({ plan }, prepared, world);
    if (!job.ok) return job;
    last = { plan, job: job.value };
    return world.layOut(job.value);
  });
  if (!planned.ok) return planned;
  const plan = planned.value;
  known.plan = plan;
  return success(last?.plan === plan ? last : { plan });
}

/** What is known of pages. */
interface Known {
  plan?: PagePlan;
  /** With bleed, by who set them. */
  readonly bled: WeakMap<World['typeset'], Bled>;
}

/** What is known with one typeface says nothing of another under its name. */
function knownOf({ setting, digest }: Prepared): Known {
  const font = setting.fontFile('serif', 400);
  const known = knownBy.get(font) ?? lately(4);
  knownBy.set(font, known);
  return known(digest, () => ({ bled: new WeakMap() }));
}

const knownBy = new WeakMap<Uint8Array, ReturnType<typeof lately<Known>>>();

async function composed(
  { plan, job }: Planned,
  { jobOf }: Prepared,
  world: World,
  bleed?: Mm,
): Promise<Result<TypesetJob>> {
  return job && bleed === undefined
    ? success(job)
    : measured(world, 'compose', async () => jobOf(plan, bleed));
}

interface Prepared {
  readonly view: BookletView;
  readonly setting: LineSetting;
  readonly jobOf: (plan: PagePlan, bleed?: Mm) => Result<TypesetJob>;
  /** Of all that its pages depend on. */
  readonly digest: string;
}

async function prepare(
  edition: Edition,
  { settings, theme, world, pictures }: TypesetRequest,
): Promise<Result<Prepared>> {
  const design = designOf(theme, settings);
  if (!design.ok) return design;
  const { templates, page } = design.value;
  const { locale, unbreakable } = edition;
  const { kinsoku, openingMark, emphasis } = settings;
  const view = viewOf(edition, settings);
  const styles = textStyles(page, templates.design.texts);
  const fontFile = await readFonts(view, styles, world);
  const columns = columnsOf(page, templates.design);
  const house = { locale, kinsoku, openingMark, emphasis, unbreakable };
  const setting = { ...house, columns, styles, fontFile, language: locale };
  const jobOf: Prepared['jobOf'] = (plan, bleed) =>
    bookletJob(setLines(plan.view, setting, plan.breaks), page, templates, bleed, pictures);
  const digest = digestOf([digestOnce(view), page, templates, house, columns, styles, pictures]);
  return success({ view, setting, jobOf, digest });
}

/** Each product reads the settings for itself; what is seen of the edition in that form is one view for all. */
function viewOf(edition: Edition, { format, press }: Settings): BookletView {
  const { binding, assembly } = press;
  const form = { format: { ...format }, press: { binding, assembly } };
  const views = viewsOf.get(edition) ?? lately(2);
  viewsOf.set(edition, views);
  return views(JSON.stringify(form), () => bookletView(edition, form));
}

const viewsOf = new WeakMap<Edition, ReturnType<typeof lately<BookletView>>>();

/** The spine of its cover by itself, `width` wide. Errors: as of the pages. */
export async function typesetSpine(
  edition: Edition,
  { settings, theme, world, bleed = mm(0) }: TypesetRequest,
  width: Mm,
): Promise<Result<TypesetDocument>> {
  const design = designOf(theme, settings);
  if (!design.ok) return design;
  const { templates, page } = design.value;
  return world.typeset(spineJob(viewOf(edition, settings), page, templates, bleed, width));
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
