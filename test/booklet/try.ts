import fs from 'node:fs';
import { LOCALES } from '../../scripts/model/locale.ts';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { realEdition } from '../support/edition.ts';
import { loadTheme, world } from '../support/world.ts';
import { longEdition } from '../support/extremes.ts';
const theme = await loadTheme();
for (const locale of LOCALES) {
  for (const [name, edition] of [['real', realEdition(locale)], ['long', longEdition(locale)]] as const) {
  let t = performance.now();
  const r = await typesetEdition(edition, {settings: DEFAULT_SETTINGS, theme, world});
  if (!r.ok) { console.log(JSON.stringify(r.diagnostics, null, 1).slice(0, 2000)); continue; }
  console.log(locale, name, r.value.pageCount, performance.now() - t, r.diagnostics);
  t = performance.now(); await typesetEdition(edition, {settings: DEFAULT_SETTINGS, theme, world}); console.log('again', performance.now() - t);
  fs.writeFileSync(`/tmp/bt-${name}-${locale}.pdf`, r.value.pdf);
  }
}
