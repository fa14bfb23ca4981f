// B: from a save to refreshed outputs in a process that runs on, a word of an answer edited each time, never the same.

import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from '../scripts/commands/build-all.ts';
import type { Context } from '../scripts/commands/context.ts';
import { type Product, USUAL_PRODUCTS } from '../scripts/model/product.ts';
import { createMachine } from '../scripts/system/world.ts';
import { inScratch, layContent, median, type Row } from './measure.ts';

const WARM = 3;
const RUNS = 9;

/** What is asked for, and what it is called in the table. */
const ASKED: readonly (readonly [string, readonly Product[]])[] = [
  ['deck', ['deck']],
  ['deck, booklet, duplex', ['deck', 'booklet', 'duplex']],
  ['every usual product', USUAL_PRODUCTS],
];

export async function benchEdit(root: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [what, products] of ASKED) {
    for (const locales of [['zh-TW'], ['zh-TW', 'zh-CN']] as const) {
      const times = await inScratch((folder) => edits(root, folder, { products, locales }));
      const of = locales.length === 1 ? 'one locale' : 'both locales';
      const milliseconds = median(times);
      rows.push({ part: 'B', what: `a word edited, ${what}, ${of}`, milliseconds, runs: times.length });
    }
  }
  return rows;
}

interface Asked {
  readonly products: readonly Product[];
  readonly locales: readonly ('zh-TW' | 'zh-CN')[];
}

async function edits(root: string, folder: string, asked: Asked): Promise<readonly number[]> {
  const content = layContent(root, folder);
  const file = path.join(content, 'wang-zhongyuan/interview.md');
  const text = fs.readFileSync(file, 'utf8');
  const context: Context = {
    installation: { root, version: '0' },
    contentFolder: content,
    outFolder: path.join(folder, 'dist'),
    isJson: false,
    progress: { step: () => {}, end: () => {} },
  };
  const machine = createMachine(context.installation);
  const memory = new Map();
  const times: number[] = [];
  for (let run = -WARM; run < RUNS; run += 1) {
    fs.writeFileSync(file, text.replace('一點都不驚訝', `${NUMERALS[run + WARM]}點都不驚訝`));
    const start = performance.now();
    await buildAll(context, { slugs: [], ...asked, jobs: 1, memory, world: machine.freshWorld() });
    if (run >= 0) times.push(performance.now() - start);
  }
  return times;
}

/** Characters that stand in the interview anyway, as an editor's word mostly does. */
const NUMERALS = '大小多少人工年月中上下來去';
