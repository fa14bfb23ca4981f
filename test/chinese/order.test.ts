import { describe, expect, it } from 'vitest';
import { compareIn, groupOf } from '../../scripts/chinese/order.ts';
import { LOCALES } from '../../scripts/model/locale.ts';

describe('the order of an index', () => {
  it.each([
    ['zh-TW', 'AGI 人工智能 千播大戰 大模型 互聯網 世界模型 多模態 神經網絡 價格戰'],
    ['zh-HK', 'AGI 人工智能 千播大戰 大模型 互聯網 世界模型 多模態 神經網絡 價格戰'],
    ['zh-CN', 'AGI 百模大战 大模型 多模态 互联网 价格战 千播大战 人工智能 神经网络 王仲远 智源'],
  ] as const)('in %s: %s', (locale, words) => {
    const sorted = words.split(' ');
    const shuffled = sorted.toReversed();
    expect(shuffled.toSorted(compareIn(locale))).toEqual(sorted);
  });

  it.each([
    ['zh-TW', '一', { strokes: 1 }],
    ['zh-TW', '王仲遠', { strokes: 4 }],
    ['zh-TW', '臨界點', { strokes: 17 }],
    ['zh-TW', '驗證', { strokes: 23 }],
    ['zh-HK', '智源', { strokes: 12 }],
    ['zh-CN', '智源', { letter: 'Z' }],
    ['zh-CN', '安全', { letter: 'A' }],
    ['zh-TW', 'to B', { letter: 'A–Z' }],
    ['zh-CN', '5G', { letter: 'A–Z' }],
  ] as const)('in %s has %s under %j', (locale, word, group) => {
    expect(groupOf(word, locale)).toEqual(group);
  });

  it.each(LOCALES)('is total in %s: only the same is the same', (locale) => {
    const compare = compareIn(locale);
    for (const one of ['ａ', 'a', 'A', '智源', '智 源', '智'])
      for (const other of ['ａ', 'a', 'A', '智源', '智 源', '智'])
        expect(compare(one, other) === 0).toBe(one === other);
  });
});
