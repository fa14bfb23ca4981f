// A font as WOFF: each table packed by itself (WOFF File Format 1.0, W3C 2012). The packing is Node's own, beside the main
// thread: a packer written in JavaScript takes ten times as long.

import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { FONT_HEADER, padded, TABLE_RECORD, type Table, tablesOf } from './tables.ts';

const SIGNATURE = 0x774f4646;
const HEADER = 44;
/** Tag, offset, packed and original length, checksum. */
const RECORD = 20;

/** `font` (TrueType) as WOFF. The directory of a font is in the order of tags, as that of the WOFF must be. */
export async function toWoff(font: Uint8Array): Promise<Uint8Array> {
  const tables = tablesOf(font);
  const packed = await Promise.all(tables.map((table) => packTable(font, table)));
  const start = HEADER + RECORD * tables.length;
  const size = packed.reduce((sum, { length }) => sum + padded(length), start);
  const woff = new Uint8Array(size);
  const view = new DataView(woff.buffer);
  view.setUint32(0, SIGNATURE);
  woff.set(font.subarray(0, 4), 4);
  view.setUint32(8, size);
  view.setUint16(12, tables.length);
  view.setUint32(16, sizeOf(tables));
  let at = start;
  tables.forEach(({ record, length }, index) => {
    const data = packed[index] ?? new Uint8Array();
    const row = HEADER + RECORD * index;
    woff.set(font.subarray(record, record + 4), row);
    view.setUint32(row + 4, at);
    view.setUint32(row + 8, data.length);
    view.setUint32(row + 12, length);
    woff.set(font.subarray(record + 4, record + 8), row + 16);
    woff.set(data, at);
    at += padded(data.length);
  });
  return woff;
}

const pack = promisify(deflate);

/** A table that packing makes no smaller stands as it is. */
async function packTable(font: Uint8Array, { offset, length }: Table): Promise<Uint8Array> {
  const data = font.subarray(offset, offset + length);
  const packed = await pack(data, { level: 9 });
  return packed.length < length ? packed : data;
}

/** Of the font as it was, without gaps. */
function sizeOf(tables: readonly Table[]): number {
  const start = FONT_HEADER + TABLE_RECORD * tables.length;
  return tables.reduce((sum, { length }) => sum + padded(length), start);
}
