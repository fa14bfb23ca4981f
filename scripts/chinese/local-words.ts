// What the tables of regional words get wrong outside a manual of software, or lack. Data, in the characters of the
// place; a word that is its own correction stays as it was said.

import type { Region } from './opencc.ts';

export type WordPair = readonly [word: string, correction: string];

/** Ordinary words that the table of Taiwan takes for terms of software: who says 打開, 對象 or 消息 may mean none. */
const ORDINARY_IN_TAIWAN =
  '並行 交互 保存 信道 優先級 優化 光標 全局 局部 公元 分區 刷新 剪切 創建 加載 參數 參數表 呼出 審覈 審核 回調 圖像 圖標 字體 存儲 實例 ' +
  '對象 導入 導出 循環 性價比 性能 截取 打開 批量 拋出 持久性 指針 掛斷 採樣 支持 擴展 數據 文件 映射 查找 查看 權限 歐拉 ' +
  '添加 溢出 激活 發佈 發布 發送 登錄 盤片 矢量 社區 禁用 程序 窗口 組件 綁定 緩存 聯繫 聲明 脫機 腳本 菜單 萬象 視圖 訪問 設備 設置 ' +
  '註銷 調度 調用 調製 變量 連接 進制 進程 運行 遠程 重裝 重載 鏡像 隊列 集羣 集群 項目 類型 高端 高級 低級 高清 點擊 默認 奔馳 ' +
  '後綴 前綴 消息 仿真 外置 內置 內核 異步 嵌套 屏蔽 拷貝 縮進 移動數據 詞組 壁紙 觸摸 自行車 前列腺 可視化 正電子 比特 凱奇 格拉斯 ' +
  '拉洛 拉莫 薩蒂 福雷 寄存器 引導程序 涼菜 冰棍 哈希 喬治亞';

/** Wrong renderings of the table of Taiwan, and common words that it lacks. */
const TAIWAN: readonly WordPair[] = [
  ['人工智能', '人工智慧'],
  ['智能體', '智慧代理'],
  ['智能手機', '智慧型手機'],
  ['互聯網', '網路'],
  ['移動互聯網', '行動網路'],
  ['捲積', '卷積'],
  ['短視頻', '短影音'],
  ['程序設計', '程式設計'],
  ['計算機', '電腦'],
  ['計算機程序', '電腦程式'],
  ['計算機視覺', '電腦視覺'],
  ['數據中心', '資料中心'],
  ['數據集', '資料集'],
  ['訓練數據', '訓練資料'],
  ['分布式', '分散式'],
  ['硅谷', '矽谷'],
  ['雲計算', '雲端運算'],
  ['網卡', '網路卡'],
  ['死機', '當機'],
];

const ORDINARY_IN_HONG_KONG = '諾蘭 搜索 操作系統 編程語言 光標 幾率';

/** The table of Hong Kong holds few words of daily use. */
const HONG_KONG: readonly WordPair[] = [
  ['信息', '資訊'],
  ['信息技術', '資訊科技'],
  ['短信', '短訊'],
  ['視頻', '影片'],
  ['短視頻', '短片'],
  ['視頻會議', '視像會議'],
  ['屏幕', '螢幕'],
  ['芯片', '晶片'],
  ['出租車', '的士'],
  ['公交車', '巴士'],
  ['筆記本電腦', '手提電腦'],
  ['計算機', '電腦'],
  ['計算機視覺', '電腦視覺'],
  ['艾滋病', '愛滋病'],
  ['酸奶', '乳酪'],
  ['奶酪', '芝士'],
  ['隱私', '私隱'],
];

/** Corrections and additions for a region: they stand before the words of the table. */
export const WORD_CORRECTIONS: Readonly<Record<Region, readonly WordPair[]>> = {
  tw: [...kept(ORDINARY_IN_TAIWAN), ...TAIWAN],
  hk: [...kept(ORDINARY_IN_HONG_KONG), ...HONG_KONG],
};

function kept(words: string): readonly WordPair[] {
  return words.split(' ').map((word) => [word, word] as const);
}
