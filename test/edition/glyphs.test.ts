import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingGlyphs } from '../../scripts/edition/glyphs.ts';
import { coverageOf, uncovered } from '../../scripts/fonts/coverage.ts';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { createWorld } from '../../scripts/system/world.ts';
import { realEdition } from '../support/edition.ts';

/** Both planes that fonts for Chinese have characters of. */
const HAN_AND_BELOW = Array.from({ length: 0x30000 }, (_, codePoint) => codePoint);

const world = createWorld({ root: path.resolve(import.meta.dirname, '../..') });

describe('the glyphs of an edition', () => {
  it.each(LOCALES)(
    '%s: the real interview has them all, and a strange character is named with its place',
    async (locale) => {
      const { serif, sans } = familiesOf(locale);
      const faces = [...serif.faces, ...sans.faces].filter(({ weight }) => weight === 400 || weight === 900);
      const coverages = await Promise.all(
        faces.map(async ({ file }) => coverageOf(await world.readFont(file))),
      );
      const edition = realEdition(locale);
      expect(missingGlyphs(edition, coverages, 'interview.md')).toEqual([]);
      const lead = [{ text: '一二三四五六七八😀九😀', at: { line: 9, column: 3 } }, { text: '😀' }];
      const strange = { ...edition, interview: { ...edition.interview, lead } };
      expect(missingGlyphs(strange, coverages, 'interview.md')).toMatchObject([
        {
          code: 'edition/missing-glyph',
          message: `“😀” (U+1F600) is in no font of the ${locale} edition: “三四五六七八😀九😀”`,
          place: { file: 'interview.md', line: 9, column: 3 },
        },
      ]);
    },
  );

  it('are asked for the words of the house too', () => {
    const edition = realEdition('zh-TW');
    const all = new Set(
      [...JSON.stringify(edition), ...'“”‘’「」『』–…壹貳參肆思源宋黑問答出版社'].map(
        (one) => one.codePointAt(0) ?? 0,
      ),
    );
    const publisher = { ...edition, publisher: '問答😀出版社' };
    expect(missingGlyphs(publisher, [all], 'interview.md')).toMatchObject([
      { message: expect.stringMatching(/U\+1F600/) },
    ]);
    all.delete('釘'.codePointAt(0) ?? 0);
    expect(missingGlyphs(edition, [all], 'interview.md').map(({ message }) => message)).toEqual([
      expect.stringMatching(/釘.*U\+91D8/),
    ]);
  });

  // So that a build need not open all of them: the regular weight answers for its family.
  it.each(LOCALES)('%s: are the same in every weight', async (locale) => {
    for (const { faces } of Object.values(familiesOf(locale))) {
      const sizes = new Set<string>();
      for (const { file } of faces) {
        const coverage = coverageOf(await world.readFont(file));
        sizes.add(HAN_AND_BELOW.filter((codePoint) => coverage.has(codePoint)).join());
      }
      expect(sizes.size).toBe(1);
    }
  });

  it('are asked of every font, and never of what nobody sees', () => {
    const one = new Set([0x61, 0x62]);
    const other = new Set([0x62, 0x63]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n', '\u200b', '\u2060', '\u3000') }),
        (text) => {
          expect(uncovered(text, [one, other])).toEqual(
            [...new Set(text)].filter((found) => found === 'a' || found === 'c'),
          );
        },
      ),
    );
  });
});
