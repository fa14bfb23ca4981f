// Of a PDF with one plain cross-reference table (ISO 32000-1, 7.5.4), as Typst writes it, what its pages reach: tags and
// outline are most of its objects, and no sheet shows them.

import {
  PDFCatalog,
  PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFObjectParser,
  PDFRef,
  partsOf,
} from './pdf.ts';

export interface Reached {
  readonly catalog: PDFCatalog;
  /** Holds the catalogue, and what its pages and layers lead to. */
  readonly context: PDFContext;
}

/** Undefined where the file is built in another way. Throws where an object is not where the table has it. */
export function readReached(bytes: Uint8Array): Reached | undefined {
  const context = PDFContext.create();
  const table = readTable(bytes, context);
  if (!table) return undefined;
  const open = [table.root];
  for (let ref = open.pop(); ref; ref = open.pop()) {
    const offset = table.offsets.get(ref);
    if (offset === undefined || context.lookup(ref)) continue;
    const object = readObject(bytes, ref, offset, context);
    context.assign(ref, object);
    const shown = object instanceof PDFCatalog ? SHOWN.map((name) => object.get(name)) : [object];
    for (const each of shown)
      for (const part of each ? partsOf(each) : []) if (part instanceof PDFRef) open.push(part);
  }
  const catalog = context.lookup(table.root);
  return catalog instanceof PDFCatalog ? { catalog, context } : undefined;
}

/** Of the catalogue. */
const SHOWN = [PDFName.of('Pages'), PDFName.of('OCProperties')];

interface Table {
  readonly root: PDFRef;
  readonly offsets: ReadonlyMap<PDFRef, number>;
}

function readTable(bytes: Uint8Array, context: PDFContext): Table | undefined {
  const end = bytes.length;
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(bytes, end - 64, end))?.[1]);
  const head = /^xref\s+0 (\d+)\s+/.exec(latin1(bytes, start, start + 40));
  if (!head) return undefined;
  const first = start + head[0].length;
  const count = Number(head[1]);
  const behind = first + count * ENTRY;
  const word = /^\s*trailer\s*/.exec(latin1(bytes, behind, behind + 40));
  if (!word) return undefined;
  const trailer = PDFObjectParser.forBytes(bytes.subarray(behind + word[0].length), context).parseObject();
  if (!(trailer instanceof PDFDict) || ELSEWHERE.some((name) => trailer.has(name))) return undefined;
  const root = trailer.get(PDFName.of('Root'));
  if (!(root instanceof PDFRef)) return undefined;
  const entries = latin1(bytes, first, behind);
  const offsets = new Map<PDFRef, number>();
  for (let number = 0; number < count; number++) {
    const [, offset, generation] = /^(\d{10}) (\d{5}) n/.exec(entries.substr(number * ENTRY, ENTRY)) ?? [];
    if (offset !== undefined) offsets.set(PDFRef.of(number, Number(generation)), Number(offset));
  }
  return { root, offsets };
}

/** Bytes: ten digits of the offset, five of the generation, whether it is in use, and the end of the line. */
const ENTRY = 20;

/** A trailer with one of these says that there is more than this table, or that nothing can be read. */
const ELSEWHERE = ['Prev', 'XRefStm', 'Encrypt'].map((name) => PDFName.of(name));

function readObject(bytes: Uint8Array, ref: PDFRef, offset: number, context: PDFContext): PDFObject {
  const head = /^(\d+) (\d+) obj\s/.exec(latin1(bytes, offset, offset + 30));
  if (Number(head?.[1]) !== ref.objectNumber || Number(head?.[2]) !== ref.generationNumber)
    throw new Error(`there is no object ${ref} where the table has it`);
  return PDFObjectParser.forBytes(bytes.subarray(offset + (head?.[0].length ?? 0)), context).parseObject();
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    Math.max(0, from),
    to,
  );
}
