// A good file passes every clause; a mutant of it that breaks one clause fails that one and no other.

import { PDFDocument, PDFHexString, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { singlePages } from '../../scripts/press/book.ts';
import { CLAUSES, type Clause, type Finding } from '../../scripts/press/findings.ts';
import { pressCover, pressPages } from '../../scripts/press/pages.ts';
import { preflight } from '../../scripts/press/preflight.ts';
import {
  ACTION,
  addImage,
  addIndexed,
  addLayers,
  addMaskedImage,
  addPhotograph,
  addPredicted,
  addSamples,
  addScript,
  addSoftMask,
  addSpotGroup,
  addState,
  addStencil,
  annotate,
  append,
  editXmp,
  encrypt,
  FULL,
  fourInkText,
  full,
  GROUP,
  infoOf,
  intentOf,
  MONITOR,
  NONE,
  name,
  noBleed,
  none,
  otherSize,
  overprint,
  profiledText,
  RGB,
  removeFontFiles,
  setProfile,
  setVersion,
  unknowTrapped,
} from './mutants.ts';
import { imposePress, OUTPUT, PRESS, typesetPdf } from './samples.ts';

const COMMON = { ...PRESS, cut: mm(3), output: OUTPUT };

let good: Uint8Array;

beforeAll(async () => {
  const made = await pressPages(singlePages(typesetPdf(6)), { ...COMMON, withoutCover: false });
  if (!made.ok) throw new Error('the good file is not made');
  good = made.value.pdf;
});

describe('what the press makes', () => {
  it('passes every clause: single pages', async () => {
    expect(await findingsIn(good)).toEqual([]);
  });

  it('passes every clause: the cover', async () => {
    const made = await pressCover(singlePages(typesetPdf(8)), {
      ...COMMON,
      caliper: mm(0.12),
      selfCover: true,
    });
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
  ['ink', 'an image of 360 %', (document) => addSamples(document, () => [230, 230, 230, 228])],
  ['ink', 'an image of 16 bits', (document) => addSamples(document, full, { BitsPerComponent: 16 })],
  ['ink', 'an image of one bit', (document) => addSamples(document, full, { BitsPerComponent: 1 })],
  [
    'ink',
    'an inverted image',
    (document) => addSamples(document, none, { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  ],
  ['ink', 'an image of few colours', addIndexed],
  ['ink', 'an image filtered as in PNG', (document) => addPredicted(document, 15)],
  ['ink', 'an image of differences', (document) => addPredicted(document, 2)],
  ['ink', 'a stencil of 340 %', (document) => addStencil(document, '0.9 0.8 0.8 0.9 k')],
  ['rgb', 'a stencil', (document) => addStencil(document, '1 0 0 rg')],
  ['overprint', 'white text', (document) => overprint(document, 'BT 0 0 0 0 k 50 50 Td (text) Tj ET')],
  ['overprint', 'a white field', (document) => overprint(document, '1 g 50 50 99 99 re f')],
  ['overprint', 'a white line', (document) => overprint(document, '0 0 0 0 K 9 w 50 50 m 200 50 l S')],
  ['overprint', 'a pale field', (document) => overprint(document, '0 0 0.1 0 k 50 50 99 99 re f')],
  ['overprint', 'white in OP alone', (document) => overprint(document, '1 g 50 50 9 9 re f', { OP: true })],
  [
    'overprint',
    'a spot colour of nothing',
    (document) => overprint(document, '/Spot cs 0 scn 50 50 99 99 re f'),
  ],
  [
    'overprint',
    'mode 1 in profiled CMYK',
    (document) => overprint(document, '/Press cs 1 0 0 0 scn 50 50 99 99 re f'),
  ],
  ['transparency', 'an unknown blend mode', (document) => addState(document, { BM: 'Glow' })],
  ['transparency', 'an opacity of 1.5', (document) => addState(document, { ca: 1.5 })],
  ['transparency', 'a negative opacity of lines', (document) => addState(document, { CA: -0.1 })],
  ['transparency', 'a mask without a blending space', (document) => addSoftMask(document, {})],
  ['transparency', 'a group in a spot colour', addSpotGroup],
  ['transparency', 'a mask of four inks', (document) => addMaskedImage(document, 'DeviceCMYK')],
  ['layers', 'no name', (document) => addLayers(document, ({ first }) => void first.delete(name('Name')))],
  ['layers', 'no configuration', (document) => addLayers(document, ({ all }) => void all.delete(name('D')))],
  [
    'layers',
    'none listed',
    ({ context }) => void context.register(context.obj({ Type: 'OCG', Name: PDFString.of('x') })),
  ],
  [
    'layers',
    'one not listed',
    (document) => addLayers(document, ({ all, context }) => all.set(name('OCGs'), context.obj([]))),
  ],
  [
    'layers',
    'for viewing',
    (document) =>
      addLayers(document, ({ first, context }) => first.set(name('AS'), context.obj([{ Event: 'View' }]))),
  ],
  [
    'layers',
    'hidden at first',
    (document) => addLayers(document, ({ first }) => first.set(name('BaseState'), name('OFF'))),
  ],
  [
    'layers',
    'one out of order',
    (document) => addLayers(document, ({ first, context }) => first.set(name('Order'), context.obj([]))),
  ],
  [
    'layers',
    'a second set without a name',
    (document) => addLayers(document, ({ all, context }) => all.set(name('Configs'), context.obj([{}]))),
  ],
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

describe('what PDF/X-4 allows', () => {
  const ALLOWED: readonly (readonly [name: string, mutate: Mutation])[] = [
    ['black text set to overprint', (document) => overprint(document, 'BT 0 0 0 1 k 50 50 Td (text) Tj ET')],
    ['a spot colour set to overprint', (document) => overprint(document, '/Spot cs 1 scn 50 50 99 99 re f')],
    [
      'white that knocks out',
      (document) => overprint(document, '1 g 50 50 9 9 re f', { OP: true, op: false }),
    ],
    ['white after the overprint', (document) => overprint(document, 'Q q 1 g 50 50 9 9 re f')],
    ['an image of 320 %', (document) => addSamples(document, () => [204, 204, 204, 204])],
    // Of 100 points on each side, 1,245 square millimetres, a hundredth is less than 15.
    [
      'an image with few dots of 400 %',
      (document) => addSamples(document, (at) => (at % 100 === 0 ? FULL : NONE)),
    ],
    ['an image of no ink in few colours', (document) => addIndexed(document, 0)],
    ['a photograph that nothing here unpacks', addPhotograph],
    [
      'an opacity and a blend mode',
      (document) => addState(document, { ca: 0.5, CA: 1, BM: ['Glow', 'Multiply'] }),
    ],
    ['a mask with a blending space', (document) => addSoftMask(document, { CS: 'DeviceCMYK' })],
    ['a mask by alpha', (document) => addSoftMask(document, {}, 'Alpha')],
    ['a masked image', (document) => addMaskedImage(document, 'DeviceGray')],
    ['layers', (document) => addLayers(document, () => undefined)],
    [
      'a layer that is switched off',
      (document) =>
        addLayers(document, ({ first, context, layer }) => first.set(name('OFF'), context.obj([layer]))),
    ],
  ];

  it.each(ALLOWED)('%s', async (_, mutate) => {
    expect(await findingsIn(await mutant(mutate))).toEqual([]);
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
