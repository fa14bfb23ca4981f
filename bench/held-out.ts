// What drafts are worth on an interview that the weights have not seen: the weights of points are fitted on all interviews
// but one, by ridge regression (Hoerl and Kennard 1970) of what each span has in common with the reference on its
// features, and tried on that one. From the project's folder:
// npx esbuild bench/held-out.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module

import fs from 'node:fs';
import { readManuscript } from '../scripts/manuscript/read.ts';
import { answerOf } from '../scripts/summary/answer.ts';
import { choosePoints } from '../scripts/summary/choose.ts';
import { candidates, draftFrom } from '../scripts/summary/draft.ts';
import { FEATURES } from '../scripts/summary/features.ts';
import { DEFAULT_LIMITS } from '../scripts/summary/lengths.ts';
import { type Span, spansOf } from '../scripts/summary/spans.ts';
import { textRank } from './baselines.ts';
import { meanOf, rouge } from './rouge.ts';

const NAMES = ['zhongyuan', 'scientist', 'craftsman', 'panel', 'founder', 'coach'];
const FILES = NAMES.map((name, index) =>
  index === 0 ? 'content/wang-zhongyuan/interview.md' : `bench/summaries/${name}.md`,
);
/** How strongly weights are held back, and what a repetition weighs beside them. */
const SETTINGS = [0.1, 1, 3].flatMap((ridge) => [6, 12].map((scale) => ({ ridge, scale })));

interface Sample {
  readonly file: string;
  readonly reference: string;
  readonly question: string;
  readonly paragraphs: readonly string[];
  readonly spans: readonly Span[];
  readonly title: Span | undefined;
  readonly takeaway: string;
  /** Of each span: its features, and what it has in common with the reference. */
  readonly rows: ReadonlyMap<Span, { readonly features: readonly number[]; readonly worth: number }>;
}

const samples = FILES.flatMap(samplesOf);

print('weights', [...NAMES, 'mean'].map((name) => name.padStart(10)).join(''));
print(
  'table',
  row((sample) =>
    score(
      sample,
      FEATURES.map(({ point }) => point),
    ),
  ),
);
print(
  'TextRank',
  row((sample) =>
    meanOf(rouge(textRank(sample.question, sample.paragraphs).points.join(''), sample.reference)),
  ),
);
for (const { ridge, scale } of SETTINGS) {
  const weights = new Map(
    FILES.map((file) => [
      file,
      fitted(
        samples.filter((one) => one.file !== file),
        ridge,
        scale,
      ),
    ]),
  );
  print(
    `ridge ${ridge}, scale ${scale}`,
    row((sample) => score(sample, weights.get(sample.file) ?? [])),
  );
}

function samplesOf(file: string): readonly Sample[] {
  const read = readManuscript(fs.readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value.sections.flatMap(({ exchanges }) =>
    exchanges.map(({ question, answer, points }): Sample => {
      const paragraphs = answer.flatMap((turn) => turn.paragraphs.map(({ text }) => text));
      const reference = points.map(({ text }) => text).join('');
      const whole = answerOf(question.text, paragraphs);
      const spans = spansOf(paragraphs, DEFAULT_LIMITS.point);
      const takeaway = draftFrom(question.text, paragraphs).takeaway?.text ?? '';
      const rows = candidates(spans, 'point', DEFAULT_LIMITS.point, () => 0).map(
        ({ span }) =>
          [
            span,
            {
              features: FEATURES.map(({ of }) => of(span, whole)),
              worth: meanOf(rouge(span.text, reference)),
            },
          ] as const,
      );
      const title = spans.find(({ text }) => text === takeaway);
      return {
        file,
        reference,
        question: question.text,
        paragraphs,
        spans,
        title,
        takeaway,
        rows: new Map(rows),
      };
    }),
  );
}

function score({ spans, rows, title, takeaway, reference }: Sample, weights: readonly number[]): number {
  const worth = (span: Span): number =>
    (rows.get(span)?.features ?? []).reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  const chosen = choosePoints(candidates(spans, 'point', DEFAULT_LIMITS.point, worth), title, takeaway, 3);
  return meanOf(rouge(chosen.map(({ text }) => text).join(''), reference));
}

/** Only differences within an answer count, and every interview for as much. */
function fitted(training: readonly Sample[], ridge: number, scale: number): readonly number[] {
  const size = FEATURES.length;
  const matrix = Array.from({ length: size }, (_, line) =>
    Array.from({ length: size + 1 }, (_, column) => (line === column ? ridge : 0)),
  );
  for (const { file, rows } of training) {
    const all = [...rows.values()];
    const share = 6 / all.length / training.filter((one) => one.file === file).length;
    const middle = FEATURES.map((_, index) => mean(all.map(({ features }) => features[index] ?? 0)));
    const middling = mean(all.map(({ worth }) => worth));
    for (const { features, worth } of all) {
      const apart = [...features.map((value, index) => value - (middle[index] ?? 0)), worth - middling];
      for (const [index, line] of matrix.entries())
        apart.forEach((value, column) => {
          line[column] = (line[column] ?? 0) + share * (apart[index] ?? 0) * value;
        });
    }
  }
  return solved(matrix).map((weight) => scale * weight);
}

/** By elimination (Gauss and Jordan); the last column is the right side. */
function solved(matrix: readonly number[][]): readonly number[] {
  for (const [index, pivot] of matrix.entries())
    for (const [other, line] of matrix.entries()) {
      const factor = (line[index] ?? 0) / (pivot[index] ?? 1);
      if (other !== index)
        pivot.forEach((value, column) => {
          line[column] = (line[column] ?? 0) - factor * value;
        });
    }
  return matrix.map((line, index) => (line.at(-1) ?? 0) / (line[index] ?? 1));
}

function row(scoreOf: (sample: Sample) => number): string {
  const means = FILES.map((file) => 100 * mean(samples.filter((one) => one.file === file).map(scoreOf)));
  return [...means, mean(means)].map((value) => value.toFixed(1).padStart(10)).join('');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function print(name: string, columns: string): void {
  process.stdout.write(`${name.padEnd(22)}${columns}\n`);
}
