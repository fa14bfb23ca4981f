import { describe, expect, it } from 'vitest';
import type { Result } from '../../scripts/model/diagnostic.ts';
import { mm } from '../../scripts/model/length.ts';
import { type SinglePages, singlePages } from '../../scripts/press/book.ts';
import { pressCover, pressPages } from '../../scripts/press/pages.ts';
import { imposeSignatures } from '../../scripts/press/signatures.ts';
import { succeeded } from '../support/world.ts';
import { labelledPdf, OUTPUT, PRESS, typesetPdf } from './samples.ts';

const common = {
  ...PRESS,
  output: OUTPUT,
  cut: mm(3),
  caliper: mm(0.1),
  selfCover: true,
  withoutCover: false,
};

const MAKERS: readonly ((pages: SinglePages) => Promise<Result<{ readonly pdf: Uint8Array }>>)[] = [
  (pages) => pressPages(pages, common),
  (pages) => pressCover(pages, common),
  (pages) => imposeSignatures(pages, common),
  (pages) => imposeSignatures(pages, { ...common, signature: 8, assembly: 'gathered', milling: mm(2) }),
];

describe('single pages', () => {
  it('are opened once, however many ask', async () => {
    const pages = singlePages(await labelledPdf(8));
    const [one, other] = await Promise.all([pages.open(mm(0)), pages.open(mm(0))]);
    expect(other).toBe(one);
    expect(await pages.open(mm(0))).toBe(one);
  });

  it('are measured anew where more is cut away', async () => {
    const pages = singlePages(await labelledPdf(8));
    const widths = [mm(0), mm(3)].map(async (cut) => succeeded(await pages.open(cut)).size.width);
    const [whole = 0, cut = 0] = await Promise.all(widths);
    expect(whole - cut).toBeCloseTo(6, 6);
  });

  it('are left as they are by whoever makes something of them', async () => {
    const pdf = typesetPdf(12);
    const alone = await Promise.all(MAKERS.map(async (make) => succeeded(await make(singlePages(pdf))).pdf));
    const shared = singlePages(pdf);
    for (const order of [MAKERS, MAKERS.toReversed()])
      for (const make of order) {
        const { pdf: made } = succeeded(await make(shared));
        expect(Buffer.compare(made, alone[MAKERS.indexOf(make)] ?? new Uint8Array())).toBe(0);
      }
  });
});
