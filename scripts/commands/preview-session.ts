// A preview from start to end: the server, the watcher, and the builds that saves ask for.

import path from 'node:path';
import { type Result, success } from '../model/diagnostic.ts';
import { makePreviewPage } from '../preview.ts';
import { readText, sizeOf } from '../system/files.ts';
import { createPackages } from '../system/packages.ts';
import { createPageScript } from '../system/player.ts';
import { coreCount } from '../system/pool.ts';
import { type Answer, type Server, serve } from '../system/server.ts';
import { watchFolders } from '../system/watcher.ts';
import { createMachine } from '../system/world.ts';
import type { Context } from './context.ts';
import { createWorkers, makerHere } from './editions.ts';
import { type BuildReport, createPreviewBuild } from './preview-build.ts';
import { createRebuilder } from './rebuild.ts';

export interface PreviewOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** All where none is named. */
  readonly slugs: readonly string[];
  /** What one product may take: a theme can keep Typst busy for ever. */
  readonly secondsOfProduct?: number;
  readonly onBuilt: (report: BuildReport) => void;
}

export interface PreviewSession {
  readonly url: string;
  /** Settles when nothing is left of it: no build, no watcher, and the port free. */
  readonly close: () => Promise<void>;
}

/** Serves at once and builds meanwhile. Errors: those of `serve`. */
export async function startPreview(
  context: Context,
  { port, slugs, secondsOfProduct = SECONDS_OF_PRODUCT, onBuilt }: PreviewOptions,
): Promise<Result<PreviewSession>> {
  const { installation } = context;
  const { root, bundle } = installation;
  let isEnding = false;
  let tell: Server['tell'] = () => undefined;
  const machine = createMachine(installation);
  const preview = await createPreviewBuild({ ...context, progress: QUIET }, machine, slugs, {
    onDecks: (hashes) => tell('decks', JSON.stringify(hashes)),
    isEnding: () => isEnding,
    makerOf: (world) => workers?.nextBuild(world) ?? makerHere(world),
  });
  // Processes of their own can be ended in the middle of a page, and leave this one free to answer.
  const size = Math.min(coreCount(), preview.localeCount());
  const workers =
    bundle === undefined
      ? undefined
      : createWorkers({ installation, bundle, size, secondsOfProduct, remembers: true });
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
    await workers?.close();
    return server;
  }
  tell = server.value.tell;

  const saved = new Set<string>();
  const rebuilder = createRebuilder(async () => {
    const files = [...saved];
    saved.clear();
    tell('building');
    const report = await preview.run(files);
    tell('built');
    if (isEnding) return;
    onBuilt(report);
    const elsewhere = await existing(context, preview.elsewhere());
    if (!isEnding) watcher.add(elsewhere);
  });
  const folders = [path.resolve(context.contentFolder), path.join(root, 'templates')];
  const watcher = await watchFolders(folders, async (files) => {
    for (const file of files) if (await preview.concerns(file)) saved.add(file);
    if (saved.size > 0 && !isEnding) rebuilder.request();
  });
  rebuilder.request();
  return success({
    url: server.value.url,
    close: async () => {
      isEnding = true;
      await watcher.close();
      await server.value.close();
      await workers?.close();
      await rebuilder.settled();
    },
  });
}

/** Five times what any product of an interview of 500 pages takes on a slow machine: nothing else is made meanwhile. */
const SECONDS_OF_PRODUCT = 30;

const QUIET: Context['progress'] = { step: () => undefined, end: () => undefined };

const page = (body: string): Answer => ({ type: 'text/html', body });

const code = (body: string | undefined): Answer | undefined =>
  body === undefined ? undefined : { type: 'text/javascript', body };

/** pdf.js, which the page asks for when a booklet is first opened. */
async function readReader(root: string, address: string): Promise<string | undefined> {
  const file = { '/pdfjs/pdf.mjs': 'pdf.min.mjs', '/pdfjs/worker.mjs': 'pdf.worker.min.mjs' }[address];
  return file && readText(createPackages(root).resolve(`pdfjs-dist/build/${file}`));
}

/** The files that there are, as seen from here or from the program. */
async function existing({ installation }: Context, files: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of files.flatMap((name) => [path.resolve(name), path.resolve(installation.root, name)]))
    if ((await sizeOf(file)) !== undefined) found.push(file);
  return found;
}
