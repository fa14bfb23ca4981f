// The view as a document for Typst: the theme's template gives the order of the parts, its library their design.

import { familiesOf } from '../fonts/faces.ts';
import { type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm } from '../model/length.ts';
import type { TypesetJob } from '../model/world.ts';
import { compileTemplate, type TemplateSource } from '../render/template.ts';
import { pickTemplates, type Theme, typstFiles } from '../render/theme.ts';
import { readPageDesign } from './design.ts';
import type { PageDesign, PageGeometry } from './geometry.ts';
import type { SetBooklet } from './lines.ts';
import type { BookletView } from './view.ts';

export interface BookletTemplates {
  /** The measures of the text page. */
  readonly design: PageDesign;
  /** Handlebars: which part follows which. */
  readonly order: TemplateSource;
  /** Typst: how each part looks. All files of a theme stand in one folder. */
  readonly library: readonly TemplateSource[];
}

/** The theme's files for the booklet: its order of parts, its measures, and all Typst, its own and what themes share. */
export function bookletTemplates(theme: Theme): Result<BookletTemplates> {
  const picked = pickTemplates(theme, { order: 'booklet.typ.hbs' });
  const design = readPageDesign(theme);
  if (!picked.ok) return picked;
  if (!design.ok) return design;
  const library = typstFiles(theme).map(([path, source]) => ({ file: `templates/${path}`, source }));
  return success({ order: picked.value.order, library, design: design.value });
}

/** Selects what `pageReferences` reads. */
const REFERENCES = '<reference>';

/**
 * Beside the library stand the rendered template, which is the main file, and over the theme's folder the view as
 * interview.json: a text of the interview reaches Typst as data alone, never as markup. `pictures` are by their
 * path from that folder. The pages are larger than the trim by `bleed` on every side. Errors: those of the template.
 */
export function bookletJob(
  view: SetBooklet,
  page: PageGeometry,
  templates: BookletTemplates,
  bleed: Mm = mm(0),
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Result<TypesetJob> {
  const template = compileTemplate<SetBooklet>(templates.order, 'typst');
  if (!template.ok) return template;
  const source = template.value(view);
  if (!source.ok) return source;
  const main = `${folderOf(templates)}booklet-rendered.typ`;
  const files = Object.fromEntries(
    Object.entries(pictures).map(([file, bytes]) => [`templates/${file}`, bytes] as const),
  );
  return success(jobFor(main, { ...view, page, bleed }, templates, { ...files, [main]: source.value }));
}

/**
 * The spine by itself: one page as wide as `width` and as high as the trim with `bleed` above and below. Its file in the
 * theme is booklet-spine.typ.
 */
export function spineJob(
  view: BookletView,
  page: PageGeometry,
  templates: BookletTemplates,
  bleed: Mm,
  width: Mm,
): TypesetJob {
  return jobFor(`${folderOf(templates)}booklet-spine.typ`, { ...view, page, bleed, spine: width }, templates);
}

function folderOf({ order }: BookletTemplates): string {
  return order.file.replace(/[^/]*$/, '');
}

function jobFor(
  main: string,
  data: (BookletView | SetBooklet) & { readonly page: PageGeometry; readonly bleed: Mm; readonly spine?: Mm },
  { library }: BookletTemplates,
  files: TypesetJob['files'] = {},
): TypesetJob {
  const { serif, sans } = familiesOf(data.locale);
  return {
    main,
    files: {
      ...files,
      ...Object.fromEntries(library.map(({ file, source }) => [file, source])),
      'templates/interview.json': JSON.stringify(data),
    },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: REFERENCES,
  };
}
