// A theme is a folder under templates/. The phases take from it the files they know by name.

import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import type { TemplateSource } from './template.ts';

export interface Theme {
  readonly name: string;
  /** Texts by their path below templates/: its own, and those that all themes share. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The files of `names` in the theme, under the same keys. One that the theme has not is the shared one of that path.
 * Error: `render/missing-template`, one for each.
 */
export function pickTemplates<Key extends string>(
  theme: Theme,
  names: Readonly<Record<Key, string>>,
): Result<Readonly<Record<Key, TemplateSource>>> {
  const entries = Object.entries<string>(names).map(([key, name]) => {
    const own = `${theme.name}/${name}`;
    const path = !theme.files.has(own) && theme.files.has(name) ? name : own;
    return { key, file: `templates/${path}`, source: theme.files.get(path) };
  });
  const missing = entries.filter(({ source }) => source === undefined);
  if (missing.length > 0) return failure(...missing.map(({ file }) => missingTemplate(file)));
  const sources = entries.map(({ key, file, source }) => [key, { file, source: source ?? '' }]);
  return success(Object.fromEntries(sources) as Record<Key, TemplateSource>);
}

/** What Typst sees of a theme, by its path below templates/. Nothing else of the theme is read. */
export function typstFiles({ files }: Theme): readonly (readonly [path: string, source: string])[] {
  return [...files.keys()]
    .filter((path) => path.endsWith('.typ'))
    .map((path) => [path, files.get(path) ?? ''] as const);
}

function missingTemplate(file: string): Diagnostic {
  return {
    code: 'render/missing-template',
    severity: 'error',
    message: 'the theme has no such file',
    hint: 'Copy it from templates/magazine and change the copy.',
    place: { file },
  };
}
