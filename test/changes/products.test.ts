import { describe, expect, it } from 'vitest';
import {
  changedPlaces,
  changedProducts,
  formatNumbers,
  formatProductChanges,
  type SeenProduct,
} from '../../scripts/changes/products.ts';

const UNITS = { 'deck.html': 'slides', 'booklet.pdf': 'pages' } as const;

/** Files by name, each letter of the first word a slide, page or sheet, of the second the notes. */
function products(files: Readonly<Record<string, string>>): Readonly<Record<string, SeenProduct>> {
  return Object.fromEntries(
    Object.entries(files).map(([file, words]) => {
      const [faces = '', notes] = words.split(' ');
      const unit = UNITS[file as keyof typeof UNITS] ?? 'sheets';
      const seen = { count: faces.length, unit, faces: [...faces] };
      return [file, notes === undefined ? seen : { ...seen, notes: [...notes] }];
    }),
  );
}

describe('what has to be shown or printed again', () => {
  it.each([
    ['nothing', 'abcd', 'abcd', []],
    ['a slide', 'abcd', 'axcd', [2]],
    ['a new one, and all behind it', 'abcd', 'axbcd', [2, 3, 4, 5]],
    ['the rest, where one is left out', 'abcd', 'acd', [2, 3]],
    ['none, where the last is left out', 'abcd', 'abc', []],
  ])('is %s', (_, before, after, expected) => {
    expect(changedPlaces([...before], [...after])).toEqual(expected);
  });

  it('is told in ranges', () => {
    expect(formatNumbers([])).toBe('');
    expect(formatNumbers([3, 5, 6, 7, 9])).toBe('3, 5–7, 9');
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['nothing', { 'deck.html': 'abc nnn' }, { 'deck.html': 'abc nnn' }, ''],
    ['a file that is new', {}, { 'deck.html': 'abc nnn' }, ''],
    ['slides', { 'deck.html': 'abc nnn' }, { 'deck.html': 'axc nnn' }, 'slide 2 of 3'],
    ['notes alone', { 'deck.html': 'abc nnn' }, { 'deck.html': 'abc nmm' }, 'notes of slides 2–3'],
    [
      'notes and slides',
      { 'deck.html': 'abc nnn' },
      { 'deck.html': 'axc nmm' },
      'slide 2 of 3; notes of slide 3',
    ],
    ['every slide', { 'deck.html': 'abc nnn' }, { 'deck.html': 'xyz mmm' }, 'all 3 slides'],
    ['fewer slides', { 'deck.html': 'abc nnn' }, { 'deck.html': 'ab nn' }, '2 slides where there were 3'],
    [
      'more pages',
      { 'booklet.pdf': 'ab' },
      { 'booklet.pdf': 'abc' },
      'page 3 of 3, 3 pages where there were 2',
    ],
    [
      'slides, pages and sheets, sheets last',
      {
        'booklet-duplex.pdf': 'abc',
        'booklet-sheets.pdf': 'abc',
        'booklet.pdf': 'abcd',
        'deck.html': 'abc nnn',
      },
      {
        'booklet-duplex.pdf': 'axc',
        'booklet-sheets.pdf': 'xyc',
        'booklet.pdf': 'abxy',
        'deck.html': 'abx nnn',
      },
      'slide 3 of 3; pages 3–4 of 4|print again: sheet 2 of 3 (booklet-duplex.pdf), sheets 1–2 of 3 (booklet-sheets.pdf)',
    ],
  ])('is told in a line or two: %s', (_, before, after, line) => {
    expect(formatProductChanges(changedProducts(products(before), products(after))).join('|')).toBe(line);
  });

  it('is not known of a file whose fingerprints an earlier version did not keep', () => {
    const { faces: _, ...blind } = { count: 3, unit: 'pages', faces: [] } as const;
    expect(changedProducts({ 'booklet.pdf': blind }, products({ 'booklet.pdf': 'abc' }))).toEqual([]);
  });
});
