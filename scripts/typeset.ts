// The part of the pipeline that makes pages of an edition: its lines are composed here, and put in place by Typst.

import { readColumns } from './booklet/columns.ts';
import { bookletJob, bookletTemplates } from './booklet/job.ts';
import { setLines } from './booklet/lines.ts';
import { type BookletView, bookletView, paragraphsOf } from './booklet/view.ts';
import { familiesOf, type Weight } from './fonts/faces.ts';
import type { Result } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import type { Mm } from './model/length.ts';
import type { Settings } from './model/settings.ts';
import type { TypesetDocument, World } from './model/world.ts';
import type { Theme } from './render/theme.ts';
import { measureWith, type TextFaces } from './typography/measure.ts';

export interface TypesetRequest {
  readonly settings: Settings;
  readonly theme: Theme;
  readonly world: World;
  /** Around the trim on every side. */
  readonly bleed?: Mm;
}

/** The pages of an edition's booklet. Errors: those of the theme's files, and of `World.typeset`. */
export async function typesetEdition(
  edition: Edition,
  { settings, theme, world, bleed }: TypesetRequest,
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
  const job = bookletJob(setLines(view, rules), templates.value, bleed);
  return job.ok ? world.typeset(job.value) : job;
}

/** The theme with the Typst that all themes import. */
export async function withSharedTypst(theme: Theme, world: World): Promise<Theme> {
  return { ...theme, files: new Map([...(await world.readTemplates('typography')), ...theme.files]) };
}

/** The face of the running text, and the heavier one where words stand out. */
async function readFaces(view: BookletView, world: World): Promise<TextFaces> {
  const { faces } = familiesOf(view.locale).serif;
  const read = async (wanted: Weight): Promise<Uint8Array> => {
    const face = faces.find(({ weight }) => weight === wanted);
    if (!face) throw new Error(`the serif of ${view.locale} has no weight ${wanted}`);
    return world.readFont(face.file);
  };
  const regular = await read(400);
  const isStrong = paragraphsOf(view).some((runs) => runs.some(({ mark }) => mark?.strong));
  return { regular, language: view.locale, ...(isStrong && { strong: await read(700) }) };
}
