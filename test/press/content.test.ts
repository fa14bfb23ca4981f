import { PDFArray, PDFDocument, PDFName, PDFStream, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { mm, toPt } from '../../scripts/model/length.ts';
import { imposeDuplex } from '../../scripts/press/impose.ts';
import { readPdf } from '../support/pdf.ts';
import { impose, labelledPdf, OPTIONS, readImposed, typesetPdf } from './samples.ts';

describe('what the pages draw', () => {
  it('is written once, in no more than 1.15 times the bytes', async () => {
    const source = typesetPdf(16);
    const { pdf } = await impose(source);
    expect(pdf.length).toBeLessThan(1.15 * source.length);
    expect(await countFontFiles(pdf)).toBe(await countFontFiles(source));
    expect(await countFontFiles(pdf)).toBeGreaterThan(0);
  });

  it('keeps every word', async () => {
    const source = typesetPdf(5);
    const words = (text: string): readonly string[] => [...text].toSorted();
    const textOf = async (pdf: Uint8Array): Promise<string> =>
      (await readPdf(pdf)).pages.map(({ plain }) => plain).join('');
    expect(words(await textOf((await impose(source)).pdf))).toEqual(words(await textOf(source)));
  });

  it('leaves links, tags, outline and whatever is not drawn behind', async () => {
    const { isTagged, outline, pages } = await readImposed(typesetPdf(4));
    expect([isTagged, outline, pages.flatMap(({ links }) => links)]).toEqual([false, [], []]);
    const text = await rawText((await impose(typesetPdf(4))).pdf);
    expect(text).not.toMatch(/StructElem|StructTreeRoot|Annot|Outlines|Metadata/);
  });

  it('may be inherited from the page tree, which is then written once', async () => {
    const document = await PDFDocument.load(await labelledPdf(8), { updateMetadata: false });
    const [first] = document.getPages();
    const resources = first?.node.Resources();
    if (!resources) throw new Error('the sample has no resources');
    resources.set(PDFName.of('Properties'), document.context.obj({ Filler: 'x'.repeat(500) }));
    document.catalog.Pages().set(PDFName.of('Resources'), resources);
    for (const page of document.getPages()) page.node.delete(PDFName.of('Resources'));
    const { pdf } = await impose(await document.save());
    expect((await readPdf(pdf)).pages.map(({ plain }) => plain).join()).toBe(
      'page8page1,page2page7,page6page3,page4page5',
    );
    expect((await rawText(pdf)).match(/Filler/g)).toHaveLength(1);
  });

  it('may come in several parts, packed or not', async () => {
    const source = await labelledPdf(4, {
      change: (page, number, document) => {
        page.node.normalizedEntries();
        const { context } = document;
        const contents = page.node.Contents();
        const part = context.register(context.stream('BT /F 9 Tf 20'));
        const rest = context.register(context.flateStream(`30 Td (part ${number}) Tj ET`));
        const font = document.embedStandardFont(StandardFonts.Courier);
        page.node.setFontDictionary(PDFName.of('F'), font.ref);
        if (!(contents instanceof PDFArray)) throw new Error('the sample has other content');
        contents.push(part);
        contents.push(rest);
      },
    });
    const { pages } = await readImposed(source);
    const fold = toPt(mm(297 / 2));
    expect(pages[0]?.plain).toBe('page4part4page1part1');
    expect(pages[0]?.texts[3]).toMatchObject({ x: expect.closeTo(fold + 20, 2), y: expect.closeTo(30, 2) });
  });

  it('may be nothing at all', async () => {
    const source = await labelledPdf(4, {
      change: (page, number) => {
        if (number === 3) page.node.delete(PDFName.of('Contents'));
      },
    });
    const { pages } = await readImposed(source);
    expect(pages.map(({ plain }) => plain)).toEqual(['page4page1', 'page2']);
  });

  it('stays hidden on a hidden layer', async () => {
    const source = await labelledPdf(4, {
      change: (page, number, document) => {
        if (number > 1) return;
        const { context, catalog } = document;
        const [shown, hidden] = ['shown', 'hidden'].map((name) =>
          context.register(context.obj({ Type: 'OCG', Name: PDFString.of(name) })),
        );
        page.node.Resources()?.set(PDFName.of('Properties'), context.obj({ A: shown, B: hidden }));
        const layers = { OCGs: [shown, hidden], D: { ON: [shown], OFF: [hidden] } };
        catalog.set(PDFName.of('OCProperties'), context.obj(layers));
      },
    });
    expect((await readImposed(source)).visibleLayers).toEqual(['shown']);
  });
});

describe('annotations', () => {
  it.each([
    ['a stamp that prints', { Subtype: 'Stamp', F: 4, AP: {} }, true],
    ['a filled-in field', { Subtype: 'Widget', F: 4, AP: {} }, true],
    ['a hidden stamp', { Subtype: 'Stamp', F: 6, AP: {} }, false],
    ['a comment for the screen alone', { Subtype: 'Text', AP: {} }, false],
    ['a link', { Subtype: 'Link', F: 4, AP: {} }, false],
  ])('%s', async (_, annotation, isMissed) => {
    const source = await labelledPdf(4, {
      change: ({ node }, number, { context }) => {
        if (number === 3) node.addAnnot(context.register(context.obj(annotation)));
      },
    });
    const result = await imposeDuplex(source, OPTIONS);
    expect(result.ok).toBe(true);
    const warning = { code: 'press/annotations-left-out', severity: 'warning' };
    expect(result.diagnostics).toMatchObject(isMissed ? [warning] : []);
    if (isMissed) expect(result.diagnostics[0]?.message).toContain('page 3');
  });
});

async function countFontFiles(pdf: Uint8Array): Promise<number> {
  return (await rawText(pdf)).match(/\/FontFile2/g)?.length ?? 0;
}

/** All objects of the file as text, streams by their dictionaries alone. */
async function rawText(pdf: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => String(object instanceof PDFStream ? object.dict : object))
    .join('\n');
}
