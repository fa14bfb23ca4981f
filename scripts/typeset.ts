// The part of the pipeline that makes pages of an edition: its lines are composed here, and put in place by Typst.

import { columnsOf, layPage, type PageGeometry } from './booklet/geometry.ts';
import { type BookletTemplates, bookletJob, bookletTemplates, spineJob } from './booklet/job.ts';
import { setLines } from './booklet/lines.ts';
import { type BookletView, bookletView, paragraphsOf } from './booklet/view.ts';
import { familiesOf, type Genre, type Weight } from './fonts/faces.ts';
import { type Result, success } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import { type Mm, mm } from './model/length.ts';
import type { Settings } from './model/settings.ts';
import { measured, type TypesetDocument, type TypesetJob, type World } from './model/world.ts';
import type { Theme } from './render/theme.ts';
import { type FaceName, faceOf } from './typography/cells.ts';
import { measureWith, type TextFaces } from './typography/measure.ts';

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
  const job = await measured(request.world, 'compose', () => composeEdition(edition, request));
  return job.ok ? request.world.typeset(job.value) : job;
}

/** An edition's booklet in lines, for Typst to place. Errors: `booklet/format-too-small`, those of the theme's files. */
export async function composeEdition(
  edition: Edition,
  { settings, theme, world, bleed, pictures }: TypesetRequest,
): Promise<Result<TypesetJob>> {
  const design = designOf(theme, settings);
  if (!design.ok) return design;
  const { templates, page } = design.value;
  const { locale, unbreakable } = edition;
  const { kinsoku, openingMark } = settings;
  const view = bookletView(edition, settings);
  const measure = measureWith(await readFaces(view, world));
  const columns = columnsOf(page, templates.design);
  const lines = setLines(view, { locale, kinsoku, openingMark, unbreakable, columns, measure });
  return bookletJob(lines, page, templates, bleed, pictures);
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

/** The face of the running text, and those of words that are marked. */
async function readFaces(view: BookletView, world: World): Promise<TextFaces> {
  const families = familiesOf(view.locale);
  const read = async (genre: Genre, wanted: Weight): Promise<Uint8Array> => {
    const face = families[genre].faces.find(({ weight }) => weight === wanted);
    if (!face) throw new Error(`the ${genre} of ${view.locale} has no weight ${wanted}`);
    return world.readFont(face.file);
  };
  const marks = paragraphsOf(view).flatMap((runs) => runs.flatMap(({ mark }) => mark ?? []));
  const isUsed = (face: FaceName): boolean => marks.some((mark) => faceOf(mark) === face);
  return {
    regular: await read('serif', 400),
    language: view.locale,
    ...(isUsed('strong') && { strong: await read('serif', 700) }),
    ...(isUsed('sans') && { sans: await read('sans', 400) }),
    ...(isUsed('strongSans') && { strongSans: await read('sans', 700) }),
  };
}
