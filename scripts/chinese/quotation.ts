// Which quotation marks of a text are pairs, and which of these belong to English words: a quotation in an English
// sentence has English marks wherever the sentence stands, and English words in a Chinese one have Chinese marks
// (教育部《重訂標點符號手冊》; GB/T 15834—2011, 4.8; The Chicago Manual of Style, 13).

import { HAN } from './characters.ts';

/** Where a mark stands is counted in code points. */
export interface QuotePair {
  readonly open: number;
  readonly close: number;
  readonly isEnglish: boolean;
  /** The pair around it. */
  readonly parent: QuotePair | undefined;
}

export interface Quotation {
  /** A pair comes before those inside of it. */
  readonly pairs: readonly QuotePair[];
  readonly unpaired: readonly { readonly at: number; readonly isEnglish: boolean }[];
}

/** The quotation marks of `text`, which is a whole paragraph; apostrophes are none. */
export function quotationIn(text: string): Quotation {
  if (!QUOTE.test(text)) return { pairs: [], unpaired: [] };
  const characters = [...text];
  const { partners, unpaired } = matched(characters);
  const paragraph: Paragraph = { characters, partners, isLatin: !characters.some(isChinese) };
  const pairs: QuotePair[] = [];
  for (const [open, close] of [...partners].sort(([one], [other]) => one - other)) {
    if (close < open) continue;
    const parent = pairs.findLast((each) => each.open < open && each.close > close);
    const isEnglish =
      CURLY.test(characters[open] ?? '') &&
      (parent?.isEnglish || isEnglishStretch(paragraph, open, close, parent));
    pairs.push({ open, close, isEnglish, parent });
  }
  const isEnglishAlone = (at: number): boolean =>
    OPENING.has(characters[at] ?? '')
      ? isEnglishStretch(paragraph, at, characters.length)
      : isEnglishStretch(paragraph, -1, at);
  return {
    pairs,
    unpaired: unpaired.map((at) => ({
      at,
      isEnglish: CURLY.test(characters[at] ?? '') && isEnglishAlone(at),
    })),
  };
}

/** The marks of `text` that are set as English ones are, in UTF-16 units: quotation marks of English, and apostrophes. */
export function englishMarks(text: string): ReadonlySet<number> {
  if (!CURLY.test(text)) return new Set();
  const { pairs, unpaired } = quotationIn(text);
  const points = new Set(unpaired.flatMap(({ at, isEnglish }) => (isEnglish ? [at] : [])));
  const others = new Set(unpaired.flatMap(({ at, isEnglish }) => (isEnglish ? [] : [at])));
  for (const { open, close, isEnglish } of pairs)
    for (const at of [open, close]) (isEnglish ? points : others).add(at);
  const units = new Set<number>();
  let unit = 0;
  for (const [at, character] of [...text].entries()) {
    if (points.has(at) || (character === '’' && !others.has(at))) units.add(unit);
    unit += character.length;
  }
  return units;
}

const QUOTE = /[“”‘’「」『』]/u;
const CURLY = /[“”‘’]/u;
const OPENING: ReadonlySet<string> = new Set(['“', '‘', '「', '『']);
const PARTNER: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };

interface Paragraph {
  readonly characters: readonly string[];
  /** Of each mark that has one, both ways. */
  readonly partners: ReadonlyMap<number, number>;
  /** Nothing in it is Chinese. */
  readonly isLatin: boolean;
}

function matched(characters: readonly string[]): {
  readonly partners: ReadonlyMap<number, number>;
  readonly unpaired: readonly number[];
} {
  let open: number[] = [];
  const unpaired: number[] = [];
  const partners = new Map<number, number>();
  characters.forEach((character, at) => {
    const isWaiting = open.some((candidate) => characters[candidate] === '‘');
    if (character === '’' && isApostrophe(characters, at, isWaiting)) return;
    if (OPENING.has(character)) open.push(at);
    const partner = PARTNER[character];
    if (partner === undefined) return;
    const depth = open.findLastIndex((candidate) => characters[candidate] === partner);
    const start = open[depth];
    if (start === undefined) {
      unpaired.push(at);
      return;
    }
    unpaired.push(...open.slice(depth + 1));
    partners.set(start, at).set(at, start);
    open = open.slice(0, depth);
  });
  return { partners, unpaired: [...unpaired, ...open].sort((a, b) => a - b) };
}

