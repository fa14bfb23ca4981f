import { describe, expect, it } from 'vitest';
import { convertTo, detectScript } from '../../scripts/chinese/script.ts';

describe('the characters of a place', () => {
  it.each([
    ['您怎么看這個結果', 'zh-TW', '您怎麼看這個結果'],
    ['有利于基礎大模型發展', 'zh-TW', '有利於基礎大模型發展'],
    ['并有微軟的經歷', 'zh-TW', '並有微軟的經歷'],
    ['“85后”院長', 'zh-TW', '“85後”院長'],
    ['什么', 'zh-TW', '什麼'],
    ['價格戰別傷研發投入', 'zh-CN', '价格战别伤研发投入'],
    ['互聯網', 'zh-CN', '互联网'],
    ['乾隆年間的乾杯', 'zh-CN', '乾隆年间的干杯'],
    ['iPhone4S、9.11，3—5年', 'zh-TW', 'iPhone4S、9.11，3—5年'],
  ] as const)('%s in %s', (text, locale, expected) => {
    expect(convertTo(locale, text)).toBe(expected);
  });

  it('leaves a protected term in the form of the place, from whatever form it comes in', () => {
    const terms = [{ 'zh-TW': '余承東', 'zh-CN': '余承东' }];
    expect(convertTo('zh-TW', '余承东')).not.toBe('余承東');
    expect(convertTo('zh-TW', '余承东說', terms)).toBe('余承東說');
    expect(convertTo('zh-CN', '余承東說', terms)).toBe('余承东说');
    expect(convertTo('zh-TW', '余承東說', terms)).toBe('余承東說');
  });

  it('prefers the longer of two protected terms', () => {
    const terms = [
      { 'zh-TW': '大模型', 'zh-CN': '大模型' },
      { 'zh-TW': '大模型戰', 'zh-CN': '大模型之战' },
    ];
    expect(convertTo('zh-CN', '大模型戰', terms)).toBe('大模型之战');
  });
});

describe('the script of a text', () => {
  it.each([
    ['大模型遠沒有到泡沫臨界點，您怎么看', 'traditional'],
    ['大模型远没有到泡沫临界点', 'simplified'],
    ['王', 'traditional'],
  ] as const)('%s', (text, expected) => {
    expect(detectScript(text)).toBe(expected);
  });
});
