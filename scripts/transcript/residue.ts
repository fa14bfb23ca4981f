// Pinyin residue: the readings in brackets that a careless conversion left behind characters, 發(fā)展 for 發展. What
// a person put there on purpose stays, 王(wáng) or 重(zhòng)慶: the whole document has to show that it is no habit of
// the writer but of a machine, which glosses a character at every one of its occurrences, always alike.

import { isEveryday } from '../chinese/common.ts';
import { readingsOf } from '../chinese/pinyin.ts';
import type { Doubt } from './doubt.ts';
import type { Edit } from './edits.ts';

export interface ResidueFindings {
  readonly edits: readonly Edit[];
  readonly doubts: readonly Doubt[];
}

/** Removes the residues where the document proves them systematic; what looks like one and stays is a doubt. */
export function removeResidue(text: string): ResidueFindings {
  const glosses = findGlosses(text);
  const toned = glosses.filter(({ isReading }) => isReading);
  if (glosses.length === 0) return { edits: [], doubts: [] };
  const habits = habitsOf(text, toned);
  const isSystematic = provesSystem([...habits.values()]);
  const removed = toned.filter((gloss) => isSystematic && isGlossedThroughout(habits.get(gloss.character)));
  const gone = new Set(removed);
  return {
    edits: removed.map(({ character, start, end }) => ({
      start,
      end,
      after: '',
      kind: 'pinyin',
      subject: character,
    })),
    doubts: doubtsAbout(glosses.filter((gloss) => !gone.has(gloss) && (gloss.isReading || isSystematic))),
  };
}

/** A Han character and one syllable of pinyin in brackets behind it. */
interface Gloss {
  readonly character: string;
  readonly syllable: string;
  /** The bracket with its content. */
  readonly start: number;
  readonly end: number;
  /** The character is read so, with this tone. */
  readonly isReading: boolean;
}

const GLOSS = /(\p{Script=Han})([(（] ?((?:[a-zü\u00e0-\u01dc\u0251\u0261]|[\u0300-\u030c]){1,12}) ?[)）])/gu;

const TONE = /[\u0300\u0301\u0304\u030c]/;
/** Initial, vowels, ending, without the accents. */
const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng?|r)?$/;

function findGlosses(text: string): Gloss[] {
  const glosses: Gloss[] = [];
  for (const { 0: whole, 1: character = '', 2: bracket = '', 3: spelling = '', index } of text.matchAll(
    GLOSS,
  )) {
    const syllable = spelling.replaceAll('ɑ', 'a').replaceAll('ɡ', 'g').normalize('NFC');
    if (!SYLLABLE.test(syllable.normalize('NFD').replace(/\p{M}/gu, ''))) continue;
    const end = index + whole.length;
    const isReading = TONE.test(syllable.normalize('NFD')) && readingsOf(character).has(syllable);
    glosses.push({ character, syllable, start: end - bracket.length, end, isReading });
  }
  return glosses;
}

/** How a document glosses one character. */
interface Habit {
  readonly character: string;
  readonly occurrences: number;
  readonly glossed: number;
  /** How often it has the commonest of its glosses. */
  readonly alike: number;
}

function habitsOf(text: string, glosses: readonly Gloss[]): ReadonlyMap<string, Habit> {
  const counts = new Map<string, Map<string, number>>();
  for (const { character, syllable } of glosses) {
    const readings = counts.get(character) ?? new Map<string, number>();
    counts.set(character, readings.set(syllable, (readings.get(syllable) ?? 0) + 1));
  }
  const occurrences = new Map<string, number>();
  if (counts.size > 0) {
    for (const character of text) {
      if (counts.has(character)) occurrences.set(character, (occurrences.get(character) ?? 0) + 1);
    }
  }
  return new Map(
    Array.from(counts, ([character, readings]) => [
      character,
      {
        character,
        occurrences: occurrences.get(character) ?? 0,
        glossed: [...readings.values()].reduce((sum, count) => sum + count, 0),
        alike: Math.max(...readings.values()),
      },
    ]),
  );
}

/**
 * Nobody explains a character that every reader knows, at each of its occurrences, again and again: two such
 * characters with six glosses between them are the work of a machine.
 */
function provesSystem(habits: readonly Habit[]): boolean {
  const mechanical = habits.filter(
    (habit) => habit.alike >= 2 && isEveryday(habit.character) && isGlossedThroughout(habit),
  );
  const glosses = mechanical.reduce((sum, { alike }) => sum + alike, 0);
  return mechanical.length >= 2 && glosses >= 6;
}

/** A gloss or two may have been taken out by hand already, so not all occurrences need one. */
function isGlossedThroughout(habit: Habit | undefined): boolean {
  return habit !== undefined && habit.glossed >= 0.75 * habit.occurrences;
}

/** One doubt for each character and syllable, at the first place. */
function doubtsAbout(kept: readonly Gloss[]): Doubt[] {
  const groups = new Map<string, { gloss: Gloss; count: number }>();
  for (const gloss of kept) {
    const written = `${gloss.character}(${gloss.syllable})`;
    const group = groups.get(written);
    if (group) group.count += 1;
    else groups.set(written, { gloss, count: 1 });
  }
  return Array.from(groups, ([written, { gloss, count }]) => ({
    code: 'pinyin-kept',
    offset: gloss.start,
    message: `${written} was kept${count > 1 ? `, ${count} times` : ''}: it may be meant, or left behind by a conversion`,
    hint: 'Take the brackets out of the manuscript if the reading is not meant to be printed.',
  }));
}
