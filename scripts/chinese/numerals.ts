// The formal numerals 大寫數字, which do not look alike at a glance, in the characters of each place.

import type { Locale } from '../model/locale.ts';

const DIGITS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-TW': ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
  'zh-HK': ['零', '壹', '貳', '叁', '肆', '伍', '陸', '柒', '捌', '玖'],
  'zh-CN': ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
};

const TEN = '拾';

/** 1 to 99 as they are read: 壹, 拾, 拾貳, 貳拾壹. A number outside keeps its Arabic figures. */
export function formalNumeral(number: number, locale: Locale): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(number);
  const digit = (value: number): string => DIGITS[locale][value] ?? '';
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? TEN : ''}${ones > 0 ? digit(ones) : ''}`;
}
