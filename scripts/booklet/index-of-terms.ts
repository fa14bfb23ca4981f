// The index of names and terms: which of them the text has, in the order of the place, and where in the text each stands.

import { compareIn, groupOf } from '../chinese/order.ts';
import { patternOf } from '../chinese/shield.ts';
import type { Edition } from '../model/edition.ts';

export interface IndexGroupView {
  readonly heading: string;
  readonly entries: readonly IndexEntry[];
}

export interface IndexEntry {
  readonly text: string;
  /** What a run of the text says: its place among the listed of the edition. */
  readonly id: number;
}

/** Where in a text a name or term has begun, in UTF-16 units: behind its first character, or its first word of letters. */
export interface TermPlace {
  readonly at: number;
  readonly id: number;
}

export interface TermFinder {
  /** The ids of what stands in `text`, each once. */
  readonly idsIn: (text: string) => readonly number[];
  /** Where a page must be noted: behind the beginning, since at the start there may be a gap or a mark that is closed up. */
  readonly placesIn: (text: string) => readonly TermPlace[];
}

/** The names and terms that `listed` has; of two that overlap, the longer. */
export function termFinder(listed: readonly string[]): TermFinder {
  const idOf = new Map(listed.map((term, id) => [term, id]));
  const longestFirst = [...listed].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map(wholeWord).join('|');
  const find = (text: string): readonly Occurrence[] =>
    pattern === ''
      ? []
      : Array.from(text.matchAll(new RegExp(pattern, 'gu')), ({ 0: term, index }) => ({
          start: index,
          at: index + (/^(?:[\p{Script=Latin}\p{Nd}]+|.)/su.exec(term)?.[0].length ?? 1),
          id: idOf.get(term) ?? 0,
        }));
  return {
    idsIn: (text) => [...new Set(find(text).map(({ id }) => id))],
    placesIn: (text) => ends(find(text)).map(({ at, id }) => ({ at, id })),
  };
}

/** What stands in `found`, by id, under the headings of the edition's place. */
export function indexView(
  { listed, locale, labels }: Edition,
  found: ReadonlySet<number>,
): readonly IndexGroupView[] {
  const compare = compareIn(locale);
  const entries = listed
    .map((text, id) => ({ text, id }))
    .filter(({ id }) => found.has(id))
    .sort((a, b) => compare(a.text, b.text));
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const group = groupOf(entry.text, locale);
    const heading = 'letter' in group ? group.letter : labels.strokes.replace('{n}', String(group.strokes));
    groups.set(heading, [...(groups.get(heading) ?? []), entry]);
  }
  return [...groups].map(([heading, own]) => ({ heading, entries: own }));
}

interface Occurrence extends TermPlace {
  readonly start: number;
}

/** No page has fewer characters: so many lie on two pages at most. */
const LEAST_PAGE = 256;

/**
 * Of every so many characters the first and the last occurrence of each term: those between stand on no other page, and
 * each mark costs Typst some time.
 */
function ends(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const keyOf = ({ start, id }: Occurrence): string => `${Math.floor(start / LEAST_PAGE)} ${id}`;
  const first = new Map(occurrences.toReversed().map((one) => [keyOf(one), one]));
  const last = new Map(occurrences.map((one) => [keyOf(one), one]));
  return occurrences.filter((one) => first.get(keyOf(one)) === one || last.get(keyOf(one)) === one);
}

/** Letters belong to a longer word where letters go on. */
function wholeWord(term: string): string {
  const before = /^[\p{Script=Latin}\p{Nd}]/u.test(term) ? '(?<![\\p{Script=Latin}\\p{Nd}])' : '';
  const after = /[\p{Script=Latin}\p{Nd}]$/u.test(term) ? '(?![\\p{Script=Latin}\\p{Nd}])' : '';
  return `${before}${patternOf(term)}${after}`;
}
