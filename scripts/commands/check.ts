// wenda check: every diagnostic of the content, by going the way of a build and writing nothing.

import { isError } from '../model/diagnostic.ts';
import { type CommandFunction, reportDiagnostics, reportResult } from './context.ts';
import { type MakeRequest, makeAll } from './make.ts';

export const checkCommand: CommandFunction = async (options, context) => {
  const request: MakeRequest = {
    slugs: options.positionals,
    staleness: 'error',
    anew: true,
    ...(options.has('proof') && { proof: 'error' }),
  };
  const { diagnostics, slugs } = await makeAll(context, request, async () => []);
  reportDiagnostics(diagnostics);
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const notes = diagnostics.length - errors - warnings;
  reportResult(
    context,
    { diagnostics, report: { errors, warnings, interviews: slugs } },
    `${slugs.join(', ') || 'nothing'} checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}${notes > 0 ? `, ${plural(notes, 'note')}` : ''}\n`,
  );
  return { kind: errors > 0 ? 'failed' : 'done' };
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
