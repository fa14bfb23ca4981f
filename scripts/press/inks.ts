// Which inks a page puts on which plates, and how thin: its content gone through as a printer would draw it, forms
// within forms (ISO 32000-1, 8 and 9).

import { type Mm, pt, toMm } from '../model/length.ts';
import { type ColourSpace, colourSpaceOf, entry } from './colours.ts';
import { type Clause, type Finding, finding, type Limits } from './findings.ts';
import type { ObjectNames } from './objects.ts';
import { type Operand, operatorsOf } from './operators.ts';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
} from './pdf.ts';

export function inspectContent(
  leaf: PDFPageLeaf,
  page: number,
  limits: Limits,
  names: ObjectNames,
): readonly Finding[] {
  const findings: Finding[] = [];
  const { context } = leaf;
  const contents = leaf.get(PDFName.of('Contents'));
  const found = context.lookup(contents);
  const streams = (found instanceof PDFArray ? found.asArray() : [found]).map((part) => context.lookup(part));
  const resources = context.lookup(leaf.getInheritableAttribute(PDFName.of('Resources')));
  const inspection: Inspection = { context, page, limits, names, findings, open: [] };
  inspectGroup(leaf, inspection);
  const parts = streams.filter((part) => part instanceof PDFRawStream);
  draw(
    parts,
    resources instanceof PDFDict ? resources : undefined,
    { ...START, unit: unitOf(leaf) },
    inspection,
  );
  return findings;
}

interface Inspection {
  readonly context: PDFContext;
  readonly page: number;
  readonly limits: Limits;
  readonly names: ObjectNames;
  readonly findings: Finding[];
  /** The forms that are being drawn: one that draws itself is drawn once. */
  readonly open: readonly PDFObject[];
}

interface Colour {
  readonly space: ColourSpace;
  /** Shares of ink from 0 to 1, for grey and CMYK. */
  readonly values: readonly number[];
}

interface State {
  readonly fill: Colour;
  readonly stroke: Colour;
  /** In units of the space it was set in. */
  readonly lineWidth: number;
  /** a, b, c, d of the transformation to the page. */
  readonly matrix: readonly [number, number, number, number];
  readonly rendering: number;
  readonly unit: number;
}

const BLACK: Colour = { space: 'grey', values: [0] };
const START: State = {
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  matrix: [1, 0, 0, 1],
  rendering: 0,
  unit: 1,
};

function unitOf(leaf: PDFPageLeaf): number {
  const unit = leaf.context.lookup(leaf.get(PDFName.of('UserUnit')));
  return unit instanceof PDFNumber ? unit.asNumber() : 1;
}

