// B, as an editor has it: the program itself as a preview, watching and serving, and a page that listens. From a save to
// the first deck that the page is told of, and to everything written. One word is edited again and again.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { inScratch, layContent, median, type Row } from './measure.ts';

const WARM = 6;
const TIMES = 15;
const WORD = '我一點都不驚訝';

export async function benchPreview(root: string): Promise<readonly Row[]> {
  return inScratch((folder) => measurePreview(root, folder));
}

async function measurePreview(root: string, folder: string): Promise<readonly Row[]> {
  const manuscript = path.join(layContent(root, folder), 'wang-zhongyuan/interview.md');
  const text = fs.readFileSync(manuscript, 'utf8');
  if (!text.includes(WORD)) throw new Error(`${WORD} is not in the interview any more`);
  const program = spawn(process.execPath, [path.join(root, 'scripts/wenda.mjs'), 'preview', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const url = await addressSaid(program.stdout);
    const page = await listen(new URL('events', url));
    await page.hears('built');
    const rows: { readonly decks: number; readonly built: number }[] = [];
    for (let time = 0; time < WARM + TIMES; time++) {
      // Longer than the watcher waits for a save to be over.
      await new Promise((resolve) => setTimeout(resolve, 500));
      page.forget();
      const start = performance.now();
      fs.writeFileSync(manuscript, text.replace(WORD, `我${'真的'.repeat((time % 5) + 1)}不驚訝`));
      const built = (await page.hears('built')) - start;
      if (time >= WARM) rows.push({ decks: (await page.hears('decks')) - start, built });
    }
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
        rows.map(({ built }) => built),
      ),
    ];
  } finally {
    program.kill('SIGINT');
    await once(program, 'exit');
  }
}

/** What it says after that is read too, or it would wait. */
function addressSaid(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      said += String(chunk);
      const [url] = /http:\S+/.exec(said) ?? [];
      if (url) resolve(url);
    });
    output.on('end', () => reject(new Error('the preview ended before it said where it is')));
  });
}

interface Listener {
  /** When an event of that name first came, since all were forgotten. */
  readonly hears: (name: string) => Promise<number>;
  readonly forget: () => void;
}

async function listen(events: URL): Promise<Listener> {
  const heard = new Map<string, number>();
  let wake = (): void => undefined;
  const { body } = await fetch(events);
  void (async () => {
    for await (const chunk of body ?? [])
      for (const [, name = ''] of new TextDecoder().decode(chunk as Uint8Array).matchAll(/event: (\w+)/g))
        if (!heard.has(name)) {
          heard.set(name, performance.now());
          wake();
        }
  })().catch(() => undefined);
  return {
    forget: () => heard.clear(),
    hears: async (name) => {
      for (let at = heard.get(name); ; at = heard.get(name)) {
        if (at !== undefined) return at;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
