// wenda approve: a person says that summaries still hold for answers that have changed.

import { type Diagnostic, isError } from '../model/diagnostic.ts';
import { readInterview } from '../pipeline.ts';
import { approveSummaries } from '../summaries.ts';
import { readContentFiles } from './content.ts';
import { type CommandFunction, reportDiagnostics, reportResult } from './context.ts';
import { writeText } from './write-text.ts';

export const approveCommand: CommandFunction = async (options, context) => {
  const [slug = '', ...words] = options.positionals;
  const wrong = words.find((word) => !/^[1-9]\d*$/.test(word));
  if (wrong !== undefined) return { kind: 'misuse', message: `${wrong} is not the number of a question` };
  const numbers = words.map(Number);
  const files = await readContentFiles(context.contentFolder, [slug]);
  const diagnostics: Diagnostic[] = [...files.diagnostics];
  const written: string[] = [];
  let [file] = files.interviews;
  const read = file && readInterview(file);
  if (read && !read.ok) diagnostics.push(...read.diagnostics.filter(isError));
  if (file && read?.ok) {
    const count = read.value.sections.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
    const beyond = numbers.find((number) => number > count);
    if (beyond !== undefined) {
      diagnostics.push(noSuchQuestion(file.file, beyond, count));
      file = undefined;
    }
  }
  if (file && read?.ok) {
    const approved = approveSummaries(read.value, file.lock, numbers);
    diagnostics.push(...approved.diagnostics);
    if (approved.ok && approved.value !== undefined) {
      const faults = await writeText(file.lock.file, approved.value, 'the approval');
      diagnostics.push(...faults);
      if (faults.length === 0) written.push(file.lock.file);
    }
  }
  reportDiagnostics(diagnostics);
  const hasFailed = diagnostics.some(isError);
  const which =
    numbers.length === 0
      ? 'every question'
      : `question${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
  reportResult(
    context,
    { diagnostics, artifacts: written.map((path) => ({ path })) },
    hasFailed ? '' : `${slug}: the summary of ${which} holds${written.length > 0 ? '' : ' already'}\n`,
  );
  return { kind: hasFailed ? 'failed' : 'done' };
};

function noSuchQuestion(file: string, number: number, count: number): Diagnostic {
  return {
    code: 'approve/no-such-question',
    severity: 'error',
    message: `there is no question ${number}`,
    hint: `The questions are numbered through the interview, from 1 to ${count}.`,
    place: { file },
  };
}
