import fc from 'fast-check';
import { PDFDocument, PDFName, PDFNumber, type PDFPage } from 'pdf-lib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mm, pt, toMm, toPt } from '../../scripts/model/length.ts';
import type { Flip } from '../../scripts/model/settings.ts';
import type { Paper } from '../../scripts/press/geometry.ts';
import type { DuplexOptions } from '../../scripts/press/impose.ts';
import type { Binding } from '../../scripts/press/plan.ts';
import { readPdf } from '../support/pdf.ts';
import { marksOf } from './emitted.ts';
import { makeBook } from './paper.ts';
import { A5, impose, LABEL, labelledPdf, OPTIONS, readImposed, type Sample } from './samples.ts';

describe('the imposed file, printed, folded and nested', () => {
  const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 20, 23, 33, 50, 101];
  const cases = counts.flatMap((count) =>
    (['left', 'right'] as const).flatMap((binding) =>
      (['short-edge', 'long-edge'] as const).map((flip) => ({ count, binding, flip })),
    ),
  );

  it.each(cases)('reads 1 to $count ($binding, $flip)', async ({ count, binding, flip }) => {
    await expectBook(count, {}, { paper: 'A4', binding, flip });
  });

  it('whatever the size, the boxes and the rotation of the pages', async () => {
    const samples = fc.record({
      size: fc.record({
        width: fc.integer({ min: 60, max: 148 }).map(mm),
        height: fc.integer({ min: 60, max: 210 }).map(mm),
      }),
      margin: fc.constantFrom(0, 3, 12.5).map(mm),
      rotate: fc.constantFrom(0, 90, 180, 270),
    });
    const options = fc.record({
      paper: fc.constantFrom<Paper>('A4', 'A3'),
      binding: fc.constantFrom<Binding>('left', 'right'),
      flip: fc.constantFrom<Flip>('short-edge', 'long-edge'),
    });
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 13 }), samples, options, expectBook), {
      numRuns: 40,
      seed: 8,
    });
  });
});

/** Imposes labelled pages, folds what pdfjs reads, and expects every label upright in its place to 0.01 mm. */
async function expectBook(
  count: number,
  sample: Sample,
  options: Pick<DuplexOptions, 'paper' | 'binding' | 'flip'>,
): Promise<void> {
  const { pdf, sheets, sides } = await impose(await labelledPdf(count, sample), options);
  const { pages } = await readPdf(pdf);
  expect([sheets, sides]).toEqual([Math.ceil(count / 4), pages.length]);
  const paper = { width: toMm(pt(pages[0]?.width ?? 0)), height: toMm(pt(pages[0]?.height ?? 0)) };
  const printed = Array.from({ length: sheets }, (_, index) => ({
    ...paper,
    front: marksOf(pages[2 * index]),
    back: marksOf(pages[2 * index + 1]),
    turning: options.flip === 'short-edge' ? ('turn' as const) : ('tumble' as const),
    folds: [{ x: paper.width / 2 }],
  }));
  const book = makeBook(printed, { assembly: 'nested', binding: options.binding, caliper: 0 });
  const { width, height } = sample.size ?? A5;
  const labels = book.map(({ marks }, index) => {
    const isRecto = index % 2 === 0;
    const spineIsLeft = isRecto === (options.binding === 'left');
    const left = spineIsLeft ? 0 : -width;
    const bottom = (paper.height - height) / 2;
    return marks.map((mark) => {
      const off = Math.hypot(mark.x - left - LABEL.x, mark.y - bottom - LABEL.y);
      return off < 0.01 && mark.along[0] > 0.999
        ? mark.text
        : `${mark.text} off by ${off}, along ${mark.along}`;
    });
  });
  const blanks = 4 * sheets - count;
  const pageLabels = Array.from({ length: count }, (_, index) => [`page ${index + 1}`]);
  const back = count > 1 ? pageLabels.splice(-1) : [];
  expect(labels).toEqual([...pageLabels, ...Array(blanks).fill([]), ...back]);
}

