// The words of Taiwan or Hong Kong for those that another place has: 軟件 becomes 軟體. For readers who asked for it;
// it changes what a speaker said, so each wording that it touches is told.

import type { Change } from './conversion.ts';
import { WORD_CORRECTIONS } from './local-words.ts';
import { localize, type Region, regionalWords, wordMatcher } from './opencc.ts';
import { cutsWord } from './segments.ts';

export interface Localized {
  readonly text: string;
  /** In code points of the text that was given. */
  readonly changes: readonly Change[];
}

/** `text`, in the characters of `region`, with its words. Of two that begin together the longer is taken. */
export function useLocalWords(text: string, region: Region): Localized {
  const match = MATCHERS[region]();
  const changes: Change[] = [];
  let localized = '';
  let point = 0;
  for (let at = 0; at < text.length; ) {
    const found = match(text, at);
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    // 有名的士兵 has no taxi in it.
    const isWord = found && !cutsWord(text, at, found.end);
    const end = isWord ? found.end : at + character.length;
    const before = text.slice(at, end);
    const after = isWord ? found.value : before;
    const length = [...before].length;
    if (after !== before) changes.push({ start: point, end: point + length, before, after });
    localized += after;
    point += length;
    at = end;
  }
  return { text: localized, changes };
}

const MATCHERS: Readonly<Record<Region, () => ReturnType<typeof wordMatcher>>> = {
  tw: once(() => matcherFor('tw')),
  hk: once(() => matcherFor('hk')),
};

function matcherFor(region: Region): ReturnType<typeof wordMatcher> {
  const table = regionalWords(region).map(
    ([from, to]) => [localize(from, region), localize(to, region)] as const,
  );
  return wordMatcher([...table, ...WORD_CORRECTIONS[region]]);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
