import fs from 'node:fs';
import { LOCALES } from '../../scripts/model/locale.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import { withLanguage } from '../../scripts/booklet/language.ts';
import { realEdition } from '../support/edition.ts';
import { longEdition } from '../support/extremes.ts';
for (const locale of LOCALES) {
  for (const [name, edition] of [['real', realEdition(locale)], ['long', longEdition(locale)]] as const) {
  const pdf = withLanguage(new Uint8Array(fs.readFileSync(`/tmp/bt-${name}-${locale}.pdf`)), edition.language);
  let t = performance.now();
  const b = await proofPages(pdf, edition, {openingMark: 'half'});
  console.log(locale, name, performance.now() - t, b.length);
  for (const x of b.slice(0, 12)) console.log(x.level, x.code, x.page, x.message, '|', x.line);
  }
}
