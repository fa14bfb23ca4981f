// The part of the pipeline that makes pages of an edition: its lines are composed here, and put in place by Typst.

import { readColumns } from './booklet/columns.ts';
import { bookletJob, bookletTemplates } from './booklet/job.ts';
import { setLines } from './booklet/lines.ts';
import { bookletView } from './booklet/view.ts';
import { familiesOf } from './fonts/faces.ts';
import type { Result } from './model/diagnostic.ts';
import type { Edition } from './model/edition.ts';
import type { Mm } from './model/length.ts';
import type { Settings } from './model/settings.ts';
import type { TypesetDocument, World } from './model/world.ts';
import type { Theme } from './render/theme.ts';
import { measureWith } from './typography/measure.ts';

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
  const measure = measureWith(await readFaces(edition, world), locale);
  const rules = { locale, kinsoku, openingMark, unbreakable, columns: columns.value, measure };
  const job = bookletJob(setLines(bookletView(edition), rules), templates.value, bleed);
  return job.ok ? world.typeset(job.value) : job;
}

/** The theme with the Typst that all themes import. */
export async function withSharedTypst(theme: Theme, world: World): Promise<Theme> {
  return { ...theme, files: new Map([...(await world.readTemplates('typography')), ...theme.files]) };
}

/** The face of the running text. A speaker's name stands in its heaviest weight; it is Chinese, or nearly as wide. */
async function readFaces({ locale }: Edition, world: World): Promise<Uint8Array> {
  const face = familiesOf(locale).serif.faces.find(({ weight }) => weight === 400);
  if (!face) throw new Error(`the serif of ${locale} has no regular weight`);
  return world.readFont(face.file);
}
