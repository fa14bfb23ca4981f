import { describe, expect, it } from 'vitest';
import { type Operand, operatorsOf } from '../../scripts/press/operators.ts';

const NONE: Operand = undefined;

describe('the operators of a content', () => {
  it.each<[content: string, operators: readonly (readonly [string, ...Operand[]])[]]>([
    ['', []],
    ['q 1 0 0 -1 56.69 512.8 cm Q', [['q'], ['cm', 1, 0, 0, -1, 56.69, 512.8], ['Q']]],
    ['.5 -.5 +2 12. 0.0 w', [['w', 0.5, -0.5, 2, 12, 0]]],
    [
      '/f0 10 Tf/P1 Do',
      [
        ['Tf', '/f0', 10],
        ['Do', '/P1'],
      ],
    ],
    ['[(a) -80 <41 42>] TJ', [['TJ', [NONE, -80, NONE]]]],
    [
      '(a(b)c\\)) Tj (\\\\) Tj',
      [
        ['Tj', NONE],
        ['Tj', NONE],
      ],
    ],
    ['(1 0 0 rg) Tj', [['Tj', NONE]]],
    ['/Span << /MCID 0 /Lang (zh) >> BDC EMC', [['BDC', '/Span', ['/MCID', 0, '/Lang', NONE]], ['EMC']]],
    ['[[1 2] [3]] 0 d', [['d', [[1, 2], [3]], 0]]],
    ['true false null x', [['x', NONE, NONE, NONE]]],
    ['1 w % 2 w\n3 w% 4 w\r5 w T* f* \' "', [['w', 1], ['w', 3], ['w', 5], ['T*'], ['f*'], ["'"], ['"']]],
    ['BI /W 2 /H 1 ID q Q EIS f\nEI Q', [['BI', '/W', 2, '/H', 1], ['Q']]],
    ['1\0 0\f0 rg', [['rg', 1, 0, 0]]],
    ['] >> 1 g [ 2 g', [['g', [], [], 1], ['g']]],
    ['[ 1 g 2 g', [['g'], ['g', 2]]],
    ['(never closed', []],
  ])('%j', (content, operators) => {
    const found = [...operatorsOf(new TextEncoder().encode(content))];
    expect(found.map(({ name, operands }) => [name, ...operands])).toEqual(operators);
  });
});
