import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { interviewText } from '../../scripts/transcript/interview.ts';
import { encodeUtf8 } from '../support/encode.ts';
import { fragment, scrapOf } from '../support/fragments.ts';
import { replay } from '../support/replay.ts';
import { noise, outline, read, SHAPES, writeTranscript } from '../support/transcripts.ts';

/** TextEncoder writes U+FFFD for it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

describe('the account', () => {
  const scrap = scrapOf(fragment.text, 60);
  const dialogue = scrap.map((text) => `標題\n問：好嗎？\n答：${text}\n問：真的嗎？\n答：真的。${text}`);
  const shaped = fc
    .tuple(outline, fc.constantFrom(...SHAPES), noise, scrap)
    .map(([expected, shape, around, text]) => `${writeTranscript(expected, shape, around)}${text}`);
  const inLines = fc
    .array(scrapOf(fragment.line, 5), { maxLength: 14 })
    .map((lines) => `標題\n記者：好嗎？\n王仲遠：好。\n${lines.join('\n')}`);
  const panel = fc
    .tuple(scrapOf(fragment.head, 6), inLines)
    .map(
      ([above, below]) =>
        `標題\n${above}\n主持人：好嗎？\n王芳（教授）：好。\n觀眾：真？\n李明：真。\n${below}`,
    );
  const page = scrapOf(fragment.html, 50).map(
    (body) =>
      `<!doctype html><body><h1>標題</h1><p><b>問：</b>好嗎？</p><p>答：好。${body}</p><p>問：真？</p><p>答：真。`,
  );
  const captions = fc
    .tuple(fc.constantFrom('WEBVTT\n\n', '', 'WEBVTT\n\nNOTE a\n\n'), scrapOf(fragment.captions, 40))
    .map(
      ([start, text]) =>
        `${start}1\n00:00:01.000 --> 00:00:02.000\n問：好嗎？\n\n2\n00:00:02.000 --> 00:00:03.000\n答：好。\n\n${text}`,
    );

  it.each([
    ['scraps of text', scrap, 500, 0],
    ['answers of scraps', dialogue, 3500, 3400],
    ['transcripts of known shapes', shaped, 2000, 1900],
    ['lines of all shapes', inLines, 2500, 2200],
    ['panels', panel, 1500, 1200],
    ['web pages', page, 1500, 1400],
    ['captions', captions, 1500, 900],
    [
      'text of any kind',
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `問：好嗎？\n答：好${text}`),
      1000,
      900,
    ],
  ])(
    'gives the texts of the interview exactly, when applied to %s',
    async (_, transcripts, numRuns, atLeast) => {
      let imported = 0;
      await fc.assert(
        fc.asyncProperty(transcripts, async (text) => {
          const result = await importTranscript(encodeUtf8(text), 'a.txt');
          if (!result.ok) return;
          imported += 1;
          const { interview, report } = result.value;
          const input = text.replace(/^\ufeff/, '').replace(LONE_SURROGATE, '\ufffd');
          const expected = interviewText(interview, report.order);
          expect(replay(input, report)).toBe(expected);
          const { input: length, kept, removed, added, output } = report.characters;
          expect([length, output]).toEqual([kept + removed, kept + added]);
          expect([length, output]).toEqual([input.length, expected.length]);
        }),
        { numRuns },
      );
      expect(imported).toBeGreaterThanOrEqual(atLeast);
    },
  );

  it('of a clean interview finds nothing to change in its words', async () => {
    const unspaced = SHAPES.filter(({ ask }) => !ask(1).includes(' '));
    await fc.assert(
      fc.asyncProperty(outline, fc.constantFrom(...unspaced), async (expected, shape) => {
        const plain = { lineEnd: '\n', blankLines: 0, indent: '', invisible: '' };
        const { report } = await read(writeTranscript(expected, shape, plain));
        const kinds = new Set(report.changes.map(({ kind }) => kind));
        for (const kind of ['pinyin', 'character', 'quotation', 'space', 'invisible', 'addition'] as const) {
          expect(kinds).not.toContain(kind);
        }
      }),
    );
  });

  it('counts each kind, and lists as many changes', async () => {
    const { report } = await read('標題\n問:好,壞,你怎么看?\n答:後來，我看后來。');
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
