// The typefaces of a PowerPoint file. It carries no fonts, so they are those that come with Windows and with Office for
// the Mac: 微軟正黑體 and 微软雅黑 have a true bold and Latin letters of their own. Noto, where it is missing, would be
// replaced by 新細明體 or 宋体, which have no bold: titles would be smeared. All text names the theme's fonts, so that
// whoever has others chooses them in one place. The panose and the character set tell what to replace them by.

import type { Locale } from '../../model/locale.ts';

export interface ThemeFont {
  readonly typeface: string;
  /** What the place calls it. */
  readonly localName: string;
  readonly panose: string;
  /** As DrawingML writes it: Big5 is 136, GB 2312 is 134, less 256. */
  readonly charset: -120 | -122;
}

const JHENGHEI: ThemeFont = {
  typeface: 'Microsoft JhengHei',
  localName: '微軟正黑體',
  panose: '020B0604030504040204',
  charset: -120,
};

const YAHEI: ThemeFont = {
  typeface: 'Microsoft YaHei',
  localName: '微软雅黑',
  panose: '020B0503020204020204',
  charset: -122,
};

export const THEME_FONT: Readonly<Record<Locale, ThemeFont>> = {
  'zh-TW': JHENGHEI,
  'zh-HK': JHENGHEI,
  'zh-CN': YAHEI,
};
