// The characters of an edition, from a manuscript whose script is known. What the manuscript says in the script of the
// edition stands: there only what is wrong in the place is put right, and every such change is told.

import type { Locale } from '../model/locale.ts';
import { isSimplifiedOnly, isSimplifiedStandard } from './common.ts';
import { namesIn } from './names.ts';
import { localize, relocalize, simplifyCharacters, simplifyTaiwan, traditionalize } from './opencc.ts';
import { SCRIPT_OF, type Script } from './script.ts';
import { AMBIGUITIES, AMBIGUITIES_OF_TRADITIONAL, areBothCurrent, STAYS_IN_NAMES } from './spellings.ts';

export interface Conversion {
  readonly text: string;
  /** Characters that were no choice of the script but a slip: 什么 in Traditional text. */
  readonly corrections: readonly Change[];
  /** Characters that the sense alone decides, and no phrase did. */
  readonly doubts: readonly (Change & { readonly choices: string })[];
  /** What looks like a name, and has lost a character of it. */
  readonly brokenNames: readonly Change[];
}

/** A stretch of the source, from `start` to `end` in its code points, and what became of it. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** `text`, written in `script`, in the characters of `locale`. An edit leaves most texts as they were. */
export function convertCharacters(text: string, script: Script, locale: Locale): Conversion {
  const key = `${script} ${locale} ${text}`;
  const found = known.get(key) ?? convertText(text, script, locale);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

const known = new Map<string, Conversion>();
const MOST_KNOWN = 5000;

function convertText(text: string, script: Script, locale: Locale): Conversion {
  const source = [...text];
  const { characters, slips, byPhrase } = convert(text, source, script, locale);
  const change = (start: number, end: number): Change => ({
    start,
    end,
    before: source.slice(start, end).join(''),
    after: characters.slice(start, end).join(''),
  });
  // Where a phrase of another length was put in, positions no longer correspond.
  const isAligned = characters.length === source.length;
  const names =
    isAligned && isRisky(text)
      ? namesIn(text).filter(({ start, end }) => isBroken(source, characters, byPhrase, start, end))
      : [];
  const doubts = isAligned ? doubtsIn(text, script, locale, byPhrase) : [];
  return {
    text: characters.join(''),
    corrections: slips.map((at) => change(at, at + 1)).filter(({ before, after }) => before !== after),
    doubts: doubts
      .filter(({ at }) => !names.some(({ start, end }) => start <= at && at < end))
      .map(({ at, choices }) => ({ ...change(at, at + 1), choices })),
    brokenNames: names.map(({ start, end }) => change(start, end)),
  };
}

interface Converted {
  readonly characters: readonly string[];
  /** Where a slip was put right. */
  readonly slips: readonly number[];
  readonly byPhrase: readonly boolean[];
}

function convert(text: string, source: readonly string[], script: Script, locale: Locale): Converted {
  if (script === 'simplified') {
    const settled = settle(source);
    if (locale === 'zh-CN') return { ...settled, byPhrase: [] };
    const traced = traditionalize(settled.characters.join(''));
    return { ...settled, characters: [...localize(traced.text, REGION[locale])], byPhrase: traced.byPhrase };
  }
  if (locale === 'zh-CN') return { characters: [...simplifyTaiwan(text)], slips: [], byPhrase: [] };
  return replace(text, source, locale);
}

const REGION = { 'zh-TW': 'tw', 'zh-HK': 'hk' } as const;

/** Simplified text with the characters that simplified writing has not: 藉口 and 顯著 stay what the editor wrote. */
function settle(source: readonly string[]): Pick<Converted, 'characters' | 'slips'> {
  const simplified = [...simplifyCharacters(source.join(''))];
  const slips: number[] = [];
  const characters = source.map((character, at) => {
    const other = simplified[at] ?? character;
    if (other === character || isSimplifiedStandard(character) || simplified.length !== source.length)
      return character;
    slips.push(at);
    return other;
  });
  return { characters, slips };
}

/**
 * Traditional text in the characters of a place: from the other place's directly, so that 髮 and 麵 stay, and by way
 * of simplified for what a careless conversion has left or chosen wrong.
 */
function replace(text: string, source: readonly string[], locale: 'zh-TW' | 'zh-HK'): Converted {
  const direct = [...relocalize(text, REGION[locale])];
  const traced = traditionalize(simplifyTaiwan(text));
  const indirect = [...localize(traced.text, REGION[locale])];
  if (direct.length !== source.length || indirect.length !== source.length)
    return { characters: direct, slips: [], byPhrase: [] };
  const names = new Set((isRisky(text) ? namesIn(text) : []).flatMap(({ start, end }) => range(start, end)));
  const slips: number[] = [];
  const characters = source.map((before, at) => {
    const inPlace = direct[at] ?? before;
    const after = indirect[at] ?? before;
    if (after === before || after === inPlace) return areBothCurrent(before, after, locale) ? before : after;
    const isKept =
      areBothCurrent(before, after, locale) ||
      !isSlip(before, after, traced.byPhrase[at] === true, names.has(at));
    if (isKept) return areBothCurrent(before, inPlace, locale) ? before : inPlace;
    slips.push(at);
    return after;
  });
  return { characters, slips, byPhrase: traced.byPhrase };
}

/** A simplified character is one, unless it may name somebody; of two Traditional ones a phrase knows which is wrong. */
function isSlip(before: string, after: string, byPhrase: boolean, isInName: boolean): boolean {
  if (isSimplifiedOnly(before)) return true;
  const simplified = simplifyTaiwan(before);
  if (simplified !== before) return byPhrase && simplified === simplifyTaiwan(after);
  return STAYS_IN_NAMES.has(before) ? byPhrase || !(isInName || SELDOM_ELSE.has(before)) : true;
}

/** Alone they are names more often than half of another word. */
const SELDOM_ELSE: ReadonlySet<string> = new Set('余姜范郁岳杰朴沈');

function doubtsIn(
  text: string,
  script: Script,
  locale: Locale,
  byPhrase: readonly boolean[],
): readonly { readonly at: number; readonly choices: string }[] {
  if (script === SCRIPT_OF[locale] && script === 'simplified') return [];
  const table = SCRIPT_OF[locale] === 'simplified' ? AMBIGUITIES_OF_TRADITIONAL : AMBIGUITIES;
  const found = table.flatMap(({ character, choices, context, inPhrases = false }) =>
    text.includes(character)
      ? Array.from(text.matchAll(context), ({ index }) => ({
          at: [...text.slice(0, index)].length,
          choices,
          inPhrases,
        }))
      : [],
  );
  return found
    .filter(({ at, inPhrases }) => (byPhrase[at] === true) === inPhrases)
    .sort((a, b) => a.at - b.at);
}

/** Whether a character stands in `text` that a name may lose: most texts have none, and need no looking for names. */
function isRisky(text: string): boolean {
  return RISKY.test(text);
}

const RISKY = new RegExp(`[${[...STAYS_IN_NAMES].join('')}]`, 'u');

function isBroken(
  source: readonly string[],
  characters: readonly string[],
  byPhrase: readonly boolean[],
  start: number,
  end: number,
): boolean {
  return range(start, end).some(
    (at) => source[at] !== characters[at] && !byPhrase[at] && STAYS_IN_NAMES.has(source[at] ?? ''),
  );
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
