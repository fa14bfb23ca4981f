// What breaks one clause of preflight in a good file and nothing else, and what only looks as if it did.

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import { OUTPUT } from './samples.ts';

type LiteralObject = Parameters<PDFContext['obj']>[0] & Readonly<Record<string, unknown>>;

export const name = (text: string): PDFName => PDFName.of(text);
export const RGB = new TextEncoder().encode('RGB ');
export const MONITOR = new TextEncoder().encode('mntr');
export const ACTION = { S: 'URI', URI: PDFString.of('https://example.org') };
export const GROUP = { S: 'Transparency', CS: 'DeviceRGB' };

export function setVersion({ context }: PDFDocument): void {
  context.header = PDFHeader.forVersion(1, 7);
}

export function encrypt({ context }: PDFDocument): void {
  context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2 }));
}

export function intentOf({ catalog }: PDFDocument): PDFDict {
  return catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
}

export function infoOf({ context }: PDFDocument): PDFDict {
  const info = context.lookup(context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) throw new Error('there is no Info');
  return info;
}

export function setProfile(document: PDFDocument, change: (profile: Uint8Array) => void): void {
  const profile = OUTPUT.profile.slice();
  change(profile);
  const { context } = document;
  intentOf(document).set(name('DestOutputProfile'), context.register(context.flateStream(profile, { N: 4 })));
}

export function editXmp(document: PDFDocument, what: string | RegExp, by: string): void {
  const { catalog, context } = document;
  const stream = catalog.lookup(name('Metadata'));
  if (!(stream instanceof PDFRawStream)) throw new Error('there is no XMP');
  const before = new TextDecoder().decode(stream.contents);
  const after = before.replace(what, by);
  if (after === before) throw new Error('nothing was changed');
  const bytes = new TextEncoder().encode(after);
  catalog.set(
    name('Metadata'),
    context.register(context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' })),
  );
}

export function unknowTrapped(document: PDFDocument): void {
  infoOf(document).set(name('Trapped'), name('Unknown'));
  editXmp(document, '<pdf:Trapped>False', '<pdf:Trapped>Unknown');
}

export function noBleed(document: PDFDocument): void {
  const page = document.getPage(1);
  const { x, y, width, height } = page.getTrimBox();
  page.setBleedBox(x, y, width, height);
}

export function otherSize(document: PDFDocument): void {
  const page = document.getPage(2);
  const [media, bleed, trim] = [page.getMediaBox(), page.getBleedBox(), page.getTrimBox()];
  page.setMediaBox(media.x, media.y, media.width + 20, media.height);
  page.setBleedBox(bleed.x, bleed.y, bleed.width + 20, bleed.height);
  page.setTrimBox(trim.x, trim.y, trim.width + 20, trim.height);
}

export function removeFontFiles({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict)
      for (const key of ['FontFile', 'FontFile2', 'FontFile3']) object.delete(name(key));
}

export function addScript({ catalog, context }: PDFDocument): void {
  const script = context.register(context.obj({ S: 'JavaScript', JS: PDFString.of('app.beep()') }));
  catalog.set(name('Names'), context.obj({ JavaScript: { Names: [PDFString.of('a'), script] } }));
}

export function annotate(document: PDFDocument): void {
  const annotation = document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [50, 50, 70, 70] });
  document.getPage(1).node.addAnnot(document.context.register(annotation));
}

/** Adds operators to page 2. */
export function append(document: PDFDocument, content: string): void {
  const { context } = document;
  document.getPage(1).node.addContentStream(context.register(context.stream(`q ${content}\nQ`)));
}

/** An image of so many pixels on each side, 100 points large. */
export function addImage(document: PDFDocument, space: string, pixels: number): void {
  const { context } = document;
  const components = space === 'DeviceRGB' ? 3 : 4;
  const image = context.flateStream(new Uint8Array(pixels * pixels * components), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: pixels,
    Height: pixels,
    BitsPerComponent: 8,
    ColorSpace: space,
  });
  document.getPage(1).node.setXObject(name('Picture'), context.register(image));
  append(document, '100 0 0 100 50 50 cm /Picture Do');
}

export const FULL = [255, 255, 255, 255];
export const NONE = [0, 0, 0, 0];
export const full = (): readonly number[] => FULL;
export const none = (): readonly number[] => NONE;

/** An image of 300 pixels on each side, 100 points large; `inks` gives the four bytes of each pixel. */
export function addSamples(
  document: PDFDocument,
  inks: (pixel: number) => readonly number[],
  more: Readonly<Record<string, string | number | number[]>> = {},
): void {
  const { context } = document;
  const bits = more['BitsPerComponent'] ?? 8;
  // Twice as many bytes where a sample has 16 bits, and all bits alike where it has one.
  const bytes = Array.from({ length: 300 * 300 }, (_, pixel) =>
    inks(pixel).flatMap((ink) => (bits === 16 ? [ink, ink] : [ink])),
  );
  const dict = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 300,
    Height: 300,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceCMYK',
  };
  const image = context.flateStream(new Uint8Array(bytes.flat()), { ...dict, ...more });
  drawImage(document, image);
}

function drawImage(document: PDFDocument, image: PDFObject): void {
  document.getPage(1).node.setXObject(name('Picture'), document.context.register(image));
  append(document, '0 0 0 1 k 100 0 0 100 50 50 cm /Picture Do');
}

/** Two colours, the second of them of full ink, or of `ink` of each plate. */
export function addIndexed(document: PDFDocument, ink = 255): void {
  const { context } = document;
  const palette = PDFHexString.of(`00000000${ink.toString(16).padStart(2, '0').repeat(4)}`);
  const image = context.flateStream(new Uint8Array(300 * 300).fill(1), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 300,
    Height: 300,
    BitsPerComponent: 8,
    ColorSpace: ['Indexed', 'DeviceCMYK', 1, palette],
  });
  drawImage(document, image);
}

