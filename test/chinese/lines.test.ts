import { expect, it } from 'vitest';
import { fullWidthUnits } from '../../scripts/chinese/characters.ts';
import { joinLines } from '../../scripts/chinese/lines.ts';

it.each([
  ['甲', '甲'],
  ['甲\n乙', '甲乙'],
  ['甲，\n  乙 ', '甲，乙 '],
  ['to\nB', 'to B'],
  ['to B \r\n 的', 'to B的'],
  ['大模型\nAGI', '大模型AGI'],
  ['\n甲\n\n乙\n', '甲乙'],
  ['', ''],
])('%j on one line is %j', (text, expected) => {
  expect(joinLines(text)).toBe(expected);
});

it.each([
  ['', 0],
  ['大模型', 3],
  ['to B', 2],
  ['3—5年', 3],
  ['“智源”、AGI', 6.5],
])('%j is %d full-width units long', (text, units) => {
  expect(fullWidthUnits(text)).toBe(units);
});
