// The outline of a PDF, a bookmark for each page (ISO 32000-1, 12.3.3).

import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  reopenPdf,
  savePdf,
} from './pdf.ts';

export interface PageBookmark {
  readonly title: string;
  /** One of the second level stands under the one of the first before it. */
  readonly level: 1 | 2;
}

/** The file with `bookmarks`, in the order of its pages, in place of any it has. */
export async function withBookmarks(
  bytes: Uint8Array,
  bookmarks: readonly PageBookmark[],
): Promise<Uint8Array> {
  const document = await reopenPdf(bytes);
  const { catalog, context } = document;
  const root = context.nextRef();
  const chapters: Entry[] = [];
  for (const [index, { title, level }] of bookmarks.entries()) {
    const entry: Entry = { title, page: pageRef(document, index), ref: context.nextRef(), below: [] };
    const above = chapters.at(-1);
    if (level === 2 && above) above.below.push(entry);
    else chapters.push(entry);
  }
  write(document, chapters, root);
  const outline = listOf(document, chapters);
  outline.set(PDFName.of('Type'), PDFName.of('Outlines'));
  context.assign(root, outline);
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  return savePdf(document);
}

interface Entry {
  readonly title: string;
  readonly page: PDFRef | undefined;
  readonly ref: PDFRef;
  readonly below: Entry[];
}

function pageRef(document: PDFDocument, index: number): PDFRef | undefined {
  return document.getPages()[index]?.ref;
}

/** Every entry knows its neighbours and what it stands under. */
function write(document: PDFDocument, entries: readonly Entry[], parent: PDFRef): void {
  const { context } = document;
  for (const [index, { title, page, ref, below }] of entries.entries()) {
    write(document, below, ref);
    const entry = listOf(document, below);
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title));
    entry.set(PDFName.of('Parent'), parent);
    const [before, after] = [entries[index - 1], entries[index + 1]];
    if (before) entry.set(PDFName.of('Prev'), before.ref);
    if (after) entry.set(PDFName.of('Next'), after.ref);
    if (page) entry.set(PDFName.of('Dest'), context.obj([page, 'Fit']));
    context.assign(ref, entry);
  }
}

/** First and last of what stands below; a list that is closed has a negative count. */
function listOf({ context }: PDFDocument, entries: readonly Entry[]): PDFDict {
  const list = PDFDict.withContext(context);
  const [first, last] = [entries[0], entries.at(-1)];
  if (first && last) {
    list.set(PDFName.of('First'), first.ref);
    list.set(PDFName.of('Last'), last.ref);
    list.set(PDFName.of('Count'), PDFNumber.of(entries.length));
  }
  return list;
}
