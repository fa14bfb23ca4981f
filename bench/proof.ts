// The proof of everything: the real interview and content at the edges, a booklet of 300 pages among it, in every place.
// Prints each breach at the basic level, and how many places would not pass stricter rules. From the project's folder:
// npx esbuild bench/proof.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench/proof.mjs
// node dist/bench/proof.mjs [pages of the longest]

import { LOCALES } from '../scripts/model/locale.ts';
import { proofPages } from '../scripts/proof/proof.ts';
import { extremes } from '../test/proof/booklets.ts';
import { makePages } from '../test/proof/make.ts';
import { realEdition } from '../test/support/edition.ts';

const longest = Number(process.argv[2] ?? 300);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

for (const locale of LOCALES) {
  const booklets = [
    { name: 'the real interview', edition: realEdition(locale) },
    ...extremes(locale, longest),
  ];
  let basic = 0;
  const stricter = new Map<string, number>();
  for (const { name, edition } of booklets) {
    const breaches = await proofPages(await makePages(edition), edition, { openingMark: 'half' });
    for (const { code, level, page, message, line } of breaches) {
      if (level !== 'basic') stricter.set(code, (stricter.get(code) ?? 0) + 1);
      else {
        basic += 1;
        print(`  ${name}, page ${page}: ${code}: ${message} (${line})`);
      }
    }
  }
  const others = [...stricter].map(([code, count]) => `${code} ${count}`).join(', ') || 'none';
  print(`${locale}: ${booklets.length} booklets, ${basic} breaches at the basic level; stricter: ${others}`);
}
