// A slide as boxes of text and rectangles of colour, placed in pixels of 1280 by 720: what PowerPoint's slides and the
// small slides of handout and gallery are drawn from.

import { widthInEms } from '../../chinese/characters.ts';
import { balanceLines } from '../../chinese/phrases.ts';
import type { Genre, Weight } from '../../fonts/faces.ts';
import type { Slot } from '../../theme/design.ts';
import type { SetText } from '../fit.ts';
import type { Direction, Notes, Picture, Slide } from '../slides.ts';

/** What a colour is for; the theme's palette says which it is. */
export type ColourRole = 'paper' | 'ink' | 'title' | 'grey' | 'accent' | 'hairline' | 'flood' | 'on-flood';

/** From the slide's upper left corner, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle that says nothing: a rule, or an arm of the bracket. */
export interface Rule {
  readonly box: Box;
  readonly colour: ColourRole;
}

/** A picture that fills its box, or stands in it as large as it can, at the right and in the middle. */
export interface PictureFrame {
  readonly box: Box;
  /** As SVG, with what it is drawn from inside. */
  readonly svg: string;
  /** The words that stand for it; none where it only adorns. */
  readonly alternative: string;
}

/** What a text is to a program that knows about slides. */
export type Part = 'title' | 'points' | 'text';

export interface TextFrame {
  /** What an editor finds it by in PowerPoint's selection pane. */
  readonly name: string;
  readonly part: Part;
  /** As high as the lines are together; in a vertical setting as wide as the columns. */
  readonly box: Box;
  /** Where it grows from when it becomes longer than the box. */
  readonly anchor: 'top' | 'bottom';
  readonly align: 'left' | 'right';
  readonly direction: Direction;
  readonly paragraphs: readonly Paragraph[];
  readonly type: Type;
}

export interface Paragraph {
  readonly text: string;
  /** The same text on the lines of the deck. */
  readonly lines: readonly string[];
  /** The lines are a design: they stay where a text may be set anew. */
  readonly keepsLines: boolean;
  /** Space above, in pixels. */
  readonly before: number;
}

export interface Type {
  readonly genre: Genre;
  readonly weight: Weight;
  readonly colour: ColourRole;
  readonly size: number;
  readonly leading: number;
  /** Between characters, in ems. */
  readonly tracking: number;
}

export interface SlideFrames {
  readonly kind: Slide['kind'];
  readonly background: ColourRole;
  readonly rules: readonly Rule[];
  /** In reading order, the title first. */
  readonly texts: readonly TextFrame[];
  readonly pictures: readonly PictureFrame[];
  readonly notes: Notes;
}

export const SLIDE = { width: 1280, height: 720, margin: 88 } as const;

/** The edge of the slide's text on the right. */
export const RIGHT = SLIDE.width - SLIDE.margin;

/** A slot's face at one of its steps, the largest where none is given. */
export function typeIn(
  { face, tracking, steps }: Slot,
  colour: ColourRole,
  { size, leading }: Pick<Type, 'size' | 'leading'> = steps[0],
): Type {
  const [genre, weight] = face.split('-') as [Genre, string];
  return { genre, weight: Number(weight) as Weight, colour, size, leading, tracking };
}

/** A Noto face has its baseline 0.43 of its size below the middle of the line. */
const BELOW_MIDDLE = 0.43;

/** Where a line has its top when its baseline is at `baseline`. */
export function topOf(baseline: number, { size, leading }: Pick<Type, 'size' | 'leading'>): number {
  return baseline - leading / 2 - BELOW_MIDDLE * size;
}

export function baselineOf(top: number, { size, leading }: Pick<Type, 'size' | 'leading'>): number {
  return top + leading / 2 + BELOW_MIDDLE * size;
}

export type Words = string | number | SetText;

/** One paragraph: the lines of a setting, or a text that stands on one. */
export function paragraph(words: Words, keepsLines = true, before = 0): Paragraph {
  if (typeof words !== 'object') {
    const text = String(words);
    return { text, lines: [text], keepsLines: false, before };
  }
  const { text, lines } = words;
  return { text, lines, keepsLines: keepsLines && lines.length > 1, before };
}

/** A theme may give a text more room than the frame has: its lines are broken anew. */
function within(words: Words, { size }: Type, width: number): Words {
  if (typeof words !== 'object') return words;
  const ems = width / size;
  const isWithin = words.lines.every((line) => widthInEms(line) <= ems + 0.1);
  return isWithin ? words : { ...words, lines: balanceLines(words.text, ems) };
}

export interface FrameOptions {
  readonly part?: Part;
  readonly align?: TextFrame['align'];
  /** False where a program may set the text on other lines. */
  readonly keepsLines?: boolean;
}

