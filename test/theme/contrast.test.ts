import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPEARANCES } from '../../scripts/model/settings.ts';
import { contrastOf, LEAST_CONTRAST, nearestLegible } from '../../scripts/theme/contrast.ts';
import { designIn } from '../../scripts/theme/design.ts';
import { designFor } from '../../scripts/theme/house.ts';
import { readDesign } from '../../scripts/theme/read.ts';
import { THEMES } from '../support/build-deck.ts';
import { loadTheme, succeeded } from '../support/world.ts';

const PRESS = 'content/press.yaml';
const themes = await Promise.all(
  THEMES.map(async (name) => ({ name, theme: succeeded(readDesign(await loadTheme(name))) })),
);
const palettes = themes.flatMap(({ name, theme }) =>
  APPEARANCES.map((appearance) => ({ ...designIn(theme, appearance), name, appearance })),
);

describe('contrast', () => {
  // Of WebAIM's contrast checker.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#d0392c', '#ffffff', 4.88],
    ['#1e3a64', '#eef2fa', 10.15],
  ])('of %s and %s is %d to 1, either way round', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastOf(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe.each(palettes)('the theme $name, $appearance', ({ palette, appearance, name }) => {
  const { colours, reading, accents } = palette;
  const contrasts = (pairs: typeof reading) =>
    pairs.map(({ text, ground }) => ({
      text,
      ground,
      is: contrastOf(colours[text] ?? '', colours[ground] ?? ''),
    }));

  it('has the palette of that appearance', () => {
    const [dark = '', light = ''] = [colours['paper'], colours['ink']].sort(
      (a = '', b = '') => contrastOf('#000000', a) - contrastOf('#000000', b),
    );
    expect(colours['paper']).toBe(appearance === 'light' ? light : dark);
  });

  it('has 7 to 1 for what is read and 4.5 to 1 for accents', () => {
    expect(contrasts(reading).filter(({ is }) => is < LEAST_CONTRAST.reading)).toEqual([]);
    expect(contrasts(accents).filter(({ is }) => is < LEAST_CONTRAST.accent)).toEqual([]);
    expect(reading.map(({ text, ground }) => `${text} on ${ground}`)).toContain('ink on paper');
    expect(accents.map(({ text, ground }) => `${text} on ${ground}`)).toContain('accent on paper');
  });

  it('takes a colour of the house that can be read, wherever the accent was', () => {
    const accent = appearance === 'light' ? '#004d40' : '#80cbc4';
    const theme = themes.find((found) => found.name === name)?.theme;
    if (!theme) throw new Error(name);
    const design = succeeded(designFor(theme, { appearance, accent }, PRESS));
    for (const role of palette.house.accent) expect(design.palette.colours[role]).toBe(accent);
    expect(design.palette.colours['ink']).toBe(colours['ink']);
    const all = [...design.palette.reading, ...design.palette.accents];
    for (const { text, ground } of all) {
      expect(
        contrastOf(design.palette.colours[text] ?? '', design.palette.colours[ground] ?? ''),
      ).toBeGreaterThan(4.5);
    }
  });

  it('refuses one that cannot, with the ratio and a shade of it that can', () => {
    const theme = themes.find((found) => found.name === name)?.theme;
    if (!theme) throw new Error(name);
    for (const part of ['accent', 'ink'] as const) {
      const result = designFor(theme, { appearance, [part]: '#8a7a3c' }, PRESS);
      expect(result).toMatchObject({
        ok: false,
        diagnostics: [{ code: 'settings/contrast', place: { file: PRESS } }],
      });
      const [{ message, hint } = { message: '', hint: '' }] = result.diagnostics;
      expect(message).toMatch(new RegExp(`^the ${part} #8a7a3c has a contrast of \\d+(\\.\\d)? to 1 with `));
      const [near = ''] = /#[\da-f]{6}/.exec(hint) ?? [];
      expect(designFor(theme, { appearance, [part]: near }, PRESS).ok).toBe(true);
    }
  });
});

describe('the nearest colour that can be read', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);

  it('can be, is the colour itself where that can, and else only just', () => {
    fc.assert(
      fc.property(colour, colour, fc.constantFrom(4.5, 7), (given, other, least) => {
        const near = nearestLegible(given, [{ other, least }]);
        if (near === undefined) {
          expect(Math.max(contrastOf('#000000', other), contrastOf('#ffffff', other))).toBeLessThan(least);
          return;
        }
        expect(contrastOf(near, other)).toBeGreaterThanOrEqual(least);
        if (contrastOf(given, other) >= least) expect(near).toBe(given);
        else expect(contrastOf(near, other)).toBeLessThan(least + 0.75);
      }),
    );
  });
});
