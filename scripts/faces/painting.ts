// What the content of a page paints, in its order (ISO 32000-1, 8 and 9): glyphs by their outlines and where they stand on
// the page, lines and fields, images. How the content says it plays no part; what is not known stands as it is written.

import {
  digestOfText,
  entry,
  isDict,
  isStream,
  numbersOf,
  type PdfFile,
  type PdfStream,
  unpacked,
} from './file.ts';
import { type Font, fontOf } from './glyphs.ts';
import { type PdfDict, type PdfValue, readObjects } from './objects.ts';
import {
  at,
  type Matrix,
  matrixOf,
  multiply,
  rounded,
  START,
  type State,
  steps,
  type TextState,
} from './state.ts';
import { createWriter, type Writer } from './writer.ts';

/** Everything that `contents` paints, a line each. `fontFor` is asked once for each font that a file has. */
export function paintsOf(
  contents: readonly PdfStream[],
  resources: PdfDict | undefined,
  file: PdfFile,
  fonts: Map<PdfValue, Font>,
): string {
  const writer = createWriter();
  const text = contents.map(contentOf).join('\n');
  paint(text, START, { resources, file, fonts, writer, depth: 0 });
  return writer.text();
}

interface Scene {
  readonly resources: PdfDict | undefined;
  readonly file: PdfFile;
  readonly fonts: Map<PdfValue, Font>;
  readonly writer: Writer;
  readonly depth: number;
}

function contentOf(stream: PdfStream): string {
  const bytes = unpacked(stream) ?? stream.packed;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** A form within so many forms is no page that Typst makes. */
const DEEPEST = 12;

/** Runs the operators of `text`. */
function paint(text: string, start: State, scene: Scene): void {
  const reader = readObjects(text);
  const run = createRun(start, scene);
  let operands: PdfValue[] = [];
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!isWord(value)) {
      operands.push(value);
      continue;
    }
    if (value.word === 'ID') {
      const end = /\sEI(?=\s|$)/.exec(text.slice(reader.at));
      const image = text.slice(reader.at, reader.at + (end?.index ?? text.length));
      run('BI', [...operands, { kind: 'string', text: image }]);
      reader.at += image.length + (end?.[0].length ?? 0);
    } else if (value.word !== 'BI') {
      run(value.word, operands);
    }
    operands = [];
  }
}

function isWord(value: PdfValue): value is { readonly kind: 'word'; readonly word: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'word';
}

/** Operators that say what something is, not how it looks. */
const UNSEEN = new Set(['BMC', 'EMC', 'MP', 'DP', 'BX', 'EX', 'BT', 'ri', 'i']);
const LINE = new Set(['w', 'J', 'j', 'M', 'd']);
const FILL = new Set(['g', 'rg', 'k', 'sc', 'scn', 'cs']);
const STROKE = new Set(['G', 'RG', 'K', 'SC', 'SCN', 'CS']);
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h']);
const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);

