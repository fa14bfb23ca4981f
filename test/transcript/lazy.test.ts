// In a file of its own, so that no other import has loaded anything before.

import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { read } from '../support/transcripts.ts';

it('loads the dictionary of readings only for a text with a syllable in brackets', async () => {
  const { cache } = createRequire(import.meta.url);
  const isLoaded = (): boolean => Object.keys(cache).some((file) => file.includes('pinyin-pro'));
  await read('標題\n問：好(很好)嗎？\n答：好(zhìyuán)，人工智能(agi)。');
  expect(isLoaded()).toBe(false);
  await read('標題\n問：好(hǎo)嗎？\n答：好。');
  expect(isLoaded()).toBe(true);
});
