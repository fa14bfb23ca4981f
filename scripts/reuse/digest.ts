// What a value is, in 64 digits: the same digits, the same value.

import { createHash } from 'node:crypto';

/** SHA-256 of data: texts, numbers, arrays, maps, bytes and objects of these. Keys count in their order. */
export function digestOf(value: unknown): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(value, plain) ?? 'undefined');
  return hash.digest('hex');
}

/** SHA-256 of a file's content. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof Uint8Array) return { sha256: sha256(value) };
  return value;
}