describe('the imposed file', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['A4', 297, 210],
    ['A3', 420, 297],
    ['Letter', 279.4, 215.9],
  ] as const)('has landscape %s sheets', async (paper, width, height) => {
    const size = { width: mm(130), height: mm(200) };
    const { pages } = await readImposed(await labelledPdf(9, { size }), { paper });
    expect(pages).toHaveLength(6);
    for (const page of pages) {
      expect(toMm(pt(page.width))).toBeCloseTo(width, 3);
      expect(toMm(pt(page.height))).toBeCloseTo(height, 3);
      expect(page.rotate).toBe(0);
    }
  });

  it.each([
    ['short-edge', 'DuplexFlipShortEdge'],
    ['long-edge', 'DuplexFlipLongEdge'],
  ] as const)('sets the print dialog to both sides, true size, %s', async (flip, duplex) => {
    const { viewerPreferences } = await readImposed(await labelledPdf(4), { flip });
    expect(viewerPreferences).toEqual({
      DisplayDocTitle: true,
      Duplex: duplex,
      PrintScaling: 'None',
      PickTrayByPDFSize: true,
    });
  });

  it('carries title and language', async () => {
    const { title, language } = await readImposed(await labelledPdf(4));
    expect([title, language]).toEqual([OPTIONS.title, OPTIONS.language]);
  });

  it('is the same bytes from the same input, whenever it is made', async () => {
    const source = await labelledPdf(7);
    const first = await impose(source);
    vi.useFakeTimers({ now: Date.UTC(2031, 0, 1), toFake: ['Date'] });
    const second = await impose(source.slice());
    expect(second.pdf).toEqual(first.pdf);
    expect(Buffer.from(first.pdf).toString('latin1')).not.toMatch(/CreationDate|ModDate/);
  });

  it.each([
    { flip: 'long-edge' },
    { binding: 'right' },
    { paper: 'A3' },
    { title: 'Another' },
    { language: 'zh-Hans-CN' },
  ] as const)('has an ID that the source and %o change', async (change) => {
    const [one, other] = [await labelledPdf(4), await labelledPdf(5)];
    const files = [impose(one), impose(one, change), impose(other), impose(other, change)];
    const ids = await Promise.all(files.map(async (file) => idOf((await file).pdf)));
    expect(ids).toEqual(ids.map(() => expect.stringMatching(/^\[ <([0-9a-f]{32})> <\1> \]$/)));
    expect(new Set(ids).size).toBe(4);
  });

  it.each([
    ['the crop box, where there is no trim box', { setBox: 'setCropBox' }],
    ['the trim box, where it is smaller than the crop box', { setBox: 'setTrimBox' }],
  ] as const)('places %s', async (_, { setBox }) => {
    const change = (page: PDFPage): void => {
      page.setCropBox(toPt(mm(5)), toPt(mm(5)), toPt(mm(138)), toPt(mm(200)));
      page[setBox](toPt(mm(10)), toPt(mm(20)), toPt(mm(100)), toPt(mm(150)));
    };
    const { pages } = await readImposed(await labelledPdf(4, { change }));
    const [, front] = marksOf(pages[0]);
    expect(front).toMatchObject({
      text: 'page 1',
      x: expect.closeTo(297 / 2 + LABEL.x - 10, 2),
      y: expect.closeTo((210 - 150) / 2 + LABEL.y - 20, 2),
    });
  });

  it('obeys the unit of the page (/UserUnit)', async () => {
    const size = { width: mm(74), height: mm(105) };
    const change = ({ node }: PDFPage): void => node.set(PDFName.of('UserUnit'), PDFNumber.of(2));
    const { pages } = await readImposed(await labelledPdf(4, { size, change }));
    expect(marksOf(pages[0])[1]).toMatchObject({
      text: 'page 1',
      x: expect.closeTo(297 / 2 + 2 * LABEL.x, 2),
      y: expect.closeTo(2 * LABEL.y, 2),
    });
  });

  it('leaves the source as it was', async () => {
    const source = await labelledPdf(4);
    const before = source.slice();
    await impose(source);
    expect(source).toEqual(before);
  });
});

async function idOf(pdf: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return String(context.trailerInfo.ID);
}
