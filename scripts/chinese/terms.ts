// A name or term written once, in the form it takes in each place.

import type { Term } from '../model/settings.ts';
import { isSimplifiedOnly } from './common.ts';
import { looksLikeName } from './names.ts';
import { localize, relocalize, simplifyTaiwan, traditionalize } from './opencc.ts';
import { detectScript } from './script.ts';
import { areBothCurrent, STAYS_IN_NAMES, SURNAME_IN_TRADITIONAL } from './spellings.ts';

/**
 * It stays as it was written in the places that share its script, and is converted for the others, where a spelling
 * that is current there stays too. What looks like a name is treated as one.
 */
export function termFor(written: string): Term {
  if (isRiskyName(written)) return nameFor(written);
  if (detectScript(written) === 'simplified') {
    const standard = traditionalize(written).text;
    return {
      'zh-TW': keepCurrent(written, localize(standard, 'tw'), 'zh-TW'),
      'zh-HK': keepCurrent(written, localize(standard, 'hk'), 'zh-HK'),
      'zh-CN': written,
    };
  }
  return {
    'zh-TW': written,
    'zh-HK': keepCurrent(written, relocalize(written, 'hk'), 'zh-HK'),
    'zh-CN': simplifyTaiwan(written),
  };
}

/** A person's name: 余 is no 餘 and 征 no 徵 in it. Hong Kong writes it as Taiwan does. */
export function nameFor(written: string): Term {
  if (![...written].some(isSimplifiedOnly)) {
    const simplified = [...simplifyTaiwan(written)];
    const mainland = [...written].map((character, at) => (character === '乾' ? character : simplified[at]));
    return { 'zh-TW': written, 'zh-HK': written, 'zh-CN': mainland.join('') };
  }
  const converted = [...localize(traditionalize(written).text, 'tw')];
  const traditional = [...written]
    .map((character, at) => {
      if (at === 0 && SURNAME_IN_TRADITIONAL[character] !== undefined)
        return SURNAME_IN_TRADITIONAL[character];
      return STAYS_IN_NAMES.has(character) ? character : converted[at];
    })
    .join('');
  return { 'zh-TW': traditional, 'zh-HK': traditional, 'zh-CN': written };
}

/** It looks like a name, and has a character that only a name keeps: no phrase of the dictionary has it. */
function isRiskyName(written: string): boolean {
  if (![...written].some((character) => STAYS_IN_NAMES.has(character)) || !looksLikeName(written))
    return false;
  const { byPhrase } = traditionalize(written);
  return [...written].some((character, at) => STAYS_IN_NAMES.has(character) && byPhrase[at] !== true);
}

function keepCurrent(written: string, converted: string, locale: 'zh-TW' | 'zh-HK'): string {
  const characters = [...converted];
  return [...written]
    .map((character, at) => {
      const other = characters[at] ?? '';
      return areBothCurrent(character, other, locale) ? character : other;
    })
    .join('');
}
