// Trim sizes: those of ISO 216, and the 開 that bookshops of Taiwan and the mainland know, or any in millimetres.

import { type Mm, mm, type Size } from './length.ts';

export interface Format extends Size<Mm> {
  /** None where it is given in millimetres. */
  readonly name?: FormatName;
}

export type FormatName = 'a5' | 'b5' | '大32開' | '25開' | '16開';

const SIZES: Readonly<Record<FormatName, readonly [width: number, height: number]>> = {
  a5: [148, 210],
  b5: [176, 250],
  大32開: [140, 203],
  '25開': [148, 210],
  '16開': [185, 260],
};

/** What an editor may write for each, besides its own name. */
const SPELLINGS: Readonly<Record<string, FormatName>> = {
  大32开: '大32開',
  'large-32k': '大32開',
  '25开': '25開',
  '25k': '25開',
  '16开': '16開',
  '16k': '16開',
};

/** Every way to write a format by name. */
export const FORMAT_SPELLINGS: readonly string[] = [...Object.keys(SIZES), ...Object.keys(SPELLINGS)];

export function formatNamed(name: FormatName): Format {
  const [width, height] = SIZES[name];
  return { name, width: mm(width), height: mm(height) };
}

/** A name, in capitals or not, or WIDTHxHEIGHT in millimetres; undefined where it is neither. */
export function formatOf(written: string): Format | undefined {
  const spelt = written.toLowerCase();
  const name = SPELLINGS[spelt] ?? (spelt as FormatName);
  if (Object.hasOwn(SIZES, name)) return formatNamed(name);
  const [, width, height] = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)$/.exec(spelt) ?? [];
  if (width === undefined || height === undefined) return undefined;
  return { width: mm(Number(width)), height: mm(Number(height)) };
}
