// What the codes of a text draw. Each file numbers the glyphs of its fonts anew, so that a glyph is known by its outline
// (TrueType: glyf, loca, hmtx); a font of another kind by all of it.

import { hash } from 'node:crypto';
import { entry, isDict, isStream, type PdfFile, unpacked } from './file.ts';
import type { PdfDict, PdfValue } from './objects.ts';

export interface Glyph {
  /** Names what is drawn. */
  readonly face: string;
  /** To the next one, in ems. */
  readonly advance: number;
}

/** The glyphs of a string, in their order. */
export type Font = (text: string) => readonly Glyph[];

export function fontOf(value: PdfValue | undefined, file: PdfFile): Font {
  const dict = file.lookup(value);
  const program = isDict(dict) ? programOf(dict, file) : undefined;
  if (!program) {
    const whole = file.digest(value);
    return (text) => [...text].map((code) => ({ face: `${whole}${code.charCodeAt(0)}`, advance: 0 }));
  }
  const known = new Map<number, Glyph>();
  const glyph = (code: number): Glyph => {
    const found = known.get(code);
    if (found) return found;
    const made = { face: program.faceOf(code), advance: (program.widths.get(code) ?? program.width) / 1000 };
    known.set(code, made);
    return made;
  };
  return (text) => {
    const glyphs: Glyph[] = [];
    for (let at = 0; at + 1 < text.length; at += 2)
      glyphs.push(glyph(text.charCodeAt(at) * 256 + text.charCodeAt(at + 1)));
    return glyphs;
  };
}

interface Program {
  readonly faceOf: (glyph: number) => string;
  /** In thousandths of an em, by glyph; `width` is that of the others. */
  readonly widths: ReadonlyMap<number, number>;
  readonly width: number;
}

/** Of a font whose codes are the numbers of its TrueType glyphs (ISO 32000-1, 9.7). */
function programOf(dict: PdfDict, file: PdfFile): Program | undefined {
  const parts = file.lookup(entry(dict, 'DescendantFonts'));
  const part = Array.isArray(parts) ? file.lookup(parts[0]) : undefined;
  if (!isDict(part) || entry(dict, 'Encoding') !== '/Identity-H') return undefined;
  if (entry(part, 'CIDToGIDMap') !== '/Identity') return undefined;
  const descriptor = file.lookup(entry(part, 'FontDescriptor'));
  const stream = isDict(descriptor) ? file.lookup(entry(descriptor, 'FontFile2')) : undefined;
  const bytes = isStream(stream) ? unpacked(stream) : undefined;
  const faceOf = bytes && outlines(bytes);
  if (!faceOf) return undefined;
  const width = file.lookup(entry(part, 'DW'));
  return {
    faceOf,
    widths: widthsOf(file.lookup(entry(part, 'W'))),
    width: typeof width === 'number' ? width : 1000,
  };
}

/** `first [width …]` or `first last width` (ISO 32000-1, 9.7.4.3). */
function widthsOf(value: unknown): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  for (let at = 0; at < items.length; ) {
    const [first, second, third] = items.slice(at, at + 3);
    if (typeof first !== 'number') break;
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) widths.set(first + index, Number(width));
      at += 2;
    } else {
      for (let code = first; code <= Number(second); code++) widths.set(code, Number(third));
      at += 3;
    }
  }
  return widths;
}

/** Gives a name to each outline of a TrueType font; undefined where it has none. */
function outlines(font: Uint8Array): ((glyph: number) => string) | undefined {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, { readonly start: number; readonly length: number }>();
  for (let index = 0; index < data.getUint16(4); index++) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    tables.set(tag, { start: data.getUint32(record + 8), length: data.getUint32(record + 12) });
  }
  const startOf = (tag: string): number | undefined => tables.get(tag)?.start;
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(startOf);
  if (!head || !hhea || !hmtx || !loca || glyf === undefined) return undefined;
  const isLong = data.getInt16(head + 50) === 1;
  const unitsPerEm = data.getUint16(head + 18);
  const metrics = data.getUint16(hhea + 34);
  const most = (tables.get('loca')?.length ?? 0) / (isLong ? 4 : 2) - 1;
  const offset = (glyph: number): number =>
    glyf + (isLong ? data.getUint32(loca + glyph * 4) : data.getUint16(loca + glyph * 2) * 2);
  const bytesOf = (glyph: number): Uint8Array =>
    glyph < most ? font.subarray(offset(glyph), offset(glyph + 1)) : new Uint8Array();
  /** Where it begins is measured from its left side bearing. */
  const bearing = (glyph: number): number =>
    data.getInt16(hmtx + (glyph < metrics ? glyph * 4 + 2 : metrics * 4 + (glyph - metrics) * 2));
  const faceOf = (glyph: number, depth = 0): string => {
    const outline = bytesOf(glyph);
    const placed = `${unitsPerEm} ${glyph < most ? bearing(glyph) : 0}`;
    if (outline.length === 0 || data.getInt16(outline.byteOffset - font.byteOffset) >= 0)
      return `${hash('sha1', outline, 'base64')} ${placed}`;
    // Put together of others, which the file has numbered anew too.
    const parts = componentsOf(outline);
    const plain = outline.slice();
    for (const part of parts) plain.fill(0, part.at, part.at + 2);
    const deeper = depth < DEEPEST ? parts.map((part) => faceOf(part.glyph, depth + 1)) : [];
    return `${hash('sha1', plain, 'base64')} ${placed} (${deeper.join(' ')})`;
  };
  return faceOf;
}

const DEEPEST = 8;

/** The glyphs that a composite is made of, and where their numbers stand in it (OpenType, glyf). */
function componentsOf(outline: Uint8Array): readonly { readonly glyph: number; readonly at: number }[] {
  const data = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const parts: { glyph: number; at: number }[] = [];
  for (let at = 10, more = true; more && at + 4 <= outline.length; ) {
    const flags = data.getUint16(at);
    parts.push({ glyph: data.getUint16(at + 2), at: at + 2 });
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x01 ? 4 : 2) + scale;
    more = (flags & 0x20) !== 0;
  }
  return parts;
}
