// interview.md to Interview: YAML front matter, then CommonMark (README: "Your own interview").

import { failure, type Result, resultOf } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import { readBody } from './body.ts';
import { collector } from './faults.ts';
import { readHead, splitFrontMatter } from './front-matter.ts';
import { reportInvisible } from './invisible.ts';
import { parseMarkdown } from './markdown.ts';
import { maskMarks } from './marks.ts';
import { readNotes } from './notes.ts';
import { reportUnsaid } from './quoted.ts';
import { reportCrowding } from './room.ts';

/**
 * The interview that the manuscript `source` tells. Every fault is reported at its place in `file`: errors
 * `manuscript/…` and `schema/…` where something cannot be set or is missing, warnings where marks are dropped and the
 * words kept. Each text carries its position.
 */
export function readManuscript(source: string, file: string): Result<Interview> {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { report, found } = collector(file);
  reportInvisible(text, report);
  const parts = splitFrontMatter(text, report);
  if (!parts) return failure(...found());
  const read = parts.yaml === undefined ? failure() : readHead(parts.yaml, file, report);
  const head = read.ok ? read.value : { title: { text: '' }, quotes: [] };
  const masked = maskMarks(parts.body);
  const blocks = parseMarkdown(masked, report);
  const reading = { masked, interviewee: head.interviewee?.name, report };
  const { noteOf, reportUnused } = readNotes(blocks, reading);
  const body = blocks.filter(({ kind }) => kind !== 'note');
  const interview = { ...head, ...readBody(body, head.title, { ...reading, noteOf }) };
  reportUnused();
  reportUnsaid(interview, report);
  reportCrowding(interview, report);
  return resultOf(interview, [...read.diagnostics, ...found()]);
}
