import { expect, it } from 'vitest';
import { readingsOf } from '../../scripts/chinese/pinyin.ts';

it.each([
  ['發', ['fā']],
  ['发', ['fā']],
  ['當', ['dāng', 'dàng']],
  ['調', ['diào', 'tiáo']],
  ['重', ['zhòng', 'chóng']],
  ['女', ['nǚ']],
  ['綠', ['lǜ']],
  ['長', ['cháng', 'zhǎng']],
])('%s is read %s', (character, readings) => {
  expect([...readingsOf(character)]).toEqual(expect.arrayContaining(readings));
});

it.each(['A', '，', '\u{2a6a5}'])('%s has no readings but real ones', (character) => {
  expect([...readingsOf(character)].filter((reading) => !/^[a-zà-ǜ]+$/.test(reading))).toEqual([]);
});
