// The proof of finished booklets: the real interview and content at the edges, at the basic level in every place.
// bench/proof.ts goes through all of them everywhere, with 300 pages.

import { describe, expect, it } from 'vitest';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import type { Settings } from '../../scripts/model/settings.ts';
import { proofDiagnostics, proofPages } from '../../scripts/proof/proof.ts';
import { realEdition } from '../support/edition.ts';
import { extremes } from './booklets.ts';
import { makePages } from './make.ts';

async function breachesIn(edition: Edition, settings: Partial<Settings> = {}) {
  const { openingMark = 'half' } = settings;
  return proofPages(await makePages(edition, settings), edition, { openingMark });
}

const shown = (breaches: Awaited<ReturnType<typeof breachesIn>>) =>
  breaches.map(({ code, page, message, line }) => `${code}, page ${page}: ${message} (${line})`);

describe('the real interview', () => {
  it.each(LOCALES)('keeps even the strictest rules in %s', async (locale) => {
    expect(shown(await breachesIn(realEdition(locale)))).toEqual([]);
  });

  it.each(LOCALES)('keeps them with full marks at the start of paragraphs in %s', async (locale) => {
    const settings = { kinsoku: 'strict', openingMark: 'full' } as const;
    expect(shown(await breachesIn(realEdition(locale), settings))).toEqual([]);
  });
});

describe('content at the edges', () => {
  const cases = LOCALES.flatMap((locale) =>
    extremes(locale, 12)
      .filter(({ name }) => locale === 'zh-TW' || /everything|marks|quotes|pages/.test(name))
      .map(({ name, edition }) => ({ name, locale, edition })),
  );

  it.each(cases)('keeps the basic rules: $name in $locale', { timeout: 120_000 }, async ({ edition }) => {
    const breaches = await breachesIn(edition);
    expect(shown(breaches.filter(({ level }) => level === 'basic'))).toEqual([]);
  });

  it('is set by stricter rules where the house asks for them', async () => {
    const kinds = extremes('zh-TW', 12).filter(({ name }) => /dashes|addresses|slashes/.test(name));
    for (const { edition } of kinds) {
      const loose = await breachesIn(edition);
      const strict = await breachesIn(edition, { kinsoku: 'strict' });
      const count = (breaches: typeof loose) =>
        breaches.filter(({ code }) => /^line-(?:start|end)/.test(code)).length;
      expect(count(loose)).toBeGreaterThan(0);
      expect(count(strict)).toBe(0);
    }
  });
});

describe('what is told of breaches', () => {
  const breach = { code: 'x', level: 'basic', clause: 'c', message: 'm', page: 3, line: '行' } as const;
  const options = { file: 'f.md', locale: 'zh-TW', kinsoku: 'gb', severity: 'error' } as const;

  it('is a finding with page and line where the house holds the rule, and a sum of the others', () => {
    const found = proofDiagnostics(
      [breach, { ...breach, level: 'gb' }, { ...breach, level: 'strict' }],
      options,
    );
    expect(found.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'proof/x error',
      'proof/x error',
      'proof/stricter note',
    ]);
    expect(found[0]?.message).toBe('zh-TW booklet, page 3: m (“行”)');
  });

  it('is nothing where there is nothing', () => expect(proofDiagnostics([], options)).toEqual([]));
});
