// What a person should look at in a manuscript before editions are made of it: marks, scripts, and what a conversion
// elsewhere has left behind. Each is a warning with its place; a clean text has none.

import { isSimplifiedOnly, isTraditionalOnly } from '../chinese/common.ts';
import { readingsOf } from '../chinese/pinyin.ts';
import { englishMarks } from '../chinese/quotation.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Interview, type Text, textsOf } from '../model/interview.ts';
import { scriptOf } from './edition.ts';
import { type Excerpt, excerpt, type Manuscript, placeOf } from './places.ts';
import { unpairedQuotes } from './quotes.ts';

/** In the order of the text; a character of the other script is named once. */
export function proofread(interview: Interview, manuscript: Manuscript): readonly Diagnostic[] {
  const texts = textsOf(interview);
  const isForeign = scriptOf(interview) === 'traditional' ? isSimplifiedOnly : isTraditionalOnly;
  const known = new Set<string>();
  return texts.flatMap((text, index) => {
    const foreign = [...new Set(text.text)].filter(
      (character) => isForeign(character) && !known.has(character),
    );
    for (const character of foreign) known.add(character);
    return [
      ...quotesIn(text, texts[index + 1]),
      ...halfWidthIn(text.text),
      ...residueIn(text.text),
      ...foreign.map((character) => foreignCharacter(text.text, character)),
    ].map(
      ({ code, excerpt, message, hint }): Diagnostic => ({
        code: `edition/${code}`,
        severity: 'warning',
        message,
        hint,
        place: placeOf(excerpt, text, manuscript),
      }),
    );
  });
}

interface Remark {
  readonly code: string;
  readonly excerpt: Excerpt;
  readonly message: string;
  readonly hint: string;
}

/** A quotation of several paragraphs opens at each of them and closes with the last (GB/T 15834—2011, 4.8.3.4). */
function quotesIn({ text }: Text, next: Text | undefined): readonly Remark[] {
  const runsOn = (at: number): boolean => at === 0 && next !== undefined && next.text[0] === text[0];
  return unpairedQuotes(text)
    .filter((at) => !runsOn(at))
    .map((at) => {
      const found = excerpt(text, at);
      return {
        code: 'unbalanced-quote',
        excerpt: found,
        message: `${[...text][at]} has no partner: “${found.words}”`,
        hint: 'Add the other mark, or take this one out.',
      };
    });
}

const HAN = '[\\p{Script=Han}〇]';
const HALF_WIDTH = new RegExp(
  [
    `(?<=${HAN}|[”’」』）》])[,;:!?](?!//)`,
    `(?<!&\\w{1,8})[,;:!?](?=${HAN})`,
    `(?<=${HAN})\\.(?![\\p{Script=Latin}\\d.])`,
    `(?<=${HAN})(?:\\.{2,}|--+)`,
    `(?:\\.{3,}|--+)(?=${HAN})`,
    `(?<=${HAN})["']|(?<!\\d)["'](?=${HAN})`,
    `\\([^()]*${HAN}[^()]*\\)|(?<=${HAN})\\([^()]*\\)`,
  ].join('|'),
  'gu',
);

function halfWidthIn(text: string): readonly Remark[] {
  const english = englishMarks(text);
  return Array.from(text.matchAll(HALF_WIDTH), ({ 0: mark, index }) => ({ mark, index }))
    .filter(({ mark, index }) => glossAt(text, index - 1) === undefined || !mark.startsWith('('))
    .filter(({ index }) => !english.has(index - 1))
    .map(({ mark, index }) => {
      const at = [...text.slice(0, index)].length;
      const found = excerpt(text, at, at + [...mark].length);
      return {
        code: 'half-width-mark',
        excerpt: found,
        message: `half-width ${mark} stands in Chinese text: “${found.words}”`,
        hint: 'Write the full-width mark; an ellipsis is ……, a dash ——, and quotation marks are “ and ”.',
      };
    });
}

/** A toned syllable in half-width brackets, read like the character before it: 發(fā)展. */
const GLOSS = /(\p{Script=Han})\(((?:[a-zü\u00e0-\u01dc\u0251\u0261]|[\u0300-\u030c]){1,8})\)/gu;
const WASTE =
  /\ufffd|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|#\d{2,5});|[\u200b\ufeff\ue000-\uf8ff]/gu;

function glossAt(text: string, index: number): string | undefined {
  for (const { 0: words, 1: character = '', 2: syllable = '', index: at } of text.matchAll(GLOSS)) {
    const isToned = /[\u0300\u0301\u0304\u030c]/.test(syllable.normalize('NFD'));
    if (at === index && isToned && readingsOf(character).has(syllable.normalize('NFC'))) return words;
  }
  return undefined;
}

function residueIn(text: string): readonly Remark[] {
  const glosses = Array.from(text.matchAll(GLOSS), ({ index }) => glossAt(text, index)).flatMap(
    (words) => words ?? [],
  );
  const waste = Array.from(text.matchAll(WASTE), ([words]) => words);
  return [
    ...glosses.map((words) => ({
      code: 'residue',
      excerpt: { words, lead: 0 },
      message: `${words} looks like pinyin that a conversion left behind`,
      hint: 'Take the bracket out; where the reading is meant, write it in full-width brackets.',
    })),
    ...waste.map((words) => ({
      code: 'residue',
      excerpt: { words, lead: 0 },
      message: `${shown(words)} is no part of a text: another program left it`,
      hint: 'Take it out, or write the character that it stands for.',
    })),
  ];
}

function shown(words: string): string {
  return words.startsWith('&')
    ? words
    : `U+${(words.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function foreignCharacter(text: string, character: string): Remark {
  const found = excerpt(text, [...text].indexOf(character));
  return {
    code: 'mixed-scripts',
    excerpt: found,
    message: `${character} is of the other script than the rest of the manuscript: “${found.words}”`,
    hint: 'Write it in the script of the manuscript; the editions do.',
  };
}
