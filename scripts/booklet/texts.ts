// The texts of a booklet beside its running text, as a theme has them in booklet.yaml: the face, the size and the width that
// their lines are broken by. Typst is told the same, so that the two cannot disagree.

import type { Genre, Weight } from '../fonts/faces.ts';
import type { PageGeometry } from './geometry.ts';

/** Whole paragraphs, in lines that fill their measure; or headings, broken at phrases. */
export const RUNNING_TEXTS = [
  'note',
  'caption',
  'credit',
  'fact',
  'circumstance',
  'role',
  'person',
  'term',
] as const;
export const HEADING_TEXTS = [
  'question',
  'side-head',
  'section',
  'kicker',
  'row',
  'entry',
  'entry-section',
  'entry-kicker',
  'blurb',
  'order',
  'cover-role',
  'cover-credit',
] as const;

export const TEXT_KINDS = [...RUNNING_TEXTS, ...HEADING_TEXTS];

export type TextKind = (typeof TEXT_KINDS)[number];
export type RunningText = (typeof RUNNING_TEXTS)[number];
export type HeadingText = (typeof HEADING_TEXTS)[number];

/** As drawn on A5. */
export interface TextDesign {
  readonly face: `${Genre}-${Weight}`;
  /** Points, as is `leading`, from baseline to baseline. */
  readonly size: number;
  readonly leading: number;
  /** What the text leaves free of the measure, in points; or how many columns the measure has, 2 em of body apart. */
  readonly less?: number;
  readonly columns?: number;
  /** In place of both, the width in ems of its own. */
  readonly ems?: number;
}

export type TextDesigns = Readonly<Record<TextKind, TextDesign>>;

export interface TextStyle {
  readonly genre: Genre;
  readonly weight: Weight;
  /** Points on A5, to be scaled as the page is. */
  readonly size: number;
  readonly leading: number;
  /** The width of a line in ems; whole ones for running text. */
  readonly measure: number;
}

export type TextStyles = Readonly<Record<TextKind, TextStyle>>;

/** The texts of a theme on the page at hand. */
export function textStyles(page: PageGeometry, designs: TextDesigns): TextStyles {
  const style = (kind: TextKind): TextStyle => {
    const { face, size, leading } = designs[kind];
    const [genre, weight] = face.split('-') as [Genre, string];
    const ems = emsOf(page, designs[kind]);
    const isRunning = RUNNING_TEXTS.some((running) => running === kind);
    const measure = isRunning ? Math.max(1, Math.floor(ems + 1e-6)) : ems;
    return { genre, weight: Number(weight) as Weight, size, leading, measure };
  };
  return Object.fromEntries(TEXT_KINDS.map((kind) => [kind, style(kind)])) as unknown as TextStyles;
}

/** Sizes grow as the body does, so that widths in ems follow from those on A5. */
function emsOf(
  { measure, bodySize }: PageGeometry,
  { size, less = 0, columns = 1, ems }: TextDesign,
): number {
  const read = bodySize / 10;
  const column = (measure * bodySize - (columns - 1) * 2 * bodySize) / columns;
  return ems ?? (column - less * read) / (size * read);
}
