import { describe, expect, it } from 'vitest';
import { APPEARANCES } from '../../scripts/model/settings.ts';
import { designIn } from '../../scripts/theme/design.ts';
import { readDesign } from '../../scripts/theme/read.ts';
import { loadTheme, succeeded } from '../support/world.ts';

const magazine = await loadTheme();
const source = magazine.files.get('magazine/theme.yaml') ?? '';

function changed(...[from, to]: readonly [from: string, to: string]) {
  expect(source).toContain(from);
  const files = new Map(magazine.files).set('magazine/theme.yaml', source.replace(from, to));
  return readDesign({ ...magazine, files });
}

describe('readDesign', () => {
  const design = succeeded(readDesign(magazine));

  it('gives each step the width of its slot, unless it has its own, and a slot of one line its height', () => {
    const { slots } = design.slides.cover;
    expect(slots.title.steps[0]).toEqual({ size: 168, leading: 196, width: 706, lines: 1 });
    expect(slots.title.steps.at(-1)).toEqual({ size: 24, leading: 34, width: 900 });
    expect(slots.verticalName).toMatchObject({ height: 46, tracking: 0.1 });
    expect(design.slides.summary.columns[3]?.text[0]).toEqual({ size: 24, leading: 38, width: 240 });
  });

  it.each([
    [
      'a key mistyped',
      ['tracking: 0.1,', 'traking: 0.1,'],
      'schema/unknown-key',
      /nearest known key is tracking/,
    ],
    ['a slot mistyped', ['takeaway: { face', 'takeawey: { face'], 'schema/unknown-key', /takeaway/],
    ['a face there is not', ['face: serif-900', 'face: serif-800'], 'schema/not-allowed', /serif-/],
    [
      'a size nobody can read',
      ['[30/40, 28/38, 26/36, 24/32]', '[28/40, 20/28]'],
      'schema/not-allowed',
      /24 px/,
    ],
    ['furniture too small', ['steps: [18/27]', 'steps: [16/24]'], 'schema/not-allowed', /18 px/],
    [
      'a step without leading',
      ['[30/40, 28/38, 26/36, 24/32]', '[28]'],
      'schema/not-allowed',
      /size and leading/,
    ],
    ['no steps', ['[30/40, 28/38, 26/36, 24/32]', '[]'], 'schema/empty', /empty/],
    ['a colour by name', ["'#5e574f'", 'grey'], 'schema/not-allowed', /colour/],
    ['a pair without such a colour', ['ink on paper', 'ink on papper'], 'theme/no-such-colour', /paper/],
  ] as const)('says of %s what and where', (_, [from, to], code, message) => {
    const result = changed(from, to);
    expect(result.ok).toBe(false);
    const found = result.diagnostics.find((diagnostic) => diagnostic.code === code);
    expect(found).toMatchObject({ severity: 'error', message: expect.stringMatching(message) });
    expect(found?.place?.file).toBe('templates/magazine/theme.yaml');
    if (code !== 'theme/no-such-colour') {
      const line = source.slice(0, source.indexOf(from)).split('\n').length;
      expect(result.diagnostics.map(({ place }) => place?.line)).toContain(line);
    }
  });

  it('says that a theme without it lacks it', () => {
    const result = readDesign({ ...magazine, name: 'other' });
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'render/missing-template' }] });
  });
});

describe('designIn', () => {
  it('makes the weights lighter where the palette says so, of slots and ornaments, and is light where there is no other', () => {
    const theme = succeeded(readDesign(magazine));
    const [light, other] = APPEARANCES.map((appearance) => designIn(theme, appearance));
    expect(light?.slides.cover.slots.title.face).toBe('serif-900');
    expect(other?.slides.cover.slots.title.face).toBe('serif-700');
    expect(other?.slides.cover.slots.name.face).toBe('serif-600');
    expect(other?.slides.exchange.slots.points.face).toBe('sans-400');
    expect(other?.ornaments['quotation-mark']?.face).toBe('serif-700');
    expect(other?.palette.colours['paper']).toBe('#161311');
    const { light: only } = theme.palettes;
    expect(designIn({ ...theme, palettes: { light: only } }, 'dark')).toMatchObject({ appearance: 'light' });
  });
});
