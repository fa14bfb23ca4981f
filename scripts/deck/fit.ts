// How large a text is set so that it has room: the view decides, so that no slide is overfull in silence.

import { widthInEms } from '../chinese/characters.ts';
import { balanceLines, balanceOnto, phrases } from '../chinese/phrases.ts';
import type { Steps } from '../theme/design.ts';

/** A text cut into lines, and the step it is set at. */
export interface SetText {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  /** False where even the last step has no room for it. */
  readonly fits: boolean;
}

/** Sets `text` by the first of `steps` that gives it room in `height` pixels without breaking inside a word. */
export function setText(
  text: string,
  steps: Steps,
  height: number,
  unbreakable: readonly string[] = [],
  setLines: SetLines = balanceLines,
): SetText {
  let best: SetText = { lines: [text], size: steps[0].size, leading: steps[0].leading, fits: false };
  for (const { size, leading, width, lines: mostLines = Number.POSITIVE_INFINITY } of steps) {
    const ems = width / size;
    const lines = setLines(text, ems, unbreakable);
    const fits = lines.length <= mostLines && lines.length * leading <= height;
    if (fits && keepsWords(text, ems, unbreakable)) return { lines, size, leading, fits };
    if (!best.fits) best = { lines, size, leading, fits };
  }
  return best;
}

export type SetLines = (text: string, maxEms: number, unbreakable: readonly string[]) => readonly string[];

/** A title of more than six ems stands on two lines even where one would hold it: it is a block beside its number. */
export const titleLines: SetLines = (text, maxEms, unbreakable) => {
  const lines = balanceLines(text, maxEms, unbreakable);
  if (lines.length > 1 || widthInEms(text) <= 6) return lines;
  return balanceOnto(text, 2, maxEms, unbreakable) ?? lines;
};

/** Whether a line of `ems` has room for each phrase of the text: none is cut where no line may break. */
export function keepsWords(text: string, ems: number, unbreakable: readonly string[]): boolean {
  return phrases(text, unbreakable).every((phrase) => widthInEms(phrase.trim()) <= ems);
}

/** `items` in as few groups as `fits` allows, none of them more than one larger than another. */
export function evenGroups<T>(
  items: readonly T[],
  fits: (group: readonly T[]) => boolean,
): readonly (readonly T[])[] {
  for (let count = 1; count < items.length; count++) {
    const groups = split(items, count);
    if (groups.every(fits)) return groups;
  }
  return items.map((item) => [item]);
}

function split<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  const bounds = Array.from({ length: count + 1 }, (_, index) => Math.ceil((index * items.length) / count));
  return bounds.slice(1).map((end, index) => items.slice(bounds[index], end));
}
