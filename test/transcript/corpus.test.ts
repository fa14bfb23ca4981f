// Transcripts in the shapes that people have them in, each with the interview that a reader finds in it.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManuscript } from '../../scripts/manuscript/read.ts';
import { writeManuscript } from '../../scripts/manuscript/write.ts';
import type { Interview, Person } from '../../scripts/model/interview.ts';
import { importTranscript } from '../../scripts/transcript/import.ts';
import { interviewText } from '../../scripts/transcript/interview.ts';
import { replay } from '../support/replay.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/transcripts/shapes');
const files = fs.readdirSync(folder).filter((name) => !name.endsWith('.expected'));

describe('the corpus', () => {
  it('has at least 40 shapes', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  it.each(files)('%s', async (name) => {
    const bytes = fs.readFileSync(path.join(folder, name));
    const expected = fs.readFileSync(path.join(folder, `${path.parse(name).name}.expected`), 'utf8');
    const result = await importTranscript(bytes, name);
    const codes = result.diagnostics.map(({ code }) => code.replace('transcript/', ''));
    if (!result.ok) throw new Error(codes.join());
    const { interview, report } = result.value;
    expect(`${outlineOf(interview)}${codes.length > 0 ? `! ${codes.join(' ')}\n` : ''}`).toBe(expected);
    expect(replay(bytes.toString('utf8'), report)).toBe(interviewText(interview, report.order));
    const read = readManuscript(writeManuscript(interview), 'interview.md');
    expect(read.ok && outlineOf(read.value)).toBe(outlineOf(interview));
  });
});

/** As the .expected files have it. */
function outlineOf(interview: Interview): string {
  const { title, subtitle, byline, source, date, interviewer, interviewee, lead, sections } = interview;
  const named = (key: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`${key}: ${text}`];
  const person = (one: Person | undefined): string | undefined =>
    one && (one.role === undefined ? one.name : `${one.name} (${one.role})`);
  const lines = [
    ...named('title', title.text),
    ...named('subtitle', subtitle?.text),
    ...named('byline', byline?.text),
    ...named('source', source?.text),
    ...named('date', date?.text),
    ...named('interviewer', person(interviewer)),
    ...named('interviewee', person(interviewee)),
    ...lead.map(({ text }) => `lead: ${text}`),
    ...sections.flatMap(({ kicker, title: heading, exchanges }) => [
      `# ${kicker ? `${kicker.text}｜` : ''}${heading.text}`,
      ...exchanges.flatMap(({ question, answer }) => [
        `Q: ${question.text}`,
        ...answer.flatMap(({ speaker, paragraphs }) =>
          paragraphs.map(({ text }) => `A${speaker === undefined ? '' : `[${speaker}]`}: ${text}`),
        ),
      ]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
