// What an edition's text is known by: printed in the colophon, so that two copies can be told apart without reading them.

import { createHash } from 'node:crypto';
import type { Edition } from '../model/edition.ts';
import { textsOf } from '../model/interview.ts';

/** The first 16 hexadecimal digits of SHA-256 (FIPS 180-4) of all texts in reading order, a line each, as UTF-8. */
export function textChecksum({ interview }: Edition): string {
  const lines = textsOf(interview).map(({ text }) => `${text}\n`);
  return createHash('sha256').update(lines.join(''), 'utf8').digest('hex').slice(0, 16);
}
