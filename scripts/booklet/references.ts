// Reads back from the typeset pages on which of them each part stands.

import type { PageReferences } from '../model/page-references.ts';

/** `metadata` as the library of the theme left it under the label of REFERENCES; anything else is passed over. */
export function pageReferences(metadata: readonly unknown[]): PageReferences {
  const references = metadata.filter(isReference);
  return { sections: pagesOf(references, 'section'), exchanges: pagesOf(references, 'exchange') };
}

/**
 * What stands on each page, from the first: `opening`, `section-1`, `question-3`, `closing`, as the player of the deck
 * names them. A page without a beginning or a text of its own belongs to what stands before it.
 */
export function partsByPage(metadata: readonly unknown[], pageCount: number): readonly (readonly string[])[] {
  const references = metadata.filter(isReference);
  const ends = new Map(
    references.flatMap(({ part, number, page }) =>
      part === 'end-of-exchange' ? [[number, page] as const] : [],
    ),
  );
  const last = Math.max(0, ...ends.values());
  let before = 'opening';
  return Array.from({ length: pageCount }, (_, index) => {
    const page = index + 1;
    const parts = references
      .filter(({ part, number, page: first }) => {
        if (part === 'end-of-exchange') return false;
        return first <= page && page <= (part === 'exchange' ? (ends.get(number) ?? first) : first);
      })
      .map(({ part, number }) => (part === 'section' ? `section-${number}` : `question-${number}`));
    before = parts.at(-1) ?? (last > 0 && page > last ? 'closing' : before);
    return parts.length > 0 ? parts : [before];
  });
}

interface Reference {
  readonly part: 'section' | 'exchange' | 'end-of-exchange';
  /** Counted from 1. */
  readonly number: number;
  /** The folio. */
  readonly page: number;
}

function pagesOf(references: readonly Reference[], part: Reference['part']): readonly number[] {
  return references
    .filter((reference) => reference.part === part)
    .sort((a, b) => a.number - b.number)
    .map(({ page }) => page);
}

function isReference(value: unknown): value is Reference {
  if (typeof value !== 'object' || value === null) return false;
  const { part, number, page } = value as Partial<Record<keyof Reference, unknown>>;
  return PARTS.includes(part) && Number.isInteger(number) && Number.isInteger(page);
}

const PARTS: readonly unknown[] = [
  'section',
  'exchange',
  'end-of-exchange',
] satisfies readonly Reference['part'][];
