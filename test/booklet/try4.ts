import fs from 'node:fs';
import { LOCALES } from '../../scripts/model/locale.ts';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import { withLanguage } from '../../scripts/booklet/language.ts';
import { loadTheme, world } from '../support/world.ts';
import { extremes } from '../proof/booklets.ts';
const theme = await loadTheme();
const [only, pages, loc] = process.argv.slice(2);
for (const locale of LOCALES) {
  if (loc && loc !== locale) continue;
  for (const {name, edition} of extremes(locale, Number(pages ?? 20))) {
    if (only && only !== 'all' && name !== only) continue;
    let t = performance.now();
    const r = await typesetEdition(edition, {settings: DEFAULT_SETTINGS, theme, world});
    if (!r.ok) { console.log(name, JSON.stringify(r.diagnostics, null, 1).slice(0, 600)); continue; }
    const t1 = performance.now() - t; t = performance.now();
    const pdf = withLanguage(r.value.pdf, edition.language);
    if (only && only!=='all') fs.writeFileSync(`/tmp/x-${locale}.pdf`, pdf);
    const b = await proofPages(pdf, edition, {openingMark: 'half'});
    const by: Record<string, number> = {};
    for (const x of b) by[x.code] = (by[x.code] ?? 0) + 1;
    console.log(locale, name, r.value.pageCount, 'p', Math.round(t1), Math.round(performance.now() - t), JSON.stringify(by));
    const seen: Record<string, number> = {};
    for (const x of b) { seen[x.code] = (seen[x.code] ?? 0) + 1; if (x.level === 'basic' && seen[x.code]! <= 3) console.log('   ', x.code, x.page, x.message, '|', x.line); }
  }
}