function draw(
  streams: readonly PDFRawStream[],
  resources: PDFDict | undefined,
  start: State,
  inspection: Inspection,
): void {
  const { context, page, limits, names, findings } = inspection;
  const object = names.of(streams[0]);
  const report = (clause: Clause, fault: string): void => {
    findings.push(finding(clause, fault, { page, object }));
  };
  let state = start;
  const saved: State[] = [];
  let rectangles: (readonly [width: number, height: number])[] = [];
  let hasOtherPath = false;

  const paint = (colour: Colour, isThin: boolean, what: string): void => {
    const { space, values } = colour;
    if (space === 'rgb') report('rgb', `${what} in DeviceRGB`);
    if (isThin && isBlackOnSeveral(colour)) report('black', `${what} in black of several inks`);
    const ink = space === 'cmyk' ? 100 * values.reduce((sum, value) => sum + value, 0) : 0;
    if (ink > limits.ink + 0.5)
      report('ink', `${what} with ${Math.round(ink)} % of ink, the limit is ${limits.ink} %`);
  };
  const stroke = (): void => {
    const width = toMm(pt(state.lineWidth * smallestScale(state)));
    if (width < limits.hairline - 0.005) report('hairline', `a line of ${rounded(width)} mm`);
    paint(state.stroke, true, 'a line');
  };
  const fill = (): void => {
    const sizes = rectangles.map(([width, height]) => thinner(width, height, state));
    const thinnest = hasOtherPath ? Number.POSITIVE_INFINITY : Math.min(...sizes, Number.POSITIVE_INFINITY);
    if (thinnest > 0 && thinnest < limits.hairline - 0.005)
      report('hairline', `a field of ${rounded(thinnest)} mm`);
    paint(state.fill, thinnest < RULE, thinnest < RULE ? 'a rule' : 'a field');
  };
  const endPath = (): void => {
    rectangles = [];
    hasOtherPath = false;
  };
  const setColour = (which: 'fill' | 'stroke', space: ColourSpace, values: readonly number[]): void => {
    state = { ...state, [which]: { space, values } };
  };
  const spaceNamed = (name: Operand): ColourSpace =>
    colourSpaceOf(typeof name === 'string' ? PDFName.of(name.slice(1)) : undefined, context, resources);

  for (const { name, operands } of operatorsOf(contentOf(streams))) {
    const numbers = operands.filter((operand) => typeof operand === 'number');
    switch (name) {
      case 'q':
        saved.push(state);
        break;
      case 'Q':
        state = saved.pop() ?? state;
        break;
      case 'cm':
        state = { ...state, matrix: multiplied(numbers, state.matrix) };
        break;
      case 'w':
        state = { ...state, lineWidth: numbers[0] ?? 0 };
        break;
      case 'Tr':
        state = { ...state, rendering: numbers[0] ?? 0 };
        break;
      case 'gs':
        state = withState(state, resourceNamed('ExtGState', operands[0], resources, context));
        break;
      case 'g':
      case 'k':
      case 'rg':
        setColour('fill', DEVICE[name], numbers);
        break;
      case 'G':
      case 'K':
      case 'RG':
        setColour('stroke', DEVICE[name], numbers);
        break;
      case 'cs':
        setColour('fill', spaceNamed(operands[0]), []);
        break;
      case 'CS':
        setColour('stroke', spaceNamed(operands[0]), []);
        break;
      case 'sc':
      case 'scn':
        setColour('fill', state.fill.space, numbers);
        break;
      case 'SC':
      case 'SCN':
        setColour('stroke', state.stroke.space, numbers);
        break;
      case 're':
        rectangles.push([numbers[2] ?? 0, numbers[3] ?? 0]);
        break;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        hasOtherPath = true;
        break;
      case 'S':
      case 's':
        stroke();
        endPath();
        break;
      case 'f':
      case 'F':
      case 'f*':
        fill();
        endPath();
        break;
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        fill();
        stroke();
        endPath();
        break;
      case 'n':
        endPath();
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (state.rendering % 2 === 0) paint(state.fill, true, 'text');
        if (state.rendering % 4 === 1 || state.rendering % 4 === 2)
          paint(state.stroke, true, 'outlined text');
        break;
      case 'sh':
        inspectShading(
          resourceNamed('Shading', operands[0], resources, context),
          resources,
          inspection,
          object,
        );
        break;
      case 'Do':
        drawObject(resourceNamed('XObject', operands[0], resources, context), resources, state, inspection);
        break;
      default:
        break;
    }
  }
}

const DEVICE = { g: 'grey', G: 'grey', k: 'cmyk', K: 'cmyk', rg: 'rgb', RG: 'rgb' } as const;

/** Up to two points: a rule and not a field. */
const RULE = toMm(pt(2));

/** Black or near it to the eye, though other plates print it too. */
function isBlackOnSeveral({ space, values }: Colour): boolean {
  if (space === 'profiled-grey') return (values[0] ?? 0) < 0.5;
  if (space !== 'cmyk') return false;
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = values;
  return (black >= 0.85 && cyan + magenta + yellow > 0) || Math.min(cyan, magenta, yellow) >= 0.6;
}

