// The real transcript against a text that was read by hand, character by character.

import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertTo } from '../../scripts/chinese/script.ts';
import type { Interview } from '../../scripts/model/interview.ts';
import type { ImportReport } from '../../scripts/transcript/account.ts';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { interviewText } from '../../scripts/transcript/interview.ts';

const folder = new URL('../fixtures/transcripts/', import.meta.url);
const bytes = fs.readFileSync(new URL('zhiyuan.txt', folder));
const source = bytes.toString('utf8');
const expected = fs.readFileSync(new URL('zhiyuan.expected.md', folder), 'utf8');
const result = await importTranscript(bytes, 'zhiyuan.txt');
if (!result.ok) throw new Error('the real transcript was refused');
const { interview, report } = result.value;

describe('the real transcript', () => {
  it('becomes the expected text, character for character, in the expected structure', () => {
    expect(asMarkdown(interview)).toBe(expected);
  });

  it('needs no second look', () => {
    expect(result.diagnostics).toEqual([]);
  });

  it('has 2 lead paragraphs, and 4 sections of 2, 3, 4 and 2 exchanges', () => {
    expect(interview.sections.map(({ exchanges }) => exchanges.length)).toEqual([2, 3, 4, 2]);
    expect(report.structure).toEqual({ leadParagraphs: 2, sections: 4, exchanges: 11, paragraphs: 17 });
  });

  it('loses its 189 residues, on 34 characters, each a bracketed syllable of the input, and no other bracket', () => {
    expect(report.counts.pinyin?.total).toBe(189);
    expect(new Set(of('pinyin').map(({ subject }) => subject)).size).toBe(34);
    for (const { before, after } of of('pinyin')) {
      expect(before).toMatch(/^\([a-zà-ǜ]{1,6}\)$/);
      expect(after).toBe('');
    }
    expect(interviewText(interview, report.order).match(/（[^（）]*）/g)).toEqual([
      '（以下簡稱“智源”）',
      '（現Meta）',
      '（企業）',
      '（用戶）',
      '（通用人工智能）',
    ]);
  });

  it('has no narrow mark but in its figures', () => {
    expect(interviewText(interview, report.order).match(/.?[!-/:-@[-`{-~].?/g)).toEqual([
      '9.1',
      '9.8',
      '9.1',
      '9.8',
      '9.1',
      '9.8',
    ]);
  });

  it('has only right characters: no conversion to its own script finds anything', () => {
    const text = interviewText(interview, report.order);
    expect(convertTo('zh-TW', text)).toBe(text);
    expect(report.counts.character?.each.map(({ from, to, count }) => `${from}${to}${count}`)).toEqual([
      ...['于於12', '么麼7', '后後6', '愿願6', '并並4', '簽籤4', '布佈3', '沖衝2'],
      ...['了瞭1', '艷豔1', '吁籲1', '斗鬥1', '里裡1'],
    ]);
  });

  it('tells who asks and who answers, where it says so', () => {
    const said = { evidence: '王仲遠與北京商報記者', line: 3, column: 13 };
    expect(report.people).toEqual({
      interviewer: { person: { name: '北京商報' }, ...said },
      interviewee: { person: { name: '王仲遠' }, ...said },
    });
    expect(interview.interviewer).toEqual({ name: '北京商報' });
    expect(interview.interviewee).toEqual({ name: '王仲遠' });
  });

  it('accounts for every change at its line and column', () => {
    const lines = source.split('\n');
    for (const { line, column, offset, before } of report.changes) {
      expect(source.startsWith(before, offset)).toBe(true);
      if (!before.includes('\n')) expect(lines[line - 1]?.startsWith(before, column - 1)).toBe(true);
    }
    expect(of('label')).toHaveLength(22);
  });
});

function of(kind: ImportReport['changes'][number]['kind']): ImportReport['changes'] {
  return report.changes.filter((change) => change.kind === kind);
}

function asMarkdown({ title, lead, sections }: Interview): string {
  const blocks = [`# ${title.text}`, ...lead.map(({ text }) => text)];
  for (const { kicker, title: heading, exchanges } of sections) {
    blocks.push(`## ${kicker ? `${kicker.text}｜` : ''}${heading.text}`);
    for (const { question, answer } of exchanges) {
      const paragraphs = answer.flatMap((turn) => turn.paragraphs.map(({ text }) => text));
      blocks.push(`### ${question.text}`, ...paragraphs);
    }
  }
  return `${blocks.join('\n\n')}\n`;
}
