// A font without its outlines, for who wants widths alone: of a Chinese face they are 96 % (OpenType 1.9, Font Tables).

const OUTLINES: ReadonlySet<string> = new Set(['glyf', 'loca']);

const HEADER = 12;
/** Tag, checksum, offset and length. */
const RECORD = 16;

/** The tables of a TrueType file but those that draw. What is not a TrueType file is given back as it is. */
export function withoutOutlines(font: Uint8Array): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = tablesOf(font, view);
  const kept = tables.filter(({ tag }) => !OUTLINES.has(tag));
  if (kept.length === tables.length) return font;
  const start = HEADER + RECORD * kept.length;
  const made = new Uint8Array(kept.reduce((size, { length }) => size + padded(length), start));
  const directory = new DataView(made.buffer);
  made.set(font.subarray(0, HEADER));
  directory.setUint16(4, kept.length);
  let at = start;
  kept.forEach(({ record, offset, length }, index) => {
    const to = HEADER + RECORD * index;
    made.set(font.subarray(record, record + RECORD), to);
    directory.setUint32(to + 8, at);
    made.set(font.subarray(offset, offset + length), at);
    at += padded(length);
  });
  return made;
}

interface Table {
  readonly tag: string;
  /** Where its record stands. */
  readonly record: number;
  readonly offset: number;
  readonly length: number;
}

const TRUETYPE = 0x00010000;

function tablesOf(font: Uint8Array, view: DataView): readonly Table[] {
  if (font.byteLength < HEADER || view.getUint32(0) !== TRUETYPE) return [];
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const record = HEADER + RECORD * index;
    return {
      tag: String.fromCharCode(...font.subarray(record, record + 4)),
      record,
      offset: view.getUint32(record + 8),
      length: view.getUint32(record + 12),
    };
  });
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
