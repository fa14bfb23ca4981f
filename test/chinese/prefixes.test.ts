// Words put into a trie when a text has their first character are found as in one that has them all.

import fc from 'fast-check';
import { type DictGroup, Trie } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/cn2t';
import * as mainland from 'opencc-js/preset/t2cn';
import { expect, it } from 'vitest';
import { trieOf } from '../../scripts/chinese/opencc.ts';

const [group = []] = from['cn'] ?? [];
const all = new Trie();
all.loadDictGroup(group);
const words = group.flatMap((dictionary: DictGroup[number]) =>
  typeof dictionary === 'string' ? dictionary.split('|').map((entry) => entry.split(' ')[0] ?? '') : [],
);

it('finds at every place of a text what the whole dictionary has there', () => {
  expect(words.length).toBeGreaterThan(40_000);
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom('，', '𠮷', 'A', '的'),
    fc.string({ maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const some = trieOf(group);
      for (const at of [...text].keys())
        expect(some.matchPrefix(text, at)).toEqual(all.matchPrefix(text, at));
    }),
    { numRuns: 15 },
  );
});

it('takes the word of the earlier dictionary', () => {
  const { matchPrefix } = trieOf([[['发', '發']], '发 髮|发现 發現']);
  expect([matchPrefix('发', 0), matchPrefix('发现', 0)]).toMatchObject([{ value: '發' }, { value: '發現' }]);
});

it('may look for words by their first unit: every dictionary is in that order', () => {
  const presets = [from, to, mainland.from, mainland.to].flatMap((preset) => Object.values(preset));
  const dictionaries = presets.flat(2).filter((dictionary) => typeof dictionary === 'string');
  expect(dictionaries.length).toBeGreaterThan(15);
  for (const dictionary of dictionaries) {
    const units = dictionary.split('|').map((entry) => entry.charCodeAt(0));
    expect(units).toEqual(units.toSorted((a, b) => a - b));
  }
});

it('converts as a trie that has all words from the first', () => {
  for (const dictionaries of [...Object.values(mainland.to).flat(), ...Object.values(to).flat()]) {
    const whole = new Trie();
    whole.loadDictGroup(dictionaries);
    const some = trieOf(dictionaries);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (pieces) => {
        const text = `${pieces.join('')}⿰亻木𠮷`;
        expect(some.convert(text)).toBe(whole.convert(text));
      }),
      { numRuns: 10 },
    );
  }
});
