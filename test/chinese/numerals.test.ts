import { describe, expect, it } from 'vitest';
import { formalNumeral } from '../../scripts/chinese/numerals.ts';

describe('formal numerals', () => {
  it.each([
    [1, '壹', '壹', '壹'],
    [2, '貳', '貳', '贰'],
    [3, '參', '叁', '叁'],
    [6, '陸', '陸', '陆'],
    [10, '拾', '拾', '拾'],
    [12, '拾貳', '拾貳', '拾贰'],
    [20, '貳拾', '貳拾', '贰拾'],
    [99, '玖拾玖', '玖拾玖', '玖拾玖'],
    [100, '100', '100', '100'],
    [0, '0', '0', '0'],
  ])('%i', (number, taiwan, hongKong, mainland) => {
    expect(formalNumeral(number, 'zh-TW')).toBe(taiwan);
    expect(formalNumeral(number, 'zh-HK')).toBe(hongKong);
    expect(formalNumeral(number, 'zh-CN')).toBe(mainland);
  });

  it('differ from 1 to 99', () => {
    const numerals = Array.from({ length: 99 }, (_, index) => formalNumeral(index + 1, 'zh-CN'));
    expect(new Set(numerals).size).toBe(99);
  });
});
