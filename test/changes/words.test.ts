import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedWords, formatRuns, type Run } from '../../scripts/changes/words.ts';

const textOf = (runs: readonly Run[], ...kinds: Run['kind'][]): string =>
  runs
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

const words = fc.array(
  fc.constantFrom('大模型', '還', '需要', '一年半', '兩年半', '，', '。', 'AI', ' ', '的'),
  {
    maxLength: 12,
  },
);
const text = fc.oneof(
  words.map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

describe('the words that changed', () => {
  it('lose nothing of either text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = changedWords(before, after);
        expect(textOf(runs, 'same', 'removed')).toBe(before);
        expect(textOf(runs, 'same', 'added')).toBe(after);
      }),
    );
  });

  it('are none where nothing changed', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(textOf(changedWords(same, same), 'removed', 'added')).toBe('');
      }),
    );
  });

  it.each([
    ['大模型還需要一年半的時間', '大模型還需要兩年半的時間', '大模型還需要[-一年半-]{+兩年半+}的時間'],
    ['', '新的一句。', '{+新的一句。+}'],
    ['舊的一句。', '', '[-舊的一句。-]'],
    [
      '從研究者的角度看，大模型的能力遠沒有到頭。我們需要一年半。之後會怎樣，誰也說不準，只好等著瞧。',
      '從研究者的角度看，大模型的能力遠沒有到頭。我們需要兩年半。之後會怎樣，誰也說不準，只好等著瞧。',
      '…遠沒有到頭。我們需要[-一年半-]{+兩年半+}。之後會怎樣，誰也說…',
    ],
  ])('read well: %s → %s', (before, after, line) => {
    expect(formatRuns(changedWords(before, after))).toBe(line);
  });
});
