// The proof of everything: the real interview and content at the edges, a booklet of 300 pages among it, in every theme,
// in every place, and set at every level of line breaking. Prints each breach of the level that it was set at, and how many
// places would not pass stricter rules. From the project's folder:
// npx esbuild bench/proof.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench/proof.mjs
// node dist/bench/proof.mjs [pages of the longest] [theme] [locale] [level]

import { LOCALES } from '../scripts/model/locale.ts';
import { KINSOKU } from '../scripts/model/settings.ts';
import { countOf, isHeld } from '../scripts/proof/findings.ts';
import { proofPages } from '../scripts/proof/proof.ts';
import type { Breach } from '../scripts/proof/rules.ts';
import { type Extreme, extremes } from '../test/proof/booklets.ts';
import { makePages, THEMES } from '../test/proof/make.ts';
import { realEdition } from '../test/support/edition.ts';

const [longest = '300', ...only] = process.argv.slice(2);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const chosen = <T extends string>(all: readonly T[]): readonly T[] => {
  const named = all.filter((each) => only.includes(each));
  return named.length > 0 ? named : all;
};

for (const theme of chosen(THEMES))
  for (const locale of chosen(LOCALES))
    for (const kinsoku of chosen(KINSOKU)) await prove(theme, locale, kinsoku);

async function prove(
  theme: (typeof THEMES)[number],
  locale: (typeof LOCALES)[number],
  kinsoku: (typeof KINSOKU)[number],
): Promise<void> {
  const started = performance.now();
  const booklets: readonly Extreme[] = [
    { name: 'the real interview', edition: realEdition(locale) },
    ...extremes(locale, Number(longest)),
  ];
  let held = 0;
  let reading = 0;
  const stricter: Breach[] = [];
  for (const { name, edition, pictures } of booklets) {
    const pdf = await makePages(edition, { theme, kinsoku }, pictures);
    const made = performance.now();
    const { breaches } = await proofPages(pdf, edition, { openingMark: 'half' });
    reading += performance.now() - made;
    for (const breach of breaches) {
      if (!isHeld(breach, kinsoku)) stricter.push(breach);
      else {
        held += 1;
        print(`  ${name}, page ${breach.page}: ${breach.code}: ${breach.message} (${breach.line})`);
      }
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  print(
    `${theme} ${locale} ${kinsoku}: ${booklets.length} booklets, ${held} breaches of it; stricter: ${countOf(stricter)}; ` +
      `${seconds} s, ${(reading / 1000).toFixed(0)} of them reading`,
  );
}
