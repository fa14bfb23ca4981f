import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertSummaries } from '../../scripts/manuscript/insert.ts';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import { writeManuscript } from '../../scripts/manuscript/write.ts';
import type { Exchange, Interview } from '../../scripts/model/interview.ts';
import { anyInterview, nastyText } from '../support/interviews.ts';

const FILE = 'content/a/interview.md';
const INSERTED = /^(?:> .*|- .*|summary: drafted|)$/su;

function read(source: string): Interview {
  const result = readManuscript(source, FILE);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

function insert(source: string, before: Interview, after: Interview): string {
  const result = insertSummaries(source, FILE, before, after);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

/** The interview with `text` for every takeaway and point that is missing. */
function filled(interview: Interview, text: string): Interview {
  const fill = (exchange: Exchange): Exchange => ({
    ...exchange,
    takeaway: exchange.takeaway ?? { text },
    points: exchange.points.length > 0 ? exchange.points : [{ text }, { text: `${text}一` }],
  });
  const sections = interview.sections.map((section) => ({
    ...section,
    exchanges: section.exchanges.map(fill),
  }));
  const isSame = JSON.stringify(sections) === JSON.stringify(interview.sections);
  return { ...interview, sections, ...(!isSame && { summary: 'drafted' as const }) };
}

describe('summaries written into a manuscript', () => {
  it('read back, and every other byte stays', () => {
    const form = fc.record({
      eol: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      end: fc.constantFrom('', '\n\n'),
    });
    const draft = nastyText.filter((text) => text.trim() === text && !/[\u00a0\u3000\t]/.test(text));
    fc.assert(
      fc.property(anyInterview, draft, form, (interview, text, { eol, mark, end }) => {
        const source = mark + (writeManuscript(interview).trimEnd() + end).replaceAll('\n', eol);
        const before = read(source);
        const after = filled(before, text);
        const written = insert(source, before, after);
        expect(
          filled(read(written), 'missing').sections.map(({ exchanges }) => exchanges.map(summaryOf)),
        ).toEqual(after.sections.map(({ exchanges }) => exchanges.map(summaryOf)));
        expect(read(written).summary).toBe(after.summary);
        expect(withoutInserted(written.split(eol), source.split(eol))).toEqual([]);
        expect(insert(written, read(written), filled(read(written), text))).toBe(written);
      }),
    );
  });

  it.each([
    ['under a heading without an empty line', '### 問？\n答。\n', '### 問？\n\n> 提\n\n- 甲\n- 乙\n\n答。\n'],
    ['under a heading with one', '### 問？\n\n答。\n', '### 問？\n\n> 提\n\n- 甲\n- 乙\n\n答。\n'],
    [
      'under a takeaway of two lines',
      '### 問？\n\n> 甲\n> 乙\n\n答。\n',
      '### 問？\n\n> 甲\n> 乙\n\n- 甲\n- 乙\n\n答。\n',
    ],
    ['above points', '### 問？\n\n* 甲\n\n答。\n', '### 問？\n\n> 提\n\n* 甲\n\n答。\n'],
    [
      'at the end of lines of Windows',
      '### 問？\r\n\r\n答。',
      '### 問？\r\n\r\n> 提\r\n\r\n- 甲\r\n- 乙\r\n\r\n答。',
    ],
  ])('%s', (_, body, expected) => {
    const head = '---\ntitle: 題 # 一\nsummary: "edited"  # 二\n---\n\n## 節\n\n';
    const before = read(head + body);
    const fill = (exchange: Exchange): Exchange => ({
      ...exchange,
      takeaway: exchange.takeaway ?? { text: '提' },
      points: exchange.points.length > 0 ? exchange.points : [{ text: '甲' }, { text: '乙' }],
    });
    const sections = before.sections.map((section) => ({
      ...section,
      exchanges: section.exchanges.map(fill),
    }));
    const written = insert(head + body, before, { ...before, sections, summary: 'drafted' });
    expect(written).toBe(head.replace('edited', 'drafted') + expected);
  });

  it.each([
    ['---\ntitle: 題\nquotes:\n  - 答\n---', '---\ntitle: 題\nquotes:\n  - 答\nsummary: drafted\n---'],
    ['---\n  title: 題\n---', '---\n  title: 題\n  summary: drafted\n---'],
  ])('%j says drafted', (head, expected) => {
    const source = `${head}\n\n### 問？\n\n答\n`;
    const before = read(source);
    expect(insert(source, before, filled(before, '提'))).toContain(`${expected}\n\n###`);
  });

  it('are refused where the front matter has no room for them', () => {
    const source = '---\n{title: 題}\n---\n\n### 問？\n\n答\n';
    const before = read(source);
    expect(insertSummaries(source, FILE, before, filled(before, '提'))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'manuscript/cannot-insert', place: { file: FILE } }],
    });
  });
});

function summaryOf({ takeaway, points }: Exchange): readonly (string | undefined)[] {
  return [takeaway?.text, ...points.map(({ text }) => text)];
}

/** The lines of `written` that neither stand in `source`, in that order, nor are of a summary. */
function withoutInserted(written: readonly string[], source: readonly string[]): readonly string[] {
  let at = 0;
  const rest = written.filter((line) => {
    const isSource = line === source[at] || /^summary: (?:edited|drafted)$/.test(source[at] ?? '');
    if (isSource) at += 1;
    return !isSource && !INSERTED.test(line);
  });
  return [...rest, ...source.slice(at)];
}
