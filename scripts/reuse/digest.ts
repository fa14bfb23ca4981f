// What a value is, in 64 digits: the same digits, the same value.

import { createHash } from 'node:crypto';
import { lately } from './lately.ts';

/** SHA-256 of data: texts, numbers, arrays, maps, bytes and objects of these. Keys count in their order. */
export function digestOf(value: unknown): string {
  const hash = createHash('sha256');
  // A Buffer writes itself out, number by number, before anybody is asked what stands for it.
  const whole = value instanceof Uint8Array ? { sha256: sha256(value) } : value;
  hash.update(JSON.stringify(whole, plain) ?? 'undefined');
  return hash.digest('hex');
}

/** The same of what never changes once it is made: an object, or a long text, is looked through once. */
export function digestOnce(value: unknown): string {
  if (typeof value === 'string' && value.length > LONG) return ofTexts(value, () => digestOf(value));
  if (typeof value !== 'object' || value === null) return digestOf(value);
  const digest = known.get(value) ?? digestOf(value);
  known.set(value, digest);
  return digest;
}

const known = new WeakMap<object, string>();

/** The files of a theme, which every product looks at. */
const ofTexts = lately<string>(100);
const LONG = 500;

/** SHA-256 of a file's content. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A Buffer has turned itself into an object by the time it comes as `value`: it is looked for where it stood. */
function plain(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const raw = this[key];
  if (raw instanceof Map) return { map: [...raw] };
  if (raw instanceof Uint8Array) return { sha256: sha256(raw) };
  return value;
}
