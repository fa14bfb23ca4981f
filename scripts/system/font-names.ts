// Tells the fonts a document was set in from those it was given (OpenType, name table; ISO 32000-1, 9.9.2).

import fs from 'node:fs';

/** PostScript names of the fonts in `pdf` that are in none of the font files. */
export function foreignFonts(pdf: Uint8Array, files: readonly string[]): readonly string[] {
  const given = new Set(files.map(postScriptName));
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const used = Array.from(source.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/<>[\]]+)/g), ([, name = '']) =>
    name.replace(/-Identity-[HV]$/, ''),
  );
  return [...new Set(used)].filter((name) => !given.has(name)).sort();
}

const known = new Map<string, string>();

function postScriptName(file: string): string {
  const name = known.get(file) ?? readPostScriptName(file);
  known.set(file, name);
  return name;
}

const POSTSCRIPT_NAME = 6;
const MACINTOSH = 1;

function readPostScriptName(file: string): string {
  const handle = fs.openSync(file, 'r');
  try {
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      fs.readSync(handle, bytes, 0, length, position);
      return bytes;
    };
    const tables = read(12, 16 * read(4, 2).readUInt16BE());
    const entry = tables.indexOf('name', 0, 'latin1');
    if (entry < 0) return '';
    const names = read(tables.readUInt32BE(entry + 8), tables.readUInt32BE(entry + 12));
    const strings = names.readUInt16BE(4);
    for (let record = 6; record < strings; record += 12) {
      if (names.readUInt16BE(record + 6) !== POSTSCRIPT_NAME) continue;
      const start = strings + names.readUInt16BE(record + 10);
      const bytes = names.subarray(start, start + names.readUInt16BE(record + 8));
      const isLatin = names.readUInt16BE(record) === MACINTOSH;
      return isLatin ? bytes.toString('latin1') : new TextDecoder('utf-16be').decode(bytes);
    }
    return '';
  } finally {
    fs.closeSync(handle);
  }
}
