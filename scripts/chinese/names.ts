// What a personal name looks like: a surname of the Hundred Family Names and one or two characters, or a foreign one.

import { HAN } from './characters.ts';
import { segmentsOf } from './segments.ts';

/** Whether `text` may be a person's name. A word of the dictionary such as 方法 is none, though 方 is a surname. */
export function looksLikeName(text: string): boolean {
  if (!HAN.test(text)) return /^\p{Lu}[\p{Script=Latin}.'’-]*(?: [\p{Script=Latin}.'’-]+){0,3}$/u.test(text);
  if (/^\p{Script=Han}{1,6}(?:[·•‧・]\p{Script=Han}{1,6}){1,3}$/u.test(text)) return true;
  return DOUBLE_NAME.test(text) || (NAME.test(text) && !isWord(text));
}

/** A title or office that stands behind a name, in the script and the length it is written in. */
export const TITLE =
  /(?:先生|女士|小姐|教授|老[師师]|院[長长]|校[長长]|所[長长]|部[長长]|局[長长]|市[長长]|[會会][長长]|主席|秘[書书][長长]|董事[長长]|總經理|总经理|總裁|总裁|首席\p{Script=Han}{1,4}|博士|院士|主任|主[編编]|總編|总编|[編编][輯辑]|醫[師生]|医[师生]|律[師师]|工程[師师]|[創创][辦办始]人|合[夥伙]人|導演|导演|作家|代表|委[員员]|[專专]家)$/u;

/** In both scripts; enough for more than nine people of ten (公安部《全國姓名報告》). */
const SURNAMES =
  '王李張张劉刘陳陈楊杨趙赵黃黄周吳吴徐孫孙胡朱高林何郭馬马羅罗梁宋鄭郑謝谢韓韩唐馮冯于董蕭萧程曹袁鄧邓許许傅沈曾彭呂吕蘇苏盧卢蔣蒋' +
  '蔡賈贾丁魏薛葉叶閻阎余潘杜戴夏鍾钟汪田任姜范方石姚譚谭廖鄒邹熊金陸陆郝孔白崔康毛邱秦江史顧顾侯邵孟龍龙萬万段錢钱湯汤尹黎易常武' +
  '喬乔賀贺賴赖龔龚文樊蘭兰殷施陶洪翟安顏颜倪嚴严牛溫温蘆季俞章魯鲁葛伍韋韦申尤畢毕聶聂焦向柳邢岳齊齐梅莊庄辛管祝左涂祁時时耿牟卜' +
  '詹關关苗凌費费紀纪靳盛童歐欧甄項项曲成游陽阳裴席衛卫查屈鮑鲍霍翁隋甘景薄單单包司柏寧宁柯阮桂連连簡简古饒饶卓池房柴晏郁臧於';

const NAME = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u');
const DOUBLE_NAME =
  /^(?:歐陽|欧阳|司馬|司马|上官|諸葛|诸葛|夏侯|皇甫|尉遲|尉迟|東方|东方|令狐|司徒|端木)\p{Script=Han}{1,2}$/u;

/** A stretch of a text, in code points. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
}

/**
 * Where somebody seems to be named: a surname and one or two characters that are no word, with a mark or a title on
 * one side and a mark, a verb of speech or a title on the other. It finds the plain cases and keeps quiet else.
 */
export function namesIn(text: string): readonly FoundName[] {
  const found = [NAMED_AS_SPEAKER, NAMED_BETWEEN_MARKS].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: name, index }) => ({ name, index })),
  );
  return found
    .filter(
      ({ name }) =>
        !NO_GIVEN.test(name) &&
        (ONLY_SURNAME.test(name) || !isWord(name.length === 2 ? name : name.slice(1))),
    )
    .map(({ name, index }) => {
      const start = [...text.slice(0, index)].length;
      return { start, end: start + [...name].length };
    });
}

const BEFORE_NAME =
  '(?<=^|[^\\p{Script=Han}]|[和与與对對由请請跟让讓向像给給及]|记者|記者|教授|老师|老師|院长|院長|总裁|總裁|导演|導演|演员|演員|歌手|作家|将军|將軍|先生|女士|主席)';
const SPEAKS =
  '(?=说|說|表示|认为|認為|指出|坦言|透露|介绍|介紹|回忆|回憶|告诉|告訴|强调|強調|先生|女士|教授|博士|院士|院长|院長|老师|老師|总裁|總裁|导演|導演)';
const NAMED_AS_SPEAKER = new RegExp(`${BEFORE_NAME}[${SURNAMES}]\\p{Script=Han}{1,2}${SPEAKS}`, 'gu');
const NAMED_BETWEEN_MARKS = new RegExp(
  `${BEFORE_NAME}[${SURNAMES}]\\p{Script=Han}{2}(?=[^\\p{Script=Han}]|$|[的在和与與是也就])`,
  'gu',
);
/** Seldom anything else at the beginning of a clause, so that a given name may be a word. */
const ONLY_SURNAME = /^[余郁姜范岳]/u;
/** Pronouns, particles and figures name nobody. */
const NO_GIVEN =
  /[我你您他她它这這那哪此是的了在有不没沒无無人们們一二三四五六七八九十两兩几幾年月日说說称稱]/u;

function isWord(text: string): boolean {
  return segmentsOf(text).length === 1;
}
