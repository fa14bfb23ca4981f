// A good file passes every clause; a mutant of it that breaks one clause fails that one and no other.

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { CLAUSES, type Clause, type Finding } from '../../scripts/press/findings.ts';
import { pressCover, pressPages } from '../../scripts/press/pages.ts';
import { preflight } from '../../scripts/press/preflight.ts';
import { imposePress, OUTPUT, PRESS, typesetPdf } from './samples.ts';

const COMMON = { ...PRESS, cut: mm(3), output: OUTPUT };

let good: Uint8Array;

beforeAll(async () => {
  const made = await pressPages(typesetPdf(6), { ...COMMON, withoutCover: false });
  if (!made.ok) throw new Error('the good file is not made');
  good = made.value.pdf;
});

describe('what the press makes', () => {
  it('passes every clause: single pages', async () => {
    expect(await findingsIn(good)).toEqual([]);
  });

  it('passes every clause: the cover', async () => {
    const made = await pressCover(typesetPdf(8), { ...COMMON, caliper: mm(0.12), selfCover: true });
    expect(made.ok && (await findingsIn(made.value.pdf))).toEqual([]);
  });

  it('passes every clause: sheets with all marks', async () => {
    const { pdf } = await imposePress(typesetPdf(20), {
      cut: mm(3),
      assembly: 'gathered',
      milling: mm(3),
      halves: true,
    });
    expect(await findingsIn(pdf)).toEqual([]);
  });
});

type Mutation = (document: PDFDocument) => void;

const MUTANTS: readonly (readonly [clause: Clause, name: string, mutate: Mutation])[] = [
  ['version', 'a header of 1.7', setVersion],
  ['version', 'a catalogue of 2.0', ({ catalog }) => catalog.set(name('Version'), name('2.0'))],
  ['encryption', 'an Encrypt entry', encrypt],
  ['id', 'no ID', ({ context }) => void delete context.trailerInfo.ID],
  ['output-intent', 'no output intent', ({ catalog }) => void catalog.delete(name('OutputIntents'))],
  [
    'output-intent',
    'another kind of intent',
    (document) => intentOf(document).set(name('S'), name('GTS_PDFA1')),
  ],
  [
    'output-intent',
    'no condition',
    (document) => void intentOf(document).delete(name('OutputConditionIdentifier')),
  ],
  ['profile', 'no profile', (document) => void intentOf(document).delete(name('DestOutputProfile'))],
  ['profile', 'a profile for RGB', (document) => setProfile(document, (profile) => profile.set(RGB, 16))],
  [
    'profile',
    'a profile of a monitor',
    (document) => setProfile(document, (profile) => profile.set(MONITOR, 12)),
  ],
  ['xmp', 'no XMP', ({ catalog }) => void catalog.delete(name('Metadata'))],
  ['xmp', 'another standard', (document) => editXmp(document, 'PDF/X-4<', 'PDF/X-3<')],
  ['xmp', 'no document ID', (document) => editXmp(document, /<xmpMM:DocumentID>.*\n/, '')],
  [
    'xmp-info',
    'another title',
    (document) => infoOf(document).set(name('Title'), PDFHexString.fromText('Other')),
  ],
  ['xmp-info', 'another date', (document) => editXmp(document, /(<xmp:ModifyDate>)2024/, '$12025')],
  ['trapped', 'not known', unknowTrapped],
  ['trim-box', 'no trim box', (document) => void document.getPage(1).node.delete(name('TrimBox'))],
  ['art-box', 'an art box', (document) => document.getPage(1).setArtBox(20, 20, 99, 99)],
  ['boxes', 'a trim box beyond the bleed', (document) => document.getPage(1).setBleedBox(30, 30, 300, 400)],
  ['boxes', 'a bleed box beyond the media', (document) => document.getPage(1).setBleedBox(-9, -9, 999, 999)],
  ['bleed', 'no bleed', noBleed],
  ['sizes', 'a page of another size', otherSize],
  ['fonts', 'no font file', removeFontFiles],
  [
    'actions',
    'one when opened',
    ({ catalog, context }) => catalog.set(name('OpenAction'), context.obj(ACTION)),
  ],
  [
    'actions',
    'one on an event',
    ({ catalog, context }) => catalog.set(name('AA'), context.obj({ WC: ACTION })),
  ],
  ['javascript', 'a script with a name', addScript],
  ['annotations', 'a comment on the page', annotate],
  ['rgb', 'a red field', (document) => append(document, '1 0 0 rg 50 50 99 99 re f')],
  ['rgb', 'a named space', (document) => append(document, '/DeviceRGB cs 1 0 0 sc 50 50 99 99 re f')],
  [
    'rgb',
    'transparency',
    (document) => document.getPage(1).node.set(name('Group'), document.context.obj(GROUP)),
  ],
  ['rgb', 'an image', (document) => addImage(document, 'DeviceRGB', 900)],
  ['black', 'a rule of four inks', (document) => append(document, '0.5 0.4 0.4 1 K 1 w 50 50 m 200 50 l S')],
  ['black', 'a thin field of four inks', (document) => append(document, '0.1 0 0 1 k 50 50 99 1 re f')],
  ['black', 'text of four inks', fourInkText],
  ['black', 'text in grey with a profile', profiledText],
  ['ink', 'a field of 340 %', (document) => append(document, '0.9 0.8 0.8 0.9 k 50 50 99 99 re f')],
  ['hairline', 'a line of 0.1 mm', (document) => append(document, '0 0 0 1 K 0.28 w 50 50 m 200 50 l S')],
  [
    'hairline',
    'a line made thin',
    (document) => append(document, '0 0 0 1 K q 0.2 0 0 1 0 0 cm 1 w 9 9 m 9 99 l S Q'),
  ],
  ['hairline', 'a thin field', (document) => append(document, '0 0 0 1 k 50 50 99 0.3 re f')],
  [
    'hairline',
    'a line as thin as can be',
    (document) => append(document, '0 0 0 1 K 0 w 50 50 m 200 50 l S'),
  ],
  ['resolution', 'a coarse image', (document) => addImage(document, 'DeviceCMYK', 40)],
  ['transfer', 'a transfer function', (document) => addState(document, { TR: 'Identity' })],
  ['transfer', 'another one', (document) => addState(document, { TR2: 'Identity' })],
  ['compression', 'LZW', ({ context }) => void context.register(context.stream('', { Filter: 'LZWDecode' }))],
  ['postscript', 'PostScript', ({ context }) => void context.register(context.stream('', { Subtype: 'PS' }))],
];

