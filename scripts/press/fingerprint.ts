// Tells files apart without a clock or a random number. Not proof against forgery, and not meant to be.

/** 128 bits as 32 hexadecimal digits: FNV-1a (32 bit) over `bytes` and `text`, from four starting values. */
export function fingerprint(bytes: Uint8Array, text: string): string {
  const tail = new TextEncoder().encode(text);
  return LANES.map((start) => fnv1a(tail, fnv1a(bytes, start)))
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('');
}

const PRIME = 0x01000193;
const OFFSET_BASIS = 0x811c9dc5;
const LANES = [0, 1, 2, 3].map((lane) => Math.imul(OFFSET_BASIS ^ lane, PRIME) >>> 0);

function fnv1a(bytes: Uint8Array, start: number): number {
  let hash = start;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME);
  return hash >>> 0;
}