function drawObject(
  object: PDFObject | undefined,
  inherited: PDFDict | undefined,
  state: State,
  inspection: Inspection,
): void {
  if (!(object instanceof PDFRawStream) || inspection.open.includes(object)) return;
  const { context } = inspection;
  const subtype = object.dict.get(PDFName.of('Subtype'));
  if (subtype === PDFName.of('Image')) {
    inspectImage(object, inherited, state, inspection);
    return;
  }
  const own = context.lookup(object.dict.get(PDFName.of('Resources')));
  const matrix = context.lookup(object.dict.get(PDFName.of('Matrix')));
  const numbers = matrix instanceof PDFArray ? numbersOf(matrix, context) : [1, 0, 0, 1];
  inspectGroup(object.dict, inspection);
  draw(
    [object],
    own instanceof PDFDict ? own : inherited,
    { ...state, matrix: multiplied(numbers, state.matrix) },
    { ...inspection, open: [...inspection.open, object] },
  );
}

/** The space that a transparency group blends in decides the plates. */
function inspectGroup(owner: PDFDict, { context, page, names, findings }: Inspection): void {
  const group = context.lookup(owner.get(PDFName.of('Group')));
  const space = group instanceof PDFDict ? group.get(PDFName.of('CS')) : undefined;
  if (space && colourSpaceOf(space, context, undefined) === 'rgb')
    findings.push(finding('rgb', 'transparency that blends in DeviceRGB', { page, object: names.of(owner) }));
}

function inspectImage(
  image: PDFRawStream,
  resources: PDFDict | undefined,
  state: State,
  { context, page, limits, names, findings }: Inspection,
): void {
  const where = { page, object: names.of(image) };
  const space = image.dict.get(PDFName.of('ColorSpace'));
  if (space && colourSpaceOf(space, context, resources) === 'rgb')
    findings.push(finding('rgb', 'an image in DeviceRGB', where));
  const pixels = ['Width', 'Height'].map((key) => context.lookup(image.dict.get(PDFName.of(key))));
  const [a, b, c, d] = state.matrix;
  const inches = [Math.hypot(a, b), Math.hypot(c, d)].map((side) => (side * state.unit) / 72);
  const [across = 0, up = 0] = pixels.map((count, index) =>
    count instanceof PDFNumber ? count.asNumber() / (inches[index] || 1) : 0,
  );
  if (Math.min(across, up) < limits.resolution)
    findings.push(
      finding('resolution', `an image of ${Math.round(Math.min(across, up))} pixels an inch`, where),
    );
}

function inspectShading(
  shading: PDFObject | undefined,
  resources: PDFDict | undefined,
  { context, page, findings }: Inspection,
  object: string | undefined,
): void {
  const dict = shading instanceof PDFRawStream ? shading.dict : shading;
  const space = dict instanceof PDFDict ? dict.get(PDFName.of('ColorSpace')) : undefined;
  if (space && colourSpaceOf(space, context, resources) === 'rgb')
    findings.push(finding('rgb', 'a gradient in DeviceRGB', { page, object }));
}

function withState(state: State, found: PDFObject | undefined): State {
  const width = found instanceof PDFDict ? found.get(PDFName.of('LW')) : undefined;
  return width instanceof PDFNumber ? { ...state, lineWidth: width.asNumber() } : state;
}

function resourceNamed(
  kind: string,
  name: Operand,
  resources: PDFDict | undefined,
  context: PDFContext,
): PDFObject | undefined {
  if (typeof name !== 'string') return undefined;
  return context.lookup(entry(resources, kind, context)?.get(PDFName.of(name.slice(1))));
}

function contentOf(streams: readonly PDFRawStream[]): Uint8Array {
  const parts = streams.flatMap((stream) => [decodePDFRawStream(stream).decode(), LINE_FEED]);
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const LINE_FEED = new Uint8Array([10]);

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

function thinner(width: number, height: number, { matrix: [a, b, c, d], unit }: State): Mm {
  const sides = [Math.abs(width) * Math.hypot(a, b), Math.abs(height) * Math.hypot(c, d)];
  return toMm(pt(Math.min(...sides) * unit));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
