// The product for the office printer: the booklet two pages a side, to fold and staple.

import { type Result, success } from './model/diagnostic.ts';
import type { Mm } from './model/length.ts';
import type { Artifact } from './model/product.ts';
import type { Settings } from './model/settings.ts';
import { imposeDuplex } from './press/impose.ts';

export interface OfficeJob {
  readonly settings: Settings;
  readonly cut: Mm;
  readonly title: string;
  readonly language: string;
  readonly name: string;
  /** A fingerprint of each page. */
  readonly faces?: readonly string[];
}

/** Sheets for the office printer. Errors: `press/…`. */
export async function imposeOffice(
  pdf: Uint8Array,
  { settings, cut, title, language, name, faces }: OfficeJob,
): Promise<Result<readonly Artifact[]>> {
  const { printer, flip, press } = settings;
  const given = { title, language, cut, ...(faces && { faces }) };
  const imposed = await imposeDuplex(pdf, { ...printer, flip, binding: press.binding, ...given });
  if (!imposed.ok) return imposed;
  const { pdf: bytes, sheets, faces: seen } = imposed.value;
  const extent = { count: sheets, unit: 'sheets' } as const;
  const made = { product: 'duplex', file: `${name}-duplex.pdf`, bytes, extent } as const;
  return success([{ ...made, ...(seen && { faces: seen }) }], imposed.diagnostics);
}
