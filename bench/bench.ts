// Every measurement that the README shows: npm run bench, or npm run bench A B. Writes bench/results.json and the tables
// of both READMEs.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchChain } from './chain.ts';
import { benchEdit } from './edit.ts';
import { benchMany } from './many.ts';
import type { Row } from './measure.ts';
import { benchPreview } from './preview.ts';
import { benchStart } from './start.ts';
import { withTable } from './table.ts';

const PARTS: Readonly<Record<string, (root: string) => Promise<readonly Row[]>>> = {
  A: benchChain,
  B: async (root) => [...(await benchEdit(root)), ...(await benchPreview(root))],
  C: benchMany,
  D: benchStart,
};

export interface Results {
  /** Of the last run of any part, as year, month and day. */
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly rows: readonly Row[];
}

export async function main(root: string, parts: readonly string[]): Promise<void> {
  const unknown = parts.filter((part) => !(part in PARTS));
  if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}`);
  const file = path.join(root, 'bench/results.json');
  const earlier = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Results).rows : [];
  const wanted = parts.length > 0 ? parts : Object.keys(PARTS);
  const fresh: Row[] = [];
  for (const part of wanted) fresh.push(...((await PARTS[part]?.(root)) ?? []));
  const rows = [...earlier.filter(({ part }) => !wanted.includes(part)), ...fresh].sort((a, b) =>
    a.part === b.part ? 0 : a.part < b.part ? -1 : 1,
  );
  const [cpu] = os.cpus();
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()}`,
    node: process.versions.node,
    rows,
  };
  fs.writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  for (const name of ['README.md', 'README.zh-TW.md']) {
    const readme = path.join(root, name);
    fs.writeFileSync(readme, withTable(fs.readFileSync(readme, 'utf8'), results));
  }
  process.stdout.write(`${withTable('<!-- bench -->\n<!-- /bench -->', results)}\n`);
}
