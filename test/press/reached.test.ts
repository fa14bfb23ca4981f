import { PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { openPages } from '../../scripts/press/open.ts';
import { loadPdf, PDFDict, PDFRawStream } from '../../scripts/press/pdf.ts';
import { readReached } from '../../scripts/press/reached.ts';
import { readPdf } from '../support/pdf.ts';
import { succeeded } from '../support/world.ts';
import { impose, labelledPdf, typesetPdf } from './samples.ts';

const whole = typesetPdf(6);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('of a PDF that Typst has written', () => {
  it('what pages reach is read as it stands in the file, and neither tags nor outline are', async () => {
    const all = (await loadPdf(whole)).context;
    const { context } = readReached(whole) ?? {};
    const reached = context?.enumerateIndirectObjects() ?? [];
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.length).toBeLessThan(all.enumerateIndirectObjects().length / 2);
    for (const [ref, object] of reached) expect(object.toString(), `${ref}`).toBe(`${all.lookup(ref)}`);
    const kinds = reached.map(([, object]) => (object instanceof PDFDict ? `${object.get(TYPE)}` : ''));
    expect(kinds.filter((kind) => kind === '/Page')).toHaveLength(6);
    expect(kinds).not.toContain('/StructElem');
  });

  it('the pages are those that are found where everything is read', async () => {
    const { pages } = succeeded(await openPages(whole));
    const every = (await loadPdf(whole)).getPages();
    expect(pages.map(String)).toEqual(every.map(({ node }) => `${node}`));
  });
});

describe('a PDF that is built in another way', () => {
  /** The page is changed behind the end, as programs do that leave what is there as it is; its content is not. */
  const appended = (): Uint8Array => {
    const page = (width: number): string =>
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} 595] /Resources << >> /Contents 4 0 R >>\nendobj\n`;
    const objects = [
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
      '2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n',
      page(400),
      '4 0 obj\n<< /Length 19 >>\nstream\n0 0 9 9 re 1 g f* Q\nendstream\nendobj\n',
    ];
    const first = withTable('%PDF-1.7\n', objects, '');
    const start = first.lastIndexOf('xref\n0 ');
    return bytesOf(withTable(first, [...objects.slice(0, 2), page(419)], `/Prev ${start} `));
  };
  const wrongOffset = (): Uint8Array =>
    bytesOf(
      textOf(whole).replace(
        /\n(\d{9})(\d) 00000 n/g,
        (_, most, last) => `\n${most}${(Number(last) + 1) % 10} 00000 n`,
      ),
    );

  it.each([
    ['its objects packed', () => labelledPdf(6), 6],
    [
      'no table where it says',
      async () => bytesOf(textOf(whole).replace(/startxref\s+\d+/, 'startxref 17')),
      6,
    ],
    ['offsets that are wrong', async () => wrongOffset(), 6],
  ] as const)('%s: is imposed all the same', async (_, make, count) => {
    const bytes = await make();
    expect(quick(bytes)).toBeUndefined();
    const { pdf } = await impose(bytes);
    const texts = (await readPdf(pdf)).pages.map(({ plain }) => plain).join('');
    for (let number = 1; number <= count; number++)
      expect(texts).toMatch(new RegExp(`第${number}頁|page${number}`));
    expect((await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()).toBe(4);
  });

  it('changed behind its end: its last state is read, with what it left as it was', async () => {
    expect(quick(appended())).toBeUndefined();
    const { context, pages } = succeeded(await openPages(appended()));
    expect(pages.map((page) => page.MediaBox().asRectangle().width)).toEqual([419]);
    expect(context.lookup(pages[0]?.get(PDFName.of('Contents')))).toBeInstanceOf(PDFRawStream);
  });
});

/** Objects from the first on, and the table that says where they are. */
function withTable(before: string, objects: readonly string[], more: string): string {
  let text = before;
  const offsets = objects.map((object) => {
    const offset = text.length;
    text += object;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${text}${table}trailer\n<< /Size 5 /Root 1 0 R ${more}>>\nstartxref\n${text.length}\n%%EOF\n`;
}

function quick(bytes: Uint8Array): unknown {
  try {
    return readReached(bytes);
  } catch {
    return undefined;
  }
}

const TYPE = PDFName.of('Type');
