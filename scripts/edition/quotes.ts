// Quotation marks of the place: 「」 with 『』 inside in Taiwan and Hong Kong, “” with ‘’ inside on the mainland
// (教育部《重訂標點符號手冊》; 香港教育局《中英文標點符號用法》; GB/T 15834—2011, 4.8).

import { type QuotePair, quotationIn } from '../chinese/quotation.ts';
import { SCRIPT_OF } from '../chinese/script.ts';
import type { Locale } from '../model/locale.ts';

/**
 * `text` with its quotation marks in the style of `locale`, alternating by depth. Those of English words in an English
 * sentence stay as they are, unless the pair around them has come to be of the same marks. Where a mark has no partner,
 * nobody can tell the depth: each mark of that text keeps its own level. Apostrophes stay.
 */
export function localizeQuotes(text: string, locale: Locale): string {
  const { pairs, unpaired } = quotationIn(text);
  if (pairs.length === 0 && unpaired.length === 0) return text;
  const characters = [...text];
  const style = STYLE[SCRIPT_OF[locale]];
  if (unpaired.length > 0) {
    const ends = pairs.flatMap(({ open, close, isEnglish }) =>
      [open, close].map((at) => ({ at, isEnglish })),
    );
    for (const { at, isEnglish } of [...ends, ...unpaired]) {
      const mark = characters[at] ?? '';
      if (!isEnglish) characters[at] = style.alike[mark] ?? mark;
    }
    return characters.join('');
  }
  const set = new Map<QuotePair, Marks>();
  for (const pair of pairs) {
    const marks = marksOf(pair, characters, style.levels, set);
    set.set(pair, marks);
    characters[pair.open] = marks[0];
    characters[pair.close] = marks[1];
  }
  return characters.join('');
}

/** Where the marks without a partner stand, in code points of `text`. */
export function unpairedQuotes(text: string): readonly number[] {
  return quotationIn(text).unpaired.map(({ at }) => at);
}

type Marks = readonly [open: string, close: string];
type Levels = readonly [outer: Marks, inner: Marks];

const CORNERS: Levels = [
  ['「', '」'],
  ['『', '』'],
];
const CURLY: Levels = [
  ['“', '”'],
  ['‘', '’'],
];

const STYLE = {
  traditional: {
    levels: CORNERS,
    alike: { '“': '「', '”': '」', '‘': '『', '’': '』' } as Readonly<Record<string, string>>,
  },
  simplified: {
    levels: CURLY,
    alike: { '「': '“', '」': '”', '『': '‘', '』': '’' } as Readonly<Record<string, string>>,
  },
};

/** `set` are the marks of the pairs around it. */
function marksOf(
  pair: QuotePair,
  characters: readonly string[],
  levels: Levels,
  set: ReadonlyMap<QuotePair, Marks>,
): Marks {
  const [outer, inner] = pair.isEnglish ? CURLY : levels;
  const around = nearest(pair.parent, (each) => set.get(each), [outer, inner]);
  if (around) return around[0] === outer[0] ? inner : outer;
  return pair.isEnglish && characters[pair.open] === inner[0] ? inner : outer;
}

/** The marks of the nearest pair around that has marks of these `levels`. */
function nearest(
  pair: QuotePair | undefined,
  marksOf: (pair: QuotePair) => Marks | undefined,
  levels: Levels,
): Marks | undefined {
  for (let each = pair; each; each = each.parent) {
    const marks = marksOf(each);
    if (marks && levels.some(([open]) => open === marks[0])) return marks;
  }
  return undefined;
}
