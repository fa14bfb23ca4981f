// Pages as pictures, painted by poppler, and how far they differ.

import fs from 'node:fs';
import path from 'node:path';
import { run } from '../support/tools.ts';
import { asFile } from './samples.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top, 0 black to 255 white. */
  readonly greys: Uint8Array;
}

/** The pages as grey pictures without smoothed edges. */
export function paint(pdf: Uint8Array, dotsPerInch: number): readonly Picture[] {
  return asFile(pdf, (file) => {
    run('pdftoppm', ['-gray', '-aa', 'no', '-aaVector', 'no', '-r', String(dotsPerInch), file, file]);
    const folder = path.dirname(file);
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return names.sort().map((name) => readPgm(fs.readFileSync(path.join(folder, name))));
  });
}

/** Netpbm's binary greymap: P5, width, height, 255, then the dots. */
function readPgm(file: Buffer): Picture {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 99)) ?? [];
  return { width: Number(width), height: Number(height), greys: file.subarray(head.length) };
}

export function crop(
  picture: Picture,
  area: { x: number; y: number; width: number; height: number },
): Picture {
  const { x, y, width, height } = area;
  const greys = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (y + row) * picture.width + x;
    greys.set(picture.greys.subarray(start, start + width), row * width);
  }
  return { width, height, greys };
}

export function turn(picture: Picture): Picture {
  return { ...picture, greys: picture.greys.toReversed() };
}

export function ink({ greys }: Picture): number {
  return greys.reduce((count, grey) => count + (grey < 255 ? 1 : 0), 0) / greys.length;
}

/** How far the squares of ten dots differ in grey on average, from 0 to 1: glyphs turned over fall a dot aside. */
export function difference(one: Picture, other: Picture): number {
  const others = squares(other);
  const apart = squares(one).map((grey, index) => Math.abs(grey - (others[index] ?? 0)));
  return apart.reduce((sum, value) => sum + value, 0) / apart.length;
}

function squares({ width, height, greys }: Picture): readonly number[] {
  const columns = Math.ceil(width / 10);
  const sums = new Array<number>(columns * Math.ceil(height / 10)).fill(0);
  greys.forEach((grey, index) => {
    const square = Math.floor(index / width / 10) * columns + Math.floor((index % width) / 10);
    sums[square] = (sums[square] ?? 0) + grey / 255 / 100;
  });
  return sums;
}
