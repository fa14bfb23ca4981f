// wenda preview: a page of everything that follows each save.

import path from 'node:path';
import { makePreviewPage } from '../preview.ts';
import { readText, sizeOf } from '../system/files.ts';
import { createPackages } from '../system/packages.ts';
import { createPageScript } from '../system/player.ts';
import { type Answer, type Server, serve } from '../system/server.ts';
import { whenAskedToEnd } from '../system/signals.ts';
import { print } from '../system/terminal.ts';
import { watchFolders } from '../system/watcher.ts';
import { createMachine } from '../system/world.ts';
import { type CommandFunction, type Context, reportDiagnostics } from './context.ts';
import { type BuildReport, createPreviewBuild } from './preview-build.ts';
import { createRebuilder } from './rebuild.ts';
import { DEFAULT_PORT } from './table.ts';

export const previewCommand: CommandFunction = async (options, context) => {
  const asked = options.value('port') ?? String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(asked) ? Number(asked) : Number.NaN;
  if (!(port <= 65_535)) return { kind: 'misuse', message: `${asked} is not a port: 0 to 65535` };
  const { root } = context.installation;
  const ending = whenAskedToEnd();
  let isEnding = false;
  let tell: Server['tell'] = () => undefined;
  const machine = createMachine(context.installation);
  const quiet = { ...context, progress: QUIET };
  const preview = await createPreviewBuild(quiet, machine, options.positionals, {
    onDecks: (hashes) => tell('decks', JSON.stringify(hashes)),
    isEnding: () => isEnding,
  });
  const script = createPageScript(root, 'preview-page');
  const server = await serve({
    port,
    folder: path.resolve(context.outFolder),
    fresh: preview.fresh,
    answer: async (address) => {
      if (address === '/') return page(await makePreviewPage(await preview.request(), machine.freshWorld()));
      if (address === '/preview.js') return code(await script());
      return code(await readReader(root, address));
    },
  });
  if (!server.ok) {
    reportDiagnostics(server.diagnostics);
    return { kind: 'failed' };
  }
  tell = server.value.tell;
  print(`Preview: ${server.value.url}  (Ctrl-C ends it)\n`);

  const saved = new Set<string>();
  const rebuilder = createRebuilder(async () => {
    const files = [...saved];
    saved.clear();
    tell('building');
    const report = await preview.run(files);
    if (isEnding) return;
    tell('built');
    reportDiagnostics(report.diagnostics);
    print(reportLine(report));
    watcher.add(await existing(context, preview.elsewhere()));
  });
  const folders = [path.resolve(context.contentFolder), path.join(root, 'templates')];
  const watcher = await watchFolders(folders, async (files) => {
    for (const file of files) if (await preview.concerns(file)) saved.add(file);
    if (saved.size > 0 && !isEnding) rebuilder.request();
  });
  rebuilder.request();

  await ending;
  isEnding = true;
  await watcher.close();
  await server.value.close();
  await rebuilder.settled();
  return { kind: 'done' };
};

const QUIET: Context['progress'] = { step: () => undefined, end: () => undefined };

const page = (body: string): Answer => ({ type: 'text/html', body });

const code = (body: string | undefined): Answer | undefined =>
  body === undefined ? undefined : { type: 'text/javascript', body };

/** What the page shows the booklet with, asked for when a page is first opened. */
async function readReader(root: string, address: string): Promise<string | undefined> {
  const file = { '/pdfjs/pdf.mjs': 'pdf.min.mjs', '/pdfjs/worker.mjs': 'pdf.worker.min.mjs' }[address];
  return file && readText(createPackages(root).resolve(`pdfjs-dist/build/${file}`));
}

/** The folders of the files that there are, as seen from here or from the program. */
async function existing({ installation }: Context, files: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of files.flatMap((name) => [path.resolve(name), path.resolve(installation.root, name)]))
    if ((await sizeOf(file)) !== undefined) found.push(file);
  return found;
}

function reportLine({ hasFailed, deckMilliseconds, milliseconds }: BuildReport): string {
  const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;
  if (hasFailed) return 'Not built: the page shows the last good state.\n';
  const deck = deckMilliseconds === undefined ? '' : ` (deck ${seconds(deckMilliseconds)})`;
  return `Built in ${seconds(milliseconds)}${deck}.\n`;
}
