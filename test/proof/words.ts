// Words at random, the same in every run.

/** Numbers from 0 up to `below`, the same for the same seed (a linear congruential generator). */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS =
  '大模型 的 迭代 需要 持續性 投入 百模大戰 不利於 基礎 發展 會 造成 資源 分散 我們 看到 市場 企業 研發 人員 也 在 努力 這 是 一個 過程 價格 用戶 場景 打磨 應用 技術 路線 算力 數據 生態 開源 閉源 未來 問題 答案 時間 國家 院長 高校 智源 演進 判斷 觀點 驚豔 產品 價值 落地'.split(
    ' ',
  );
export type Maker = (random: Random) => string;

export const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)] as T;
export const word: Maker = (random) => pick(WORDS, random);
export const words = (least: number, more: number, random: Random): string =>
  Array.from({ length: least + random(more) }, () => word(random)).join('');

export const clause: Maker = (random) => words(3, 6, random);