describe('a mutant', () => {
  it('is there for every clause', () => {
    expect(new Set(MUTANTS.map(([clause]) => clause))).toEqual(new Set(Object.keys(CLAUSES)));
  });

  it.each(MUTANTS)('fails %s alone: %s', async (clause, _, mutate) => {
    const findings = await findingsIn(await mutant(mutate));
    expect([...new Set(findings.map((found) => found.clause))]).toEqual([clause]);
    for (const { message, hint, severity } of findings) {
      expect(message).toMatch(/.{20}/);
      expect(hint).toMatch(/.{15}/);
      expect(severity).toBe('error');
    }
  });

  it('is named by page and object', async () => {
    const [found] = await findingsIn(
      await mutant((document) => append(document, '1 0 0 rg 50 50 99 99 re f')),
    );
    expect(found).toMatchObject({ page: 2, object: expect.stringMatching(/^\d+ 0$/) });
    expect(found?.message).toMatch(/page 2, object \d+ 0/);
  });
});

describe('content that is no fault', () => {
  it.each([
    ['a string that looks like operators', 'BT (1 0 0 rg \\) 0 w ) Tj ET'],
    ['an inline image', 'BI /W 1 /H 1 /CS /G /BPC 8 ID \u0001 rg EI'],
    ['a comment', '% 1 0 0 rg\n0 0 0 1 k'],
    ['a large field of rich black', '0.5 0.4 0.4 1 k 50 50 99 99 re f'],
    ['a line scaled to be thick', '0 0 0 1 K 10 0 0 10 0 0 cm 0.1 w 5 5 m 20 5 l S'],
    ['a colour that paints nothing', '1 0 0 rg 50 50 99 99 re n 0 g'],
  ])('%s', async (_, content) => {
    expect(await findingsIn(await mutant((document) => append(document, content)))).toEqual([]);
  });
});

