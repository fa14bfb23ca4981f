// What a page paints, in the order it is drawn, forms within forms (ISO 32000-1, 8 and 9): with which colours, how thin,
// and how fine.

import { type Mm, pt, toMm } from '../model/length.ts';
import { type ColourSpace, colourSpaceOf, entry } from './colours.ts';
import { type PrintedImage, printedImage } from './image.ts';
import type { ObjectNames } from './objects.ts';
import type { Operand } from './operators.ts';
import { paintersOf, TEXT_SHOWING } from './painters.ts';
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
} from './pdf.ts';

export interface Colour {
  readonly space: ColourSpace;
  /** Shares of ink from 0 to 1, for grey and CMYK. */
  readonly values: readonly number[];
  /** The overprint mode where it leaves what lies below on the plates that it does not print; none where it does not. */
  readonly overprint?: 0 | 1;
}

export type Paint = {
  /** The number of the content stream, form or image that paints it. */
  readonly object: string | undefined;
} & (
  | { readonly kind: 'text'; readonly colour: Colour }
  | { readonly kind: 'line'; readonly colour: Colour; readonly width: Mm }
  /** `thinnest` is the shorter side of a rectangle; none where a field has another form. */
  | { readonly kind: 'field'; readonly colour: Colour; readonly thinnest: Mm | undefined }
  | ({ readonly kind: 'image' } & PrintedImage)
  | { readonly kind: 'gradient'; readonly space: ColourSpace }
  /** A transparency group that blends in a space of its own. */
  | { readonly kind: 'group'; readonly space: ColourSpace }
);

/** Everything that comes onto the page. Throws where content cannot be unpacked. */
export function* paintsOf(leaf: PDFPageLeaf, names: ObjectNames): Generator<Paint> {
  const { context } = leaf;
  const found = context.lookup(leaf.get(PDFName.of('Contents')));
  const streams = (found instanceof PDFArray ? found.asArray() : [found]).map((part) => context.lookup(part));
  const resources = context.lookup(leaf.getInheritableAttribute(PDFName.of('Resources')));
  const scene: Scene = {
    context,
    names,
    resources: resources instanceof PDFDict ? resources : undefined,
    open: [],
  };
  yield* groupOf(leaf, scene);
  const parts = streams.filter((part) => part instanceof PDFRawStream);
  yield* draw(parts, { ...START, unit: unitOf(leaf) }, scene);
}

interface Scene {
  readonly context: PDFContext;
  readonly names: ObjectNames;
  readonly resources: PDFDict | undefined;
  /** The forms that are being drawn: one that draws itself is drawn once. */
  readonly open: readonly PDFObject[];
}

interface State {
  readonly fill: Colour;
  readonly stroke: Colour;
  /** In units of the space it was set in. */
  readonly lineWidth: number;
  /** a, b, c, d of the transformation to the page. */
  readonly matrix: readonly [number, number, number, number];
  readonly rendering: number;
  readonly overprint: { readonly fill: boolean; readonly stroke: boolean; readonly mode: 0 | 1 };
  readonly unit: number;
}

const BLACK: Colour = { space: 'grey', values: [0] };
const START: State = {
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  matrix: [1, 0, 0, 1],
  rendering: 0,
  overprint: { fill: false, stroke: false, mode: 0 },
  unit: 1,
};

function unitOf(leaf: PDFPageLeaf): number {
  const unit = leaf.context.lookup(leaf.get(PDFName.of('UserUnit')));
  return unit instanceof PDFNumber ? unit.asNumber() : 1;
}

