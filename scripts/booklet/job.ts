// The view as a document for Typst: the theme's template gives the order of the parts, its library their design.

import { familiesOf } from '../fonts/faces.ts';
import { type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm } from '../model/length.ts';
import type { TypesetJob } from '../model/world.ts';
import { compileTemplate, type TemplateSource } from '../render/template.ts';
import { pickTemplates, type Theme } from '../render/theme.ts';
import type { SetBooklet } from './lines.ts';

export interface BookletTemplates {
  /** Handlebars: which part follows which. */
  readonly order: TemplateSource;
  /** Typst: how each part looks. All files of a theme stand in one folder. */
  readonly library: readonly TemplateSource[];
}

/** The theme's files for the booklet: its order of parts, and all of its Typst. */
export function bookletTemplates(theme: Theme): Result<BookletTemplates> {
  const picked = pickTemplates(theme, { order: 'booklet.typ.hbs' });
  if (!picked.ok) return picked;
  const library = [...theme.files]
    .filter(([path]) => path.endsWith('.typ'))
    .map(([path, source]) => ({ file: `templates/${path}`, source }));
  return success({ order: picked.value.order, library });
}

/** Selects what `pageReferences` reads. */
const REFERENCES = '<reference>';

/**
 * Beside the library stand the rendered template, which is the main file, and the view as interview.json: a text of
 * the interview reaches Typst as data alone, never as markup. `pictures` are by their path from there. The pages are larger than the trim by `bleed` on every
 * side. Errors: those of the template.
 */
export function bookletJob(
  view: SetBooklet,
  templates: BookletTemplates,
  bleed: Mm = mm(0),
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Result<TypesetJob> {
  const template = compileTemplate<SetBooklet>(templates.order, 'typst');
  if (!template.ok) return template;
  const source = template.value(view);
  if (!source.ok) return source;
  const folder = templates.order.file.replace(/[^/]*$/, '');
  const main = `${folder}booklet-rendered.typ`;
  const { serif, sans } = familiesOf(view.locale);
  return success({
    main,
    files: {
      [main]: source.value,
      ...Object.fromEntries(templates.library.map(({ file, source }) => [file, source])),
      [`${folder}interview.json`]: JSON.stringify({ ...view, bleed }),
      ...Object.fromEntries(Object.entries(pictures).map(([file, bytes]) => [folder + file, bytes])),
    },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: REFERENCES,
  });
}
