// The words of the preview, as an editor of each place knows them. `{n}` and `{list}` stand for values.

import type { Locale } from '../model/locale.ts';

export interface PreviewLabels {
  readonly preview: string;
  /** What the page is doing, or how the last build went. */
  readonly building: string;
  readonly current: string;
  readonly failed: string;
  readonly lost: string;
  readonly errors: string;
  readonly warnings: string;
  readonly notes: string;
  readonly changedSlides: string;
  readonly changedPages: string;
  readonly changed: string;
  readonly files: string;
  readonly opening: string;
  readonly sectionN: string;
  readonly questionN: string;
  readonly closing: string;
  readonly error: string;
  readonly warning: string;
  readonly note: string;
  /** Of the panel beside the rows. */
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly enlarge: string;
  readonly openFile: string;
  readonly pageOf: string;
  readonly nothingMade: string;
  readonly skip: string;
}

const TRADITIONAL: PreviewLabels = {
  preview: '預覽',
  building: '重做中……',
  current: '已是最新',
  failed: '有錯誤，改好之前顯示上一次做成的',
  lost: '預覽程式已停止；重新啟動後，這一頁會自己接上',
  errors: '{n} 個錯誤',
  warnings: '{n} 個警告',
  notes: '{n} 則提示',
  changedSlides: '投影片 {list}',
  changedPages: '手冊第 {list} 頁',
  changed: '剛才改動',
  files: '檔案',
  opening: '卷首',
  sectionN: '第 {n} 部分',
  questionN: '問 {n}',
  closing: '卷末',
  error: '錯誤',
  warning: '警告',
  note: '提示',
  close: '關閉',
  previous: '上一頁',
  next: '下一頁',
  enlarge: '占滿視窗',
  openFile: '另開檔案',
  pageOf: '第 {n} 頁，共 {count} 頁',
  nothingMade: '還沒有做成任何東西',
  skip: '跳到內容',
};

export const PREVIEW_LABELS: Readonly<Record<Locale, PreviewLabels>> = {
  'zh-TW': TRADITIONAL,
  'zh-HK': {
    ...TRADITIONAL,
    changedPages: '小冊子第 {list} 頁',
    enlarge: '佔滿視窗',
  },
  'zh-CN': {
    preview: '预览',
    building: '正在重做……',
    current: '已是最新',
    failed: '有错误，改好之前显示上一次做成的',
    lost: '预览程序已停止；重新启动后，本页会自动接上',
    errors: '{n} 个错误',
    warnings: '{n} 个警告',
    notes: '{n} 条提示',
    changedSlides: '幻灯片 {list}',
    changedPages: '手册第 {list} 页',
    changed: '刚才改动',
    files: '文件',
    opening: '卷首',
    sectionN: '第 {n} 部分',
    questionN: '问 {n}',
    closing: '卷末',
    error: '错误',
    warning: '警告',
    note: '提示',
    close: '关闭',
    previous: '上一页',
    next: '下一页',
    enlarge: '占满窗口',
    openFile: '另开文件',
    pageOf: '第 {n} 页，共 {count} 页',
    nothingMade: '还没有做成任何东西',
    skip: '跳到内容',
  },
};
