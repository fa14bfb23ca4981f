// Numerals in Chinese: the formal ones 大寫數字, which do not look alike at a glance, and the plain ones.

import type { Locale } from '../model/locale.ts';

const DIGITS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-TW': ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
  'zh-HK': ['零', '壹', '貳', '叁', '肆', '伍', '陸', '柒', '捌', '玖'],
  'zh-CN': ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
};

const TEN = '拾';

const PLAIN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as they are read: 壹, 拾, 拾貳, 貳拾壹. A number outside keeps its Arabic figures. */
export function formalNumeral(number: number, locale: Locale): string {
  return numeral(number, DIGITS[locale], TEN);
}

/** 1 to 99 as they are written in a sentence: 一, 十, 十二, 二十一; the same everywhere. */
export function plainNumeral(number: number): string {
  return numeral(number, PLAIN, '十');
}

function numeral(number: number, digits: readonly string[], ten: string): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(number);
  const digit = (value: number): string => digits[value] ?? '';
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? ten : ''}${ones > 0 ? digit(ones) : ''}`;
}
