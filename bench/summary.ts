// How near drafts come to what an editor wrote, beside the baselines. The references are the takeaways and points of
// the manuscripts themselves. From the project's folder:
// npx esbuild bench/summary.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module

import fs from 'node:fs';
import { readManuscript } from '../scripts/manuscript/read.ts';
import type { Exchange } from '../scripts/model/interview.ts';
import { draftFrom } from '../scripts/summary/draft.ts';
import { anySentences, lead, lexRank, type Summarizer, textRank } from './baselines.ts';
import { meanOf, type Rouge, rouge } from './rouge.ts';

const FILES = [
  'content/wang-zhongyuan/interview.md',
  ...['scientist', 'craftsman', 'panel', 'founder', 'coach'].map((name) => `bench/summaries/${name}.md`),
];
const RESAMPLES = 2000;
const RANDOM_RUNS = 20;

interface Sample {
  readonly file: string;
  readonly exchange: Exchange;
}

interface Scored {
  readonly file: string;
  readonly takeaway: Rouge;
  readonly points: Rouge;
}

/** A generator of its own, so that every run prints the same (Park and Miller 1988). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const draft: Summarizer = (question, paragraphs) => {
  const { takeaway, points } = draftFrom(question, paragraphs);
  return { takeaway: takeaway?.text ?? '', points: points.map(({ text }) => text) };
};
const random = createRandom(7);
const SYSTEMS: readonly (readonly [name: string, summarize: Summarizer, runs: number])[] = [
  ['draft', draft, 1],
  ['lead-3', lead, 1],
  ['random', anySentences(random), RANDOM_RUNS],
  ['TextRank', textRank, 1],
  ['LexRank', lexRank, 1],
];

const samples = FILES.flatMap(samplesOf);
const scores = SYSTEMS.map(([name, summarize, runs]) => ({
  name,
  scored: samples.map((sample) => scoreOf(sample, summarize, runs)),
}));
report('all interviews', () => true);
for (const file of FILES) report(file, (scored) => scored.file === file);

function samplesOf(file: string): readonly Sample[] {
  const read = readManuscript(fs.readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value.sections.flatMap(({ exchanges }) => exchanges.map((exchange) => ({ file, exchange })));
}

function scoreOf({ file, exchange }: Sample, summarize: Summarizer, runs: number): Scored {
  const paragraphs = exchange.answer.flatMap((turn) => turn.paragraphs.map(({ text }) => text));
  const reference = exchange.points.map(({ text }) => text).join('');
  const results = Array.from({ length: runs }, () => summarize(exchange.question.text, paragraphs));
  return {
    file,
    takeaway: average(results.map(({ takeaway }) => rouge(takeaway, exchange.takeaway?.text ?? ''))),
    points: average(results.map(({ points }) => rouge(points.join(''), reference))),
  };
}

function average(all: readonly Rouge[]): Rouge {
  const mean = (pick: (one: Rouge) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    one: mean(({ one }) => one),
    two: mean(({ two }) => two),
    longest: mean(({ longest }) => longest),
  };
}

/** The 95 % interval of the mean, by drawing as many values again and again (Efron 1979). */
function interval(values: readonly number[]): readonly [low: number, high: number] {
  const draw = createRandom(11);
  const means = Array.from({ length: RESAMPLES }, () => {
    const sum = values.reduce((total) => total + (values[Math.floor(draw() * values.length)] ?? 0), 0);
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [means[Math.floor(RESAMPLES * 0.025)] ?? 0, means[Math.floor(RESAMPLES * 0.975)] ?? 0];
}

function report(title: string, belongs: (scored: Scored) => boolean): void {
  const rows = scores.map(({ name, scored }) => ({ name, scored: scored.filter(belongs) }));
  const own = rows[0]?.scored ?? [];
  const lines = rows.map(({ name, scored }) => {
    const points = average(scored.map((one) => one.points));
    const mean = scored.map((one) => meanOf(one.points));
    const lost = own.map((one, index) => meanOf(one.points) - (mean[index] ?? 0));
    const columns = [
      name.padEnd(9),
      ...[points.one, points.two, points.longest, meanOf(points)].map(percent),
      between(interval(mean)),
      percent(meanOf(average(scored.map((one) => one.takeaway)))),
      name === 'draft' ? '' : between(interval(lost)),
    ];
    return columns.join('  ').trimEnd();
  });
  const head = 'points:    R-1    R-2    R-L   mean   95 % interval  takeaway  draft ahead by';
  process.stdout.write(`${title}, ${own.length} exchanges\n${head}\n${lines.join('\n')}\n\n`);
}

function percent(value: number): string {
  return (100 * value).toFixed(1).padStart(5);
}

function between([low, high]: readonly [number, number]): string {
  return `${percent(low)} to ${percent(high)}`.padEnd(15);
}
