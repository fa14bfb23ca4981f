// The proof of finished booklets: the real interview and content at the edges, at the basic level. Each kind is seen in every
// theme and in every place; bench/proof.ts goes through all of them everywhere, at every level, and with 300 pages.

import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../scripts/model/locale.ts';
import type { Settings } from '../../scripts/model/settings.ts';
import { isHeld } from '../../scripts/proof/findings.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import type { Breach } from '../../scripts/proof/rules.ts';
import { realEdition } from '../support/edition.ts';
import { type Extreme, extremes } from './booklets.ts';
import { makePages, THEMES } from './make.ts';

const SLOW = { timeout: 120_000 };

async function breachesIn(
  { edition, pictures }: Pick<Extreme, 'edition' | 'pictures'>,
  settings: Partial<Settings> = {},
): Promise<readonly Breach[]> {
  const { openingMark = 'half' } = settings;
  const pdf = await makePages(edition, settings, pictures);
  return (await proofPages(pdf, edition, { openingMark })).breaches;
}

const shown = (breaches: readonly Breach[]) =>
  breaches.map(({ code, page, message, line }) => `${code}, page ${page}: ${message} (${line})`);

describe.each(THEMES)('the real interview in %s', (theme) => {
  it.each(LOCALES)('keeps even the strictest rules in %s', SLOW, async (locale) => {
    expect(shown(await breachesIn({ edition: realEdition(locale) }, { theme }))).toEqual([]);
  });

  it.each(LOCALES)('keeps them with full marks at the start of paragraphs in %s', SLOW, async (locale) => {
    const settings = { theme, kinsoku: 'strict', openingMark: 'full' } as const;
    expect(shown(await breachesIn({ edition: realEdition(locale) }, settings))).toEqual([]);
  });
});

describe('content at the edges', () => {
  const cases = LOCALES.flatMap((locale, place) =>
    extremes(locale, 12, 4).map((extreme, kind) => {
      // Three places and two themes: each kind meets all of them.
      const theme = THEMES[(kind + place) % THEMES.length] ?? 'magazine';
      return { ...extreme, locale, theme };
    }),
  );

  it('is seen in every theme and every place, each kind of it', () => {
    const kinds = new Set(cases.map(({ name }) => name));
    expect(kinds.size).toBeGreaterThan(20);
    for (const kind of kinds) {
      const own = cases.filter(({ name }) => name === kind);
      expect(new Set(own.map(({ locale }) => locale)).size).toBe(LOCALES.length);
      expect(new Set(own.map(({ theme }) => theme)).size).toBe(THEMES.length);
    }
  });

  it.each(cases)('keeps the basic rules: $name in $locale, $theme', SLOW, async ({ theme, ...extreme }) => {
    const breaches = await breachesIn(extreme, { theme });
    expect(shown(breaches.filter((breach) => isHeld(breach, 'basic')))).toEqual([]);
  });

  it('is set by stricter rules where the house asks for them', SLOW, async () => {
    const kinds = extremes('zh-TW', 12, 4).filter(({ name }) => /dashes|addresses|slashes/.test(name));
    const count = (breaches: readonly Breach[]) =>
      breaches.filter(({ code }) => /^line-(?:start|end)/.test(code)).length;
    const loose: number[] = [];
    const strict: number[] = [];
    for (const kind of kinds) {
      loose.push(count(await breachesIn(kind)));
      strict.push(count(await breachesIn(kind, { kinsoku: 'strict' })));
    }
    expect(Math.min(...loose)).toBeGreaterThan(0);
    expect(strict).toEqual(kinds.map(() => 0));
  });
});
