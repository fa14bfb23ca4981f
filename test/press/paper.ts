// Paper: what comes of printing both sides of sheets, folding, nesting, gathering and trimming them. Written from how
// paper behaves and not from the plan, so that it can be a witness against it.

/** Something printed, in millimetres from the lower left of the side as one looks at it, and the way its text runs. */
export interface Mark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly along: readonly [x: number, y: number];
}

export interface PrintedSheet {
  readonly width: number;
  readonly height: number;
  readonly front: readonly Mark[];
  readonly back: readonly Mark[];
  /** How the pile is turned for its back: about its upright or its level axis. */
  readonly turning: 'turn' | 'tumble';
  /** Where it is folded, in the order of folding; and where it is cut through before, if so. */
  readonly folds: readonly Crease[];
  readonly cut?: Crease;
}

/** An upright crease at x: the left half goes behind. A level one at y: the upper half goes behind. */
export type Crease = { readonly x: number } | { readonly y: number };

/** A page of the folded book: marks in millimetres from the outside of the spine, and from the foot of the sheet. */
export interface BookPage {
  readonly marks: readonly Mark[];
  /** How many sheets of paper this leaf is away from the outside of its bundle. */
  readonly depth: number;
}

/**
 * The pages in reading order. Inner leaves are pushed towards the fore edge by the thickness of each leaf outside them.
 * A mark's x grows away from the spine on pages whose spine is on the left, and falls to negative on the others.
 */
export function makeBook(
  sheets: readonly PrintedSheet[],
  options: {
    readonly assembly: 'nested' | 'gathered';
    readonly binding: 'left' | 'right';
    readonly caliper: number;
  },
): readonly BookPage[] {
  const signatures = sheets.map((sheet) => foldDown(printed(sheet), sheet.folds));
  const bundles = options.assembly === 'nested' ? [insideOneAnother(signatures)] : signatures;
  const pages = bundles.flatMap((bundle) => {
    const read = bundle.flatMap((leaf, index) => {
      const depth = Math.min(index, bundle.length - 1 - index);
      const pushed = ({ text, x, y, along }: Mark): Mark => ({
        text,
        x: x + depth * options.caliper,
        y,
        along,
      });
      const behind = ({ x, along: [across, up], ...mark }: Mark): Mark => ({
        ...mark,
        x: -x,
        along: [0 - across, up],
      });
      return [
        { depth, marks: leaf.upper.map(pushed) },
        { depth, marks: leaf.lower.map(pushed).map(behind) },
      ];
    });
    // A book bound on the right is the same pile of paper, read from its other side.
    return options.binding === 'left' ? read : read.toReversed();
  });
  return pages;
}

/** Paper between creases: marks on both faces as if seen from above through glass. */
interface Layer {
  readonly upper: readonly Mark[];
  readonly lower: readonly Mark[];
}

function printed({ width, height, front, back, turning, cut }: PrintedSheet): Layer {
  const lower = back.map(
    ({ x, y, along: [across, up], ...mark }): Mark =>
      turning === 'turn'
        ? { ...mark, x: width - x, y, along: [0 - across, up] }
        : { ...mark, x, y: height - y, along: [across, 0 - up] },
  );
  if (!cut) return { upper: front, lower };
  const isKept = ({ x, y }: Mark): boolean => ('x' in cut ? x > cut.x : y < cut.y);
  return { upper: front.filter(isKept), lower: lower.filter(isKept) };
}

/** The leaves from the top down, their spine at x = 0. */
function foldDown(sheet: Layer, folds: readonly Crease[]): readonly Layer[] {
  const pile = folds.reduce<readonly Layer[]>(
    (layers, crease) => {
      const moves = ({ x, y }: Mark): boolean => ('x' in crease ? x < crease.x : y > crease.y);
      const over = ({ x, y, along: [across, up], ...mark }: Mark): Mark =>
        'x' in crease
          ? { ...mark, x: 2 * crease.x - x, y, along: [0 - across, up] }
          : { ...mark, x, y: 2 * crease.y - y, along: [across, 0 - up] };
      const stay = layers.map(({ upper, lower }) => ({
        upper: upper.filter((mark) => !moves(mark)),
        lower: lower.filter((mark) => !moves(mark)),
      }));
      const behind = layers.toReversed().map(({ upper, lower }) => ({
        upper: lower.filter(moves).map(over),
        lower: upper.filter(moves).map(over),
      }));
      return [...stay, ...behind];
    },
    [sheet],
  );
  const last = folds.at(-1);
  const spine = last && 'x' in last ? last.x : 0;
  const fromSpine = ({ x, ...mark }: Mark): Mark => ({ ...mark, x: x - spine });
  return pile.map(({ upper, lower }) => ({ upper: upper.map(fromSpine), lower: lower.map(fromSpine) }));
}

/** Each signature into the middle of the one before. */
function insideOneAnother(signatures: readonly (readonly Layer[])[]): readonly Layer[] {
  const outer = signatures.flatMap((signature) => signature.slice(0, signature.length / 2));
  const rest = signatures.toReversed().flatMap((signature) => signature.slice(signature.length / 2));
  return [...outer, ...rest];
}
