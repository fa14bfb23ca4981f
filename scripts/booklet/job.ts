// The view as a document for Typst: the theme's template gives the order of the parts, its library their design.

import { familiesOf } from '../fonts/faces.ts';
import { type Result, success } from '../model/diagnostic.ts';
import { type Mm, mm } from '../model/length.ts';
import type { Locale } from '../model/locale.ts';
import type { TypesetJob } from '../model/world.ts';
import { compileTemplate, type TemplateSource } from '../render/template.ts';
import { pickTemplates, type Theme, typstFiles } from '../render/theme.ts';
import { type BookletDesign, readPageDesign } from './design.ts';
import type { PageGeometry } from './geometry.ts';
import type { SetBooklet, SetExchange } from './set-booklet.ts';
import type { BookletView } from './view.ts';

export interface BookletTemplates {
  /** The measures of the text page. */
  readonly design: BookletDesign;
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
 * Beside the library stand the rendered template, which is the main file, and over the theme's folder the view as data:
 * a text of the interview reaches Typst as data alone, never as markup. `pictures` are by their path from that folder.
 * The pages are larger than the trim by `bleed` on every side. Errors: those of the template.
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
  return success(
    jobFor(main, view.locale, templates, {
      ...files,
      ...dataOf(view, { page, bleed }),
      [main]: source.value,
    }),
  );
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
  const main = `${folderOf(templates)}booklet-spine.typ`;
  const { sections, ...rest } = view;
  const data = { 'interview.json': { ...rest, page, bleed, spine: width }, 'sections.json': sections };
  return jobFor(main, view.locale, templates, filesOf(data));
}

/**
 * The view in files, so that an edit changes few of them: Typst sets again what depends on a file that changed. Answers
 * stand one by one, and apart from the questions, which the contents need.
 */
function dataOf(
  { introduction, colophon, sections, ...rest }: SetBooklet,
  pages: { readonly page: PageGeometry; readonly bleed: Mm },
): TypesetJob['files'] {
  const exchanges = sections.flatMap((section) => section.exchanges);
  return filesOf({
    'interview.json': { ...rest, ...pages },
    'introduction.json': introduction,
    'sections.json': sections.map((section) => ({ ...section, exchanges: section.exchanges.map(headOf) })),
    ...Object.fromEntries(exchanges.map(({ number, turns }) => [`turns/${number}.json`, turns] as const)),
    'colophon.json': colophon,
  });
}

function headOf({ turns, ...head }: SetExchange): Omit<SetExchange, 'turns'> {
  return head;
}

function filesOf(data: Readonly<Record<string, unknown>>): TypesetJob['files'] {
  return Object.fromEntries(
    Object.entries(data).map(([file, value]) => [`templates/${file}`, JSON.stringify(value)] as const),
  );
}

function folderOf({ order }: BookletTemplates): string {
  return order.file.replace(/[^/]*$/, '');
}

function jobFor(
  main: string,
  locale: Locale,
  { library }: BookletTemplates,
  files: TypesetJob['files'],
): TypesetJob {
  const { serif, sans } = familiesOf(locale);
  return {
    main,
    files: { ...files, ...Object.fromEntries(library.map(({ file, source }) => [file, source])) },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: REFERENCES,
  };
}
