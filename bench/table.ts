// The results as a table in Markdown, between two comments of a README.

import type { Results } from './bench.ts';
import type { Row } from './measure.ts';

const [FROM, TO] = ['<!-- bench -->', '<!-- /bench -->'];

/** `text` with the table in the place between its comments. Throws where it has none. */
export function withTable(text: string, { date, machine, node, rows }: Results): string {
  const [start, end] = [text.indexOf(FROM), text.indexOf(TO)];
  if (start < 0 || end < start) throw new Error(`there is no ${FROM} … ${TO}`);
  const table = [
    `${date} · ${machine} · Node.js ${node}`,
    '',
    '| | what | median | runs | against |',
    '| --- | --- | --: | --: | --- |',
    ...rows.map(line),
  ];
  return `${text.slice(0, start + FROM.length)}\n${table.join('\n')}\n${text.slice(end)}`;
}

function line({ part, what, milliseconds, runs, against, megabytes }: Row): string {
  const memory = megabytes === undefined ? '' : `, ${Math.round(megabytes)} MB`;
  const ratio = against ? `${against.ratio.toFixed(1)} × ${against.what}` : '';
  return `| ${part} | ${what}${memory} | ${duration(milliseconds)} | ${runs} | ${ratio} |`;
}

function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return milliseconds < 10_000
    ? `${(milliseconds / 1000).toFixed(2)} s`
    : `${(milliseconds / 1000).toFixed(0)} s`;
}
