// B, as a preview has it: from a save to the deck that a page is told of, and to everything written, watching and serving
// included. One word of the first interview is edited again and again.

import fs from 'node:fs';
import path from 'node:path';
import type { BuildReport } from '../scripts/commands/preview-build.ts';
import { startPreview } from '../scripts/commands/preview-session.ts';
import { inScratch, layContent, median, type Row } from './measure.ts';

const TIMES = 10;
const WORD = '我一點都不驚訝';

export async function benchPreview(root: string): Promise<readonly Row[]> {
  return inScratch((folder) => measurePreview(root, folder));
}

async function measurePreview(root: string, folder: string): Promise<readonly Row[]> {
  const manuscript = path.join(layContent(root, folder), 'wang-zhongyuan/interview.md');
  const text = fs.readFileSync(manuscript, 'utf8');
  if (!text.includes(WORD)) throw new Error(`${WORD} is not in the interview any more`);

  let built: (report: BuildReport) => void = () => undefined;
  const nextBuild = (): Promise<BuildReport> => new Promise((resolve) => (built = resolve));
  const quiet = { step: () => undefined, end: () => undefined };
  const first = nextBuild();
  const session = await startPreview(
    {
      installation: { root, version: '0.0.0' },
      contentFolder: path.join(folder, 'content'),
      outFolder: path.join(folder, 'dist'),
      isJson: false,
      progress: quiet,
    },
    { port: 0, slugs: [], onBuilt: (report) => built(report) },
  );
  if (!session.ok) throw new Error(session.diagnostics[0]?.message);
  await first;

  const heard = new Map<string, number>();
  const events = await fetch(new URL('events', session.value.url));
  void (async () => {
    // Of the decks the first: the one that is looked at.
    for await (const chunk of events.body ?? [])
      for (const [, name = ''] of new TextDecoder().decode(chunk as Uint8Array).matchAll(/event: (\w+)/g))
        if (!heard.has(name)) heard.set(name, performance.now());
  })().catch(() => undefined);

  const rows: { readonly decks: number; readonly built: number }[] = [];
  for (let time = 0; time < TIMES + 2; time++) {
    heard.clear();
    const done = nextBuild();
    const start = performance.now();
    fs.writeFileSync(manuscript, text.replace(WORD, `我${'真的'.repeat((time % 5) + 1)}不驚訝`));
    await done;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const at = (name: string): number => (heard.get(name) ?? Number.NaN) - start;
    // The first edits warm up what later ones use.
    if (time >= 2) rows.push({ decks: at('decks'), built: at('built') });
  }
  await session.value.close();
  const row = (what: string, values: readonly number[]): Row => ({
    part: 'B',
    what,
    milliseconds: median(values),
    runs: values.length,
  });
  return [
    row(
      'preview: a save to the first deck told of',
      rows.map(({ decks }) => decks),
    ),
    row(
      'preview: a save to every usual product of both locales',
      rows.map(({ built: all }) => all),
    ),
  ];
}
