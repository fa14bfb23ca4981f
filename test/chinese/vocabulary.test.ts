import { describe, expect, it } from 'vitest';
import { WORD_CORRECTIONS } from '../../scripts/chinese/local-words.ts';
import { useLocalWords } from '../../scripts/chinese/vocabulary.ts';

describe('the words of the place', () => {
  it.each([
    ['軟件和硬盤的信息', 'tw', '軟體和硬碟的資訊'],
    ['軟件和硬盤的信息', 'hk', '軟件和硬碟的資訊'],
    ['移動互聯網公司', 'tw', '行動網路公司'],
    ['互聯網', 'hk', '互聯網'],
    ['人工智能與神經網絡', 'tw', '人工智慧與神經網路'],
    ['叫了出租車看視頻', 'tw', '叫了計程車看影片'],
    ['叫了出租車看視頻', 'hk', '叫了的士看影片'],
    ['有名的士兵', 'tw', '有名的士兵'],
    ['打開門支持這個項目的對象', 'tw', '打開門支持這個項目的對象'],
    ['萬象更新，性能好，發佈消息', 'tw', '萬象更新，性能好，發佈消息'],
    ['法律程序與程序員', 'tw', '法律程序與程式設計師'],
    ['臺積電的芯片', 'tw', '台積電的晶片'],
    ['AI模型', 'tw', 'AI模型'],
  ] as const)('%s in %s', (text, region, expected) => {
    expect(useLocalWords(text, region).text).toBe(expected);
  });

  it('are told with their place', () => {
    expect(useLocalWords('😀軟件與打印機', 'tw').changes).toEqual([
      { start: 1, end: 3, before: '軟件', after: '軟體' },
      { start: 4, end: 7, before: '打印機', after: '印表機' },
    ]);
  });

  it.each(['tw', 'hk'] as const)('of %s are corrected as the list says', (region) => {
    const corrections = WORD_CORRECTIONS[region];
    expect(new Set(corrections.map(([word]) => word)).size).toBe(corrections.length);
    for (const [word, correction] of corrections) expect(useLocalWords(word, region).text).toBe(correction);
  });
});
