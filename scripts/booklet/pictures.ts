// The pictures of an interview: found beside the manuscript, known as pictures, and fine enough for the size they are
// set at.

import type { Diagnostic } from '../model/diagnostic.ts';
import { type Result, resultOf } from '../model/diagnostic.ts';
import type { Interview, Picture } from '../model/interview.ts';
import type { NoFile } from '../model/world.ts';
import { type Pixels, pixelsOf } from './pixels.ts';

/** By the path that the manuscript gives. */
export type Pictures = ReadonlyMap<string, LoadedPicture>;

export interface LoadedPicture extends Pixels {
  readonly bytes: Uint8Array;
}

/** More than this no camera gives, and no page needs. */
export const MOST_BYTES = 40 * 2 ** 20;

/**
 * Reads every picture of `interview` by `read`. `file` is the manuscript. Errors: `picture/missing`,
 * `picture/too-large`, `picture/outside`, `picture/unknown`.
 */
export async function loadPictures(
  interview: Interview,
  file: string,
  read: (name: string, most: number) => Promise<Uint8Array | NoFile>,
): Promise<Result<Pictures>> {
  const pictures = new Map<string, LoadedPicture>();
  const diagnostics: Diagnostic[] = [];
  for (const picture of picturesOf(interview)) {
    if (pictures.has(picture.file)) continue;
    const bytes = await read(picture.file, MOST_BYTES);
    const pixels = typeof bytes === 'string' ? undefined : await pixelsOf(bytes);
    if (typeof bytes === 'string') diagnostics.push(faultOf(bytes, picture, file));
    else if (!pixels) diagnostics.push(faultOf('unknown', picture, file));
    else pictures.set(picture.file, { ...pixels, bytes });
  }
  return resultOf(pictures, diagnostics);
}

/** The portrait and the figures, in the order of the book. */
export function picturesOf({ portrait, sections }: Interview): readonly Picture[] {
  const turns = sections.flatMap(({ exchanges }) => exchanges.flatMap(({ answer }) => answer));
  const inserts = turns.flatMap((turn) => turn.inserts ?? []);
  const figures = inserts.flatMap((insert) => (insert.kind === 'figure' ? [insert.figure] : []));
  return portrait ? [portrait, ...figures] : figures;
}

/** What a theme calls a picture: a path from its own files, without an ending, which may not tell the truth. */
export function pictureSource(interview: Interview, file: string): string {
  const files = [...new Set(picturesOf(interview).map((picture) => picture.file))];
  return `pictures/${files.indexOf(file) + 1}`;
}

/** The pictures as files for Typst, below the folder of the theme. */
export function pictureFiles(interview: Interview, pictures: Pictures): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    [...pictures].map(([file, { bytes }]) => [pictureSource(interview, file), bytes]),
  );
}

/**
 * A warning `picture/resolution` for each picture that has fewer than `least` pixels to an inch of the size at which the
 * booklet sets it, as its metadata tells. `file` is the manuscript.
 */
export function coarsePictures(
  interview: Interview,
  pictures: Pictures,
  metadata: readonly unknown[],
  least: number,
  file: string,
): readonly Diagnostic[] {
  const settings = metadata.filter(isSetting);
  return picturesOf(interview).flatMap((picture): readonly Diagnostic[] => {
    const loaded = pictures.get(picture.file);
    const source = pictureSource(interview, picture.file);
    const widths = settings.filter((setting) => setting.source === source).map(({ width }) => width);
    const width = Math.max(0, ...widths);
    if (!loaded || loaded.format === 'svg' || width === 0) return [];
    const resolution = (loaded.width / width) * 72;
    if (Math.round(resolution) >= least) return [];
    const needed = Math.ceil((width / 72) * least);
    const millimetres = Math.round((width / 72) * 25.4);
    return [
      {
        code: 'picture/resolution',
        severity: 'warning',
        message: `${picture.file} is printed ${millimetres} mm wide with ${Math.round(resolution)} pixels an inch; print needs ${least}`,
        hint: `It is ${loaded.width} pixels wide and needs ${needed}: take it from its source in more pixels.`,
        place: { file, ...picture.at },
      },
    ];
  });
}

export function isCoarsePicture({ code }: Diagnostic): boolean {
  return code === 'picture/resolution';
}

/** The same for a print shop, where pixels that are seen have to be paid for. */
export function refused(found: Diagnostic): Diagnostic {
  const hint = [found.hint, 'Or build what is not for the print shop: --only.'].join(' ');
  return { ...found, severity: 'error', hint };
}

/** What the library of a theme leaves for each picture that it sets: the width in points. */
interface Setting {
  readonly part: 'picture';
  readonly source: string;
  readonly width: number;
}

function isSetting(value: unknown): value is Setting {
  if (typeof value !== 'object' || value === null) return false;
  const { part, source, width } = value as Partial<Record<keyof Setting, unknown>>;
  return part === 'picture' && typeof source === 'string' && typeof width === 'number' && width > 0;
}

function faultOf(fault: keyof typeof FAULTS, picture: Picture, file: string): Diagnostic {
  const { message, hint } = FAULTS[fault];
  return {
    code: `picture/${fault}`,
    severity: 'error',
    message: message.replace('{}', () => picture.file),
    hint,
    place: { file, ...picture.at },
  };
}

const FAULTS = {
  missing: {
    message: 'there is no picture {}',
    hint: 'Put the file beside the manuscript, and write its path from there; capitals count.',
  },
  'too-large': {
    message: '{} is larger than 40 MB',
    hint: 'Save it with fewer pixels; a full page takes about 2500 by 3500.',
  },
  outside: {
    message: '{} lies outside of the folder of the manuscript',
    hint: 'Copy the file itself beside the manuscript, and no link to it.',
  },
  unknown: {
    message: '{} is no PNG, JPEG or SVG picture, or not the whole of one',
    hint: 'Open it in a program for pictures and save it as PNG or JPEG.',
  },
} as const;
