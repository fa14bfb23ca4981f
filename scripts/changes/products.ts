// Two versions of what is made of an interview: which slides and pages differ, and which sheets to print again.

import type { Extent, ProductChange } from '../model/product.ts';

/** A made file, as far as it tells whether anything shows otherwise. */
export interface SeenProduct extends Extent {
  /** What shows on each slide, page or sheet, as fingerprints in order: the same one, the same picture. */
  readonly faces?: readonly string[];
  /** What the speaker has beside each slide, likewise. */
  readonly notes?: readonly string[];
}

/** What changed, by file; nothing of a file that was not there before, or of which is not known what it shows. */
export function changedProducts(
  before: Readonly<Record<string, SeenProduct>>,
  after: Readonly<Record<string, SeenProduct>>,
): readonly ProductChange[] {
  return Object.entries(after).flatMap(([file, is]) => {
    const was = before[file];
    if (!was?.faces || !is.faces) return [];
    const changed = changedPlaces(was.faces, is.faces);
    const notes = changedPlaces(was.notes ?? [], is.notes ?? []).filter(
      (number) => !changed.includes(number),
    );
    if (changed.length + notes.length === 0 && was.faces.length === is.faces.length) return [];
    const { unit, count } = is;
    const change = { file, unit, count, before: was.faces.length, changed };
    return [{ ...change, ...(notes.length > 0 && { notes }) }];
  });
}

/** The numbers, from 1, of what is new or other in `after`, by place: a sheet in a drawer is known by its number alone. */
export function changedPlaces(before: readonly string[], after: readonly string[]): readonly number[] {
  return after.flatMap((face, index) => (face === before[index] ? [] : [index + 1]));
}

/**
 * What there is to show again on one line, `slides 5, 9 of 24; notes of slide 3; pages 12–14 of 26`, and on another what to
 * print again: `print again: sheet 3 of 7 (booklet-duplex.pdf)`. None where nothing changed.
 */
export function formatProductChanges(changes: readonly ProductChange[]): readonly string[] {
  const partsIn = (wanted: Extent['unit']): readonly string[] =>
    changes.filter(({ unit }) => unit === wanted).flatMap(partsOf);
  const shown = [...partsIn('slides'), ...partsIn('pages')];
  const sheets = partsIn('sheets');
  return [
    ...(shown.length > 0 ? [shown.join('; ')] : []),
    ...(sheets.length > 0 ? [`print again: ${sheets.join(', ')}`] : []),
  ];
}

function partsOf({ file, unit, count, before, changed, notes = [] }: ProductChange): readonly string[] {
  const numbers =
    changed.length === count && count > 1
      ? [`all ${count} ${unit}`]
      : changed.length > 0
        ? [`${named(changed, unit)} of ${count}`]
        : [];
  const number = count === before ? [] : [`${count} ${unit} where there were ${before}`];
  const own = [...numbers, ...number].join(', ');
  // Of two decks, or two kinds of sheets, the name tells which.
  const isNamed = file !== 'deck.html' && file !== 'booklet.pdf';
  const shown = own === '' ? [] : [isNamed ? `${own} (${file})` : own];
  return [...shown, ...(notes.length > 0 ? [`notes of ${named(notes, unit)}`] : [])];
}

function named(numbers: readonly number[], unit: Extent['unit']): string {
  return `${numbers.length === 1 ? unit.slice(0, -1) : unit} ${formatNumbers(numbers)}`;
}

/** `3, 5–7`. */
export function formatNumbers(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
