// One script, and in it the right characters: those that a careless conversion left or chose wrong (于 么 愿 后 簽),
// and those of the other script in a text that mixes both. Spellings that are merely less common stay.

import { convertTo, detectScript, type ProtectedTerm, type Script } from '../chinese/script.ts';
import type { Edit } from './edits.ts';
import { linesOf } from './lines.ts';

/**
 * The changes that give `text` the right characters of its script, which most of its first characters decide. A text
 * without one certain fault keeps every spelling it has. Terms come out in the form of the script's first locale, and
 * names as they are written: the tables know no surnames, and 余 would become 餘.
 */
export function correctCharacters(
  text: string,
  terms: readonly ProtectedTerm[],
  names: readonly string[],
): { edits: Edit[]; script: Script } {
  const script = detectScript(text.slice(0, ENOUGH));
  const locale = script === 'traditional' ? 'zh-TW' : 'zh-CN';
  const kept = names
    .slice(0, MAX_NAMES)
    .filter((name) => convertTo(locale, name) !== name && detectScript(name.slice(1)) === script);
  const converted = convertTo(locale, text, [...terms, ...kept.map(asWritten)]);
  const isRight = script === 'traditional' ? isTraditionalFault : isSimplifiedFault;
  const edits = differences(text, converted).filter(
    ({ start, end, after }) => isRight(text.slice(start, end), after) && !isInside(text, start, after),
  );
  const isFaulty = edits.some(({ start, end, after }) => !isTolerated(text.slice(start, end), after));
  return { edits: isFaulty ? edits : [], script };
}

/** 裡 becomes 里 only where it is a length or a place: the tables break 走路裡 at the wrong place. */
function isInside(text: string, start: number, after: string): boolean {
  return (
    text[start] === '裡' &&
    after === '里' &&
    !/[公英海華鄰故鄉萬千百十零〇一二三四五六七八九兩幾數里方]/u.test(text[start - 1] ?? '')
  );
}

/** In UTF-16 units: a book's first chapters tell which script it is in. */
const ENOUGH = 100_000;

/** Every name is looked for in the whole text; no panel has more speakers. */
const MAX_NAMES = 200;

function asWritten(name: string): ProtectedTerm {
  return { 'zh-TW': name, 'zh-CN': name };
}

/**
 * Whether `before` may be a converter's blunder. A character with a simplified form of its own that a converter
 * would have left alone (捲 beside 卷) was somebody's choice, and so was one that simplifies to another (畫 and 劃).
 */
function isTraditionalFault(before: string, after: string): boolean {
  const simplified = simplify(before);
  if (simplified === before || simplify(after) === before) return true;
  return simplified === simplify(after) && traditional(simplified) !== simplified;
}

/** Whether `before` is no simplified spelling: 於 and 藉口. The tables take 么 for a form of 幺, which it never is. */
function isSimplifiedFault(before: string): boolean {
  return before !== '么' && traditional(before) === before;
}

/** Both spellings are current in the place, or the first is a surname: no evidence of a fault. */
function isTolerated(before: string, after: string): boolean {
  return TOLERATED.has(before + after);
}

const TOLERATED: ReadonlySet<string> = new Set(
  (
    '台臺 台檯 台颱 臺颱 占佔 布佈 周週 雇僱 欲慾 污汙 秘祕 祕秘 群羣 羣群 游遊 注註 讚贊 癒愈 艷豔 豔艷 裏裡 匯彙 煉鍊 鍊煉 ' +
    '傢家 家傢 盡儘 托託 沈沉 沈瀋 晒曬 舖鋪 泄洩 誌志 菸煙 煙菸 姦奸 嚐嘗 嘗嚐 嘆歎 歎嘆 凶兇 念唸 捲卷 薑姜 采採 了瞭 峯峰 ' +
    '牀床 綫線 着著 余餘 范範 岳嶽 杰傑 郁鬱 丰豐 喫吃 睏困 麽麼 啓啟 衞衛 爲為 説說 産產 溫温 温溫 內内 内內 藉借 覆复 ' +
    '瞭了 扎紮 仿彷 佛彿 恥耻 耻恥 陞升 蹟跡 昇升 鉤鈎 鈎鉤 吊弔 弔吊 跡迹 伙夥 夥伙'
  ).split(' '),
);

const simplify = perCharacter((character) => convertTo('zh-CN', character));
const traditional = perCharacter((character) => convertTo('zh-TW', character));

function perCharacter(convert: (character: string) => string): (character: string) => string {
  const known = new Map<string, string>();
  return (character) => {
    const found = known.get(character) ?? convert(character);
    known.set(character, found);
    return found;
  };
}

/** One edit for each character that differs; line by line, for a conversion crosses no line end. */
function differences(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  const converted = linesOf(after);
  for (const line of linesOf(before)) {
    const now = converted.next().value?.text ?? '';
    if (now === line.text) continue;
    const left = [...line.text];
    const right = [...now];
    // The tables exchange characters one for one; a phrase of another length is left alone.
    if (left.length !== right.length) continue;
    let at = line.start;
    left.forEach((character, index) => {
      const other = right[index] ?? character;
      const end = at + character.length;
      if (other !== character) edits.push({ start: at, end, after: other, kind: 'character' });
      at = end;
    });
  }
  return edits;
}
