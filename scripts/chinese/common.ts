// The characters in daily use, as the two national standards rank them: level 1 of GB 2312 and of Big5. A text
// decoded with the wrong table, or a reading given for its rarity, shows by the share it has of them.

import { localize, simplifyCharacters, traditionalizeCharacters } from './opencc.ts';
import { convertTo } from './script.ts';

/** Whether `character` is one of some 7,500 that are in use in either script. */
export function isCommon(character: string): boolean {
  return simplified().has(character) || traditional().has(character);
}

/** Whether every reader knows `character`: its simplified form is among the 3,755 of GB 2312. */
export function isEveryday(character: string): boolean {
  return simplified().has(convertTo('zh-CN', character));
}

/** Whether `character` is one of the 6,763 of GB 2312, less a few that simplified writing has only in old names. */
export function isSimplifiedStandard(character: string): boolean {
  return allSimplified().has(character) && !'於後夥菸麽袷'.includes(character);
}

/** Whether `character` belongs to simplified writing alone: 么 and 这, not 后 or 里, nor 着 which Hong Kong has. */
export function isSimplifiedOnly(character: string): boolean {
  if (character === '么') return true;
  if (!isSimplifiedStandard(character) || traditional().has(character)) return false;
  const standard = traditionalizeCharacters(character);
  return localize(standard, 'tw') !== character && localize(standard, 'hk') !== character;
}

/** Whether `character` belongs to Traditional writing alone. */
export function isTraditionalOnly(character: string): boolean {
  return !isSimplifiedStandard(character) && simplifyCharacters(character) !== character;
}

const simplified = once(() => levelOne('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]]));
const allSimplified = once(() => levelOne('gb18030', [0xb0, 0xf7], [[0xa1, 0xfe]]));
const traditional = once(() =>
  levelOne(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  ),
);

type Range = readonly [from: number, to: number];

/** The ideographs whose codes have their first byte in one range and their second in one of several. */
function levelOne(encoding: string, [from, to]: Range, seconds: readonly Range[]): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let first = from; first <= to; first++) {
    for (const [low, high] of seconds) {
      for (let second = low; second <= high; second++) bytes.push(first, second);
    }
  }
  const decoded = new TextDecoder(encoding).decode(new Uint8Array(bytes));
  return new Set(decoded.replace(/\P{Script=Han}/gu, ''));
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
