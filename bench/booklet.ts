// How long an edition takes to be pages, in a fresh process and after an edit, and what a thousand edits leave behind.
// From the project's folder (the bundle needs two folders over it to find templates/):
// npx esbuild bench/booklet.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench/booklet.mjs
// node --expose-gc dist/bench/booklet.mjs [real | long [PAGES] | edits]

import { withLanguage } from '../scripts/booklet/language.ts';
import type { Edition } from '../scripts/model/edition.ts';
import type { Interview } from '../scripts/model/interview.ts';
import { DEFAULT_SETTINGS } from '../scripts/model/settings.ts';
import { typesetEdition } from '../scripts/typeset.ts';
import { extremes } from '../test/proof/booklets.ts';
import { realEdition } from '../test/support/edition.ts';
import { loadTheme, world } from '../test/support/world.ts';

const [part = 'real', wanted = '1000'] = process.argv.slice(2);
const theme = await loadTheme();

interface Made {
  readonly count: number;
  readonly milliseconds: number;
  /** What all threads computed: a busy machine takes longer and computes no more. */
  readonly cpu: number;
}

async function pages(edition: Edition): Promise<Made> {
  const start = performance.now();
  const before = process.cpuUsage();
  const made = await typesetEdition(edition, { settings: DEFAULT_SETTINGS, theme, world });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  withLanguage(made.value.pdf, edition.language);
  const { user, system } = process.cpuUsage(before);
  return {
    count: made.value.pageCount,
    milliseconds: performance.now() - start,
    cpu: (user + system) / 1000,
  };
}

/** The interview with one word of one answer put in another wording. */
function edited(edition: Edition, at: number): Edition {
  let paragraph = 0;
  const change = (text: string): string =>
    paragraph++ === at % 20 ? `${text.slice(0, 30)}改${at}${text.slice(30)}` : text;
  const sections: Interview['sections'] = edition.interview.sections.map((section) => ({
    ...section,
    exchanges: section.exchanges.map((exchange) => ({
      ...exchange,
      answer: exchange.answer.map((turn) => ({
        ...turn,
        paragraphs: turn.paragraphs.map((each) => ({ ...each, text: change(each.text) })),
      })),
    })),
  }));
  return { ...edition, interview: { ...edition.interview, sections } };
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

if (part === 'real') {
  const edition = realEdition('zh-TW');
  const first = await pages(edition);
  print(
    `${first.count} pages in a fresh process: ${first.milliseconds.toFixed(0)} ms, ${first.cpu.toFixed(0)} ms of CPU`,
  );
  const again: Made[] = [];
  for (let at = 0; at < 40; at++) again.push(await pages(edited(edition, at)));
  const time = median(again.map(({ milliseconds }) => milliseconds)).toFixed(1);
  const cpu = median(again.map((each) => each.cpu)).toFixed(1);
  print(`again after an edit: ${time} ms, ${cpu} ms of CPU (medians of ${again.length})`);
} else if (part === 'long') {
  const [{ edition } = { edition: realEdition('zh-TW') }] = extremes('zh-TW', Number(wanted)).slice(-1);
  const made = await pages(edition);
  // In kilobytes of 1024 bytes.
  const peak = process.resourceUsage().maxRSS * 1024;
  print(
    `${made.count} pages: ${(made.milliseconds / 1000).toFixed(1)} s, ${(made.cpu / 1000).toFixed(1)} s of CPU, a peak of ${megabytes(peak)}`,
  );
} else {
  const edition = realEdition('zh-TW');
  for (let at = 0; at <= 1000; at++) {
    await pages(edited(edition, at));
    if (at % 100 !== 0) continue;
    globalThis.gc?.();
    print(`${at} edits: ${megabytes(process.memoryUsage().rss)}`);
  }
}
