// Lengths carry their unit in the type, so that millimetres never meet points by accident.

declare const unit: unique symbol;
type Length<U extends string> = number & { readonly [unit]: U };

/** Millimetres: paper and trim. */
export type Mm = Length<'mm'>;
/** PostScript points, 1/72 inch: PDF coordinates and type sizes. */
export type Pt = Length<'pt'>;

export const mm = (value: number): Mm => value as Mm;
export const pt = (value: number): Pt => value as Pt;

const POINTS_PER_MM = 72 / 25.4;

export function toPt(length: Mm): Pt {
  return pt(length * POINTS_PER_MM);
}

export function toMm(length: Pt): Mm {
  return mm(length / POINTS_PER_MM);
}

export interface Size<L extends Mm | Pt> {
  readonly width: L;
  readonly height: L;
}
