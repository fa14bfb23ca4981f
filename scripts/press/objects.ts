// The numbers that objects go by in their file.

import type { PDFContext, PDFObject } from './pdf.ts';

export interface ObjectNames {
  /** Number and generation, such as `12 0`; none for an object that stands within another. */
  readonly of: (object: PDFObject | undefined) => string | undefined;
}

export function objectNames(context: PDFContext): ObjectNames {
  const names = new Map<PDFObject, string>();
  for (const [{ objectNumber, generationNumber }, object] of context.enumerateIndirectObjects())
    names.set(object, `${objectNumber} ${generationNumber}`);
  return { of: (object) => (object === undefined ? undefined : names.get(object)) };
}
