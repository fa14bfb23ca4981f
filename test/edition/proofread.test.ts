import { describe, expect, it } from 'vitest';
import { proofread } from '../../scripts/edition/proofread.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import { succeeded } from '../support/world.ts';

function remarksOn(...lead: readonly string[]): readonly string[] {
  const source = `---\ntitle: 這個題目說明問題\n---\n\n${lead.join('\n\n')}\n`;
  const interview: Interview = {
    title: { text: '這個題目說明問題' },
    quotes: [],
    lead: lead.map((text, index) => ({ text, at: { line: 5 + 2 * index, column: 1 } })),
    sections: [],
  };
  return proofread(interview, { file: 'interview.md', source }).map(
    ({ code, place, message, hint, severity }) => {
      expect(severity).toBe('warning');
      expect(message + hint).not.toContain('undefined');
      return `${code} ${place?.line}:${place?.column}`;
    },
  );
}

describe('proofreading', () => {
  it.each([
    ['他說“好。然後走了', 'edition/unbalanced-quote 5:3'],
    ['這是一段很長的話，他說好」。', 'edition/unbalanced-quote 5:13'],
    ['他說,好', 'edition/half-width-mark 5:3'],
    ['好嗎?', 'edition/half-width-mark 5:3'],
    ['他(王)說', 'edition/half-width-mark 5:2'],
    ['結束了.', 'edition/half-width-mark 5:4'],
    ['他說...然後', 'edition/half-width-mark 5:3'],
    ['他說"好"', 'edition/half-width-mark 5:3,edition/half-width-mark 5:5'],
    ['發(fā)展', 'edition/residue 5:1'],
    ['甲&nbsp;乙', 'edition/residue 5:2'],
    ['甲\u200b乙', 'edition/residue 5:2'],
    ['這么說', 'edition/mixed-scripts 5:2'],
    ['前面有很多很多的話，发展很快', 'edition/mixed-scripts 5:11'],
  ])('%s', (text, expected) => {
    expect(remarksOn(text).join(',')).toBe(expected);
  });

  it.each([
    '他說“好‘嗎’”，「對『嗎』」。',
    '9.11和9.8哪個大，3:1，1,000元，OpenAI, Inc.的to B（企業）',
    'it’s 5\'6" tall, see https://example.com/a,b?c=d 的說明',
    '重（zhòng）慶與王（wáng）先生，f(x)=1',
    '——他說……《書名〈篇名〉》',
    '皇后在公里外的余先生，台灣',
    '着急的裏面説户',
  ])('%s is clean', (text) => {
    expect(remarksOn(text)).toEqual([]);
  });

  it('knows a quotation of several paragraphs', () => {
    expect(remarksOn('“第一段。', '“第二段。”')).toEqual([]);
    expect(remarksOn('“第一段。', '第二段。”')).toEqual([
      'edition/unbalanced-quote 5:1',
      'edition/unbalanced-quote 7:5',
    ]);
  });

  it('names a character of the other script once', () => {
    expect(remarksOn('这', '这')).toEqual(['edition/mixed-scripts 5:1']);
  });

  it('finds people, their offices and speakers where they stand', () => {
    const source = [
      '---\ntitle: 這個題目說明問題\ninterviewer: 记者\ninterviewee:\n  name: 王远\n  role: 研究院院长\n---\n',
      '## 節\n\n### 問什麼？\n\n**张三：** 說得對。\n',
    ].join('\n');
    const interview = succeeded(readManuscript(source, 'interview.md'));
    const places = proofread(interview, { file: 'interview.md', source }).map(
      ({ message, place }) => `${message[0]} ${place?.line}:${place?.column}`,
    );
    expect(places).toEqual(['记 3:14', '远 5:10', '长 6:13', '张 13:3']);
  });
});
