// Full-width punctuation and the white it carries, which differs from place to place: marks stand in the corner of their
// em on the mainland, in its middle in Taiwan and Hong Kong (CLREQ, Sizes and positions of punctuation marks; Punctuation
// adjustment space).

import type { Locale } from '../model/locale.ts';

export type MarkKind =
  | 'opening'
  | 'closing'
  | 'stop'
  | 'middle'
  | 'dash'
  | 'ellipsis'
  | 'connector'
  | 'solidus';

export interface Mark {
  readonly kind: MarkKind;
  /** White that may be cut from either side, in ems. */
  readonly left: number;
  readonly right: number;
}

const OPENING = '「『（《〈【〖〔［｛“‘';
const CLOSING = '」』）》〉】〗〕］｝”’';
const STOPS = '，。、．；：';
const CALLS = '！？';

/** The mark that `character` is in a place, undefined where it is none or a half-width one. */
export function markOf(character: string, locale: Locale): Mark | undefined {
  return (isCentred(locale) ? CENTRED : CORNERED).get(character);
}

export function isCentred(locale: Locale): boolean {
  return locale !== 'zh-CN';
}

function table(centred: boolean): ReadonlyMap<string, Mark> {
  const entries = (characters: string, mark: Mark): [string, Mark][] =>
    [...characters].map((character) => [character, mark]);
  const still = (kind: MarkKind): Mark => ({ kind, left: 0, right: 0 });
  return new Map([
    ...entries(OPENING, { kind: 'opening', left: 0.5, right: 0 }),
    ...entries(CLOSING, { kind: 'closing', left: 0, right: 0.5 }),
    ...entries(STOPS, { kind: 'stop', ...(centred ? { left: 0.25, right: 0.25 } : { left: 0, right: 0.5 }) }),
    // In Taiwan and Hong Kong these two always take an em.
    ...entries(CALLS, { kind: 'stop', left: 0, right: centred ? 0 : 0.5 }),
    ...entries('·‧・•', still('middle')),
    ...entries('—⸺', still('dash')),
    ...entries('…⋯', still('ellipsis')),
    ...entries('～〜–', still('connector')),
    ...entries('／', still('solidus')),
  ]);
}

const CENTRED = table(true);
const CORNERED = table(false);

/**
 * What is cut between two adjacent marks, so that they take an em and a half, and what of it lies before the first of
 * them (CLREQ, Adjustment of adjacent punctuation marks: brackets stay close to what they hold). In ems.
 */
export function squeezeBetween(
  first: Mark,
  second: Mark,
): { readonly between: number; readonly before: number } {
  if (
    first.kind === 'closing' &&
    (second.kind === 'opening' || second.kind === 'closing' || second.kind === 'stop')
  )
    return { between: first.right, before: 0 };
  if (second.kind === 'opening' && (first.kind === 'opening' || first.kind === 'stop'))
    return { between: second.left, before: 0 };
  if (first.kind === 'stop' && second.kind === 'closing') return { between: first.right, before: first.left };
  if (first.kind === 'stop' && second.kind === 'stop') {
    const isEven = first.left === second.left && first.right === second.right;
    return { between: isEven ? Math.min(0.5, first.right + second.left) : 0, before: 0 };
  }
  return { between: 0, before: 0 };
}
