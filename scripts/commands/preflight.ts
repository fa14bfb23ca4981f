// wenda preflight: every clause of PDF/X-4 and every limit of the house, on any PDF.

import { formatReport, preflightAny } from '../print.ts';
import { type CommandFunction, reportDiagnostics, reportResult } from './context.ts';
import { readPdfSource } from './source.ts';

export const preflightCommand: CommandFunction = async (options, context) => {
  const file = options.positionals[0] ?? '';
  const source = await readPdfSource(file, context);
  const report = source.ok ? await preflightAny(source.value.bytes, source.value.settings) : source;
  const found = report.ok ? report.value.findings : report.diagnostics;
  const diagnostics = found.map((diagnostic) => ({ place: { file }, ...diagnostic }));
  reportDiagnostics(diagnostics);
  const result = report.ok ? { ...report.value, findings: undefined } : undefined;
  reportResult(context, { diagnostics, report: result }, report.ok ? formatReport(report.value) : '');
  return { kind: report.ok && diagnostics.length === 0 ? 'done' : 'failed' };
};
