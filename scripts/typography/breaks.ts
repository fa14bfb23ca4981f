// Where a line of Chinese may end (CLREQ, Prohibition rules for line start and line end; for unbreakable marks), at three
// levels: basic; gb, where no solidus ends a line; strict, where no dash or ellipsis begins one.

import type { Locale } from '../model/locale.ts';
import { KINSOKU, type Kinsoku } from '../model/settings.ts';
import { type MarkKind, markOf } from './marks.ts';

const NOT_AT_START: ReadonlySet<MarkKind> = new Set(['closing', 'stop', 'middle', 'connector', 'solidus']);

/** Half-width marks that close, and signs that belong to the figure before them. */
const NARROW_CLOSING = /^[,.!?:;)\]}%‰°′″℃℉％々/]/u;
const NARROW_OPENING = /[([{$£¥€＄￥#@]$/u;

/** The strictest level that lets a line begin with `character` — undefined where none does. */
export function startsLine(character: string, locale: Locale): Kinsoku | undefined {
  const mark = markOf(character, locale);
  if (mark && NOT_AT_START.has(mark.kind)) return undefined;
  if (NARROW_CLOSING.test(character)) return undefined;
  return mark?.kind === 'dash' || mark?.kind === 'ellipsis' ? 'gb' : 'strict';
}

/** The strictest level that lets a line end with `character` — undefined where none does. */
export function endsLine(character: string, locale: Locale): Kinsoku | undefined {
  const mark = markOf(character, locale);
  if (mark?.kind === 'opening' || NARROW_OPENING.test(character)) return undefined;
  return mark?.kind === 'solidus' || character === '/' ? 'basic' : 'strict';
}

/** Whether what `allowed` lets pass is let pass at `level`. */
export function passes(allowed: Kinsoku | undefined, level: Kinsoku): boolean {
  return allowed !== undefined && KINSOKU.indexOf(allowed) >= KINSOKU.indexOf(level);
}

export interface Bond {
  readonly start: number;
  readonly end: number;
}

/** Stretches of `text`, in UTF-16 units, inside which no line ends: figures with their units, ranges, names with dots. */
export function bondsIn(text: string): readonly Bond[] {
  return PATTERNS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })),
  );
}

const FIGURE = '[\\p{Nd}]+(?:[.,:：][\\p{Nd}]+)*';
const RANGE = '[—–―~～〜-]';
const SCALE = '[十百千万萬亿億兆]+';
const LONG_UNIT =
  '平方公[里尺]|[平立]方[米公]尺?|人民[幣币]|[美港歐欧日]元|[港台臺]幣|[港台]币|新[臺台][幣币]|日圓|公[里斤尺分頃顷升]|[千厘毫]米|小[時时]|分[鐘钟]|毫秒|[個个]月|月份|年代|世[紀纪]|人次|[參参][數数]';
const UNIT = `(?:${SCALE}(?:${LONG_UNIT}|[元人年月日台部次名家個个])?|${LONG_UNIT}|\\p{Script=Han}|[%‰°′″℃℉％])`;
const PATTERNS = [
  // 3—5年, 9.11, 2024年7月, 100億美元, 30%, 第3
  new RegExp(
    `第?[+−±＋－$£¥€￥]?${FIGURE}(?:${RANGE}[$£¥€￥]?${FIGURE})*[%‰°℃％]?(?:${RANGE}${FIGURE}[%‰°℃％]?)?${UNIT}?`,
    'gu',
  ),
  // 10 kg
  /\p{Nd} [A-Za-z%°]{1,4}(?![A-Za-z])/gu,
  // 約翰·史密斯 keeps its dot on the line of the name before it.
  /[^\s·‧・•][·‧・•]/gu,
  // to B
  /(?<![A-Za-z])[A-Za-z]{1,3} [A-Za-z](?![A-Za-z])/g,
];
