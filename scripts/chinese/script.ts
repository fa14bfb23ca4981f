// Which characters a text is written in, and the same text in another place's characters.

import type { Locale } from '../model/locale.ts';
import { localize, simplifyTaiwan, traditionalize, traditionalizeCharacters } from './opencc.ts';
import { type ProtectedTerm, shieldTerms } from './shield.ts';

export type { ProtectedTerm } from './shield.ts';

export type Script = 'traditional' | 'simplified';

export const SCRIPT_OF: Readonly<Record<Locale, Script>> = {
  'zh-TW': 'traditional',
  'zh-HK': 'traditional',
  'zh-CN': 'simplified',
};

/**
 * The text in the characters of `locale`. Whatever script it comes in, it passes through simplified first: a
 * careless conversion leaves 于, 么 and 后 in Traditional text, and only that way are they all put right.
 * Protected terms are found in any of their forms and come out in the form of `locale`.
 */
export function convertTo(locale: Locale, text: string, terms: readonly ProtectedTerm[] = []): string {
  const { shield, restore } = shieldTerms(terms, locale);
  const simplified = simplifyTaiwan(shield(text));
  return restore(locale === 'zh-CN' ? simplified : fromSimplified(locale, simplified));
}

/** The script that most of the script-bound characters of `text` belong to. */
export function detectScript(text: string): Script {
  const traditional = countChanges(text, simplifyTaiwan(text));
  const simplified = countChanges(text, localize(traditionalizeCharacters(text), 'tw'));
  return simplified > traditional ? 'simplified' : 'traditional';
}

function fromSimplified(locale: 'zh-TW' | 'zh-HK', text: string): string {
  return localize(traditionalize(text).text, locale === 'zh-TW' ? 'tw' : 'hk');
}

function countChanges(before: string, after: string): number {
  const left = [...before];
  const right = [...after];
  return left.reduce((count, character, index) => count + (character === right[index] ? 0 : 1), 0);
}
