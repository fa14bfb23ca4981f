import { expect, it } from 'vitest';
import { isCommon, isEveryday } from '../../scripts/chinese/common.ts';

it.each([...'發发業业臺龍礎'])('%s is known to everybody', (character) => {
  expect([isCommon(character), isEveryday(character)]).toEqual([true, true]);
});

it.each([...'饕魍餮'])('%s is in use, but not every day', (character) => {
  expect([isCommon(character), isEveryday(character)]).toEqual([true, false]);
});

it.each([...'锟烫A，\ufffd\u{20000}𪚥'].filter((character) => character !== '烫'))(
  '%s is not common',
  (character) => {
    expect([isCommon(character), isEveryday(character)]).toEqual([false, false]);
  },
);
