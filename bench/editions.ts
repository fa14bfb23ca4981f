// How long an edition of the real interview takes once its converters exist, and what building them costs. From the
// project's folder: npx esbuild bench/editions.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module

import fs from 'node:fs';
import { makeEdition } from '../scripts/edition/edition.ts';
import { LOCALES } from '../scripts/model/locale.ts';
import { readHouse, readInterview } from '../scripts/pipeline.ts';

const RUNS = 30;

const read = (file: string) => ({ file, text: fs.readFileSync(file, 'utf8') });
const interview = readInterview(read('content/wang-zhongyuan/interview.md'));
const house = readHouse(read('content/press.yaml'), read('content/glossary.yaml'));
if (!interview.ok || !house.ok) throw new Error('the content is not in order');

for (const locale of LOCALES) {
  for (const vocabulary of locale === 'zh-CN' ? (['keep'] as const) : (['keep', 'local'] as const)) {
    const times = Array.from({ length: RUNS + 1 }, () => {
      const start = performance.now();
      makeEdition(interview.value, locale, { terms: house.value.terms, vocabulary });
      return performance.now() - start;
    });
    const [first = 0, ...warm] = times;
    const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
    process.stdout.write(
      `${locale} ${vocabulary}: first ${first.toFixed(1)} ms, then ${median.toFixed(1)} ms (median of ${RUNS})\n`,
    );
  }
}
