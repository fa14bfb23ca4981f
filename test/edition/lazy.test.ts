// Which tables of OpenCC are built: those of the places that are made, and no others.

import * as core from 'opencc-js/core';
import { expect, it, vi } from 'vitest';
import { makeEdition } from '../../scripts/edition/edition.ts';
import { houseTerms, realInterview } from '../support/edition.ts';

vi.mock('opencc-js/core', async (original) => {
  const real = await original<typeof core>();
  return {
    ...real,
    Trie: vi.fn(function Trie() {
      return new real.Trie();
    }),
    ConverterFactory: vi.fn(real.ConverterFactory),
  };
});

it('an edition builds what its place needs, once', () => {
  const [interview, terms] = [realInterview(), houseTerms()];
  const built = (): number => vi.mocked(core.Trie).mock.calls.length;
  makeEdition(interview, 'zh-CN', { terms });
  // The large table, from simplified, is no part of the mainland's edition.
  expect(built()).toBe(0);
  const small = vi.mocked(core.ConverterFactory).mock.calls.length;
  makeEdition(interview, 'zh-HK', { terms });
  expect(built()).toBe(1);
  expect(vi.mocked(core.ConverterFactory).mock.calls.length - small).toBeLessThanOrEqual(2);
  makeEdition(interview, 'zh-TW', { terms });
  expect(built()).toBe(1);
  const all = vi.mocked(core.ConverterFactory).mock.calls.length;
  for (const locale of ['zh-TW', 'zh-HK', 'zh-CN'] as const) makeEdition(interview, locale, { terms });
  expect(vi.mocked(core.ConverterFactory).mock.calls.length).toBe(all);
});
