import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { openFont } from '../../scripts/fonts/harfbuzz.ts';
import { withoutOutlines } from '../../scripts/fonts/outlines.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { world } from '../support/world.ts';

const TEXTS = ['「大模型」，AVATAR fi 9.11——To。', '（一）、Wenda…', '‘’“”·'];

describe('a font without outlines', () => {
  it.each(LOCALES.flatMap((locale) => (['serif', 'sans'] as const).map((genre) => [locale, genre] as const)))(
    'sets texts as wide as the whole one: %s, %s',
    async (locale, genre) => {
      for (const weight of [400, 900]) {
        const file = familiesOf(locale)[genre].faces.find((face) => face.weight === weight)?.file ?? '';
        const whole = await world.readFont(file);
        const light = withoutOutlines(whole);
        expect(light.byteLength).toBeLessThan(whole.byteLength / 10);
        for (const text of TEXTS)
          for (const script of ['Hani', 'Latn'] as const) {
            const [advances, lightOnes] = [whole, light].map((font) =>
              openFont(font)
                .shape(text, { language: locale, direction: 'horizontal', script })
                .map(({ id, unit, advance }) => ({ id, unit, advance })),
            );
            expect(lightOnes).toEqual(advances);
          }
      }
    },
    60_000,
  );

  it('is what was given, where that is no TrueType file', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('OTTO and some more words')])
      expect(withoutOutlines(bytes)).toBe(bytes);
  });
});