/** A text whose first line stands at a height: its `top`, or that line's `baseline`. */
export function textFrom(
  name: string,
  words: Words,
  type: Type,
  at: { readonly x: number; readonly width: number } & (
    | { readonly top: number }
    | { readonly baseline: number }
  ),
  options: FrameOptions = {},
): TextFrame {
  const y = 'top' in at ? at.top : topOf(at.baseline, type);
  return lying(
    name,
    [paragraph(within(words, type, at.width), options.keepsLines)],
    type,
    { ...at, y, anchor: 'top' },
    options,
  );
}

/** A text whose last line has its baseline at `lastBaseline`: it grows upwards. */
export function textUpTo(
  name: string,
  words: Words,
  type: Type,
  at: { readonly x: number; readonly width: number; readonly lastBaseline: number },
  options: FrameOptions = {},
): TextFrame {
  const only = paragraph(within(words, type, at.width), options.keepsLines);
  const y = topOf(at.lastBaseline, type) - (only.lines.length - 1) * type.leading;
  return lying(name, [only], type, { ...at, y, anchor: 'bottom' }, options);
}

/** 二之一, where a slide is one of several. */
export function partFrom(
  part: string | undefined,
  slot: Slot,
  at: { readonly x: number; readonly baseline: number },
  options: FrameOptions = {},
): readonly TextFrame[] {
  if (part === undefined) return [];
  return [textFrom('Part', part, typeIn(slot, 'grey'), { ...at, width: slot.width }, options)];
}

/** Lines under one another from `y`. */
export function lying(
  name: string,
  paragraphs: readonly Paragraph[],
  type: Type,
  at: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly anchor: TextFrame['anchor'];
  },
  { part = 'text', align = 'left' }: FrameOptions = {},
): TextFrame {
  const height = paragraphs.reduce((sum, { lines, before }) => sum + before + lines.length * type.leading, 0);
  const { x, y, width, anchor } = at;
  return {
    name,
    part,
    box: { x, y, width, height },
    anchor,
    align,
    direction: 'horizontal',
    paragraphs,
    type,
  };
}

/** Columns from the right; the first has its middle at `middle`. `height` is the room of a column. */
export function standing(
  name: string,
  words: Words,
  type: Type,
  at: { readonly middle: number; readonly y: number; readonly height: number },
  { part = 'text', align = 'left' }: FrameOptions = {},
): TextFrame {
  const only = paragraph(words);
  const width = only.lines.length * type.leading;
  const box = { x: at.middle + type.leading / 2 - width, y: at.y, width, height: at.height };
  return { name, part, box, anchor: 'top', align, direction: 'vertical', paragraphs: [only], type };
}

export function pictureIn({ source, alternative }: Picture, box: Box): PictureFrame {
  const { width, height } = box;
  const fitted = `width="${width}" height="${height}" preserveAspectRatio="xMaxYMid meet"`;
  const [, drawing] = /^data:image\/svg\+xml;base64,(.*)$/.exec(source) ?? [];
  const inner =
    drawing === undefined
      ? `<image ${fitted} href="${source}"/>`
      : Buffer.from(drawing, 'base64')
          .toString('utf8')
          .replace(/^[\s\S]*?(?=<svg[\s>])/, '')
          .replace(/<svg[^>]*>/, (root) => `<svg ${fitted}${root.slice(4).replace(SIZED, '')}`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`;
  return { box, svg, alternative };
}

/** What a drawing says of its own size. */
const SIZED = /\s(?:width|height|preserveAspectRatio)="[^"]*"/g;

/** The title of the interview at the head of a slide, where the theme has a slot for it. */
export function headOf(running: SetText | undefined, slot: Slot | undefined): readonly TextFrame[] {
  if (running === undefined || slot === undefined) return [];
  const at = { x: SLIDE.margin, width: slot.width, baseline: 52 };
  return [textFrom('Running title', running, typeIn(slot, 'grey', running), at)];
}

export function rule(x: number, y: number, width: number, height: number, colour: ColourRole): Rule {
  return { box: { x, y, width, height }, colour };
}

/** The ornament: two arms that meet in a corner of `box`. */
export function bracket(
  box: Box,
  corner: `${'top' | 'bottom'} ${'left' | 'right'}`,
  colour: ColourRole,
): readonly Rule[] {
  const { x, y, width, height } = box;
  const across = rule(x, corner.startsWith('top') ? y : y + height - ARM, width, ARM, colour);
  const down = rule(corner.endsWith('left') ? x : x + width - ARM, y, ARM, height, colour);
  return [across, down];
}

const ARM = 28;
