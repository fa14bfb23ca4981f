// The edition of Taiwan, taken for a manuscript, gives the edition of the mainland that the manuscript itself gives.

import fs from 'node:fs';
import fc from 'fast-check';
import { from } from 'opencc-js/preset/cn2t';
import { describe, expect, it } from 'vitest';
import { isEveryday } from '../../scripts/chinese/common.ts';
import { convertCharacters } from '../../scripts/chinese/conversion.ts';
import { segmentsOf } from '../../scripts/chinese/segments.ts';
import { nameFor } from '../../scripts/chinese/terms.ts';
import { makeEdition } from '../../scripts/edition/edition.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import { houseTerms, realInterview } from '../support/edition.ts';

const EXCEPTIONS = JSON.parse(
  fs.readFileSync('test/fixtures/editions/round-trip-exceptions.json', 'utf8'),
) as Readonly<Record<string, string>>;

/** Of the dictionary's phrases those that are one word and of everyday characters. */
const WORDS = String(from['cn']?.[0]?.[0])
  .split('|')
  .map((entry) => entry.split(' ')[0] ?? '')
  .filter((word) => word.length <= 4 && [...word].every(isEveryday) && segmentsOf(word).length === 1);

const NAMES = (
  '余承东 于小彤 姜文 郁可唯 曹征 余秋里 余华 余光中 范冰冰 范仲淹 岳飞 马云 马化腾 任正非 李彦宏 张一鸣 雷军 周杰伦 李连杰 钟南山 叶圣陶 沈从文 ' +
  '鲁迅 钱钟书 杨绛 贾平凹 莫言 刘慈欣 王小波 史铁生 汪曾祺 冯小刚 张艺谋 陈凯歌 万科 宁浩 黄渤 徐峥 台积电 华为 北京大学 清华大学 谷歌 ' +
  '范曾 于谦 郭德纲 岳云鹏 姜昆 侯宝林 马三立 梅兰芳 程砚秋 尚小云 荀慧生 余叔岩 谭鑫培 杨小楼 周信芳 盖叫天'
).split(' ');

const TERMS = NAMES.map(nameFor);

function interviewOf(lead: readonly string[]): Interview {
  return {
    title: { text: '这里说的是什么问题' },
    quotes: [],
    lead: lead.map((text) => ({ text })),
    sections: [],
  };
}

describe('from Taiwan to the mainland', () => {
  it('the real interview', () => {
    const options = { terms: houseTerms() };
    const taiwan = makeEdition(realInterview(), 'zh-TW', options).edition;
    const again = makeEdition(taiwan.interview, 'zh-CN', options).edition;
    expect(again.interview).toEqual(makeEdition(realInterview(), 'zh-CN', options).edition.interview);
  });

  it('each common word but the listed ones, of which every one is needed', () => {
    expect(WORDS.length).toBeGreaterThan(10_000);
    const broken = WORDS.filter((word) => {
      const taiwan = convertCharacters(word, 'simplified', 'zh-TW').text;
      const mainland = convertCharacters(word, 'simplified', 'zh-CN').text;
      return convertCharacters(taiwan, 'traditional', 'zh-CN').text !== mainland;
    });
    expect(broken.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
    for (const reason of Object.values(EXCEPTIONS)) expect(reason.length).toBeGreaterThan(10);
  });

  it('5,000 texts of such words and of names', () => {
    const words = WORDS.filter((word) => !(word in EXCEPTIONS));
    const clause = fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...words) },
          { weight: 1, arbitrary: fc.constantFrom(...NAMES, 'AI', '3—5年', '“好”', '《书〈篇〉》') },
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join('，'));
    let texts = 0;
    fc.assert(
      fc.property(fc.array(clause, { minLength: 10, maxLength: 10 }), (lead) => {
        texts += lead.length;
        const options = { terms: TERMS };
        const taiwan = makeEdition(interviewOf(lead), 'zh-TW', options).edition;
        const again = makeEdition(taiwan.interview, 'zh-CN', options).edition;
        const mainland = makeEdition(interviewOf(lead), 'zh-CN', options).edition;
        expect(again.interview).toEqual(mainland.interview);
      }),
      { numRuns: 500 },
    );
    expect(texts).toBeGreaterThanOrEqual(5000);
  });
});
