import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { familiesOf, WEIGHTS } from '../../scripts/fonts/faces.ts';
import { LOCALES } from '../../scripts/model/locale.ts';

const families = LOCALES.flatMap((locale) => Object.values(familiesOf(locale)));

describe('the installed fonts', () => {
  it('are those of the place, two families each', () => {
    expect(families.map(({ name }) => name)).toEqual(
      ['TC', 'HK', 'SC'].flatMap((region) => [`Noto Serif ${region}`, `Noto Sans ${region}`]),
    );
  });

  it.each(families)('$name: every weight is a file', ({ faces }) => {
    expect(faces.map(({ weight }) => weight)).toEqual([...WEIGHTS]);
    for (const { file } of faces) expect(fs.existsSync(`node_modules/${file}`)).toBe(true);
  });

  it.each(families)(
    '$name: the weights that no theme may ask for are deleted, and no others',
    ({ packageName }) => {
      const source = fs.readFileSync('scripts/prune-fonts.mjs', 'utf8');
      const unused = new RegExp(/UNUSED = \/(.*)\/;/.exec(source)?.[1] ?? '(?!)');
      const listed = fs.readFileSync(`node_modules/${packageName}/index.js`, 'utf8');
      const styles = [
        ...new Set(Array.from(listed.matchAll(/\.\/(\d{3}\w+)\//g), ([, style]) => style ?? '')),
      ];
      expect(styles.length).toBeGreaterThanOrEqual(WEIGHTS.length);
      const kept = styles.filter((style) => !unused.test(style)).map((style) => Number.parseInt(style, 10));
      expect(kept.sort((a, b) => a - b)).toEqual([...WEIGHTS]);
      expect(fs.readdirSync(`node_modules/${packageName}`).filter((name) => unused.test(name))).toEqual([]);
    },
  );
});
