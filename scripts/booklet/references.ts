// Reads back from the typeset pages on which of them each part stands.

import type { PageReferences } from '../model/page-references.ts';

/** `metadata` as the library of the theme left it under the label of REFERENCES; anything else is passed over. */
export function pageReferences(metadata: readonly unknown[]): PageReferences {
  const references = metadata.filter(isReference);
  return { sections: pagesOf(references, 'section'), exchanges: pagesOf(references, 'exchange') };
}

interface Reference {
  readonly part: 'section' | 'exchange';
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
  return (part === 'section' || part === 'exchange') && Number.isInteger(number) && Number.isInteger(page);
}
