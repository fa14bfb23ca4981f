// A ZIP archive to its files, bounded by the bytes that really come out (PKWARE APPNOTE 6.3.10). Owns fflate.

import { strToU8, Unzip, UnzipInflate, zipSync } from 'fflate';

export type Unpacked =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged'; readonly reason: string };

/**
 * Every file of an archive. Stops where more than `limit` bytes have come out, whatever the headers claim, and
 * where the archive is cut off or its end disagrees with its files.
 */
export function unpack(bytes: Uint8Array, limit: number): Unpacked {
  const files = new Map<string, Uint8Array[]>();
  const finished = new Set<string>();
  let total = 0;
  let fault: string | undefined;
  const reader = new Unzip((file) => {
    if (total > limit || fault !== undefined) return;
    const parts: Uint8Array[] = [];
    files.set(file.name, parts);
    file.ondata = (error, part, isFinal) => {
      if (error) fault ??= error.message;
      else {
        total += part.length;
        if (total > limit) file.terminate();
        else parts.push(part);
        if (isFinal) finished.add(file.name);
      }
    };
    file.start();
  });
  reader.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && total <= limit && fault === undefined; at += STEP) {
      reader.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch (error) {
    fault ??= error instanceof Error ? error.message : String(error);
  }
  if (total > limit) return { kind: 'too-large' };
  const listed = listedFiles(bytes);
  if (listed === undefined) return { kind: 'damaged', reason: 'its end is missing' };
  if (fault !== undefined) return { kind: 'damaged', reason: fault };
  if (finished.size < files.size || files.size !== listed)
    return { kind: 'damaged', reason: `${finished.size} of ${listed} files can be read` };
  return { kind: 'files', files: new Map(Array.from(files, ([name, parts]) => [name, joined(parts)])) };
}

/** An archive of the files in their order, without compression unless it is asked for. Same files, same bytes. */
export function pack(files: ReadonlyMap<string, Uint8Array>, how: Packing = 'stored'): Uint8Array {
  return archiveOf(Array.from(files, ([name, content]) => packFile(name, content, how)));
}

export type Packing = 'stored' | 'compressed';

/** A file as it stands in an archive, and its line in the list at the end, which says where. */
export interface PackedFile {
  readonly packed: Uint8Array;
  readonly listed: Uint8Array;
}

/** One file by itself: whoever has it packed already need not pack it again. */
export function packFile(name: string, content: Uint8Array, how: Packing): PackedFile {
  const archive = zipSync({ [name]: content }, { level: how === 'stored' ? 0 : 6, mtime: PACKED_ON });
  const listAt = viewOf(archive, archive.length - END).getUint32(LIST_AT, true);
  return { packed: archive.subarray(0, listAt), listed: archive.subarray(listAt, archive.length - END) };
}

/** The archive of files in their order. */
export function archiveOf(files: readonly PackedFile[]): Uint8Array {
  let at = 0;
  const listed = files.map((file) => {
    const line = file.listed.slice();
    viewOf(line).setUint32(PACKED_AT, at, true);
    at += file.packed.length;
    return line;
  });
  const end = zipSync({});
  const view = viewOf(end);
  for (const count of COUNTS) view.setUint16(count, files.length, true);
  view.setUint32(
    LIST_SIZE,
    listed.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  view.setUint32(LIST_AT, at, true);
  return joined([...files.map(({ packed }) => packed), ...listed, end]);
}

const viewOf = (bytes: Uint8Array, from = 0): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset + from, bytes.length - from);

/** In a line of the list (4.3.12), where the file stands. */
const PACKED_AT = 42;

/** The end of an archive that has no comment (4.3.16): its size, and in it the counts of files, and size and place of the list. */
const END = 22;
const COUNTS = [8, 10];
const LIST_SIZE = 12;
const LIST_AT = 16;

export function utf8(text: string): Uint8Array {
  return strToU8(text);
}

/** A thousandth of this comes in where the compression is the strongest that DEFLATE knows. */
const STEP = 1 << 12;

/** The earliest that the format can say; no clock has a part in it. */
const PACKED_ON = '1980-01-01T00:00:00';

/** The number of files that the end of the archive tells, undefined where it has no end. */
function listedFiles(bytes: Uint8Array): number | undefined {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= from; at--) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6)
      return (bytes[at + 10] ?? 0) + 256 * (bytes[at + 11] ?? 0);
  }
  return undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
