// The graphics state of a page (ISO 32000-1, 8.4), as far as it decides what is seen.

import type { Font } from './glyphs.ts';

/** x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface State {
  readonly matrix: Matrix;
  /** Colours and everything else that is named, as text: the same words, the same look. */
  readonly fill: string;
  readonly stroke: string;
  readonly clip: string;
  readonly line: Readonly<Record<string, string>>;
  /** Of the dictionaries that `gs` names. */
  readonly extended: Readonly<Record<string, string>>;
  readonly text: TextState;
}

export interface TextState {
  readonly font: Font | undefined;
  readonly size: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  /** 1 is as wide as the font has it. */
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

export const START: State = {
  matrix: [1, 0, 0, 1, 0, 0],
  fill: '0 g',
  stroke: '0 G',
  clip: '',
  line: {},
  extended: {},
  text: {
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  },
};

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function at([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

/** Points in steps of a five-hundredth, far below what any device shows; round numbers are nowhere near a limit. */
export function steps(points: number): number {
  return Math.floor(points * 500 + 0.55);
}

/** What is no length: colours, the linear part of a matrix. */
export function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
