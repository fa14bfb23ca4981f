// The glyphs that the operators of a page paint, each with its place and what it belongs to (ISO 32000-1, 9.4).

import type { Locale } from '../model/locale.ts';
import { type Mark, markOf } from '../typography/marks.ts';
import type { Belonging, Block } from './structure.ts';

export interface Glyph {
  /** The characters it stands for: more than one where the font draws them as one. Empty: nobody can read it. */
  readonly text: string;
  /** Where it begins on the baseline, in points from the lower left corner. */
  readonly x: number;
  readonly y: number;
  /** Its advance and the size of its type, in points. */
  readonly width: number;
  readonly size: number;
  readonly font: PageFont;
  /** The element of the structure it belongs to; none for what is no content, such as a folio. */
  readonly block: Block | undefined;
  readonly isCall: boolean;
  /** The font has no glyph and shows a box. */
  readonly isMissing: boolean;
}

export interface PageFont {
  /** Without the tag of the subset, such as NotoSerifTC-Regular. */
  readonly name: string;
  readonly isEmbedded: boolean;
  /** Only the glyphs that are used. */
  readonly isSubset: boolean;
}

/** The full-width mark that a glyph shows; a curly one that is narrow is that of English words, and none of these. */
export function markIn({ text, width, size }: Glyph, locale: Locale): Mark | undefined {
  return /[“”‘’]/u.test(text) && width < 0.9 * size ? undefined : markOf(text, locale);
}

/** An operator as pdfjs numbers it, with what it is given. */
export interface Command {
  readonly operator: number;
  readonly args: readonly unknown[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly font: PageFont;
  readonly size: number;
}

/** `names` are the numbers of pdfjs by their names, `fontNamed` what it knows of a font. */
export function glyphsIn(
  commands: readonly Command[],
  names: Readonly<Record<string, number>>,
  belongings: ReadonlyMap<number, Belonging>,
  fontNamed: (id: string) => unknown,
): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  const stack: State[] = [];
  const marked: (Belonging | undefined)[] = [];
  const fonts = new Map<string, PageFont>();
  let state: State = { matrix: IDENTITY, font: NO_FONT, size: 0 };
  let textMatrix: Matrix = IDENTITY;
  const fontOf = (id: string): PageFont => {
    const font = fonts.get(id) ?? pageFont(fontNamed(id));
    fonts.set(id, font);
    return font;
  };
  for (const { operator, args } of commands) {
    if (operator === names['save']) stack.push(state);
    else if (operator === names['restore']) state = stack.pop() ?? state;
    else if (operator === names['transform'])
      state = { ...state, matrix: times(state.matrix, matrixOf(args)) };
    else if (operator === names['paintFormXObjectBegin']) {
      stack.push(state);
      if (args[0]) state = { ...state, matrix: times(state.matrix, matrixOf(args[0])) };
    } else if (operator === names['paintFormXObjectEnd']) state = stack.pop() ?? state;
    else if (operator === names['beginText']) textMatrix = IDENTITY;
    else if (operator === names['setTextMatrix']) textMatrix = matrixOf(args[0]);
    else if (operator === names['moveText'])
      textMatrix = times(textMatrix, [1, 0, 0, 1, Number(args[0]), Number(args[1])]);
    else if (operator === names['setFont'])
      state = { ...state, font: fontOf(String(args[0])), size: Number(args[1]) };
    else if (operator === names['beginMarkedContentProps'])
      marked.push(typeof args[1] === 'number' ? belongings.get(args[1]) : within(args[0], marked));
    else if (operator === names['beginMarkedContent']) marked.push(within(args[0], marked));
    else if (operator === names['endMarkedContent']) marked.pop();
    else if (operator === names['showText']) {
      const shown = show(args[0] as readonly Shown[], state, textMatrix, marked.at(-1));
      for (const glyph of shown.glyphs) glyphs.push(glyph);
      textMatrix = shown.textMatrix;
    }
  }
  return glyphs;
}

/** What is marked inside an element for its own sake, such as with another reading, belongs to that element. */
function within(tag: unknown, marked: readonly (Belonging | undefined)[]): Belonging | undefined {
  const name = typeof tag === 'string' ? tag : (tag as { readonly name?: string } | null)?.name;
  return name === 'Artifact' ? undefined : marked.at(-1);
}

/** What pdfjs makes of one string: glyphs, and numbers that move by thousandths of an em. */
type Shown = number | { readonly unicode: string; readonly width: number; readonly originalCharCode: number };

function show(
  items: readonly Shown[],
  { matrix, font, size }: State,
  start: Matrix,
  belonging: Belonging | undefined,
): { readonly glyphs: readonly Glyph[]; readonly textMatrix: Matrix } {
  let textMatrix = start;
  const glyphs: Glyph[] = [];
  for (const item of items) {
    if (typeof item === 'number') {
      textMatrix = times(textMatrix, [1, 0, 0, 1, (-item / 1000) * size, 0]);
      continue;
    }
    const [a, b, , , x, y] = times(matrix, textMatrix);
    const scale = Math.hypot(a, b);
    const advance = (item.width / 1000) * size;
    glyphs.push({
      text: item.unicode,
      x,
      y,
      width: advance * scale,
      size: size * scale,
      font,
      block: belonging?.block,
      isCall: belonging?.isCall === true,
      isMissing: item.originalCharCode === 0,
    });
    textMatrix = times(textMatrix, [1, 0, 0, 1, advance, 0]);
  }
  return { glyphs, textMatrix };
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const NO_FONT: PageFont = { name: '', isEmbedded: false, isSubset: false };
const SUBSET_TAG = /^[A-Z]{6}\+/;

function pageFont(font: unknown): PageFont {
  const { name = '', missingFile } = font as { readonly name?: string; readonly missingFile?: boolean };
  return {
    name: name.replace(SUBSET_TAG, ''),
    isEmbedded: missingFile !== true,
    isSubset: SUBSET_TAG.test(name),
  };
}

function matrixOf(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Object.values(value as Record<string, number>);
  return [a, b, c, d, e, f];
}

/** First `inner`, then `outer`. */
function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
