// What sheets and shop sheets say, in the language of the shop.

import type { SlugFacts } from './signatures.ts';

export type ShopLanguage = 'zh-TW' | 'zh-HK' | 'zh-CN' | 'en';

export interface ShopWords {
  readonly heading: string;
  /** Between two things that are said in one line. */
  readonly comma: string;
  readonly title: string;
  readonly edition: string;
  readonly trim: string;
  readonly bleed: string;
  readonly pages: string;
  readonly binding: string;
  readonly paper: string;
  readonly cover: string;
  readonly colours: string;
  readonly profile: string;
  readonly sheets: string;
  readonly quantity: string;
  readonly contact: string;
  readonly folding: string;
  readonly open: string;
  readonly left: string;
  readonly right: string;
  readonly nested: string;
  readonly gathered: string;
  readonly selfCover: string;
  readonly coverApart: (spine: string) => string;
  readonly fourInks: string;
  readonly signatures: (count: number, pages: number) => string;
  readonly front: string;
  readonly back: string;
  readonly slug: (facts: SlugFacts) => string;
}

const TAIWAN: ShopWords = {
  heading: '印刷工單',
  comma: '，',
  title: '品名',
  edition: '版本',
  trim: '完成尺寸',
  bleed: '出血',
  pages: '頁數',
  binding: '裝訂',
  paper: '內頁用紙',
  cover: '封面',
  colours: '印色',
  profile: '色彩描述檔',
  sheets: '拼版',
  quantity: '印量',
  contact: '聯絡人',
  folding: '摺紙與落版',
  open: '請填寫',
  left: '左翻',
  right: '右翻',
  nested: '騎馬釘',
  gathered: '配帖膠裝',
  selfCover: '與內頁同紙（自封）',
  coverApart: (spine) => `另印，書背 ${spine}`,
  fourInks: '雙面四色 CMYK，內文單黑',
  signatures: (count, pages) => `${count} 台，每台 ${pages} 頁`,
  front: '正面',
  back: '反面',
  slug: ({ sheet, sheets, side, first, last }) =>
    `第 ${sheet} 台／共 ${sheets} 台　${{ front: '正面', back: '反面', both: '正反同版' }[side]}　頁位 ${first}–${last}`,
};

/** Hong Kong's trade says it as Taiwan's does, but for these. */
const HONG_KONG: ShopWords = {
  ...TAIWAN,
  trim: '成品尺寸',
  quantity: '印數',
  folding: '摺頁與拼版',
  coverApart: (spine) => `另印，書脊 ${spine}`,
  signatures: (count, pages) => `${count} 帖，每帖 ${pages} 頁`,
  slug: (facts) => TAIWAN.slug(facts).replaceAll(' 台', ' 帖'),
};

export const SHOP_WORDS: Readonly<Record<ShopLanguage, ShopWords>> = {
  'zh-TW': TAIWAN,
  'zh-HK': HONG_KONG,
  'zh-CN': {
    heading: '印刷工单',
    comma: '，',
    title: '品名',
    edition: '版本',
    trim: '成品尺寸',
    bleed: '出血',
    pages: '页数',
    binding: '装订',
    paper: '内页用纸',
    cover: '封面',
    colours: '印色',
    profile: '色彩描述文件',
    sheets: '拼版',
    quantity: '印数',
    contact: '联系人',
    folding: '折页与排版',
    open: '请填写',
    left: '左翻',
    right: '右翻',
    nested: '骑马钉',
    gathered: '配帖胶装',
    selfCover: '与内页同纸（自封）',
    coverApart: (spine) => `另印，书脊 ${spine}`,
    fourInks: '双面四色 CMYK，内文单黑',
    signatures: (count, pages) => `${count} 帖，每帖 ${pages} 页`,
    front: '正面',
    back: '反面',
    slug: ({ sheet, sheets, side, first, last }) =>
      `第 ${sheet} 帖／共 ${sheets} 帖　${{ front: '正面', back: '反面', both: '自翻版' }[side]}　页位 ${first}–${last}`,
  },
  en: {
    heading: 'Order for the print shop',
    comma: ', ',
    title: 'Title',
    edition: 'Edition',
    trim: 'Trim size',
    bleed: 'Bleed',
    pages: 'Pages',
    binding: 'Binding',
    paper: 'Paper inside',
    cover: 'Cover',
    colours: 'Colours',
    profile: 'Profile',
    sheets: 'Sheets',
    quantity: 'Quantity',
    contact: 'Contact',
    folding: 'Folding and imposition',
    open: 'to be filled in',
    left: 'spine on the left',
    right: 'spine on the right',
    nested: 'saddle stitch',
    gathered: 'gathered, perfect binding',
    selfCover: 'of the same paper',
    coverApart: (spine) => `printed apart, spine ${spine}`,
    fourInks: 'CMYK on both sides, text in black alone',
    signatures: (count, pages) => `${count} of ${pages} pages`,
    front: 'front',
    back: 'back',
    slug: ({ sheet, sheets, side, first, last }) =>
      `sheet ${sheet} of ${sheets}   ${{ front: 'front', back: 'back', both: 'work and turn' }[side]}   places ${first}–${last}`,
  },
};
