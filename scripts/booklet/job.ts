// The view as a document for Typst: the theme's template gives the order of the parts, its library their design.

import { familiesOf } from '../fonts/faces.ts';
import { type Result, success } from '../model/diagnostic.ts';
import type { TypesetJob } from '../model/world.ts';
import { compileTemplate, type TemplateSource } from '../render/template.ts';
import type { BookletView } from './view.ts';

/** What the booklet of a theme consists of, as names of files in the theme's folder. */
export const BOOKLET_FILES = {
  order: 'booklet.typ.hbs',
  library: [
    'booklet.typ',
    'booklet-style.typ',
    'booklet-covers.typ',
    'booklet-contents.typ',
    'booklet-text.typ',
    'booklet-quote.typ',
  ],
} as const;

export interface BookletTemplates {
  /** Handlebars: which part follows which. */
  readonly order: TemplateSource;
  /** Typst: how each part looks. All files of a theme stand in one folder. */
  readonly library: readonly TemplateSource[];
}

/** Selects what `pageReferences` reads. */
const REFERENCES = '<reference>';

/**
 * Beside the library stand the rendered template, which is the main file, and the view as interview.json: a text of
 * the interview reaches Typst as data alone, never as markup. Errors: those of the template.
 */
export function bookletJob(view: BookletView, templates: BookletTemplates): Result<TypesetJob> {
  const template = compileTemplate<BookletView>(templates.order, 'typst');
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
      [`${folder}interview.json`]: JSON.stringify(view),
    },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: REFERENCES,
  });
}
