// Two versions of a deck and a booklet: which slides and pages differ, and which sheets to print again.

/** What shows on each slide, page or side, as fingerprints in order: the same one, the same picture. */
export type Faces = readonly string[];

/** The numbers, from 1, of what is new or other in `after`, by place: a sheet in a drawer is known by its number alone. */
export function changedPlaces(before: Faces, after: Faces): readonly number[] {
  return after.flatMap((face, index) => (face === before[index] ? [] : [index + 1]));
}

/** `pagesOf` gives the pages, from 1, on the sheets of a booklet of so many pages; undefined for a blank. */
export function changedSheets(
  before: Faces,
  after: Faces,
  pagesOf: (pageCount: number) => readonly (readonly (number | undefined)[])[],
): readonly number[] {
  const sheetsOf = (faces: Faces): Faces =>
    pagesOf(faces.length).map((pages) =>
      JSON.stringify(pages.map((page) => (page === undefined ? null : (faces[page - 1] ?? null)))),
    );
  return changedPlaces(sheetsOf(before), sheetsOf(after));
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
