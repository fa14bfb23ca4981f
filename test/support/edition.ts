// The real interview as an edition, for the tests of the rooms that start from one.

import fs from 'node:fs';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Locale } from '../../scripts/model/locale.ts';

export function realEdition(locale: Locale): Edition {
  const file = new URL(`../fixtures/editions/${locale}.json`, import.meta.url);
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Edition;
}
