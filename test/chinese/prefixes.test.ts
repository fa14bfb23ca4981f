// Words put into a trie when a text has their first character are found as in one that has them all.

import fc from 'fast-check';
import { type DictGroup, Trie } from 'opencc-js/core';
import { from } from 'opencc-js/preset/cn2t';
import { expect, it } from 'vitest';
import { prefixesOf } from '../../scripts/chinese/opencc.ts';

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
      const some = prefixesOf(group);
      for (const at of [...text].keys())
        expect(some.matchPrefix(text, at)).toEqual(all.matchPrefix(text, at));
    }),
    { numRuns: 15 },
  );
});

it('takes the word of the earlier dictionary', () => {
  const { matchPrefix } = prefixesOf([[['发', '發']], '发 髮|发现 發現']);
  expect([matchPrefix('发', 0), matchPrefix('发现', 0)]).toMatchObject([{ value: '發' }, { value: '發現' }]);
});
