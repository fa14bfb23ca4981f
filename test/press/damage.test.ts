import fs from 'node:fs';
import fc from 'fast-check';
import { degrees, PDFArray, PDFDocument, PDFName, type PDFPage, PDFRef } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { imposeDuplex } from '../../scripts/press/impose.ts';
import { describeWith, run } from '../support/tools.ts';
import { asFile, labelledPdf, OPTIONS } from './samples.ts';

describe('a PDF that cannot be imposed', () => {
  it.each([
    ['nothing', async () => new Uint8Array(), 'press/damaged', /not a PDF/],
    [
      'another kind of file',
      async () => bytes('PK\u0003\u0004 [Content_Types].xml'),
      'press/damaged',
      /not a PDF/,
    ],
    ['only a header', async () => bytes('%PDF-1.7\n%%EOF\n'), 'press/damaged', /catalogue/],
    ['half a file', async () => half(await labelledPdf(8)), 'press/damaged', /cut off/],
    [
      'a broken object',
      async () => bytes('%PDF-1.7\n1 0 obj << /Type endobj\n%%EOF'),
      'press/damaged',
      /broken at byte 9/,
    ],
    ['no pages', async () => labelledPdf(0), 'press/no-pages', /no pages/],
    ['a page that is not there', () => edited(removePage), 'press/damaged', /a page is missing/],
    ['fewer pages than it counts', () => edited(countOneMore), 'press/damaged', /5 pages, and 4/],
    [
      'content that is not there',
      () => edited(removeContent),
      'press/damaged',
      /content of a page is missing/,
    ],
    ['content that cannot be unpacked', () => edited(spoilContent), 'press/damaged', /flate/],
    ['content in parts that cannot be joined', () => edited(predictContent), 'press/damaged', /joined/],
    ['a font that is not there', () => edited(removeFont), 'press/damaged', /missing/],
    ['a page tree that bites its tail', async () => bytes(LOOP), 'press/damaged', /circle/],
    [
      'a page without an area',
      () => edited((document) => document.getPage(2).setTrimBox(0, 0, 0, 99)),
      'press/damaged',
      /page 3 has no area/,
    ],
    [
      'a page of another size',
      () => edited((document) => document.getPage(2).setSize(300, 400)),
      'press/mixed-sizes',
      /page 1 measures 148 × 210 mm, but page 3 105.8 × 141.1 mm/,
    ],
    [
      'a page on its side',
      () => labelledPdf(4, { change: layOnSide }),
      'press/mixed-sizes',
      /page 2 210 × 148 mm/,
    ],
    [
      'pages too large',
      () => labelledPdf(4, { size: { width: mm(210), height: mm(297) } }),
      'press/does-not-fit',
      /210 × 297 mm .* A4 \(297 × 210 mm\)/,
    ],
  ] as const)('%s', async (_, make, code, message) => {
    const result = await imposeDuplex(await make(), OPTIONS);
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code, severity: 'error' }] });
    expect(result.diagnostics[0]?.message).toMatch(message);
    expect(result.diagnostics[0]?.hint).toMatch(/.{20}/);
  });

  it('wherever it was cut off', async () => {
    const whole = await labelledPdf(3);
    const end = Buffer.from(whole).lastIndexOf('%%EOF') + '%%EOF'.length;
    for (let length = 0; length < end; length += 7) {
      const result = await imposeDuplex(whole.slice(0, length), OPTIONS);
      expect(result.ok, `cut off at ${length} of ${end}`).toBe(false);
    }
  });

  it('without ever throwing, whichever bytes are wrong', async () => {
    const whole = await labelledPdf(5);
    const wrong = fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(wrong, async (changes) => {
        const spoilt = whole.slice();
        for (const { at, byte } of changes) spoilt[at] = byte;
        const result = await imposeDuplex(spoilt, OPTIONS);
        if (!result.ok) {
          expect(result.diagnostics).toHaveLength(1);
          return;
        }
        const read = await PDFDocument.load(result.value.pdf, { updateMetadata: false });
        expect(read.getPageCount()).toBe(result.value.sides);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

describeWith(['qpdf'], 'an encrypted PDF', () => {
  it.each([
    ['with object streams', '--object-streams=generate'],
    ['without', '--object-streams=disable'],
  ])('%s', async (_, streams) => {
    const source = await labelledPdf(4);
    const encrypted = asFile(source, (path) => {
      run('qpdf', [path, streams, '--encrypt', '', 'owner', '256', '--', `${path}.locked`]);
      return new Uint8Array(fs.readFileSync(`${path}.locked`));
    });
    const result = await imposeDuplex(encrypted, OPTIONS);
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'press/encrypted' }] });
    expect(result.diagnostics[0]?.hint).toContain('qpdf --decrypt');
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function half(whole: Uint8Array): Uint8Array {
  return whole.slice(0, whole.length / 2);
}

/** Four pages, changed before they are saved. */
async function edited(change: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(await labelledPdf(4), { updateMetadata: false });
  change(document);
  return document.save();
}

function removePage(document: PDFDocument): void {
  document.context.delete(document.getPage(2).ref);
}

function contentRef(document: PDFDocument): PDFRef {
  const contents = document.getPage(2).node.Contents();
  const ref = contents instanceof PDFArray ? contents.get(0) : undefined;
  if (!(ref instanceof PDFRef)) throw new Error('the sample has other content');
  return ref;
}

function removeContent(document: PDFDocument): void {
  document.context.delete(contentRef(document));
}

function spoilContent(document: PDFDocument): void {
  const { context } = document;
  context.assign(contentRef(document), context.stream('not packed', { Filter: 'FlateDecode' }));
}

/** A second part, packed with a predictor. */
function predictContent(document: PDFDocument): void {
  const { context } = document;
  const packed = context.flateStream('', { DecodeParms: { Predictor: 12 } });
  document.getPage(2).node.addContentStream(context.register(packed));
}

function removeFont(document: PDFDocument): void {
  const font = document.getPage(0).node.normalizedEntries().Font;
  for (const ref of font.values()) if (ref instanceof PDFRef) document.context.delete(ref);
}

function countOneMore({ catalog, context }: PDFDocument): void {
  catalog.Pages().set(PDFName.of('Count'), context.obj(5));
}

const LOOP = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [2 0 R] >> endobj
trailer << /Root 1 0 R >>
startxref
0
%%EOF`;

function layOnSide(page: PDFPage, number: number): void {
  if (number === 2) page.setRotation(degrees(90));
}
