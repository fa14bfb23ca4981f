import { describe, expect, it } from 'vitest';
import { compareInterviews, formatChanges } from '../../scripts/changes/interviews.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import type { Interview } from '../../scripts/model/interview.ts';

const MANUSCRIPT = `---
title: 大模型遠沒有到泡沫臨界點
interviewee: 王仲遠
---

導言一段。

## 百模大戰｜誰會留下

### 您怎麼看這個結果？

> 比大小難倒大模型不奇怪

- 解決了理解問題

我一點都不驚訝。

第二段在這裡。

### 還需要多久？

還需要一年半的時間。

### 之後呢？

之後誰也說不準。
`;

function read(text: string): Interview {
  const result = readManuscript(text, 'interview.md');
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

const before = read(MANUSCRIPT);

function compare(edit: (text: string) => string, pairs: readonly (number | undefined)[] = [0, 1, 2]): string {
  return formatChanges(compareInterviews(before, read(edit(MANUSCRIPT)), pairs));
}

describe('what changed in an interview', () => {
  it('is nothing where nothing changed', () => {
    expect(compare((text) => text)).toBe('');
  });

  it.each([
    [
      'an answer',
      (text: string) => text.replace('一年半', '兩年半'),
      '  question 2, changed: 還需要多久？\n      answer      還需要[-一年半-]{+兩年半+}的時間。\n',
    ],
    [
      'a paragraph put in, and only that',
      (text: string) => text.replace('第二段', '新的一段。\n\n第二段'),
      '  question 1, changed: 您怎麼看這個結果？\n      answer      {+新的一段。+}\n',
    ],
    [
      'a takeaway and a point',
      (text: string) => text.replace('難倒大模型', '難住大模型').replace('- 解決了理解問題\n', ''),
      '  question 1, changed: 您怎麼看這個結果？\n      takeaway    比大小[-難倒-]{+難住+}大模型不奇怪\n      point       [-解決了理解問題-]\n',
    ],
    [
      'front matter, lead and heading',
      (text: string) =>
        text
          .replace('泡沫臨界點', '臨界點')
          .replace('interviewee: 王仲遠\n', '')
          .replace('導言一段。', '導言一段。\n\n導言兩段。')
          .replace('誰會留下', '誰留下'),
      '  title, changed\n      title       大模型遠沒有到[-泡沫-]臨界點\n' +
        '  interviewee, removed\n      interviewee [-王仲遠-]\n' +
        '  lead, added\n      lead        {+導言兩段。+}\n' +
        '  section 1, changed\n      heading     百模大戰｜[-誰會-]{+誰+}留下\n',
    ],
  ])('%s', (_, edit, expected) => {
    expect(compare(edit)).toBe(expected);
  });

  it('tells a new exchange, one that is gone and one that only stands elsewhere', () => {
    const turned = (text: string): string =>
      text
        .replace(/### 您怎麼[\s\S]*?(?=### 還)/, '')
        .replace(/### 之後呢？[\s\S]*/, '')
        .replace(
          '### 還需要',
          '### 之後呢？\n\n之後誰也說不準。\n\n### 新的問題？\n\n新的回答。\n\n### 還需要',
        );
    expect(compare(turned, [2, undefined, 1])).toBe(
      '  question 2, added: 新的問題？\n      question    {+新的問題？+}\n      answer      {+新的回答。+}\n' +
        '  question 3, moved: 還需要多久？\n' +
        '  question 1, removed: 您怎麼看這個結果？\n      question    [-您怎麼看這個結果？-]\n' +
        '      takeaway    [-比大小難倒大模型不奇怪-]\n      point       [-解決了理解問題-]\n' +
        '      answer      [-我一點都不驚訝。-]\n      answer      [-第二段在這裡。-]\n',
    );
  });
});
