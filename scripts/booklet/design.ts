// booklet.yaml of a theme: the measures of its text page, as they are on A5.

import { type Genre, WEIGHTS } from '../fonts/faces.ts';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { mm, pt } from '../model/length.ts';
import type { Theme } from '../render/theme.ts';
import { lately } from '../reuse/lately.ts';
import { choice, converted, number, readYaml, record, type Schema } from '../schema/schema.ts';
import type { PageDesign } from './geometry.ts';
import { TEXT_KINDS, type TextDesign, type TextDesigns } from './texts.ts';

export interface BookletDesign extends PageDesign {
  /** The texts beside the running text. */
  readonly texts: TextDesigns;
}

/** Errors: `render/missing-template`, `schema/…` with their places. */
export function readPageDesign({ name, files }: Theme): Result<BookletDesign> {
  const path = `${name}/booklet.yaml`;
  const source = files.get(path);
  if (source === undefined) return failure(missing(`templates/${path}`));
  return remembered(JSON.stringify([path, source]), () => readDesign(source, `templates/${path}`));
}

const remembered = lately<Result<BookletDesign>>(8);

function readDesign(source: string, file: string): Result<BookletDesign> {
  const read = readYaml(SCHEMA, source, file);
  if (!read.ok) return read;
  const { 'body-size': bodySize, 'line-pitch': linePitch, ...same } = read.value;
  return success({ ...same, bodySize, linePitch }, read.diagnostics);
}

const points = (least: number, most: number) => converted(number(least, most), pt);
const millimetres = (least: number, most: number) => converted(number(least, most), mm);

const FACES = (['serif', 'sans'] as const satisfies readonly Genre[]).flatMap((genre) =>
  WEIGHTS.map((weight): TextDesign['face'] => `${genre}-${weight}`),
);

const text = record(
  { face: choice(FACES), size: number(5, 60), leading: number(6, 80) },
  { less: number(0, 200), columns: number(1, 3), ems: number(4, 60) },
);

const texts = record(Object.fromEntries(TEXT_KINDS.map((kind) => [kind, text])), {}) as Schema<TextDesigns>;

const SCHEMA = record(
  {
    'body-size': points(10, 11),
    'line-pitch': points(13, 24),
    measure: number(16, 40),
    rail: points(0, 120),
    introduction: points(8, 16),
    indent: number(0, 4),
    speaker: choice(['in-line', 'beside']),
    lines: number(16, 34),
    inner: millimetres(10, 40),
    head: millimetres(10, 60),
    texts,
  },
  {},
);

function missing(file: string): Diagnostic {
  return {
    code: 'render/missing-template',
    severity: 'error',
    message: 'the theme does not say how its text page is measured',
    hint: 'Copy booklet.yaml from templates/magazine and change the copy.',
    place: { file },
  };
}
