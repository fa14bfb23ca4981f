// Creep: leaves inside others are pushed towards the fore edge by the paper they lie in. Each leaf outside pushes by
// its own thickness (a crease pressed flat), and what was moved there beforehand comes to stand where it should.

import { type Mm, mm } from '../model/length.ts';

export const CREEP_METHODS = ['shift', 'scale'] as const;
export const CREEP_DIRECTIONS = ['inside', 'outside'] as const;

export interface Creep {
  /** The thickness of a leaf. */
  readonly caliper: Mm;
  /** Pages are moved whole, or made narrower or wider from their spine. */
  readonly method: (typeof CREEP_METHODS)[number];
  /** Inner pages go towards the spine and the outermost stay, or the outer go away from it and the innermost stay. */
  readonly direction: (typeof CREEP_DIRECTIONS)[number];
}

/** How far the fore edge of a page moves away from its spine; negative towards it. */
export function creepAt(depth: number, deepest: number, creep: Creep | undefined): Mm {
  if (!creep) return mm(0);
  return mm((creep.direction === 'inside' ? -depth : deepest - depth) * creep.caliper);
}
