// The same character under the code it has for the sake of older standards: full-width Latin letters and figures,
// the radicals that PDF readers hand out for characters (Unicode NFKC).

import type { Edit } from './edits.ts';

/** Full-width letters and figures become ordinary ones, radicals and compatibility ideographs the character. */
export function normalizeCompatibility(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: before, index } of text.matchAll(RUN)) {
    const after = before.normalize('NFKC');
    if (after !== before) {
      edits.push({ start: index, end: index + before.length, after, kind: 'compatibility' });
    }
  }
  return edits;
}

const RUN = /[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*|[\u2e80-\u2fdf\uf900-\ufaff]|[｡｢｣､]/gu;
