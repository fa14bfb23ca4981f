import { describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { layTwoUp } from '../../scripts/press/geometry.ts';

describe('two pages on a sheet', () => {
  it.each([
    ['A4', 148, 210, [0.5, 0], [148.5, 0]],
    ['A4', 100, 150, [48.5, 30], [148.5, 30]],
    ['A4', 148.5, 210, [0, 0], [148.5, 0]],
    ['A3', 148, 210, [62, 43.5], [210, 43.5]],
    ['A3', 176, 250, [34, 23.5], [210, 23.5]],
    ['A3', 210, 297, [0, 0], [210, 0]],
    ['Letter', 139.7, 215.9, [0, 0], [139.7, 0]],
  ] as const)('%s, pages of %d × %d mm, meet at the fold', (paper, width, height, left, right) => {
    const layout = layTwoUp({ width: mm(width), height: mm(height) }, paper);
    const corners = [left, right].map(([x, y]) => ({
      x: expect.closeTo(x, 6),
      y: expect.closeTo(y, 6),
    }));
    expect(layout).toMatchObject({ ok: true, value: { corners } });
  });

  it.each([
    ['A4', 149, 210, '149 × 210 mm', '297 × 210 mm', 'A3'],
    ['A4', 148, 210.5, '148 × 210.5 mm', '297 × 210 mm', 'A3'],
    ['Letter', 148, 210, '148 × 210 mm', '279.4 × 215.9 mm', 'A4 or A3'],
    ['A4', 139.7, 215.9, '139.7 × 215.9 mm', '297 × 210 mm', 'A3 or Letter'],
  ] as const)('%s is too small for %d × %d mm', (paper, width, height, page, sheet, larger) => {
    const result = layTwoUp({ width: mm(width), height: mm(height) }, paper);
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'press/does-not-fit' }] });
    const [diagnostic] = result.diagnostics;
    expect(diagnostic?.message).toContain(page);
    expect(diagnostic?.message).toContain(sheet);
    expect(diagnostic?.hint).toContain(`Print on ${larger}, or make`);
  });

  it('says how large a page may be where no sheet is large enough', () => {
    const result = layTwoUp({ width: mm(300), height: mm(400) }, 'A3');
    expect(result.diagnostics[0]?.hint).toBe('Make the pages no larger than 210 × 297 mm.');
  });
});
