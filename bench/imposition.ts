// How long imposing takes in a warm process, and how large its output is, beside other programs on the same file where
// they are installed. From the project's folder:
// npx esbuild bench/imposition.ts --bundle --platform=node --format=esm --packages=external | node --input-type=module

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { singlePages } from '../scripts/press/book.ts';
import { imposeDuplex } from '../scripts/press/impose.ts';
import { preflight } from '../scripts/press/preflight.ts';
import { imposeSignatures } from '../scripts/press/signatures.ts';
import { OPTIONS, PRESS, typesetPdf } from '../test/press/samples.ts';

const RUNS = 7;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imposition-'));

/** mutool has no command for booklets: two pages a side in the order of a saddle stitch, by its own JavaScript. */
const script = path.join(folder, 'booklet.js');
fs.writeFileSync(
  script,
  `var from = new PDFDocument(scriptArgs[0]), to = new PDFDocument(), graft = to.newGraftMap()
var count = from.countPages(), length = 4 * Math.ceil(count / 4)
function form(number) {
  var page = from.findPage(number - 1)
  var dict = to.newDictionary()
  dict.put('Type', to.newName('XObject')); dict.put('Subtype', to.newName('Form'))
  dict.put('BBox', graft.graftObject(page.get('MediaBox'))); dict.put('Resources', graft.graftObject(page.get('Resources')))
  return to.addStream(page.get('Contents').readStream(), dict)
}
for (var first = 1; first <= length / 2; first++) {
  var pair = first % 2 ? [length + 1 - first, first] : [first, length + 1 - first]
  var forms = to.newDictionary(), content = ''
  for (var side = 0; side < 2; side++) if (pair[side] <= count) {
    forms.put('P' + side, form(pair[side]))
    content += 'q 1 0 0 1 ' + 421 * side + ' 0 cm /P' + side + ' Do Q\\n'
  }
  var resources = to.addObject({ XObject: forms })
  to.insertPage(-1, to.addPage([0, 0, 842, 595], 0, resources, content))
}
to.save(scriptArgs[1], 'compress')`,
);

for (const pageCount of [16, 100, 250, 500, 1000]) {
  const source = typesetPdf(pageCount);
  const file = path.join(folder, `${pageCount}.pdf`);
  const out = path.join(folder, 'out.pdf');
  fs.writeFileSync(file, source);
  process.stdout.write(`${pageCount} pages, ${kilobytes(source.length)}\n`);

  await measure('duplex', source, async () => {
    const made = await imposeDuplex(source, OPTIONS);
    return made.ok ? made.value.pdf : undefined;
  });
  await measure('sheets of 16 with marks', source, async () => {
    const made = await imposeSignatures(singlePages(source), { ...PRESS, cut: PRESS.bleed });
    return made.ok ? made.value.pdf : undefined;
  });
  await measure('preflight', source, async () => ((await preflight(source)).ok ? source : undefined));
  const others: readonly (readonly [program: string, args: readonly string[]])[] = [
    ['pdfjam', ['--quiet', '--booklet', 'true', '--landscape', '--paper', 'a4paper', '--outfile', out, file]],
    ['bookletimposer', ['-a', '-b', '-p', '2x1', '-f', 'A4', '-o', out, file]],
    ['mutool', ['run', script, file, out]],
  ];
  for (const [program, args] of others) {
    fs.rmSync(out, { force: true });
    await measure(`${program} (a process)`, source, async () => {
      try {
        execFileSync(program, args, { stdio: 'ignore' });
        return fs.existsSync(out) ? fs.readFileSync(out) : undefined;
      } catch {
        return undefined;
      }
    });
  }
}
fs.rmSync(folder, { recursive: true });

async function measure(
  name: string,
  source: Uint8Array,
  make: () => Promise<Uint8Array | undefined>,
): Promise<void> {
  const times: number[] = [];
  let made: Uint8Array | undefined;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    made = await make();
    times.push(performance.now() - start);
    if (!made) break;
  }
  if (!made) {
    process.stdout.write(`  ${name}: not made\n`);
    return;
  }
  const [first = 0, ...warm] = times;
  const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
  const ratio = (made.length / source.length).toFixed(2);
  const speed = `first ${first.toFixed(0)} ms, then ${median.toFixed(0)} ms (median of ${warm.length})`;
  process.stdout.write(`  ${name}: ${speed}; ${kilobytes(made.length)}, ${ratio} of the input\n`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