async function findingsIn(pdf: Uint8Array): Promise<readonly Finding[]> {
  const report = await preflight(pdf);
  if (!report.ok) throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
  return report.value.findings;
}

async function mutant(mutate: Mutation): Promise<Uint8Array> {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  mutate(document);
  const bytes = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  // pdf-lib writes 1.7 whatever the document says.
  bytes.set(new TextEncoder().encode(document.context.header.toString().slice(0, 8)));
  return bytes;
}

const name = (text: string): PDFName => PDFName.of(text);
const RGB = new TextEncoder().encode('RGB ');
const MONITOR = new TextEncoder().encode('mntr');
const ACTION = { S: 'URI', URI: PDFString.of('https://example.org') };
const GROUP = { S: 'Transparency', CS: 'DeviceRGB' };

function setVersion({ context }: PDFDocument): void {
  context.header = PDFHeader.forVersion(1, 7);
}

function encrypt({ context }: PDFDocument): void {
  context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2 }));
}

function intentOf({ catalog }: PDFDocument): PDFDict {
  return catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
}

function infoOf({ context }: PDFDocument): PDFDict {
  const info = context.lookup(context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) throw new Error('there is no Info');
  return info;
}

function setProfile(document: PDFDocument, change: (profile: Uint8Array) => void): void {
  const profile = OUTPUT.profile.slice();
  change(profile);
  const { context } = document;
  intentOf(document).set(name('DestOutputProfile'), context.register(context.flateStream(profile, { N: 4 })));
}

function editXmp(document: PDFDocument, what: string | RegExp, by: string): void {
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

function unknowTrapped(document: PDFDocument): void {
  infoOf(document).set(name('Trapped'), name('Unknown'));
  editXmp(document, '<pdf:Trapped>False', '<pdf:Trapped>Unknown');
}

function noBleed(document: PDFDocument): void {
  const page = document.getPage(1);
  const { x, y, width, height } = page.getTrimBox();
  page.setBleedBox(x, y, width, height);
}

function otherSize(document: PDFDocument): void {
  const page = document.getPage(2);
  const [media, bleed, trim] = [page.getMediaBox(), page.getBleedBox(), page.getTrimBox()];
  page.setMediaBox(media.x, media.y, media.width + 20, media.height);
  page.setBleedBox(bleed.x, bleed.y, bleed.width + 20, bleed.height);
  page.setTrimBox(trim.x, trim.y, trim.width + 20, trim.height);
}

function removeFontFiles({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict)
      for (const key of ['FontFile', 'FontFile2', 'FontFile3']) object.delete(name(key));
}

function addScript({ catalog, context }: PDFDocument): void {
  const script = context.register(context.obj({ S: 'JavaScript', JS: PDFString.of('app.beep()') }));
  catalog.set(name('Names'), context.obj({ JavaScript: { Names: [PDFString.of('a'), script] } }));
}

function annotate(document: PDFDocument): void {
  const annotation = document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [50, 50, 70, 70] });
  document.getPage(1).node.addAnnot(document.context.register(annotation));
}

/** Adds operators to page 2. */
function append(document: PDFDocument, content: string): void {
  const { context } = document;
  document.getPage(1).node.addContentStream(context.register(context.stream(`q ${content}\nQ`)));
}

/** An image of so many pixels on each side, 100 points large. */
function addImage(document: PDFDocument, space: string, pixels: number): void {
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

function addState(document: PDFDocument, state: Readonly<Record<string, string>>): void {
  const { context } = document;
  document
    .getPage(1)
    .node.setExtGState(name('State'), context.register(context.obj({ Type: 'ExtGState', ...state })));
}

function fourInkText(document: PDFDocument): void {
  append(document, 'BT 0.5 0.5 0.5 1 k 50 50 Td (text) Tj ET');
}

function profiledText(document: PDFDocument): void {
  const { context } = document;
  const profile = context.register(context.flateStream(OUTPUT.profile, { N: 1 }));
  const resources = document.getPage(1).node.Resources();
  resources?.set(name('ColorSpace'), context.obj({ Grey: ['ICCBased', profile] }));
  append(document, '/Grey cs 0 sc BT 50 50 Td (text) Tj ET');
}
