import { expect, it } from 'vitest';
import { withBookmarks } from '../../scripts/press/bookmarks.ts';
import { newPdf, savePdf } from '../../scripts/press/pdf.ts';
import { readPdf } from '../support/pdf.ts';

async function blank(pages: number): Promise<Uint8Array> {
  const document = await newPdf();
  for (let page = 0; page < pages; page++) document.addPage([960, 540]);
  return savePdf(document);
}

const mark = (title: string, level: 1 | 2) => ({ title, level });

it('every page is a bookmark, the second level below the first before it, in any script', async () => {
  const marks = [
    mark('大模型', 1),
    mark('提要', 2),
    mark('壹　“(x)\\”', 1),
    mark('問 1', 2),
    mark('問 2', 2),
    mark('😀', 1),
  ];
  const pdf = await readPdf(await withBookmarks(await blank(6), marks));
  expect(pdf.outline).toEqual([
    { title: '大模型', page: 1 },
    { title: '壹　“(x)\\”', page: 3 },
    { title: '😀', page: 6 },
  ]);
  expect(pdf.pages).toHaveLength(6);
});

it('bookmarks of before are gone, and the same file gives the same bytes', async () => {
  const pages = await blank(2);
  const once = await withBookmarks(pages, [mark('甲', 1), mark('乙', 1)]);
  const twice = await withBookmarks(once, [mark('丙', 1), mark('丁', 2)]);
  expect((await readPdf(twice)).outline).toEqual([{ title: '丙', page: 1 }]);
  expect(
    Buffer.from(await withBookmarks(pages, [mark('甲', 1), mark('乙', 1)])).equals(Buffer.from(once)),
  ).toBe(true);
});

it('a second level without a first before it stands at the first', async () => {
  const pdf = await readPdf(await withBookmarks(await blank(2), [mark('甲', 2), mark('乙', 1)]));
  expect(pdf.outline.map(({ title }) => title)).toEqual(['甲', '乙']);
});
