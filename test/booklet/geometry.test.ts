import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layPage, type PageDesign, type PageGeometry } from '../../scripts/booklet/geometry.ts';
import { formatNamed, formatOf } from '../../scripts/model/format.ts';
import { mm, pt, type Size, toMm } from '../../scripts/model/length.ts';
import { succeeded } from '../support/world.ts';

const MAGAZINE: PageDesign = {
  bodySize: pt(10),
  linePitch: pt(17),
  measure: 28,
  rail: pt(0),
  introduction: pt(12),
  indent: 2,
  speaker: 'in-line',
  lines: 26,
  inner: mm(20),
  head: mm(26),
};
const JOURNAL: PageDesign = { ...MAGAZINE, measure: 26, rail: pt(50), inner: mm(18), head: mm(30) };

const size = (width: number, height: number): Size<ReturnType<typeof mm>> => ({
  width: mm(width),
  height: mm(height),
});

const blockOf = ({ rail, measure, bodySize, lines, linePitch }: PageGeometry) => ({
  width: toMm(pt(rail + measure * bodySize)),
  height: toMm(pt((lines - 1) * linePitch + bodySize)),
});

describe('the text page', () => {
  it('on A5 is as the theme has drawn it', () => {
    expect(succeeded(layPage(size(148, 210), MAGAZINE))).toMatchObject({
      bodySize: 10,
      linePitch: 17,
      measure: 28,
      rail: 0,
      lines: 26,
      inner: 20,
      head: 26,
      scale: 1,
    });
    expect(succeeded(layPage(size(148, 210), JOURNAL))).toMatchObject({ measure: 26, rail: 50, inner: 18 });
  });

  it.each([
    ['a5', 10, 28, 26],
    ['b5', 11, 30, 28],
    ['大32開', 10, 26, 25],
    ['25開', 10, 28, 26],
    ['16開', 11, 32, 29],
  ] as const)('of %s: %d pt, %d characters by %d lines', (name, bodySize, measure, lines) => {
    expect(succeeded(layPage(formatNamed(name), MAGAZINE))).toMatchObject({ bodySize, measure, lines });
  });

  const design = fc.constantFrom(MAGAZINE, JOURNAL, { ...MAGAZINE, bodySize: pt(10.5), linePitch: pt(18) });
  const trim = fc
    .record({ width: fc.integer({ min: 600, max: 4200 }), height: fc.integer({ min: 800, max: 5000 }) })
    .map(({ width, height }) => size(width / 10, height / 10));

  it('is whole characters by whole lines inside margins that fill the trim, or is refused', () => {
    fc.assert(
      fc.property(trim, design, (paper, drawn) => {
        const laid = layPage(paper, drawn);
        if (!laid.ok) {
          expect(laid.diagnostics).toMatchObject([{ code: 'booklet/format-too-small', severity: 'error' }]);
          expect(Math.min(paper.width / 148, paper.height / 210)).toBeLessThan(0.9);
          return;
        }
        const page = laid.value;
        const { width, height } = blockOf(page);
        expect(Number.isInteger(page.measure) && Number.isInteger(page.lines)).toBe(true);
        expect(page.measure).toBeGreaterThanOrEqual(16);
        expect(page.measure).toBeLessThanOrEqual(40);
        expect(page.bodySize).toBeGreaterThanOrEqual(10);
        expect(page.bodySize).toBeLessThanOrEqual(11);
        expect(page.linePitch / page.bodySize).toBeCloseTo(drawn.linePitch / drawn.bodySize, 5);
        expect(page.inner + width + page.outer).toBeCloseTo(paper.width, 5);
        expect(page.head + height + page.foot).toBeCloseTo(paper.height, 5);
        for (const margin of [page.inner, page.outer, page.head, page.foot])
          expect(margin).toBeGreaterThanOrEqual(10 - 1e-6);
      }),
    );
  });

  it('keeps the proportion of the margins', () => {
    fc.assert(
      fc.property(trim, design, (paper, drawn) => {
        const laid = layPage(paper, drawn);
        fc.pre(laid.ok);
        const page = succeeded(laid);
        const a5 = succeeded(layPage(size(148, 210), drawn));
        expect(page.inner / page.outer).toBeCloseTo(a5.inner / a5.outer, 3);
        expect(page.head / page.foot).toBeCloseTo(a5.head / a5.foot, 3);
      }),
    );
  });

  it.each([
    [74, 105],
    [80, 210],
    [148, 100],
  ])('of %d × %d mm is too small', (width, height) => {
    const laid = layPage(size(width, height), MAGAZINE);
    expect(laid.diagnostics).toMatchObject([
      {
        code: 'booklet/format-too-small',
        message: expect.stringContaining(`${width} × ${height} mm`),
        hint: expect.stringContaining('148x210'),
      },
    ]);
  });
});

describe('a format', () => {
  it.each([
    ['A5', 'a5', 148, 210],
    ['b5', 'b5', 176, 250],
    ['大32開', '大32開', 140, 203],
    ['大32开', '大32開', 140, 203],
    ['large-32k', '大32開', 140, 203],
    ['25k', '25開', 148, 210],
    ['16开', '16開', 185, 260],
  ])('may be written %s', (written, name, width, height) => {
    expect(formatOf(written)).toEqual({ name, width, height });
  });

  it.each([
    ['150x220', 150, 220],
    ['150.5×220', 150.5, 220],
    ['150X220', 150, 220],
  ])('may be written in millimetres: %s', (written, width, height) => {
    expect(formatOf(written)).toEqual({ width, height });
  });

  it.each(['a4', '150', '150x', 'x220', 'constructor', '-1x5'])('is not %s', (written) => {
    expect(formatOf(written)).toBeUndefined();
  });
});
