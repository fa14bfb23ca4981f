// The part of the pipeline that makes pages of an edition: its lines are composed here, and put in place by Typst.

import { readColumns } from './booklet/columns.ts';
import { bookletJob, bookletTemplates } from './booklet/job.ts';
import { setLines } from './booklet/lines.ts';
import { type BookletView, bookletView, paragraphsOf } from './booklet/view.ts';
import { familiesOf, type Genre, type Weight } from './fonts/faces.ts';
import type { Result } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import type { Mm } from './model/length.ts';
import type { Settings } from './model/settings.ts';
import type { TypesetDocument, World } from './model/world.ts';
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

/** The pages of an edition's booklet. Errors: those of the theme's files, and of `World.typeset`. */
export async function typesetEdition(
  edition: Edition,
  { settings, theme, world, bleed, pictures }: TypesetRequest,
): Promise<Result<TypesetDocument>> {
  const templates = bookletTemplates(theme);
  if (!templates.ok) return templates;
  const columns = readColumns(theme);
  if (!columns.ok) return columns;
  const { locale, unbreakable } = edition;
  const { kinsoku, openingMark } = settings;
  const view = bookletView(edition);
  const measure = measureWith(await readFaces(view, world));
  const rules = { locale, kinsoku, openingMark, unbreakable, columns: columns.value, measure };
  const job = bookletJob(setLines(view, rules), templates.value, bleed, pictures);
  return job.ok ? world.typeset(job.value) : job;
}

/** The theme with the Typst that all themes import. */
export async function withSharedTypst(theme: Theme, world: World): Promise<Theme> {
  return { ...theme, files: new Map([...(await world.readTemplates('typography')), ...theme.files]) };
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
