import { describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { layCells, layTwoUp, paperFor, SHEETS, scaleToFit } from '../../scripts/press/geometry.ts';

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
    const columns = [left, right].map(([x]) => expect.closeTo(x, 6));
    expect(layout).toMatchObject({ ok: true, value: { columns, rows: [expect.closeTo(left[1], 6)] } });
  });

  it.each([
    ['A4', 149, 210, '149 × 210 mm', '297 × 210 mm', 'B4 or A3'],
    ['A4', 148, 210.5, '148 × 210.5 mm', '297 × 210 mm', 'B4 or A3'],
    ['A4', 176, 260, '176 × 260 mm', '297 × 210 mm', 'A3'],
    ['Letter', 148, 210, '148 × 210 mm', '279.4 × 215.9 mm', 'A4 or B4 or A3'],
    ['A4', 139.7, 215.9, '139.7 × 215.9 mm', '297 × 210 mm', 'Letter or B4 or A3'],
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

describe('the smallest paper that two pages fit on', () => {
  it.each([
    ['A4', 148, 210],
    ['A4', 140, 203],
    ['Letter', 139.7, 215.9],
    ['B4', 176, 250],
    ['A3', 185, 260],
    ['A3', 210, 297],
    ['A3', 300, 400],
  ] as const)('is %s for %d × %d mm', (paper, width, height) => {
    expect(paperFor({ width: mm(width), height: mm(height) })).toBe(paper);
  });
});

describe('pages that leave the printer its margin', () => {
  it.each([
    ['A4', 148, 210, 0, 1],
    ['A4', 148, 210, 5, 200 / 210],
    ['A3', 148, 210, 5, 1],
    ['Letter', 148, 210, 6, (279.4 - 12) / 296],
  ] as const)('%s, %d × %d mm, margin %d mm: %d', (paper, width, height, margin, scale) => {
    expect(scaleToFit({ width: mm(width), height: mm(height) }, paper, mm(margin))).toBeCloseTo(scale, 9);
  });
});

describe('cells on a sheet', () => {
  const options = {
    sheet: 'fit',
    trim: { width: mm(148), height: mm(210) },
    grid: { columns: 4, rows: 2 },
    bleed: mm(3),
    milling: mm(0),
    growth: mm(0.5),
    margin: mm(9),
  } as const;

  it('stand in pairs, back to back at their creases, bleed between pairs and all around', () => {
    const layout = layCells(options);
    if (!layout.ok) throw new Error('does not fit');
    const { sheet, columns, rows, creases } = layout.value;
    expect(sheet).toEqual({ width: 624, height: 450 });
    expect(columns.map((x) => x - (columns[0] ?? 0))).toEqual([0, 148, 303, 451]);
    expect(rows.map((y) => y - (rows[0] ?? 0))).toEqual([0, 216]);
    expect(creases.x.map((x) => x - (columns[0] ?? 0))).toEqual([148, 299.5, 451]);
    expect(creases.y).toEqual([225]);
  });

  it.each(Object.keys(SHEETS))('stand in the middle of %s, or are refused', (name) => {
    const sheet = SHEETS[name];
    if (!sheet) throw new Error('no such sheet');
    const layout = layCells({ ...options, sheet });
    const { block } = layout.ok ? layout.value : {};
    expect(layout.ok).toBe(sheet.width >= 623.9 && sheet.height >= 449.9);
    if (block) expect(2 * block.x + block.width).toBeCloseTo(sheet.width, 9);
    else
      expect(layout.diagnostics[0]).toMatchObject({
        code: 'press/does-not-fit',
        hint: expect.stringContaining('sheet'),
      });
  });

  it('says so where turning the sheet would do', () => {
    const sheet = { width: mm(450), height: mm(640) };
    expect(layCells({ ...options, sheet }).diagnostics[0]?.hint).toBe('Turn the sheet: 640 × 450 mm.');
  });
});
