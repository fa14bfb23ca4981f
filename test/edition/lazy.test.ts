// Which words of OpenCC's tables are taken up: those that begin as some character of the text does, each once.

import { Trie } from 'opencc-js/core';
import { expect, it, vi } from 'vitest';
import { makeEdition } from '../../scripts/edition/edition.ts';
import { houseTerms, realInterview } from '../support/edition.ts';

it('an edition takes up the words that its text may have, once', () => {
  const [interview, terms] = [realInterview(), houseTerms()];
  const put = vi.spyOn(Trie.prototype, 'addWord');
  const words = (): number => put.mock.calls.length;
  makeEdition(interview, 'zh-CN', { terms });
  // The large table, from simplified with 50,000 words, is no part of the mainland's edition.
  const small = words();
  expect(small).toBeLessThan(3000);
  makeEdition(interview, 'zh-HK', { terms });
  makeEdition(interview, 'zh-TW', { terms });
  const all = words();
  expect(all).toBeGreaterThan(small + 1000);
  expect(all).toBeLessThan(25_000);
  for (const locale of ['zh-TW', 'zh-HK', 'zh-CN'] as const) makeEdition(interview, locale, { terms });
  expect(words()).toBe(all);
});
