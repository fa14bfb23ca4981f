import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interview } from '../../scripts/model/interview.ts';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { encodeUtf8 } from '../support/encode.ts';
import { noise, type Outline, outline, SHAPES, writeTranscript } from '../support/transcripts.ts';

describe('an interview', () => {
  it.each(SHAPES)('comes back from a transcript with $name', async (shape) => {
    await fc.assert(
      fc.asyncProperty(outline, noise, async (expected, around) => {
        const transcript = writeTranscript(expected, shape, around);
        const result = await importTranscript(encodeUtf8(transcript), 'a.txt');
        expect(result.diagnostics).toEqual([]);
        expect(result.ok && outlineOf(result.value.interview)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

function outlineOf({ title, lead, sections }: Interview): Outline {
  return {
    title: title.text,
    lead: lead.map(({ text }) => text),
    sections: sections.map(({ kicker, title: heading, exchanges }) => ({
      heading: [...(kicker ? [kicker.text] : []), heading.text],
      exchanges: exchanges.map(({ question, answer }) => ({
        question: question.text,
        answer: answer.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
      })),
    })),
  };
}
