// Where the marks of a text stand once it is converted: a conversion may make words longer or shorter.

import type { Change } from '../chinese/conversion.ts';
import type { Mark, Stretch } from '../model/interview.ts';

/** What was converted as one: a character, or a word that another stands for. Lengths in UTF-16 units. */
export interface Unit {
  readonly before: string;
  readonly after: string;
}

/** `units` with those that `changes` replaced, counted in units, put together; of equal length they stay apart. */
export function applyChanges(units: readonly Unit[], changes: readonly Change[]): readonly Unit[] {
  const result: Unit[] = [];
  let at = 0;
  for (const { start, end, after } of changes) {
    result.push(...units.slice(at, start));
    const changed = units.slice(start, end);
    const characters = [...after];
    if (characters.length === changed.length)
      result.push(...changed.map(({ before }, index) => ({ before, after: characters[index] ?? '' })));
    else result.push({ before: changed.map(({ before }) => before).join(''), after });
    at = end;
  }
  return [...result, ...units.slice(at)];
}

/** The marks where their words are after the conversion. One that begins or ends inside of a unit takes the whole of it. */
export function moveMarks(marks: readonly Mark[], units: readonly Unit[]): readonly Mark[] {
  const place = placesOf(units);
  return marks.map((mark) => {
    if (mark.kind === 'note') return { ...mark, ...pointAt(place(mark.end).end) };
    return { ...mark, start: place(mark.start).start, end: place(mark.end).end };
  });
}

function pointAt(offset: number): Stretch {
  return { start: offset, end: offset };
}

/** For an offset before the conversion the one after it: where a mark that begins there starts, or one that ends, ends. */
function placesOf(units: readonly Unit[]): (offset: number) => Stretch {
  const known = new Map<number, Stretch>();
  let from = 0;
  let to = 0;
  for (const { before, after } of units) {
    known.set(from, pointAt(to));
    for (let inside = 1; inside < before.length; inside += 1)
      known.set(
        from + inside,
        before.length === after.length ? pointAt(to + inside) : { start: to, end: to + after.length },
      );
    from += before.length;
    to += after.length;
  }
  known.set(from, pointAt(to));
  return (offset) => known.get(offset) ?? pointAt(to);
}
