// Which characters a text is written in, and the same text in another place's characters. Owns opencc-js.

import { ConverterFactory, type ConverterFunction } from 'opencc-js/core';
import { from as fromSimplified, to as toTraditional } from 'opencc-js/preset/cn2t';
import { from as fromTraditional, to as toSimplified } from 'opencc-js/preset/t2cn';
import type { Locale } from '../model/locale.ts';

export type Script = 'traditional' | 'simplified';

export const SCRIPT_OF: Readonly<Record<Locale, Script>> = { 'zh-TW': 'traditional', 'zh-CN': 'simplified' };

/** A term and the form it takes in each place; a conversion never looks inside it. */
export type ProtectedTerm = Readonly<Record<Locale, string>>;

/**
 * The text in the characters of `locale`. Whatever script it comes in, it passes through simplified first: a
 * careless conversion leaves 于, 么 and 后 in Traditional text, and only that way are they all put right.
 * Protected terms are found in any of their forms and come out in the form of `locale`.
 */
export function convertTo(locale: Locale, text: string, terms: readonly ProtectedTerm[] = []): string {
  const shielded = shield(text, terms);
  const simplified = toMainland()(shielded);
  return unshield(locale === 'zh-CN' ? simplified : toTaiwan()(simplified), terms, locale);
}

/** The script that most of the script-bound characters of `text` belong to. */
export function detectScript(text: string): Script {
  const traditional = countChanges(text, toMainland()(text));
  const simplified = countChanges(text, toTaiwan()(text));
  return simplified > traditional ? 'simplified' : 'traditional';
}

const toMainland = once(() => ConverterFactory(preset(fromTraditional, 'tw'), preset(toSimplified, 'cn')));
const toTaiwan = once(() => ConverterFactory(preset(fromSimplified, 'cn'), preset(toTraditional, 'tw')));

/** Building a converter's trie takes some 40 ms, converting a text under one: each is built when first needed. */
function once(make: () => ConverterFunction): () => ConverterFunction {
  let made: ConverterFunction | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function preset<T>(presets: Record<string, T>, name: string): T {
  const found = presets[name];
  if (found === undefined) throw new Error(`opencc-js has no preset ${name}`);
  return found;
}

/** Plane 15 is private use: no transcript carries it and no dictionary names it. */
const FIRST_SHIELD = 0xf0000;

function shield(text: string, terms: readonly ProtectedTerm[]): string {
  const forms = terms
    .flatMap((term, index) => [...new Set(Object.values(term))].map((form) => ({ form, index })))
    .sort((a, b) => b.form.length - a.form.length);
  return forms.reduce(
    (shielded, { form, index }) => shielded.replaceAll(form, String.fromCodePoint(FIRST_SHIELD + index)),
    text,
  );
}

function unshield(text: string, terms: readonly ProtectedTerm[], locale: Locale): string {
  return text.replace(/[\u{F0000}-\u{FFFFD}]/gu, (mark) => {
    const term = terms[(mark.codePointAt(0) ?? 0) - FIRST_SHIELD];
    return term ? term[locale] : mark;
  });
}

function countChanges(before: string, after: string): number {
  const left = [...before];
  const right = [...after];
  return left.reduce((count, character, index) => count + (character === right[index] ? 0 : 1), 0);
}