/** All ink everywhere, as differences: rows by each of PNG's filters in turn, or TIFF's. */
export function addPredicted(document: PDFDocument, predictor: number): void {
  const { context } = document;
  const row = 4 * 300;
  const first = (at: number): number => (at < 4 ? 255 : 0);
  // What each filter leaves of 255 beside 255: nothing, but where there is no neighbour.
  const rows = Array.from({ length: 300 }, (_, index) => {
    if (predictor === 2) return Array.from({ length: row }, (_, at) => first(at));
    const filter = index === 0 ? 1 : index % 5;
    const average = (at: number): number => (at < 4 ? 255 - (255 >> 1) : 0);
    const left = [() => 255, first, () => 0, average, () => 0][filter] ?? first;
    return [filter, ...Array.from({ length: row }, (_, at) => left(at))];
  });
  const image = context.flateStream(new Uint8Array(rows.flat()), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 300,
    Height: 300,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceCMYK',
    DecodeParms: { Predictor: predictor, Colors: 4, BitsPerComponent: 8, Columns: 300 },
  });
  drawImage(document, image);
}

/** Packed as JPEG is, of full ink if it were not. */
export function addPhotograph(document: PDFDocument): void {
  const { context } = document;
  const dict = { Type: 'XObject', Subtype: 'Image', Width: 300, Height: 300, BitsPerComponent: 8 };
  const samples = new Uint8Array(4 * 300 * 300).fill(255);
  drawImage(document, context.stream(samples, { ...dict, ColorSpace: 'DeviceCMYK', Filter: 'DCTDecode' }));
}

export function addStencil(document: PDFDocument, colour: string): void {
  const { context } = document;
  const dict = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 304,
    Height: 304,
    BitsPerComponent: 1,
    ImageMask: true,
  };
  const image = context.register(context.flateStream(new Uint8Array((304 / 8) * 304), dict));
  document.getPage(1).node.setXObject(name('Stencil'), image);
  append(document, `${colour} 100 0 0 100 50 50 cm /Stencil Do`);
}

/** Adds operators that are set to overprint. */
export function overprint(
  document: PDFDocument,
  content: string,
  state: Readonly<Record<string, boolean>> = { OP: true, op: true },
): void {
  const { context } = document;
  const { node } = document.getPage(1);
  node.setExtGState(name('Over'), context.register(context.obj({ Type: 'ExtGState', OPM: 1, ...state })));
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 1, 0], N: 1 };
  const profile = context.register(context.flateStream(OUTPUT.profile, { N: 4 }));
  const spaces = { Spot: ['Separation', 'Spot', 'DeviceCMYK', tint], Press: ['ICCBased', profile] };
  node.Resources()?.set(name('ColorSpace'), context.obj(spaces));
  append(document, `/Over gs ${content}`);
}

export function addSoftMask(
  document: PDFDocument,
  group: Readonly<Record<string, string>>,
  kind = 'Luminosity',
): void {
  const { context } = document;
  const form = context.stream('0 g 0 0 99 99 re f', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 99, 99],
    Group: { S: 'Transparency', ...group },
  });
  addState(document, { SMask: { Type: 'Mask', S: kind, G: context.register(form) } });
}

export function addSpotGroup(document: PDFDocument): void {
  const { context } = document;
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 1, 0], N: 1 };
  const group = { S: 'Transparency', CS: ['Separation', 'Spot', 'DeviceCMYK', tint] };
  document.getPage(1).node.set(name('Group'), context.obj(group));
}

export function addMaskedImage(document: PDFDocument, space: string): void {
  const { context } = document;
  const dict = { Type: 'XObject', Subtype: 'Image', Width: 300, Height: 300, BitsPerComponent: 8 };
  const samples = new Uint8Array(4 * 300 * 300);
  const mask = context.register(context.flateStream(samples, { ...dict, ColorSpace: space }));
  drawImage(document, context.flateStream(samples, { ...dict, ColorSpace: 'DeviceCMYK', SMask: mask }));
}

interface Layers {
  readonly context: PDFContext;
  /** The properties in the catalogue, the configuration of the start, and the only layer. */
  readonly all: PDFDict;
  readonly first: PDFDict;
  readonly layer: PDFRef;
}

export function addLayers(document: PDFDocument, change: (layers: Layers) => void): void {
  const { context, catalog } = document;
  const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Photographs') }));
  const first = context.obj({ Name: PDFString.of('Print'), Order: [layer], BaseState: 'ON' });
  const all = context.obj({ OCGs: [layer], D: first });
  change({ context, all, first, layer });
  catalog.set(name('OCProperties'), all);
  document
    .getPage(1)
    .node.Resources()
    ?.set(name('Properties'), context.obj({ Layer: layer }));
  append(document, '/OC /Layer BDC 0 g 50 50 99 99 re f EMC');
}

export function addState(document: PDFDocument, state: LiteralObject): void {
  const { context } = document;
  document
    .getPage(1)
    .node.setExtGState(name('State'), context.register(context.obj({ Type: 'ExtGState', ...state })));
}

export function fourInkText(document: PDFDocument): void {
  append(document, 'BT 0.5 0.5 0.5 1 k 50 50 Td (text) Tj ET');
}

export function profiledText(document: PDFDocument): void {
  const { context } = document;
  const profile = context.register(context.flateStream(OUTPUT.profile, { N: 1 }));
  const resources = document.getPage(1).node.Resources();
  resources?.set(name('ColorSpace'), context.obj({ Grey: ['ICCBased', profile] }));
  append(document, '/Grey cs 0 sc BT 50 50 Td (text) Tj ET');
}
