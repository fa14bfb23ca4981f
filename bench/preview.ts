// From a save to what a preview shows of it, in a running process: one word of the first interview, edited again and again.
// From the project's folder (the bundle needs two folders over it to find templates/):
// npx esbuild bench/preview.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench/preview.mjs
// node dist/bench/preview.mjs [times]

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BuildReport } from '../scripts/commands/preview-build.ts';
import { startPreview } from '../scripts/commands/preview-session.ts';

const times = Number(process.argv[2] ?? 10);
const root = process.cwd();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-bench-'));
fs.cpSync(path.join(root, 'content'), path.join(folder, 'content'), { recursive: true });
const manuscript = path.join(folder, 'content/wang-zhongyuan/interview.md');
const text = fs.readFileSync(manuscript, 'utf8');
const WORD = '我一點都不驚訝';
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
const computed = new Map<string, number>();
const cpuNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const events = await fetch(new URL('events', session.value.url));
void (async () => {
  for await (const chunk of events.body ?? [])
    for (const [, name = ''] of new TextDecoder().decode(chunk as Uint8Array).matchAll(/event: (\w+)/g)) {
      // Of the decks the first: the one that is looked at.
      if (heard.has(name)) continue;
      heard.set(name, performance.now());
      computed.set(name, cpuNow());
    }
})().catch(() => undefined);

const rows: {
  readonly begun: number;
  readonly decks: number;
  readonly built: number;
  readonly deckCpu: number;
  readonly cpu: number;
}[] = [];
for (let time = 0; time < times + 2; time++) {
  heard.clear();
  computed.clear();
  const done = nextBuild();
  const start = performance.now();
  const before = cpuNow();
  fs.writeFileSync(manuscript, text.replace(WORD, `我${'真的'.repeat((time % 5) + 1)}不驚訝`));
  await done;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const at = (name: string): number => (heard.get(name) ?? Number.NaN) - start;
  // The first edits warm up what later ones use.
  if (time >= 2)
    rows.push({
      begun: at('building'),
      decks: at('decks'),
      built: at('built'),
      deckCpu: (computed.get('decks') ?? Number.NaN) - before,
      cpu: (computed.get('built') ?? Number.NaN) - before,
    });
}
await session.value.close();
fs.rmSync(folder, { recursive: true });

const median = (values: readonly number[]): string =>
  `${Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN)} ms`;
process.stdout.write(
  [
    `saved to build begun   ${median(rows.map(({ begun }) => begun))}`,
    `saved to deck told of  ${median(rows.map(({ decks }) => decks))}`,
    `saved to all written   ${median(rows.map(({ built: all }) => all))}`,
    `computed for the deck  ${median(rows.map(({ deckCpu }) => deckCpu))}`,
    `computed for all       ${median(rows.map(({ cpu }) => cpu))}`,
    '',
  ].join('\n'),
);
