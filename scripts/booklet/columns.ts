// lines.yaml of a theme: how wide its running text is set, in characters.

import { type Diagnostic, failure, type Result } from '../model/diagnostic.ts';
import type { Theme } from '../render/theme.ts';
import { choice, number, readYaml, record } from '../schema/schema.ts';

export interface Columns {
  /** Characters in a line of the introduction, and of an answer. */
  readonly introduction: number;
  readonly answer: number;
  /** Characters that a paragraph is indented by. */
  readonly indent: number;
  /** Whether the speaker's name stands in the line, one character before the text, or beside the column. */
  readonly speaker: 'in-line' | 'beside';
}

/** Errors: `render/missing-template`, `schema/…` with their places. */
export function readColumns({ name, files }: Theme): Result<Columns> {
  const file = `${name}/lines.yaml`;
  const source = files.get(file);
  return source === undefined
    ? failure(missing(`templates/${file}`))
    : readYaml(SCHEMA, source, `templates/${file}`);
}

const SCHEMA = record(
  {
    introduction: number(8, 60),
    answer: number(8, 60),
    indent: number(0, 4),
    speaker: choice(['in-line', 'beside']),
  },
  {},
);

function missing(file: string): Diagnostic {
  return {
    code: 'render/missing-template',
    severity: 'error',
    message: 'the theme does not say how wide its lines are',
    hint: 'Copy lines.yaml from templates/magazine and change the copy.',
    place: { file },
  };
}
