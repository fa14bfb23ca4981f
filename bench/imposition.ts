// How long imposing takes in a warm process, and how large its output is. From the project's folder:
// npx esbuild bench/imposition.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module

import { imposeDuplex } from '../scripts/press/impose.ts';
import { OPTIONS, typesetPdf } from '../test/press/samples.ts';

const RUNS = 7;

for (const pageCount of [16, 100, 1000]) {
  const source = typesetPdf(pageCount);
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const result = await imposeDuplex(source, OPTIONS);
    times.push(performance.now() - start);
    if (!result.ok) throw new Error(result.diagnostics[0]?.message);
    size = result.value.pdf.length;
  }
  const [first = 0, ...warm] = times;
  const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
  const columns = [
    `${pageCount} pages`,
    `first ${first.toFixed(0)} ms`,
    `then ${median.toFixed(0)} ms (median of ${warm.length})`,
    `${(source.length / 1024).toFixed(0)} KB in, ${(size / 1024).toFixed(0)} KB out`,
    `ratio ${(size / source.length).toFixed(2)}`,
  ];
  process.stdout.write(`${columns.join('; ')}\n`);
}
