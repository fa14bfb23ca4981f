// wenda preview: a page of everything, which follows each save.

import { whenAskedToEnd } from '../system/signals.ts';
import { print } from '../system/terminal.ts';
import { countFrom } from './arguments.ts';
import { type CommandFunction, reportDiagnostics } from './context.ts';
import type { BuildReport } from './preview-build.ts';
import { startPreview } from './preview-session.ts';
import { DEFAULT_PORT } from './table.ts';

export const previewCommand: CommandFunction = async (options, context) => {
  const asked = options.value('port') ?? String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(asked) ? Number(asked) : Number.NaN;
  if (!(port <= 65_535)) return { kind: 'misuse', message: `${asked} is not a port: 0 to 65535` };
  const seconds = countFrom(options.value('time-limit'));
  if (seconds === 'wrong') return { kind: 'misuse', message: '--time-limit is a number of seconds from 1' };
  const ending = whenAskedToEnd();
  const session = await startPreview(context, {
    port,
    slugs: options.positionals,
    ...(seconds !== undefined && { secondsOfProduct: seconds }),
    onBuilt: (report) => {
      reportDiagnostics(report.diagnostics);
      print(reportLine(report));
    },
  });
  if (!session.ok) {
    reportDiagnostics(session.diagnostics);
    return { kind: 'failed' };
  }
  print(`Preview: ${session.value.url}  (Ctrl-C ends it)\n`);
  await ending;
  await session.value.close();
  return { kind: 'done' };
};

function reportLine({ hasFailed, deckMilliseconds, milliseconds }: BuildReport): string {
  const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;
  if (hasFailed) return 'Not built: the page shows the last good state.\n';
  const deck = deckMilliseconds === undefined ? '' : ` (deck ${seconds(deckMilliseconds)})`;
  return `Built in ${seconds(milliseconds)}${deck}.\n`;
}
