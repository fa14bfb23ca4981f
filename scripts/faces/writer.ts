// Writes down what a page paints. A glyph that stands where the one before it ends, or near by on its line, is written by
// the white between them: where a text is cut into runs is not seen, and is not written.

import { type Matrix, rounded, type State, steps } from './state.ts';

export interface Writer {
  /** `em` takes a point of the glyph, in ems, to the page; the glyph stands at x and y there, `advance` ems long. */
  readonly glyph: (face: string, em: Matrix, x: number, y: number, advance: number, state: State) => void;
  readonly shape: (operator: string, path: string, state: State) => void;
  /** Fills the unit square of the state's matrix, or all that its clip leaves. */
  readonly image: (digest: string, state: State) => void;
  readonly other: (words: string, state: State) => void;
  readonly text: () => string;
}

/** How glyphs are painted that `em` takes to the page. */
interface Style {
  readonly state: State;
  readonly em: Matrix;
  readonly text: string;
  /** In points. */
  readonly near: number;
}

/** The most white, in ems, by which a glyph is written from the one before it. */
const NEAR = 4;

export function createWriter(): Writer {
  const lines: string[] = [];
  let pen: { readonly style: string; readonly x: number; readonly y: number } | undefined;
  let style: Style | undefined;
  const looks = ({ clip, extended }: State): string => `${clip} ${recordText(extended)}`;
  /** Most glyphs are painted as the one before. */
  const styleOf = (state: State, em: Matrix): Style => {
    if (style?.state === state && style.em === em) return style;
    const { mode } = state.text;
    const stroked = mode % 4 === 1 || mode % 4 === 2 ? strokeOf(state) : '';
    const matrix = em.slice(0, 4).map(rounded).join(' ');
    const text = `T ${matrix} ${mode} ${state.fill} ${stroked} ${looks(state)}`;
    style = { state, em, text, near: NEAR * Math.hypot(em[0], em[1]) };
    return style;
  };
  return {
    glyph: (face, em, x, y, advance, state) => {
      const { text, near } = styleOf(state, em);
      const gapX = pen ? x - pen.x : 0;
      const gapY = pen ? y - pen.y : 0;
      if (pen?.style === text && Math.hypot(gapX, gapY) < near)
        lines.push(`${face} ${steps(gapX)} ${steps(gapY)}`);
      else lines.push(`${text} at ${steps(x)} ${steps(y)}\n${face}`);
      pen = { style: text, x: x + advance * em[0], y: y + advance * em[1] };
    },
    shape: (operator, path, state) => {
      pen = undefined;
      const fill = /[fFbB]/.test(operator) ? state.fill : '';
      const stroke = /[sSbB]/.test(operator) ? strokeOf(state) : '';
      lines.push(`${operator} ${fill} ${stroke} ${looks(state)} ${path}`);
    },
    image: (digest, state) => {
      pen = undefined;
      const [a, b, c, d, e, f] = state.matrix;
      lines.push(`I ${digest} ${state.fill} ${[a, b, c, d, e, f].map(steps).join(' ')} ${looks(state)}`);
    },
    other: (words, state) => {
      pen = undefined;
      lines.push(`${words} ${looks(state)}`);
    },
    text: () => lines.join('\n'),
  };
}

/** Lines are as wide as the matrix makes them. */
function strokeOf({ stroke, line, matrix }: State): string {
  return `${stroke} ${recordText(line)} ${matrix.slice(0, 4).map(rounded).join(' ')}`;
}

function recordText(record: Readonly<Record<string, string>>): string {
  return Object.keys(record)
    .sort()
    .map((key) => `${key}=${record[key]}`)
    .join(' ');
}