function createRun(start: State, scene: Scene): (operator: string, operands: readonly PdfValue[]) => void {
  const { writer, file, resources } = scene;
  const saved: State[] = [];
  let state = start;
  let path: string[] = [];
  let clip = '';
  let line: Matrix = START.matrix;
  let place: Matrix = START.matrix;
  const setText = (change: Partial<TextState>): void => {
    state = { ...state, text: { ...state.text, ...change } };
  };
  const moveLine = (x: number, y: number): void => {
    line = multiply([1, 0, 0, 1, x, y], line);
    place = line;
  };
  const show = (operand: PdfValue | undefined): void => {
    const { size, scale, rise } = state.text;
    const em = multiply(multiply([size * scale, 0, 0, size, 0, rise], place), state.matrix);
    let moved = 0;
    for (const item of Array.isArray(operand) ? operand : [operand])
      moved +=
        typeof item === 'number' ? (-item / 1000) * size * scale : showString(item, state, em, moved, writer);
    place = multiply([1, 0, 0, 1, moved, 0], place);
  };
  const endPath = (operator: string): void => {
    if (operator !== 'n') writer.shape(operator, path.join(' '), state);
    if (clip !== '') state = { ...state, clip: digestOfText(`${state.clip} ${clip} ${path.join(' ')}`) };
    path = [];
    clip = '';
  };
  return (operator, operands) => {
    const numbers = numbersOf(operands);
    const [x = 0, y = 0] = numbers;
    if (operator === 'q') saved.push(state);
    else if (operator === 'Q') state = saved.pop() ?? state;
    else if (operator === 'cm') state = { ...state, matrix: multiply(matrixOf(numbers), state.matrix) };
    else if (PATH.has(operator)) path.push(segment(operator, numbers, state.matrix));
    else if (operator === 're') path.push(rectangle(numbers, state.matrix));
    else if (operator === 'W' || operator === 'W*') clip = operator;
    else if (PAINT.has(operator)) endPath(operator);
    else if (FILL.has(operator)) state = { ...state, fill: colour(operator, operands, state.fill, scene) };
    else if (STROKE.has(operator))
      state = { ...state, stroke: colour(operator, operands, state.stroke, scene) };
    else if (LINE.has(operator))
      state = { ...state, line: { ...state.line, [operator]: plain(operands, scene) } };
    else if (operator === 'gs') state = withExtended(state, operands[0], scene);
    else if (operator === 'Tf') setText({ font: fontNamed(operands[0], scene), size: numbers[0] ?? 0 });
    else if (operator in TEXT) setText(TEXT[operator]?.(x) ?? {});
    else if (operator === 'BT') line = place = START.matrix;
    else if (operator === 'Tm') line = place = matrixOf(numbers);
    else if (operator === 'Td') moveLine(x, y);
    else if (operator === 'TD') {
      setText({ leading: -y });
      moveLine(x, y);
    } else if (operator === 'T*') moveLine(0, -state.text.leading);
    else if (operator === 'Tj' || operator === 'TJ') show(operands[0]);
    else if (operator === "'" || operator === '"') {
      if (operator === '"') setText({ wordSpace: x, charSpace: y });
      moveLine(0, -state.text.leading);
      show(operands.at(-1));
    } else if (operator === 'ET') {
      // Text that clips does so from here on: what it was has been written.
      if (state.text.mode >= 4) state = { ...state, clip: digestOfText(`${state.clip} text`) };
    } else if (operator === 'Do') drawObject(operands[0], state, scene);
    else if (operator === 'sh')
      writer.image(`sh ${file.digest(named(resources, 'Shading', operands[0], file))}`, state);
    else if (operator === 'BDC') {
      const layer = operands[0] === '/OC' ? named(resources, 'Properties', operands[1], file) : undefined;
      if (layer !== undefined) writer.other(`layer ${file.digest(layer)}`, state);
    } else if (!UNSEEN.has(operator)) writer.other(`${operator} ${plain(operands, scene)}`, state);
  };
}

const TEXT: Readonly<Record<string, (value: number) => Partial<TextState>>> = {
  Tc: (charSpace) => ({ charSpace }),
  Tw: (wordSpace) => ({ wordSpace }),
  Tz: (percent) => ({ scale: percent / 100 }),
  TL: (leading) => ({ leading }),
  Ts: (rise) => ({ rise }),
  Tr: (mode) => ({ mode }),
};

/**
 * Writes the glyphs of a string that begins `start` along the line from the place that `em` takes a point to, and says how
 * far it leads.
 */
function showString(
  item: PdfValue | undefined,
  state: State,
  em: Matrix,
  start: number,
  writer: Writer,
): number {
  const { font, size, scale, charSpace } = state.text;
  if (!font || !isString(item)) return 0;
  const wide = size * scale;
  let moved = 0;
  for (const { face, advance } of font(item.text)) {
    const step = (advance * size + charSpace) * scale;
    const [x, y] = at(em, wide === 0 ? 0 : (start + moved) / wide, 0);
    writer.glyph(face, em, x, y, step / (wide || 1), state);
    moved += step;
  }
  return moved;
}

