import { describe, expect, it } from 'vitest';
import { shieldTerms } from '../../scripts/chinese/shield.ts';
import { nameFor, termFor } from '../../scripts/chinese/terms.ts';

describe('a term written once', () => {
  it.each([
    ['余承東', '余承東', '余承東', '余承东'],
    ['余承东', '余承東', '余承東', '余承东'],
    ['於小彤', '於小彤', '於小彤', '于小彤'],
    ['于小彤', '于小彤', '于小彤', '于小彤'],
    ['姜文', '姜文', '姜文', '姜文'],
    ['郁可唯', '郁可唯', '郁可唯', '郁可唯'],
    ['曹征', '曹征', '曹征', '曹征'],
    ['余秋里', '余秋里', '余秋里', '余秋里'],
    ['范曾', '范曾', '范曾', '范曾'],
    ['台積電', '台積電', '台積電', '台积电'],
    ['台积电', '台積電', '台積電', '台积电'],
    ['马云', '馬雲', '馬雲', '马云'],
    ['周杰伦', '周杰倫', '周杰倫', '周杰伦'],
    ['钟南山', '鍾南山', '鍾南山', '钟南山'],
    ['宣布', '宣布', '宣布', '宣布'],
    ['发布', '發布', '發布', '发布'],
    ['說明書', '說明書', '説明書', '说明书'],
    ['软件', '軟件', '軟件', '软件'],
    ['to B', 'to B', 'to B', 'to B'],
  ])('%s', (written, taiwan, hongKong, mainland) => {
    expect(termFor(written)).toEqual({ 'zh-TW': taiwan, 'zh-HK': hongKong, 'zh-CN': mainland });
  });

  it.each([
    ['余秋里', '余秋里', '余秋里'],
    ['曹征', '曹征', '曹征'],
    ['於小彤', '於小彤', '于小彤'],
    ['王仲遠', '王仲遠', '王仲远'],
    ['叶圣陶', '葉聖陶', '叶圣陶'],
    ['李乾', '李乾', '李乾'],
    ['馬克·吐溫', '馬克·吐溫', '马克·吐温'],
    ['Sam Altman', 'Sam Altman', 'Sam Altman'],
  ])('%s names a person', (written, traditional, simplified) => {
    expect(nameFor(written)).toEqual({ 'zh-TW': traditional, 'zh-HK': traditional, 'zh-CN': simplified });
  });
});

describe('a shield', () => {
  it.each(['GPT-4', 'C++', 'a/b', 'x|y', '(甲)', '[乙]', '$1', 'q\\d'])('takes %s to the letter', (form) => {
    const { shield, restore } = shieldTerms([termFor(form)], 'zh-TW');
    const text = `說${form}的`;
    expect(shield(text)).not.toContain(form);
    expect(restore(shield(text))).toBe(text);
  });
});
