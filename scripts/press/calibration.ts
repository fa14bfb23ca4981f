// A sheet that tells how the office printer turns the paper, and how far off the front it prints the back. Held against
// the light: arrows that point the same way mean that the flip is set right; where the cross of the back falls on the
// rulers of the front, in millimetres, is the offset to set.

import { type Mm, mm, type Size } from '../model/length.ts';
import { points } from './sheets.ts';

/** Operators of a page's content for one side, upright, black alone. */
export function drawCalibration(side: 'front' | 'back', sheet: Size<Mm>): string {
  const [x, y] = [sheet.width / 2, sheet.height / 2];
  const parts =
    side === 'front'
      ? [...ruler(x, y), arrow(x - ARROW_OFFSET, y, 12), digit(1, x - ARROW_OFFSET - 14, y - 5)]
      : [
          line(x - RULER, y, x + RULER, y),
          line(x, y - RULER, x, y + RULER),
          arrow(x + ARROW_OFFSET, y, 6),
          digit(2, x + ARROW_OFFSET + 9, y - 5),
        ];
  return ['0 0 0 1 K 0 0 0 1 k', `${points(mm(0.2))} w`, ...parts].join('\n');
}

const RULER = 20;
const ARROW_OFFSET = 60;

function ruler(x: number, y: number): readonly string[] {
  const ticks = Array.from({ length: 2 * RULER + 1 }, (_, index) => index - RULER);
  return ticks.flatMap((tick) => {
    const long = tick === 0 ? RULER : tick % 10 === 0 ? 5 : tick % 5 === 0 ? 3.5 : 2;
    return [line(x + tick, y - long, x + tick, y + long), line(x - long, y + tick, x + long, y + tick)];
  });
}

/** Upwards, from its foot's middle; the smaller one of the back lies within the larger one of the front. */
function arrow(x: number, y: number, size: number): string {
  const half = size / 2;
  return [
    line(x, y - size, x, y + size),
    line(x - half, y + size - half, x, y + size),
    line(x + half, y + size - half, x, y + size),
  ].join('\n');
}

/** The digit of seven strokes, 5 by 10 mm. */
function digit(value: 1 | 2, x: number, y: number): string {
  if (value === 1) return line(x + 2.5, y, x + 2.5, y + 10);
  return [
    line(x, y + 10, x + 5, y + 10),
    line(x + 5, y + 10, x + 5, y + 5),
    line(x + 5, y + 5, x, y + 5),
    line(x, y + 5, x, y),
    line(x, y, x + 5, y),
  ].join('\n');
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  const [a, b, c, d] = [x1, y1, x2, y2].map((value) => points(mm(value)));
  return `${a} ${b} m ${c} ${d} l S`;
}
