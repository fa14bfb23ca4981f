import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { interviewText } from '../../scripts/transcript/interview.ts';
import { type DocxParagraph, docx } from '../support/docx.ts';
import { encodeUtf8 } from '../support/encode.ts';
import { fragment, scrapOf } from '../support/fragments.ts';
import { replay } from '../support/replay.ts';

async function read(paragraphs: readonly DocxParagraph[], parts = {}) {
  const result = await importTranscript(docx(paragraphs, parts), '訪談.docx');
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join());
  return result.value;
}

const HEADED: readonly DocxParagraph[] = [
  { text: '時間的朋友', style: 'Title' },
  { text: '老街的盡頭有一間小店，門口掛著招牌。' },
  { text: '一間店', style: 'Heading1' },
  { text: '記者：為什麼修錶？', bold: 3 },
  { text: '王芳：因為錶會停。', bold: 3 },
];

describe('a Word document', () => {
  it('is read with its headings, paragraphs and bold names', async () => {
    const { interview, report } = await read(HEADED);
    expect(interview).toMatchObject({
      title: { text: '時間的朋友' },
      lead: [{ text: '老街的盡頭有一間小店，門口掛著招牌。' }],
      interviewee: { name: '王芳' },
      sections: [
        {
          title: { text: '一間店' },
          exchanges: [
            { question: { text: '為什麼修錶？' }, answer: [{ paragraphs: [{ text: '因為錶會停。' }] }] },
          ],
        },
      ],
    });
    expect(report).toMatchObject({ format: 'docx', account: 'extracted text', leavings: [] });
  });

  it('is read where the questions are bold, or numbered by Word', async () => {
    const question = (text: string): DocxParagraph => ({ text, bold: text.length });
    const bold = await read([{ text: '標題', style: 'Title' }, question('好嗎？'), { text: '好。' }]);
    const list = await read([
      { text: '標題', style: 'Title' },
      { text: '好嗎？', isNumbered: true },
      { text: '好。' },
      { text: '真的嗎？', isNumbered: true },
      { text: '真的。' },
    ]);
    expect(bold.interview.sections[0]?.exchanges).toMatchObject([{ question: { text: '好嗎？' } }]);
    expect(list.interview.sections[0]?.exchanges).toMatchObject([
      { question: { text: '好嗎？' } },
      { question: { text: '真的嗎？' } },
    ]);
  });

  it('tells what it has beside its text', async () => {
    const header =
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>內部</w:t></w:r></w:p></w:hdr>';
    const { report } = await read(HEADED, {
      'word/header1.xml': encodeUtf8(header),
      'word/media/image1.png': new Uint8Array(10),
    });
    expect(report.leavings).toEqual([
      { kind: 'headers and footers', count: 1, characters: 2 },
      { kind: 'pictures', count: 1, characters: 0 },
    ]);
  });

  it('is accounted for to the last character of the text that was taken out', async () => {
    const paragraph = fc.record({
      text: scrapOf(fragment.line, 6).map((text) => text.replace(/[^\P{Cc}\t]/gu, '')),
      bold: fc.integer({ min: 0, max: 8 }),
      isNumbered: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { maxLength: 8 }), async (paragraphs) => {
        const result = await importTranscript(docx([...HEADED, ...paragraphs]), '訪談.docx');
        if (!result.ok) return;
        const { interview, report, extracted = '' } = result.value;
        const expected = interviewText(interview, report.order);
        expect(replay(extracted, report)).toBe(expected);
        const { input, kept, removed, added, output } = report.characters;
        expect([input, input, output, output]).toEqual([
          extracted.length,
          kept + removed,
          kept + added,
          expected.length,
        ]);
        const words = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '');
        expect(words(extracted)).toBe(words([...HEADED, ...paragraphs].map(({ text }) => text).join('')));
      }),
      { numRuns: 150 },
    );
  });
});
