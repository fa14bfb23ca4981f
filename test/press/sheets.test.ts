// What stands around the pages of a press sheet, and what its file says of itself.

import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { mm, toPt } from '../../scripts/model/length.ts';
import { singlePages } from '../../scripts/press/book.ts';
import { gridOf, SIGNATURES } from '../../scripts/press/plan.ts';
import { imposeSignatures, type Slug } from '../../scripts/press/signatures.ts';
import { SHOP_WORDS } from '../../scripts/press/words.ts';
import { readPdf } from '../support/pdf.ts';
import { world } from '../support/world.ts';
import { drawnMarks } from './emitted.ts';
import { imposePress, labelledPdf, OUTPUT, PRESS } from './samples.ts';

const SIZE = { width: mm(100), height: mm(140) };
const source = await labelledPdf(32, { size: SIZE, margin: mm(3) });

describe('the marks', () => {
  it.each(SIGNATURES)(
    'of a sheet of %d keep off the bleed and show each trim and fold',
    async (signature) => {
      const { pdf, layout } = await imposePress(source, { signature });
      const { columns, rows } = gridOf(signature);
      const document = await PDFDocument.load(pdf, { updateMetadata: false });
      const drawn = await drawnMarks(pdf);
      for (const [index, page] of document.getPages().entries()) {
        const { crops, folds, content } = drawn[index] ?? { crops: [], folds: [], content: '' };
        const bleed = page.getBleedBox();
        for (const { x1, y1, x2, y2 } of [...crops, ...folds]) {
          const [xs, ys] = [[x1, x2].map((x) => toPt(mm(x))), [y1, y2].map((y) => toPt(mm(y)))];
          const isOutside =
            Math.max(...xs) <= bleed.x ||
            Math.min(...xs) >= bleed.x + bleed.width ||
            Math.max(...ys) <= bleed.y ||
            Math.min(...ys) >= bleed.y + bleed.height;
          expect(isOutside, JSON.stringify({ x1, y1, x2, y2 })).toBe(true);
        }
        expect(crops).toHaveLength(2 * columns + 4 * rows);
        expect(folds).toHaveLength(2 * (columns - 1) + 2 * (rows - 1));
        const upright = [...new Set(folds.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => x1.toFixed(2)))];
        expect(upright.toSorted()).toEqual(layout.creases.x.map((x) => x.toFixed(2)).toSorted());
        for (const tag of ['RegistrationMark', 'ColourBar']) expect(content).toContain(`/${tag} BMC`);
      }
    },
  );

  it('of gathered signatures step down their spines, one for each', async () => {
    const options = { signature: 8, assembly: 'gathered', milling: mm(3) } as const;
    const { pdf } = await imposePress(source, options);
    const fields = (await drawnMarks(pdf)).flatMap(({ content }) => {
      const mark = /\/CollationMark BMC\s+0 0 0 1 k ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/.exec(content);
      return mark ? [mark.slice(1).map(Number)] : [];
    });
    expect(fields).toHaveLength(4);
    const [first] = fields;
    for (const [index, [x = 0, y = 0, width, height = 0]] of fields.entries()) {
      expect([x, width, height]).toEqual([first?.[0], first?.[2], first?.[3]]);
      expect(y).toBeCloseTo((first?.[1] ?? 0) - index * height, 2);
    }
  });

  it('can be left out', async () => {
    const [{ content } = { content: '' }] = await drawnMarks(
      (await imposePress(source, { marks: false })).pdf,
    );
    expect(content).not.toContain('BMC');
  });
});

describe('the slug line', () => {
  it.each(['zh-TW', 'en'] as const)('names sheet, side, signature and more (%s)', async (language) => {
    const lettering = {
      typeset: world.typeset,
      families: ['Noto Sans TC'],
      fonts: ['@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf'],
      language,
    };
    const lineOf: Slug['lineOf'] = (facts) => `大模型 ${SHOP_WORDS[language].slug(facts)} 2024-07-26`;
    const { pdf, layout } = await imposePress(source, { signature: 8, slug: { lettering, lineOf } });
    const { pages } = await readPdf(pdf);
    expect(pages).toHaveLength(8);
    const wanted = { 'zh-TW': '第1台／共4台正面頁位1–32', en: 'sheet1of4frontplaces1–32' }[language];
    expect(pages[0]?.plain).toContain(`大模型${wanted}2024-07-26`);
    expect(pages[7]?.plain).toContain(language === 'en' ? 'sheet4of4back' : '第4台／共4台反面');
    const top = toPt(mm(layout.block.y + layout.block.height + 3));
    const slug = pages[0]?.texts.find(({ text }) => text.includes('大模型'));
    expect(slug?.y).toBeGreaterThan(top);
  });
});

describe('the file of sheets', () => {
  it('is the same bytes from the same input, and another ID from another', async () => {
    const [one, again, other] = [
      await imposePress(source),
      await imposePress(source.slice()),
      await imposePress(source, { binding: 'right' }),
    ];
    expect(again.pdf).toEqual(one.pdf);
    expect(other.pdf).not.toEqual(one.pdf);
  });

  it('is refused where it does not fit its sheet', async () => {
    const sheet = { width: mm(300), height: mm(300) };
    const result = await imposeSignatures(singlePages(source), { ...PRESS, sheet, output: OUTPUT });
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'press/does-not-fit' }] });
  });

  it('grows by no more than sheets need', async () => {
    const { pdf } = await imposePress(source);
    // Beside its pages it holds the profile and the marks.
    expect(pdf.length).toBeLessThan(1.15 * source.length + OUTPUT.profile.length + 8 * 2000);
  });
});