function* draw(streams: readonly PDFRawStream[], start: State, scene: Scene): Generator<Paint> {
  const object = scene.names.of(streams[0]);
  const saved: State[] = [];
  let state = start;
  let path: Path = NO_PATH;
  for (const { name, operands } of paintersOf(streams)) {
    if (name === 'q') saved.push(state);
    else if (name === 'Q') state = saved.pop() ?? state;
    else if (name === 're') path = { ...path, sides: [...path.sides, thinner(numbersIn(operands), state)] };
    else if (DRAWING.has(name)) path = { ...path, isOther: true };
    else if (PATH_PAINTING.has(name)) {
      if (/[fFBb]/.test(name))
        yield { kind: 'field', object, colour: filling(state), thinnest: thinnestOf(path) };
      if (/[SsBb]/.test(name))
        yield { kind: 'line', object, colour: stroking(state), width: lineWidth(state) };
      path = NO_PATH;
    } else if (TEXT_SHOWING.has(name)) {
      const mode = state.rendering % 4;
      if (mode === 0 || mode === 2) yield { kind: 'text', object, colour: filling(state) };
      if (mode === 1 || mode === 2) yield { kind: 'text', object, colour: stroking(state) };
    } else if (name === 'sh') yield* gradientOf(resourceNamed('Shading', operands[0], scene), object, scene);
    else if (name === 'Do') yield* objectOf(resourceNamed('XObject', operands[0], scene), state, scene);
    else state = changed(state, name, operands, scene);
  }
}

function filling({ fill, overprint }: State): Colour {
  return overprint.fill ? { ...fill, overprint: overprint.mode } : fill;
}

function stroking({ stroke, overprint }: State): Colour {
  return overprint.stroke ? { ...stroke, overprint: overprint.mode } : stroke;
}

const DRAWING = new Set(['m', 'l', 'c', 'v', 'y']);
const PATH_PAINTING = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);

interface Path {
  /** The shorter side of each rectangle. */
  readonly sides: readonly Mm[];
  readonly isOther: boolean;
}

const NO_PATH: Path = { sides: [], isOther: false };

function thinnestOf({ sides, isOther }: Path): Mm | undefined {
  const [first, ...others] = sides;
  if (isOther || first === undefined) return undefined;
  return others.reduce((least, side) => (side < least ? side : least), first);
}

/** The state after an operator that sets something. */
function changed(state: State, name: string, operands: readonly Operand[], scene: Scene): State {
  const [first] = operands;
  const numbers = numbersIn(operands);
  const space = (): ColourSpace =>
    colourSpaceOf(
      typeof first === 'string' ? PDFName.of(first.slice(1)) : undefined,
      scene.context,
      scene.resources,
    );
  switch (name) {
    case 'cm':
      return { ...state, matrix: multiplied(numbers, state.matrix) };
    case 'w':
      return { ...state, lineWidth: numbers[0] ?? 0 };
    case 'Tr':
      return { ...state, rendering: numbers[0] ?? 0 };
    case 'gs':
      return withState(state, resourceNamed('ExtGState', first, scene), scene);
    case 'g':
    case 'k':
    case 'rg':
      return { ...state, fill: { space: DEVICE[name], values: numbers } };
    case 'G':
    case 'K':
    case 'RG':
      return { ...state, stroke: { space: DEVICE[name], values: numbers } };
    case 'cs':
      return { ...state, fill: { space: space(), values: [] } };
    case 'CS':
      return { ...state, stroke: { space: space(), values: [] } };
    case 'sc':
    case 'scn':
      return { ...state, fill: { space: state.fill.space, values: numbers } };
    case 'SC':
    case 'SCN':
      return { ...state, stroke: { space: state.stroke.space, values: numbers } };
    default:
      return state;
  }
}

const DEVICE = { g: 'grey', G: 'grey', k: 'cmyk', K: 'cmyk', rg: 'rgb', RG: 'rgb' } as const;

function* objectOf(object: PDFObject | undefined, state: State, scene: Scene): Generator<Paint> {
  if (!(object instanceof PDFRawStream) || scene.open.includes(object)) return;
  const { context } = scene;
  if (object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
    yield* imageOf(object, state, scene);
    return;
  }
  const own = context.lookup(object.dict.get(PDFName.of('Resources')));
  const matrix = context.lookup(object.dict.get(PDFName.of('Matrix')));
  const numbers = matrix instanceof PDFArray ? numbersOf(matrix, context) : [1, 0, 0, 1];
  yield* groupOf(object, scene);
  yield* draw(
    [object],
    { ...state, matrix: multiplied(numbers, state.matrix) },
    { ...scene, resources: own instanceof PDFDict ? own : scene.resources, open: [...scene.open, object] },
  );
}