function isString(value: PdfValue | undefined): value is { readonly kind: 'string'; readonly text: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'string';
}

function segment(operator: string, numbers: readonly number[], matrix: Matrix): string {
  const points: number[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2)
    points.push(...at(matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0).map(steps));
  return `${operator} ${points.join(' ')}`;
}

function rectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[], matrix: Matrix): string {
  const [right, top] = [x + width, y + height];
  return [segment('m', [x, y], matrix), segment('l', [right, y, right, top, x, top], matrix), 'h'].join(' ');
}

/** A colour space is named before the colour in it. */
function colour(operator: string, operands: readonly PdfValue[], before: string, scene: Scene): string {
  const { file, resources } = scene;
  const name = operands.at(-1);
  if (operator === 'cs' || operator === 'CS')
    return `${file.digest(named(resources, 'ColorSpace', name, file) ?? name)} |`;
  const space = operator.toLowerCase().startsWith('sc')
    ? before.replace(/\|.*/, '|')
    : `${operator.toLowerCase()} |`;
  const pattern = typeof name === 'string' ? file.digest(named(resources, 'Pattern', name, file)) : '';
  return `${space} ${numbersOf(operands).map(rounded).join(' ')} ${pattern}`;
}

function withExtended(state: State, name: PdfValue | undefined, { file, resources }: Scene): State {
  const dict = file.lookup(named(resources, 'ExtGState', name, file));
  if (!isDict(dict)) return state;
  const entries = [...dict.entries].filter(([key]) => key !== '/Type');
  return {
    ...state,
    extended: {
      ...state.extended,
      ...Object.fromEntries(entries.map(([key, value]) => [key, file.digest(value)])),
    },
  };
}

function fontNamed(name: PdfValue | undefined, { resources, file, fonts }: Scene): Font | undefined {
  const value = named(resources, 'Font', name, file);
  if (value === undefined) return undefined;
  const key = keyOf(value);
  const font = fonts.get(key) ?? fontOf(value, file);
  fonts.set(key, font);
  return font;
}

function keyOf(value: PdfValue): PdfValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'reference'
    ? value.number
    : value;
}

function drawObject(name: PdfValue | undefined, state: State, scene: Scene): void {
  const { file, writer } = scene;
  const value = named(scene.resources, 'XObject', name, file);
  const object = file.lookup(value);
  if (!isStream(object)) return;
  if (entry(object.dict, 'Subtype') !== '/Form' || scene.depth >= DEEPEST) {
    writer.image(file.digest(value), state);
    return;
  }
  const resources = file.lookup(entry(object.dict, 'Resources'));
  const matrix = multiply(matrixOf(numbersOf(file.lookup(entry(object.dict, 'Matrix')))), state.matrix);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(file.lookup(entry(object.dict, 'BBox')));
  const box = rectangle([left, bottom, right - left, top - bottom], matrix);
  const group = entry(object.dict, 'Group');
  const inside = { ...state, matrix, clip: digestOfText(`${state.clip} W ${box}`) };
  if (group !== undefined) writer.other(`group ${file.digest(group)}`, state);
  const within = isDict(resources) ? resources : scene.resources;
  paint(contentOf(object), inside, { ...scene, resources: within, depth: scene.depth + 1 });
  if (group !== undefined) writer.other('end of group', state);
}

function named(
  resources: PdfDict | undefined,
  kind: string,
  name: PdfValue | undefined,
  file: PdfFile,
): PdfValue | undefined {
  const all = resources && file.lookup(entry(resources, kind));
  return isDict(all) && typeof name === 'string' ? all.entries.get(name) : undefined;
}

function plain(operands: readonly PdfValue[], { file }: Scene): string {
  return operands.map((value) => (typeof value === 'number' ? rounded(value) : file.digest(value))).join(' ');
}
