import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { openFont, type Setting } from '../../scripts/fonts/harfbuzz.ts';
import { readBoxes, withoutOutlines } from '../../scripts/fonts/outlines.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { world } from '../support/world.ts';

const TEXTS = ['「大模型」，AVATAR fi 9.11——To。', '（一）、Wenda…', '‘’“”·'];

const FACES = LOCALES.flatMap((locale) =>
  (['serif', 'sans'] as const).flatMap((genre) =>
    [400, 900].map((weight) => {
      const face = familiesOf(locale)[genre].faces.find((candidate) => candidate.weight === weight);
      return { locale, name: `${locale} ${genre} ${weight}`, file: face?.file ?? '' };
    }),
  ),
);

describe.each(FACES)('a font without outlines: $name', ({ locale, file }) => {
  it('is a tenth of the whole one, and sets texts as wide', { timeout: 60_000 }, async () => {
    const whole = await world.readFont(file);
    expect(withoutOutlines(whole).byteLength).toBeLessThan(whole.byteLength / 10);
    for (const text of TEXTS)
      for (const direction of ['horizontal', 'vertical'] as const)
        for (const script of ['Hani', 'Latn'])
          expect(openFont(whole).shape(text, { language: locale, direction, script })).toEqual(
            shapedWhole(whole, text, { language: locale, direction, script }),
          );
  });

  it('knows from the whole one which box a glyph fills', { timeout: 60_000 }, async () => {
    const whole = await world.readFont(file);
    const font = new Font(new Face(new Blob(whole), 0));
    const boxOf = readBoxes(whole);
    const glyphs = [...'，。「」（）—…·A問 '].map((character) =>
      font.nominalGlyph(character.codePointAt(0) ?? 0),
    );
    for (const glyph of [...glyphs, 0]) {
      const { xBearing = 0, yBearing = 0, width = 0, height = 0 } = font.glyphExtents(glyph ?? 0) ?? {};
      const box = { left: xBearing, bottom: yBearing + height, right: xBearing + width, top: yBearing };
      expect(boxOf(glyph ?? 0)).toEqual(width === 0 ? undefined : box);
    }
    expect(boxOf(65_535)).toBeUndefined();
  });
});

describe('what is no TrueType file', () => {
  it('is given back as it is, and has no boxes', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('OTTO and some more words')]) {
      expect(withoutOutlines(bytes)).toBe(bytes);
      expect(readBoxes(bytes)(1)).toBeUndefined();
    }
  });
});

/** As HarfBuzz shapes it with everything that the font has. */
function shapedWhole(
  bytes: Uint8Array,
  text: string,
  { language, direction, script }: Omit<Setting, 'isProportional'> & { script: string },
) {
  const face = new Face(new Blob(bytes), 0);
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.setScript(script);
  buffer.setDirection(direction === 'vertical' ? Direction.TTB : Direction.LTR);
  buffer.setLanguage(language);
  shape(new Font(face), buffer, direction === 'vertical' ? [] : [new Feature('chws')]);
  return buffer.getGlyphInfosAndPositions().map(({ cluster, codepoint, xAdvance = 0, yAdvance = 0 }) => ({
    unit: cluster,
    id: codepoint,
    advance: (direction === 'vertical' ? -yAdvance : xAdvance) / face.upem,
  }));
}
