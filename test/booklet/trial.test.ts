import { describe, expect, it } from 'vitest';
import { trialJob } from '../../scripts/booklet/trial.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { composeEdition, typesetEdition } from '../../scripts/typeset.ts';
import { realEdition } from '../support/edition.ts';
import { loadTheme, succeeded, world } from '../support/world.ts';

const fontsIn = (pdf: Uint8Array): readonly string[] =>
  Array.from(
    Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/BaseFont \/\w+\+(\w+-\w+)/g),
    ([, name = '']) => name,
  );

describe('the page that has the typefaces opened', () => {
  it.each(LOCALES)(
    'is set, and has those of a booklet: %s',
    async (locale) => {
      const trial = succeeded(await world.typeset(trialJob(locale)));
      const opened = new Set(fontsIn(trial.pdf));
      const request = { settings: DEFAULT_SETTINGS, theme: await loadTheme(), world };
      const booklet = succeeded(await typesetEdition(realEdition(locale), request));
      expect(opened).toEqual(new Set(fontsIn(booklet.pdf)));
      // The compiler is the one that is made for these.
      const { fonts } = succeeded(await composeEdition(realEdition(locale), request));
      expect(fonts).toEqual(trialJob(locale).fonts);
    },
    120_000,
  );
});
