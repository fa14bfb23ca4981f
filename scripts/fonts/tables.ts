// The tables that a TrueType file is made of (OpenType 1.9, Organization of an OpenType Font).

export interface Table {
  readonly tag: string;
  /** Where its record stands in the directory: tag, checksum, offset and length. */
  readonly record: number;
  readonly offset: number;
  readonly length: number;
}

/** What stands before the directory: version, count of tables, and how to search them. */
export const FONT_HEADER = 12;
export const TABLE_RECORD = 16;

const TRUETYPE = 0x00010000;

/** In the order of the directory; none of what is no TrueType file. */
export function tablesOf(font: Uint8Array): readonly Table[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (font.byteLength < FONT_HEADER || view.getUint32(0) !== TRUETYPE) return [];
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const record = FONT_HEADER + TABLE_RECORD * index;
    return {
      tag: String.fromCharCode(...font.subarray(record, record + 4)),
      record,
      offset: view.getUint32(record + 8),
      length: view.getUint32(record + 12),
    };
  });
}

/** Tables begin at multiples of four bytes. */
export function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
