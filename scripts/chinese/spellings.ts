// What is known of single characters that a table of conversions does not say: which spellings stand beside each
// other, which characters name people, which are decided by the sense alone. Data, each with its reason.

import type { Locale } from '../model/locale.ts';

/**
 * Pairs of which both are current, so that either is an editor's choice: 宣布 and 宣佈, 計畫 and 計劃 (教育部《重編國語
 * 辭典修訂本》 gives them as one word, or as two that usage mixes).
 */
const CURRENT =
  '占佔 布佈 周週 雇僱 欲慾 注註 讚贊 癒愈 艷豔 煉鍊 盡儘 沈沉 晒曬 舖鋪 泄洩 菸煙 姦奸 嚐嘗 嘆歎 凶兇 念唸 了瞭 吃喫 ' +
  '扎紮 升昇 跡蹟 吊弔 伙夥 岩巖 咨諮 悽凄 畫劃 復覆 份分 讎仇 佑祐 闢辟 迴回 託托 彩綵 才纔 眷睠 志誌';

/** Hong Kong writes 台 throughout; in Taiwan 台 and 臺, 污 and 汙 stand side by side. */
const CURRENT_IN: Readonly<Record<Locale, ReadonlySet<string>>> = {
  'zh-TW': pairs(`${CURRENT} 台臺 污汙`),
  'zh-HK': pairs(CURRENT),
  'zh-CN': pairs(''),
};

function pairs(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').flatMap((pair) => [pair, [...pair].reverse().join('')]));
}

/** Whether a reader of the place takes `one` and `other` for the same word, written one way or the other. */
export function areBothCurrent(one: string, other: string, locale: Locale): boolean {
  return CURRENT_IN[locale].has(one + other);
}

/**
 * Surnames and characters of given names that are also the simplified form of another character: 余 and 餘, 征 and 徵.
 * In a name they stay as they are.
 */
export const STAYS_IN_NAMES: ReadonlySet<string> = new Set(
  '余于姜范郁岳征里后谷台朴松斗曲升秋沈咸卜仇采舍胡干向家周系制准克面游杰种丑党万俟术',
);

/** Surnames whose Traditional form a table may choose wrongly. */
export const SURNAME_IN_TRADITIONAL: Readonly<Record<string, string>> = {
  钟: '鍾',
  肖: '蕭',
  闫: '閆',
  万: '萬',
  党: '黨',
  叶: '葉',
  宁: '甯',
};

/** A simplified character that stands for several, and the words around it that leave open for which. */
export interface Ambiguity {
  readonly character: string;
  readonly choices: string;
  readonly context: RegExp;
  /** Asked although a phrase has decided, since the phrase is open itself: 干了. Else only where none has. */
  readonly inPhrases?: boolean;
}

/** What dries, by the end of its word: 衣服干了 is 乾, and the dictionary's 干了 is 幹. */
const DRYING =
  '服衣裤褲裙鞋袜襪巾单單被发髮泪淚汗血漆墨水酒河溪井湖池塘泥土木柴草叶葉花皮唇喉咙嚨嗓睛杯瓶胶膠料子';

export const AMBIGUITIES: readonly Ambiguity[] = [
  ...(
    [
      ['里', '里 or 裡', /(?<=[\d一二三四五六七八九十百千万萬两兩几幾华華英])里(?![面头頭边邊外程])/gu],
      [
        '后',
        '后 or 後',
        /(?<=[母帝影歌封立废廢])后(?![来來天])|(?<=^|[，。；：“「])后(?=[说說是在与與和])/gu,
      ],
      [
        '发',
        '發 or 髮',
        /(?<=[白黑金银銀长長短烫燙理剪染秀卷红紅护護脱脫植假束])发(?![展现现現生布出行送表明达達挥電电票货射言起动觉光热育放])/gu,
      ],
      ['干', '乾, 幹 or 干', /干/gu],
      ['复', '復, 複 or 覆', /复/gu],
      ['斗', '鬥 or 斗', /斗/gu],
      ['征', '徵 or 征', /征/gu],
      ['面', '麵 or 面', /(?<=[吃煮碗炒拌汤湯泡拉挂掛凉煎擀])面(?![对對向临臨前试試积積子貌世谈談议議部])/gu],
      [
        '只',
        '隻 or 只',
        /(?<=[一二三四五六七八九十百千两兩几幾每\d])只(?![有是能要不会會需剩差用看说說为為管好得])/gu,
      ],
      ['钟', '鐘 or 鍾', /钟(?=[爱情灵])/gu],
      ['谷', '穀 or 谷', /(?<=[五稻打])谷/gu],
      ['冲', '沖 or 衝', /冲(?=[泡咖茶奶洗凉淡])/gu],
      ['丑', '醜 or 丑', /丑(?=[时時年])/gu],
      ['卷', '捲 or 卷', /(?<=[内內])卷|卷(?=[起入走])/gu],
      ['须', '鬚 or 須', /(?<=[胡虾龙])须/gu],
      ['脏', '臟 or 髒', /(?<=[内心肝])脏/gu],
      ['坛', '罈 or 壇', /(?<=[酒一])坛/gu],
      ['表', '錶 or 表', /(?<=[手怀懷戴])表(?![示现現达達演明情面态態])/gu],
      ['舍', '捨 or 舍', /舍(?=[不弃棄])/gu],
      ['姜', '薑 or 姜', /(?<=[生老嫩葱蔥])姜/gu],
      ['云', '雲 or 云', /(?<=[诗詩子古])云(?=[：，])/gu],
    ] as const
  ).map(([character, choices, context]) => ({ character, choices, context })),
  {
    character: '干',
    choices: '乾 or 幹',
    context: new RegExp(
      `(?<=[${DRYING}])干(?=[了透着](?![\\d一二两兩三四五六七八九十百千几幾半很好多不])|得[快慢]|不干)`,
      'gu',
    ),
    inPhrases: true,
  },
  {
    character: '干',
    choices: '幹 or 乾',
    context: /(?<=[我你您他她它们們谁誰人])干(?=的)/gu,
    inPhrases: true,
  },
];

/** The one Traditional character that stands for two simplified ones. */
export const AMBIGUITIES_OF_TRADITIONAL: readonly Ambiguity[] = [
  { character: '著', choices: '著 or 着', context: /著(?=《)|(?<=[所由])著(?=[的，。])/gu },
  { character: '乾', choices: '干 or 乾', context: /(?<=[卦位])乾|乾(?=[卦位])/gu },
];