function* imageOf(image: PDFRawStream, state: State, { context, names, resources }: Scene): Generator<Paint> {
  const [a, b, c, d] = state.matrix.map((value) => value * state.unit);
  const printed = printedImage(image, [a ?? 1, b ?? 0, c ?? 0, d ?? 1], context, resources);
  const object = names.of(image);
  yield { kind: 'image', object, ...printed };
  const isStencil = image.dict.get(PDFName.of('ImageMask')) === PDFBool.True;
  if (isStencil) yield { kind: 'field', object, colour: filling(state), thinnest: undefined };
}

function* groupOf(owner: PDFRawStream | PDFDict, { context, names }: Scene): Generator<Paint> {
  const dict = owner instanceof PDFRawStream ? owner.dict : owner;
  const group = context.lookup(dict.get(PDFName.of('Group')));
  const space = group instanceof PDFDict ? group.get(PDFName.of('CS')) : undefined;
  if (space)
    yield { kind: 'group', object: names.of(owner), space: colourSpaceOf(space, context, undefined) };
}

function* gradientOf(
  shading: PDFObject | undefined,
  object: string | undefined,
  { context, resources }: Scene,
): Generator<Paint> {
  const dict = shading instanceof PDFRawStream ? shading.dict : shading;
  const space = dict instanceof PDFDict ? dict.get(PDFName.of('ColorSpace')) : undefined;
  if (space) yield { kind: 'gradient', object, space: colourSpaceOf(space, context, resources) };
}

function lineWidth(state: State): Mm {
  return toMm(pt(state.lineWidth * smallestScale(state)));
}

/** Line width and overprint (ISO 32000-1, table 58): OP holds for fields too where there is no op. */
function withState(state: State, found: PDFObject | undefined, { context }: Scene): State {
  if (!(found instanceof PDFDict)) return state;
  const value = (key: string): PDFObject | undefined => context.lookup(found.get(PDFName.of(key)));
  const [width, mode] = [value('LW'), value('OPM')];
  const [all, fields] = [value('OP'), value('op')].map((one) =>
    one instanceof PDFBool ? one.asBoolean() : undefined,
  );
  const { overprint } = state;
  return {
    ...state,
    lineWidth: width instanceof PDFNumber ? width.asNumber() : state.lineWidth,
    overprint: {
      stroke: all ?? overprint.stroke,
      fill: fields ?? all ?? overprint.fill,
      mode: mode instanceof PDFNumber ? (mode.asNumber() === 1 ? 1 : 0) : overprint.mode,
    },
  };
}

function resourceNamed(kind: string, name: Operand, { context, resources }: Scene): PDFObject | undefined {
  if (typeof name !== 'string') return undefined;
  return context.lookup(entry(resources, kind, context)?.get(PDFName.of(name.slice(1))));
}

function numbersIn(operands: readonly Operand[]): readonly number[] {
  return operands.filter((operand) => typeof operand === 'number');
}

function numbersOf(array: PDFArray, context: PDFContext): readonly number[] {
  return array.asArray().map((value) => {
    const number = context.lookup(value);
    return number instanceof PDFNumber ? number.asNumber() : 0;
  });
}

/** What is drawn in `inner` comes first, then `outer`. */
function multiplied(inner: readonly number[], outer: State['matrix']): State['matrix'] {
  const [a = 1, b = 0, c = 0, d = 1] = inner;
  const [e, f, g, h] = outer;
  return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h];
}

/** The smaller of the factors by which lengths change, so that no line is thinner than it is taken for. */
function smallestScale({ matrix: [a, b, c, d], unit }: State): number {
  const [half, off] = [(a * a + b * b + c * c + d * d) / 2, Math.abs(a * d - b * c)];
  return Math.sqrt(Math.max(0, half - Math.sqrt(Math.max(0, half * half - off * off)))) * unit;
}

/** The shorter side of a rectangle. */
function thinner(numbers: readonly number[], { matrix: [a, b, c, d], unit }: State): Mm {
  const [, , width = 0, height = 0] = numbers;
  const sides = [Math.abs(width) * Math.hypot(a, b), Math.abs(height) * Math.hypot(c, d)];
  return toMm(pt(Math.min(...sides) * unit));
}
