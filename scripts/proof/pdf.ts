// Reads finished pages back, glyph by glyph, with the structure that they are tagged with (ISO 32000-1, 9.4 and 14.7).
// Owns pdfjs-dist, which takes half a second to load: only a proof asks for it.

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

export interface Glyph {
  /** The characters it stands for: more than one where the font draws them as one. Empty: nobody can read it. */
  readonly text: string;
  /** Where it begins on the baseline, in points from the lower left corner. */
  readonly x: number;
  readonly y: number;
  /** Its advance and the size of its type, in points. */
  readonly width: number;
  readonly size: number;
  readonly font: PageFont;
  /** The element of the structure it belongs to; none for what is no content, such as a folio. */
  readonly block: Block | undefined;
  /** The font has no glyph and shows a box. */
  readonly isMissing: boolean;
}

export interface PageFont {
  /** Without the tag of the subset, such as NotoSerifTC-Regular. */
  readonly name: string;
  readonly isEmbedded: boolean;
}

export interface Block {
  /** Counts through the page. */
  readonly id: number;
  /** P, H1, Div… and whether it stands in a heading. */
  readonly role: string;
  readonly inHeading: boolean;
}

export interface PageGlyphs {
  /** From 1. */
  readonly number: number;
  readonly glyphs: readonly Glyph[];
}

export interface FinishedPdf {
  readonly pages: readonly PageGlyphs[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  readonly hasOutline: boolean;
  readonly hasLabels: boolean;
}

/** Throws where pdfjs cannot read the file. */
export async function readPdf(bytes: Uint8Array): Promise<FinishedPdf> {
  // pdfjs asks for a canvas when it is imported, though reading needs none.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
  }
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: bytes.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: PageGlyphs[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push({ number, glyphs: await glyphsOf(page, OPS) });
    page.cleanup();
  }
  const facts = await factsOf(document);
  await task.destroy();
  return { pages, ...facts };
}

async function factsOf(document: PDFDocumentProxy): Promise<Omit<FinishedPdf, 'pages'>> {
  const { info } = await document.getMetadata();
  const { Title: title, Language: language } = info as { Title?: string; Language?: string };
  const outline: readonly unknown[] | null = await document.getOutline();
  return {
    title,
    language,
    isTagged: (await document.getMarkInfo())?.['Marked'] === true,
    hasOutline: (outline ?? []).length > 0,
    hasLabels: (await document.getPageLabels()) !== null,
  };
}

type Operators = Readonly<Record<string, number>>;
type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly font: PageFont;
  readonly size: number;
}

async function glyphsOf(page: PDFPageProxy, ops: Operators): Promise<readonly Glyph[]> {
  const blocks = blocksOf((await page.getStructTree()) as StructureNode | null);
  const { fnArray, argsArray } = await page.getOperatorList();
  const glyphs: Glyph[] = [];
  const stack: State[] = [];
  const marked: (Block | undefined)[] = [];
  let state: State = { matrix: IDENTITY, font: NO_FONT, size: 0 };
  let textMatrix: Matrix = IDENTITY;
  fnArray.forEach((operator: number, index: number) => {
    const args = (argsArray[index] ?? []) as readonly unknown[];
    if (operator === ops['save']) stack.push(state);
    else if (operator === ops['restore']) state = stack.pop() ?? state;
    else if (operator === ops['transform']) state = { ...state, matrix: times(state.matrix, matrixOf(args)) };
    else if (operator === ops['paintFormXObjectBegin']) {
      stack.push(state);
      if (args[0]) state = { ...state, matrix: times(state.matrix, matrixOf(args[0])) };
    } else if (operator === ops['paintFormXObjectEnd']) state = stack.pop() ?? state;
    else if (operator === ops['beginText']) textMatrix = IDENTITY;
    else if (operator === ops['setTextMatrix']) textMatrix = matrixOf(args[0]);
    else if (operator === ops['moveText'])
      textMatrix = times(textMatrix, [1, 0, 0, 1, Number(args[0]), Number(args[1])]);
    else if (operator === ops['setFont'])
      state = { ...state, font: fontOf(page, String(args[0])), size: Number(args[1]) };
    else if (operator === ops['beginMarkedContentProps'])
      marked.push(typeof args[1] === 'number' ? blocks.get(args[1]) : within(args[0], marked));
    else if (operator === ops['beginMarkedContent']) marked.push(within(args[0], marked));
    else if (operator === ops['endMarkedContent']) marked.pop();
    else if (operator === ops['showText']) {
      const shown = show(args[0] as readonly Shown[], state, textMatrix, marked.at(-1));
      glyphs.push(...shown.glyphs);
      textMatrix = shown.textMatrix;
    }
  });
  return glyphs;
}

/** What is marked inside an element for its own sake, such as with another reading, belongs to that element. */
function within(tag: unknown, marked: readonly (Block | undefined)[]): Block | undefined {
  return tag === 'Artifact' ? undefined : marked.at(-1);
}

/** What pdfjs makes of one string: glyphs, and numbers that move by thousandths of an em. */
type Shown = number | { readonly unicode: string; readonly width: number; readonly originalCharCode: number };

function show(
  items: readonly Shown[],
  { matrix, font, size }: State,
  start: Matrix,
  block: Block | undefined,
): { readonly glyphs: readonly Glyph[]; readonly textMatrix: Matrix } {
  let textMatrix = start;
  const glyphs: Glyph[] = [];
  for (const item of items) {
    if (typeof item === 'number') {
      textMatrix = times(textMatrix, [1, 0, 0, 1, (-item / 1000) * size, 0]);
      continue;
    }
    const [a, b, , , x, y] = times(matrix, textMatrix);
    const scale = Math.hypot(a, b);
    const advance = (item.width / 1000) * size;
    glyphs.push({
      text: item.unicode,
      x,
      y,
      width: advance * scale,
      size: size * scale,
      font,
      block,
      isMissing: item.originalCharCode === 0,
    });
    textMatrix = times(textMatrix, [1, 0, 0, 1, advance, 0]);
  }
  return { glyphs, textMatrix };
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const NO_FONT: PageFont = { name: '', isEmbedded: false };

function matrixOf(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Object.values(value as Record<string, number>);
  return [a, b, c, d, e, f];
}

/** First `inner`, then `outer`. */
function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

function fontOf(page: PDFPageProxy, id: string): PageFont {
  const font = page.commonObjs.get(id) as { readonly name?: string; readonly missingFile?: boolean };
  return { name: (font.name ?? '').replace(/^[A-Z]{6}\+/, ''), isEmbedded: font.missingFile !== true };
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** Elements inside a line do not part it: what they hold belongs to the block around them. */
const INLINE = new Set([
  'Span',
  'Link',
  'Em',
  'Strong',
  'Quote',
  'Code',
  'Sub',
  'Reference',
  'Lbl',
  'FENote',
]);

/** The block of each piece of marked content. */
function blocksOf(tree: StructureNode | null): ReadonlyMap<number, Block> {
  const blocks = new Map<number, Block>();
  let count = 0;
  const visit = (node: StructureNode, block: Block | undefined): void => {
    if (node.type === 'content' && node.id !== undefined && block) {
      const number = /_mc(\d+)$/.exec(node.id)?.[1];
      if (number !== undefined) blocks.set(Number(number), block);
      return;
    }
    const role = node.role ?? '';
    const inner =
      block && INLINE.has(role)
        ? block
        : { id: count++, role, inHeading: block?.inHeading === true || /^(?:H\d*|Title)$/.test(role) };
    for (const child of node.children ?? []) visit(child, inner);
  };
  if (tree) visit(tree, undefined);
  return blocks;
}
