// A PDF as Typst writes it, with a plain cross-reference table (ISO 32000-1, 7.5.4), read no further than is asked: a
// library would read all of it, which takes longer than all the rest of a fingerprint.

import { hash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { type PdfDict, type PdfValue, readObjects } from './objects.ts';

export interface PdfStream {
  readonly kind: 'stream';
  readonly dict: PdfDict;
  /** As it stands in the file. */
  readonly packed: Uint8Array;
}

export type PdfObject = PdfValue | PdfStream;

export interface PdfFile {
  /** The value itself, or the object that it refers to; null where there is none. */
  readonly lookup: (value: PdfValue | undefined) => PdfObject;
  readonly pages: () => readonly PdfDict[];
  /** Names all that a value holds and refers to, however deep. */
  readonly digest: (value: PdfValue | undefined) => string;
}

/** Undefined where the file is not written in that way. */
export function openFile(pdf: Uint8Array): PdfFile | undefined {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const table = readTable(text);
  if (!table) return undefined;
  const read = remember((number: number) => readObject(text, pdf, table.offsets.get(number)));
  const lookup = (value: PdfValue | undefined): PdfObject =>
    isReference(value) ? read(value.number) : (value ?? null);
  const digestOf = remember((number: number) => digestOfText(written(read(number), referred)));
  const open = new Set<number>();
  const referred = (number: number): string => {
    // What leads back to where it came from adds nothing.
    if (open.has(number)) return 'above';
    open.add(number);
    const digest = digestOf(number);
    open.delete(number);
    return digest;
  };
  return {
    lookup,
    digest: (value) => digestOfText(written(value ?? null, referred)),
    pages: () => {
      const catalog = lookup(table.root);
      return isDict(catalog) ? pagesBelow(lookup(entry(catalog, 'Pages')), new Map(), lookup) : [];
    },
  };
}

export function entry(dict: PdfDict, name: string): PdfValue | undefined {
  return dict.entries.get(`/${name}`);
}

export function isDict(value: PdfObject | undefined): value is PdfDict {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'dict';
}

export function isStream(value: PdfObject | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'stream';
}

export function isReference(value: PdfObject | undefined): value is { kind: 'reference'; number: number } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'reference';
}

export function numbersOf(value: PdfObject | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

/** The bytes of a stream, undefined where it is packed in another way than Typst packs content and fonts. */
export function unpacked({ dict, packed }: PdfStream): Uint8Array | undefined {
  const filter = entry(dict, 'Filter');
  const [only, ...more] = Array.isArray(filter) ? filter : [filter];
  if (more.length > 0 || entry(dict, 'DecodeParms') !== undefined) return undefined;
  if (only === undefined) return packed;
  return only === '/FlateDecode' ? inflateSync(packed) : undefined;
}

export function digestOfText(text: string): string {
  return hash('sha1', text, 'base64').slice(0, -1);
}

interface Table {
  readonly offsets: ReadonlyMap<number, number>;
  readonly root: PdfValue | undefined;
}

function readTable(text: string): Table | undefined {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40));
  if (!head) return undefined;
  const offsets = new Map<number, number>();
  const first = start + head[0].length;
  const count = Number(head[1]);
  for (let number = 0; number < count; number++) {
    // Twenty bytes an entry: ten digits of the offset, five of the generation, and whether it is in use.
    const line = text.substr(first + number * 20, 18);
    if (line.endsWith('n')) offsets.set(number, Number(line.slice(0, 10)));
  }
  const trailer = readObjects(text, text.indexOf('trailer', first + count * 20) + 'trailer'.length).next();
  return isDict(trailer) ? { offsets, root: entry(trailer, 'Root') } : undefined;
}

function readObject(text: string, pdf: Uint8Array, offset: number | undefined): PdfObject {
  if (offset === undefined) return null;
  const head = /^\d+\s+\d+\s+obj/.exec(text.slice(offset, offset + 30));
  if (!head) return null;
  const reader = readObjects(text, offset + head[0].length);
  const value = reader.next() ?? null;
  if (!isDict(value)) return value;
  const begin = /^\s*stream\r?\n/.exec(text.slice(reader.at, reader.at + 16));
  const length = entry(value, 'Length');
  if (!begin || typeof length !== 'number') return value;
  const start = reader.at + begin[0].length;
  return { kind: 'stream', dict: value, packed: pdf.subarray(start, start + length) };
}

/** What a page inherits stands in it. */
function pagesBelow(
  node: PdfObject,
  inherited: ReadonlyMap<string, PdfValue>,
  lookup: PdfFile['lookup'],
): readonly PdfDict[] {
  if (!isDict(node)) return [];
  const entries = new Map([...inherited, ...node.entries]);
  const kids = entry(node, 'Kids');
  if (!Array.isArray(kids)) return [{ kind: 'dict', entries }];
  const passed = new Map([...entries].filter(([name]) => INHERITED.includes(name)));
  return kids.flatMap((kid) => pagesBelow(lookup(kid), passed, lookup));
}

const INHERITED = ['/Resources', '/MediaBox', '/CropBox', '/Rotate'];

/** A value as text in which references stand as what they refer to. */
function written(value: PdfObject, referred: (number: number) => string): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, referred)).join(' ')}]`;
  if (isReference(value)) return referred(value.number);
  if (isStream(value)) {
    const bytes = hash('sha1', value.packed, 'base64');
    return `${written(value.dict, referred)}${bytes}`;
  }
  if (!isDict(value)) return JSON.stringify(value);
  const shown = [...value.entries].filter(([name]) => !UNSEEN.includes(name)).sort(byName);
  return `<<${shown.map(([name, item]) => `${name} ${written(item, referred)}`).join(' ')}>>`;
}

/** Entries that lead to the structure of the document. */
const UNSEEN = ['/Parent', '/StructParent', '/StructParents', '/Metadata'];

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
