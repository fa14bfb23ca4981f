// A font without its outlines, for who wants widths alone: of a Chinese face they are 96 % (OpenType 1.9, Font Tables). And
// the box that a single outline fills, for who asks where the ink of a mark stands.

import { FONT_HEADER, padded, TABLE_RECORD, tablesOf } from './tables.ts';

const OUTLINES: ReadonlySet<string> = new Set(['glyf', 'loca']);

/** The tables of a TrueType file but those that draw. What is not a TrueType file is given back as it is. */
export function withoutOutlines(font: Uint8Array): Uint8Array {
  const tables = tablesOf(font);
  const kept = tables.filter(({ tag }) => !OUTLINES.has(tag));
  if (kept.length === tables.length) return font;
  const start = FONT_HEADER + TABLE_RECORD * kept.length;
  const made = new Uint8Array(kept.reduce((size, { length }) => size + padded(length), start));
  const directory = new DataView(made.buffer);
  made.set(font.subarray(0, FONT_HEADER));
  directory.setUint16(4, kept.length);
  let at = start;
  kept.forEach(({ record, offset, length }, index) => {
    const to = FONT_HEADER + TABLE_RECORD * index;
    made.set(font.subarray(record, record + TABLE_RECORD), to);
    directory.setUint32(to + 8, at);
    made.set(font.subarray(offset, offset + length), at);
    at += padded(length);
  });
  return made;
}

/** In units of the font, from the origin of the glyph. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Reads the boxes of a TrueType file's outlines; an empty glyph has none, nor has any of another file. */
export function readBoxes(font: Uint8Array): (glyph: number) => Box | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map(tablesOf(font).map((table) => [table.tag, table]));
  const [head, loca, glyf] = [tables.get('head'), tables.get('loca'), tables.get('glyf')];
  if (!head || !loca || !glyf) return () => undefined;
  const isLong = view.getInt16(head.offset + 50) === 1;
  const size = isLong ? 4 : 2;
  const startOf = (glyph: number): number =>
    isLong ? view.getUint32(loca.offset + 4 * glyph) : 2 * view.getUint16(loca.offset + 2 * glyph);
  return (glyph) => {
    if ((glyph + 2) * size > loca.length) return undefined;
    const start = startOf(glyph);
    if (start === startOf(glyph + 1)) return undefined;
    const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => view.getInt16(glyf.offset + start + at));
    return { left: left ?? 0, bottom: bottom ?? 0, right: right ?? 0, top: top ?? 0 };
  };
}
