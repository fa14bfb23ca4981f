import { describe, expect, it } from 'vitest';
import { convertCharacters } from '../../scripts/chinese/conversion.ts';
import { detectScript } from '../../scripts/chinese/script.ts';

describe('a manuscript in the script of the edition', () => {
  it.each([
    ['我的髮很長，麵好吃', '我的髮很長，麵好吃', '我的髮很長，麪好吃', ''],
    [
      '計畫與計劃，公佈公布，身分身份',
      '計畫與計劃，公佈公布，身分身份',
      '計畫與計劃，公佈公布，身分身份',
      '',
    ],
    ['台灣臺灣，污染汙染', '台灣臺灣，污染汙染', '台灣台灣，污染污染', ''],
    ['裏面着急，説溫户', '裡面著急，說溫戶', '裏面着急，説温户', ''],
    [
      '頭發長，您怎么看，有利于我們',
      '頭髮長，您怎麼看，有利於我們',
      '頭髮長，您怎麼看，有利於我們',
      '發髮 么麼 于於',
    ],
    ['皇后以后來，這里三公里', '皇后以後來，這裡三公里', '皇后以後來，這裏三公里', '后後 里裡'],
    ['余下的人，餘下的人', '餘下的人，餘下的人', '餘下的人，餘下的人', '余餘'],
    [
      '余承東說，范曾表示，于小彤認為',
      '余承東說，范曾表示，于小彤認為',
      '余承東説，范曾表示，于小彤認為',
      '',
    ],
  ])('%s', (text, taiwan, hongKong, corrections) => {
    const inTaiwan = convertCharacters(text, 'traditional', 'zh-TW');
    expect(inTaiwan.text).toBe(taiwan);
    expect(inTaiwan.corrections.map(({ before, after }) => before + after).join(' ')).toBe(corrections);
    expect(convertCharacters(text, 'traditional', 'zh-HK').text).toBe(hongKong);
  });

  it.each([
    ['显著着重编著狼藉，乾隆瞭望', '显著着重编著狼藉，乾隆瞭望', ''],
    ['於是这么說', '于是这么说', '於于 說说'],
  ])('%s', (text, mainland, corrections) => {
    const conversion = convertCharacters(text, 'simplified', 'zh-CN');
    expect(conversion.text).toBe(mainland);
    expect(conversion.corrections.map(({ before, after }) => before + after).join(' ')).toBe(corrections);
  });
});

describe('a manuscript in the other script', () => {
  it.each([
    ['显著着重，编著著作，狼藉', '顯著著重，編著著作，狼藉', '顯著着重，編著著作，狼藉'],
    ['头发干净，皇后以后，公里这里', '頭髮乾淨，皇后以後，公里這裡', '頭髮乾淨，皇后以後，公里這裏'],
    ['吃饭没有用，温度', '吃飯沒有用，溫度', '吃飯沒有用，温度'],
    ['院长发现成长发展，下面条件', '院長發現成長發展，下面條件', '院長發現成長發展，下面條件'],
    ['头发发现，长发飘飘', '頭髮發現，長髮飄飄', '頭髮發現，長髮飄飄'],
  ])('%s', (text, taiwan, hongKong) => {
    expect(convertCharacters(text, 'simplified', 'zh-TW').text).toBe(taiwan);
    expect(convertCharacters(text, 'simplified', 'zh-HK').text).toBe(hongKong);
  });

  it.each([
    ['編著、原著、專著和名著，討論著，土著穿著', '编著、原著、专著和名著，讨论着，土著穿着'],
    ['乾隆乾淨，瞭望了解，藉口狼藉', '乾隆干净，瞭望了解，借口狼藉'],
    ['髮後裡麵鬆', '发后里面松'],
  ])('%s', (text, mainland) => {
    expect(convertCharacters(text, 'traditional', 'zh-CN').text).toBe(mainland);
  });
});

describe('what the sense alone decides', () => {
  it.each([
    ['他走了9里', '里', '里 or 裡'],
    ['他要立后', '后', '后 or 後'],
    ['9只', '只', '隻 or 只'],
    ['由他干', '干', '乾, 幹 or 干'],
    ['冲咖啡', '冲', '沖 or 衝'],
    ['复又如此', '复', '復, 複 or 覆'],
    ['增长发力', '发', '發 or 髮'],
    ['衣服干了', '干', '乾 or 幹'],
    ['墨水干了再装', '干', '乾 or 幹'],
    ['鞋子干得快', '干', '乾 or 幹'],
    ['油漆干不干', '干', '乾 or 幹'],
    ['这是他干的', '干', '幹 or 乾'],
  ])('%s', (text, character, choices) => {
    const { doubts } = convertCharacters(text, 'simplified', 'zh-TW');
    expect(doubts).toMatchObject([{ before: character, choices }]);
  });

  it.each([
    '头发',
    '公里',
    '以后',
    '干净的干部',
    '这里面',
    '发展与发现',
    '只有一只猫',
    '奋斗与斗争',
    '复杂的恢复',
    '他干了一年，在公司干了十年',
    '口干了，把衣服晒干了，喝干了',
    '能干的人不干了，这么干，干得好',
    '孩子干了很多活，饼干的味道，干着急',
  ])('%s is not', (text) => {
    for (const locale of ['zh-TW', 'zh-HK'] as const)
      expect(convertCharacters(text, 'simplified', locale).doubts).toEqual([]);
  });

  it('and never in the script that the manuscript is written in', () => {
    expect(convertCharacters('他走了三里，白发', 'simplified', 'zh-CN').doubts).toEqual([]);
    expect(convertCharacters('白髮與發展，乾淨與幹部', 'traditional', 'zh-TW').doubts).toEqual([]);
  });
});

describe('a name that nobody named', () => {
  it.each([
    ['余承东说', '余承东'],
    ['会上，郁可唯、余秋里和姜文来了', '郁可唯 余秋里'],
    ['演员曹征表示', '曹征'],
  ])('%s', (text, names) => {
    expect(
      convertCharacters(text, 'simplified', 'zh-TW')
        .brokenNames.map(({ before }) => before)
        .join(' '),
    ).toBe(names);
  });

  it.each([
    '余下的人',
    '于是他说',
    '有利于基础',
    '对于小学生的影响',
    '业余时间',
    '范围，范例',
    '后来他说',
    '征求意见',
  ])('%s has none', (text) => {
    expect(detectScript(text)).toBeDefined();
    expect(convertCharacters(text, 'simplified', 'zh-TW').brokenNames).toEqual([]);
  });
});
