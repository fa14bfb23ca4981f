// Paper: what a duplex printer puts on both sides of a sheet, and the book that comes of folding and nesting. Written
// from how paper behaves and not from the plan, so that it can be a witness against it.

import type { Flip } from '../../scripts/model/settings.ts';
import type { Binding } from '../../scripts/press/plan.ts';

/** Something printed, by the lower left of the side as one looks at it; `up` is -1 where it stands on its head. */
export interface Mark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly up: 1 | -1;
}

export interface PrintedSheet {
  readonly front: readonly Mark[];
  readonly back: readonly Mark[];
}

export interface Paper {
  readonly width: number;
  readonly height: number;
}

/**
 * The pages of the book in reading order, each with its marks by the page's own lower left. The sheets come out of
 * the printer in order, front first; the pile is folded down the middle, the first sheet outside.
 */
export function foldBook(
  sheets: readonly PrintedSheet[],
  paper: Paper,
  { flip, binding }: { readonly flip: Flip; readonly binding: Binding },
): readonly (readonly Mark[])[] {
  const leaves = sheets.map((sheet) => {
    const front = sheet.front;
    const back = sheet.back.map((mark) => seenFromBehind(flipped(mark, paper, flip), paper));
    return { front: halves(front, paper), back: halves(back, paper) };
  });
  // Seen from behind, left and right have changed places: behind the right half of the front is the left of the back.
  const rightLeaves = leaves.map(({ front, back }) => [front.right, back.left]);
  const leftLeaves = leaves.map(({ front, back }) => [front.left, back.right]);
  const [firstHalf, secondHalf] = binding === 'left' ? [rightLeaves, leftLeaves] : [leftLeaves, rightLeaves];
  const backwards = secondHalf.toReversed().flatMap((faces) => faces.toReversed());
  return [...firstHalf.flat(), ...backwards];
}

/** Where the printer puts a mark of the back, by the front's lower left, as if the paper were glass. */
function flipped(mark: Mark, { width, height }: Paper, flip: Flip): Mark {
  if (flip === 'short-edge') return { ...mark, x: width - mark.x };
  return { ...mark, y: height - mark.y, up: mark.up === 1 ? -1 : 1 };
}

/** The reader turns a leaf about its spine, which stands upright. */
function seenFromBehind(mark: Mark, { width }: Paper): Mark {
  return { ...mark, x: width - mark.x };
}

function halves(marks: readonly Mark[], { width }: Paper) {
  const fold = width / 2;
  return {
    left: marks.filter(({ x }) => x < fold),
    right: marks.filter(({ x }) => x >= fold).map((mark) => ({ ...mark, x: mark.x - fold })),
  };
}
