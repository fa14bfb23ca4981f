// A name or term written once, in the form it takes in each place.

import { LOCALES } from '../model/locale.ts';
import type { Term } from '../model/settings.ts';
import { convertTo, detectScript, SCRIPT_OF } from './script.ts';

/** It stays as it was written in the places that share its script, and is converted for the others. */
export function termFor(written: string): Term {
  const script = detectScript(written);
  const forms = LOCALES.map((locale) => [
    locale,
    SCRIPT_OF[locale] === script ? written : convertTo(locale, written),
  ]);
  return Object.fromEntries(forms) as Term;
}
