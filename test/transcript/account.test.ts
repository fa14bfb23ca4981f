import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../scripts/transcript/account.ts';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { interviewText } from '../../scripts/transcript/interview.ts';
import { encodeUtf8 } from '../support/encode.ts';
import { noise, outline, read, SHAPES, writeTranscript } from '../support/transcripts.ts';

describe('the account', () => {
  /** Anything that the passes look at, in any order. */
  const fragment = fc.constantFrom(
    ...[
      '問：',
      '答：',
      'Q:',
      'A1:',
      '記者：',
      '王仲遠：',
      '王仲遠院長：',
      '他說：',
      '# ',
      '## ',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      ' ',
      '　',
    ],
    ...[
      '\u200b',
      '\ufeff',
      '\t',
      '好',
      '人工智能',
      '為什么',
      '後来',
      '发展',
      '標簽',
      'AGI',
      'Meta, Inc.',
      '9.11',
      '3:1',
      '𠀀',
      '👨\u200d👩',
      '⼈',
      'Ａ１',
    ],
    ...[
      '發(fā)',
      '業(yè)',
      '術（shù）',
      '王(wáng)',
      '(',
      ')',
      '（',
      '）',
      ',',
      '.',
      '?',
      '!',
      ':',
      ';',
      '...',
      '--',
      '。',
      '，',
      '？',
      '！',
    ],
    ...['"', "'", '“', '”', '「', '」', '『', '』', 'https://a.com/x,y', 'a@b.cn', '`a,b`'],
  );
  const scrap = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));
  const transcript = fc.oneof(
    scrap,
    scrap.map((text) => `標題\n問：好嗎？\n答：${text}\n問：真的嗎？\n答：真的。${text}`),
    fc
      .tuple(outline, fc.constantFrom(...SHAPES), noise, scrap)
      .map(([expected, shape, around, text]) => `${writeTranscript(expected, shape, around)}${text}`),
  );

  it('gives the texts of the interview exactly, when applied to the input', () => {
    let imported = 0;
    fc.assert(
      fc.property(transcript, (text) => {
        const result = importTranscript(encodeUtf8(text), 'a.txt');
        if (!result.ok) return;
        imported += 1;
        const { interview, report } = result.value;
        const input = text.startsWith('\ufeff') ? text.slice(1) : text;
        expect(replay(input, report)).toBe(interviewText(interview));
        const { input: length, kept, removed, added, output } = report.characters;
        expect([length, output]).toEqual([kept + removed, kept + added]);
        expect([length, output]).toEqual([input.length, interviewText(interview).length]);
      }),
      { numRuns: 3000 },
    );
    expect(imported).toBeGreaterThan(1000);
  });

  it('of a clean interview finds nothing to change in its words', () => {
    const unspaced = SHAPES.filter(({ ask }) => !ask(1).includes(' '));
    fc.assert(
      fc.property(outline, fc.constantFrom(...unspaced), (expected, shape) => {
        const plain = { lineEnd: '\n', blankLines: 0, indent: '', invisible: '' };
        const { report } = read(writeTranscript(expected, shape, plain));
        const kinds = new Set(report.changes.map(({ kind }) => kind));
        for (const kind of ['pinyin', 'character', 'quotation', 'space', 'invisible', 'addition'] as const) {
          expect(kinds).not.toContain(kind);
        }
      }),
    );
  });

  it('counts each kind, and lists as many changes', () => {
    const { report } = read('標題\n問:好,壞,你怎么看?\n答:後來，我看后來。');
    expect(report.counts).toEqual({
      label: {
        total: 2,
        each: [
          { from: '問:', to: '', count: 1 },
          { from: '答:', to: '', count: 1 },
        ],
      },
      punctuation: {
        total: 3,
        each: [
          { from: ',', to: '，', count: 2 },
          { from: '?', to: '？', count: 1 },
        ],
      },
      character: {
        total: 2,
        each: [
          { from: '么', to: '麼', count: 1 },
          { from: '后', to: '後', count: 1 },
        ],
      },
      addition: { total: 1, each: [{ from: '', to: '訪談\n', count: 1 }] },
    });
    expect(report.changes).toHaveLength(8);
    expect(report.changes.at(-1)).toEqual({
      kind: 'character',
      offset: 22,
      line: 3,
      column: 8,
      before: '后',
      after: '後',
    });
  });
});

function replay(input: string, { changes }: ImportReport): string {
  let text = '';
  let from = 0;
  for (const { offset, before, after } of changes) {
    expect(input.startsWith(before, offset)).toBe(true);
    text += input.slice(from, offset) + after;
    from = offset + before.length;
  }
  return text + input.slice(from);
}
