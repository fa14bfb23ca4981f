import { describe, expect, it } from 'vitest';
import { formalNumeral } from '../../scripts/chinese/numerals.ts';

describe('formal numerals', () => {
  it.each([
    [1, '壹', '壹'],
    [2, '貳', '贰'],
    [6, '陸', '陆'],
    [10, '拾', '拾'],
    [12, '拾貳', '拾贰'],
    [20, '貳拾', '贰拾'],
    [99, '玖拾玖', '玖拾玖'],
    [100, '100', '100'],
    [0, '0', '0'],
  ])('%i', (number, traditional, simplified) => {
    expect(formalNumeral(number, 'traditional')).toBe(traditional);
    expect(formalNumeral(number, 'simplified')).toBe(simplified);
  });

  it('differ from 1 to 99', () => {
    const numerals = Array.from({ length: 99 }, (_, index) => formalNumeral(index + 1, 'simplified'));
    expect(new Set(numerals).size).toBe(99);
  });
});