/** In a word (don’t), before one (’90s), behind one (the users’ choice): where a ‘ waits for its partner, that comes later. */
function isApostrophe(characters: readonly string[], at: number, isWaiting: boolean): boolean {
  const before = characters[at - 1] ?? ' ';
  const after = characters.slice(at + 1, at + 3).join('');
  if (/[\p{Script=Latin}\d]$/u.test(before)) {
    if (/^[\p{Script=Latin}\d]/u.test(after)) return true;
    const goesOn = /^ \p{Script=Latin}/u.test(after);
    if (!isWaiting) return goesOn || (/s/i.test(before) && !isChinese(after));
    return (
      goesOn && /s/i.test(before) && /^[^‘]*?’(?!\p{Script=Latin})/u.test(characters.slice(at + 1).join(''))
    );
  }
  return /[\s([“—-]/u.test(before) && /^[\p{Script=Latin}\d]/u.test(after);
}

/** What stands beside a quotation; `open` where the text begins or ends there, or another sentence does. */
type Side = 'english' | 'chinese' | 'open';

/** Whether English marks stand at `open` and `close`: around Latin words with an English sentence around these. */
function isEnglishStretch(paragraph: Paragraph, open: number, close: number, parent?: QuotePair): boolean {
  const { characters, isLatin } = paragraph;
  const words = characters.slice(open + 1, close).join('');
  if (!/[\p{L}\d]/u.test(words) || isChinese(words)) return false;
  const before = sideOf(paragraph, open, -1);
  const after = sideOf(paragraph, close, 1);
  if (before === 'english' && after === 'english') return true;
  if (before === 'open' && after === 'open') return isLatin && !parent && /\s|[,.!?]$/.test(words);
  if (before === 'english' && after === 'chinese')
    // An English sentence that ends with its quotation, and a Chinese one behind it.
    return /[.!?]$/.test(words) && /[,:]\s*$/.test(runOf(paragraph, open, -1).text);
  if (before === 'chinese' || after === 'chinese') return false;
  const run = before === 'english' ? runOf(paragraph, open, -1) : runOf(paragraph, close, 1);
  return run.isWhole || /[,.!?:;]/.test(run.text + words.slice(-1));
}

function sideOf({ characters, partners }: Paragraph, from: number, step: 1 | -1): Side {
  const next = characters[from + step] ?? '';
  // English leaves a space, or has a mark, on the outer side of a quotation: OpenAI“o1” is Chinese.
  if (/[\p{L}\d]/u.test(next)) return 'chinese';
  for (let at = from + step; at >= 0 && at < characters.length; at += step) {
    const character = characters[at] ?? '';
    if (QUOTE.test(character)) {
      const partner = partners.get(at);
      if (partner === undefined) continue;
      if (Math.sign(partner - at) !== step) return 'open';
      at = partner;
    } else if (ENDS[step].test(character)) return 'open';
    else if (isChinese(character)) return 'chinese';
    else if (/\p{L}/u.test(character)) return 'english';
  }
  return 'open';
}

/** Where a sentence around ends, walking to the left and to the right. */
const ENDS = { '-1': /[。！？（《〈【〖〔［｛([{]/u, '1': /[）》〉】〗〕］｝)\]}]/u } as const;

/** The English beside a quotation, up to what is Chinese; it is whole where that is no part of its sentence. */
function runOf(
  { characters, partners }: Paragraph,
  from: number,
  step: 1 | -1,
): { readonly text: string; readonly isWhole: boolean } {
  let text = '';
  for (let at = from + step; at >= 0 && at < characters.length; at += step) {
    const character = characters[at] ?? '';
    const partner = QUOTE.test(character) ? partners.get(at) : undefined;
    if (partner !== undefined && Math.sign(partner - at) !== step) return { text, isWhole: true };
    if (isChinese(character)) return { text, isWhole: /[。！？（）《》]/u.test(character) };
    text = step < 0 ? character + text : text + character;
  }
  return { text, isWhole: true };
}

/** Ideographs, kana, full-width marks and letters. */
function isChinese(text: string): boolean {
  return HAN.test(text) || /[\u3000-\u300b\u3010-\u30ff\u3100-\u312f\uac00-\ud7af\uff01-\uffee]/u.test(text);
}
