// wenda points: drafts of the takeaways and points that manuscripts lack, shown or written into them.

import type { Diagnostic } from '../model/diagnostic.ts';
import { isError } from '../model/diagnostic.ts';
import { readHouse } from '../pipeline.ts';
import { draftPoints, type ExchangeDraft } from '../summaries.ts';
import { readBytes } from '../system/files.ts';
import { createWorld } from '../system/world.ts';
import { readContentFiles } from './content.ts';
import { type CommandFunction, reportDiagnostics, reportResult } from './context.ts';
import { writeText } from './write-text.ts';

export const pointsCommand: CommandFunction = async (options, context) => {
  const files = await readContentFiles(context.contentFolder, options.positionals);
  const house = files.house.ok ? readHouse(files.house.value.press, files.house.value.glossary) : files.house;
  const diagnostics: Diagnostic[] = [...files.diagnostics, ...house.diagnostics];
  const world = createWorld(context.installation);
  const drafts: InterviewDrafts[] = [];
  const written: string[] = [];
  for (const { slug, file } of files.interviews) {
    if (!house.ok) break;
    const text = decode((await readBytes(file)) ?? new Uint8Array());
    const { settings } = house.value;
    const onAsk = (number: number): void => context.progress.step(`${slug} ${number} summary.command`);
    const drafted = await draftPoints({ file, text, settings, world, onAsk });
    diagnostics.push(...drafted.diagnostics);
    if (!drafted.ok) continue;
    const { drafts: questions, manuscript } = drafted.value;
    drafts.push({ slug, questions });
    if (!options.has('write') || manuscript === text) continue;
    const faults = await writeText(file, manuscript, 'the drafts');
    diagnostics.push(...faults);
    if (faults.length === 0) written.push(file);
  }
  context.progress.end();
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
  readonly questions: readonly ExchangeDraft[];
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
