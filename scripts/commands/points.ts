// wenda points: drafts of the takeaways and points that manuscripts lack, shown or written into them.

import type { Diagnostic } from '../model/diagnostic.ts';
import { isError } from '../model/diagnostic.ts';
import type { Exchange, Interview, Text } from '../model/interview.ts';
import { draftPoints } from '../summaries.ts';
import { isSystemError, readBytes, reasonOf, writeWhole } from '../system/files.ts';
import { readContentFiles } from './content.ts';
import { type CommandFunction, reportDiagnostics, reportResult } from './context.ts';

export const pointsCommand: CommandFunction = async (options, context) => {
  const files = await readContentFiles(context.contentFolder, options.positionals);
  const diagnostics: Diagnostic[] = [...files.diagnostics];
  const drafts: InterviewDrafts[] = [];
  const written: string[] = [];
  for (const { slug, file } of files.interviews) {
    const text = decode((await readBytes(file)) ?? new Uint8Array());
    const drafted = draftPoints({ file, text });
    diagnostics.push(...drafted.diagnostics);
    if (!drafted.ok) continue;
    const { interview, manuscript } = drafted.value;
    drafts.push({ slug, questions: draftsOf(interview) });
    if (!options.has('write') || manuscript === text) continue;
    try {
      await writeWhole(file, manuscript);
      written.push(file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      diagnostics.push(cannotWrite(file, reasonOf(error)));
    }
  }
  reportDiagnostics(diagnostics);
  const result = { diagnostics, report: drafts, artifacts: written.map((path) => ({ path })) };
  const shown = options.has('write')
    ? written.map((file) => `wrote ${file}\n`).join('')
    : drafts.map(show).join('');
  reportResult(context, result, shown === '' ? 'nothing to draft\n' : shown);
  return { kind: diagnostics.some(isError) ? 'failed' : 'done' };
};

interface InterviewDrafts {
  readonly slug: string;
  readonly questions: readonly QuestionDraft[];
}

interface QuestionDraft {
  readonly number: number;
  readonly question: string;
  readonly takeaway?: Text;
  readonly points: readonly Text[];
}

/** The questions for which something was drafted, with that. */
function draftsOf({ sections }: Interview): readonly QuestionDraft[] {
  return sections
    .flatMap(({ exchanges }) => exchanges)
    .map(({ question, takeaway, points }: Exchange, index) => ({
      number: index + 1,
      question: question.text,
      ...(takeaway?.drawnFrom && { takeaway }),
      points: points.filter(({ drawnFrom }) => drawnFrom),
    }))
    .filter(({ takeaway, points }) => takeaway !== undefined || points.length > 0);
}

function show({ slug, questions }: InterviewDrafts): string {
  return questions
    .map(({ number, question, takeaway, points }) =>
      [
        `${slug} ${number}: ${question}`,
        ...(takeaway ? [`> ${takeaway.text}`] : []),
        ...points.map(({ text }) => `- ${text}`),
        '',
        '',
      ].join('\n'),
    )
    .join('');
}

/** The text with its byte order mark, so that writing it gives the same bytes. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function cannotWrite(file: string, reason: string): Diagnostic {
  return {
    code: 'points/cannot-write',
    severity: 'error',
    message: `the drafts could not be written: ${reason}`,
    hint: 'Allow writing to the folder; the manuscript is as it was.',
    place: { file },
  };
}
