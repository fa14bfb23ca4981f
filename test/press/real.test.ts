// The first interview made ready for print, looked at by other programs.

import fs from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { mm, toPt } from '../../scripts/model/length.ts';
import type { Artifact, PrintProduct } from '../../scripts/model/product.ts';
import { DEFAULT_SETTINGS, type PressSettings, SHOP_LANGUAGES } from '../../scripts/model/settings.ts';
import type { SignatureOptions } from '../../scripts/press/signatures.ts';
import { SHOP_WORDS } from '../../scripts/press/words.ts';
import { makePrint } from '../../scripts/print.ts';
import { typesetEdition } from '../../scripts/typeset.ts';
import { THEME_OF } from '../booklet/make.ts';
import { realEdition } from '../support/edition.ts';
import { readPdf } from '../support/pdf.ts';
import { describeWith, run } from '../support/tools.ts';
import { loadTheme, succeeded, world } from '../support/world.ts';
import { crop, difference, ink, paint, turn } from './pictures.ts';
import { asFile, imposePress } from './samples.ts';

const edition = realEdition('zh-TW');

async function make(product: PrintProduct, press: Partial<PressSettings> = {}): Promise<readonly Artifact[]> {
  const settings = { ...DEFAULT_SETTINGS, press: { ...DEFAULT_SETTINGS.press, ...press } };
  return succeeded(
    await makePrint(product, { edition, settings, theme: await loadTheme(), pictures: new Map(), world }),
  );
}

let products: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  const made = [...(await make('press')), ...(await make('sheets')), ...(await make('shop-sheet'))];
  products = new Map(made.map(({ file, bytes }) => [file, bytes]));
});

const bytesOf = (file: string): Uint8Array => products.get(file) ?? new Uint8Array();

const PRINT_FILES = ['booklet-press.pdf', 'booklet-press-cover.pdf', 'booklet-sheets.pdf'];

describe('what is made for the print shop', () => {
  it('is the same bytes again', async () => {
    for (const product of ['press', 'sheets', 'shop-sheet'] as const)
      for (const { file, bytes } of await make(product))
        expect(Buffer.compare(bytes, bytesOf(file)), file).toBe(0);
  });

  it('leaves the cover out of the pages where it is printed apart, its spine as thick as they are', async () => {
    const made = await make('press', { cover: 'separate', caliper: mm(0.3) });
    const [inside, cover] = await Promise.all(
      made.map(({ bytes }) => PDFDocument.load(bytes, { updateMetadata: false })),
    );
    expect([inside?.getPageCount(), cover?.getPageCount()]).toEqual([16, 2]);
    // Sixteen pages are eight leaves.
    expect(cover?.getPage(0).getTrimBox().width).toBeCloseTo(toPt(mm(2 * 148 + 8 * 0.3)), 2);
  });

  it.each([
    ['absent.icc', 'press/no-profile'],
    ['package.json', 'press/profile'],
    ['profiles/FOGRA39L_coated.LICENSE.txt', 'press/profile'],
  ])('is not made with the profile %s', async (profile, code) => {
    const settings = { ...DEFAULT_SETTINGS, press: { ...DEFAULT_SETTINGS.press, profile } };
    const made = await makePrint('press', {
      edition,
      settings,
      theme: await loadTheme(),
      pictures: new Map(),
      world,
    });
    expect(made).toMatchObject({ ok: false, diagnostics: [{ code }] });
    expect(made.diagnostics[0]?.message).toContain(profile);
  });

  it.each(SHOP_LANGUAGES)(
    'comes with one page for the shop (%s): size, bleed, pages, profile, and how it folds',
    async (language) => {
      const shop = { language, contact: 'print@example.org', quantity: '500', coverPaper: '250 g' };
      const settings = { ...DEFAULT_SETTINGS, shop };
      const [sheet] = succeeded(
        await makePrint('shop-sheet', {
          edition,
          settings,
          theme: await loadTheme(),
          pictures: new Map(),
          world,
        }),
      );
      const { pages } = await readPdf(sheet?.bytes ?? new Uint8Array());
      expect(pages).toHaveLength(1);
      const words = SHOP_WORDS[language];
      const wanted = [
        words.heading,
        words.quantity,
        `${words.nested}${words.comma}${words.left}`,
        `FOGRA39${words.comma}PDF/X-4`,
        `${words.selfCover}${words.comma}250g`,
        '148×210mm',
        '3mm',
        'FOGRA39',
        '500',
        'print@example.org',
      ];
      for (const text of wanted) expect(pages[0]?.plain).toContain(text.replace(/\s/g, ''));
      if (language !== 'en') expect(pages[0]?.plain).not.toMatch(/[,;]/);
      const turned = pages[0]?.texts.filter(({ direction: [along] }) => along < -0.99) ?? [];
      expect(turned.map(({ text }) => text).toSorted()).toEqual(['17', '19', '2', '4']);
    },
  );
});

describeWith(['qpdf'], 'qpdf', () => {
  it.each([...PRINT_FILES, 'shop-sheet.pdf'])('finds nothing wrong with %s', (file) => {
    expect(asFile(bytesOf(file), (name) => run('qpdf', ['--check', name]))).toContain('No syntax or stream');
  });
});

describeWith(['pdfinfo', 'pdffonts'], 'poppler', () => {
  it.each(PRINT_FILES)('knows %s for PDF/X-4, with its boxes, its title and all fonts embedded', (file) => {
    const info = asFile(bytesOf(file), (name) => run('pdfinfo', ['-box', name]));
    expect(info).toMatch(/^PDF version: +1\.6$/m);
    expect(info).toMatch(/^PDF subtype: +PDF\/X-4$/m);
    expect(info).toContain(edition.interview.title.text);
    const [media, bleed, trim] = ['Media', 'Bleed', 'Trim'].map((box) =>
      (new RegExp(`^${box}Box: +(.*)$`, 'm').exec(info)?.[1] ?? '').split(/ +/).map(Number),
    );
    for (const [inner, outer] of [
      [trim, bleed],
      [bleed, media],
    ] as const) {
      const reach = [0, 1, 2, 3].map(
        (edge) => ((outer?.[edge] ?? 0) - (inner?.[edge] ?? 0)) * (edge < 2 ? -1 : 1),
      );
      expect(Math.min(...reach)).toBeGreaterThan(-0.01);
    }
    const fonts = asFile(bytesOf(file), (name) => run('pdffonts', [name]))
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes yes (yes|no ) +\d+ +0$/);
  });
});

describeWith(['gs'], 'Ghostscript', () => {
  it('sees black on its own plate and the accent as designed, on every page and nowhere anything else', () => {
    const pages = plates(bytesOf('booklet-press.pdf'));
    expect(pages).toHaveLength(20);
    const blackAlone = pages.filter((inks) => [...inks].every((one) => one.startsWith('0 0 0 ')));
    // Half-title and colophon.
    expect(blackAlone.length).toBeGreaterThan(1);
    // C12 M92 Y95 K3 in steps of 255.
    const accent = [12, 92, 95, 3].map((share) => Math.round(share * 2.55)).join(' ');
    for (const inks of pages)
      for (const one of inks) expect(one.startsWith('0 0 0 ') || one === accent, one).toBe(true);
    expect(pages[0]?.has(accent)).toBe(true);
  });
});

describeWith(['pdftoppm'], 'the back cover', () => {
  it('runs on to the edge of the bleed', () => {
    const page = paint(bytesOf('booklet-press.pdf'), 254).at(-1);
    if (!page) throw new Error('there is no page');
    const { width, height } = page;
    const edges = [
      { x: 0, y: 0, width, height: 30 },
      { x: 0, y: height - 31, width, height: 30 },
      { x: 0, y: 0, width: 30, height },
      { x: width - 31, y: 0, width: 30, height },
    ];
    for (const edge of edges) expect(ink(crop(page, edge))).toBeGreaterThan(0.999);
  });
});

describeWith(['pdftoppm'], 'each cell of a sheet', () => {
  // A tenth of a millimetre is a dot, so that pages and cells fall on the same raster.
  const DOTS = 254;

  it.each([
    ['in signatures of 8, one worked and tumbled', { signature: 8, halves: true, flip: 'short-edge' }],
    ['in a signature of 32, right-bound', { signature: 32, binding: 'right', flip: 'long-edge' }],
  ] as const)('is its page, as painted, %s', async (_, options: Partial<SignatureOptions>) => {
    const bleed = mm(3);
    const request = { settings: DEFAULT_SETTINGS, theme: THEME_OF.magazine, world, bleed };
    const { pdf } = succeeded(await typesetEdition(edition, request));
    const { pdf: imposed, sheets, layout } = await imposePress(pdf, { ...options, cut: bleed });
    const originals = paint(pdf, DOTS);
    const sides = sheets.flatMap(({ front, back }) => (back ? [front, back] : [front]));
    const painted = paint(imposed, DOTS);
    expect(painted).toHaveLength(sides.length);
    const seen: number[] = [];
    for (const [index, side] of sides.entries())
      for (const { page, column, row, turned } of side) {
        const [sheet, original] = [painted[index], originals[(page ?? 0) - 1]];
        if (!page || !sheet || !original) continue;
        const [width, height] = [1480, 2100];
        const x = Math.round(10 * (layout.columns[column] ?? 0));
        const y = Math.round(10 * (layout.sheet.height - (layout.rows[row] ?? 0))) - height;
        const cell = crop(sheet, { x, y, width, height });
        const wanted = crop(original, { x: 30, y: 30, width, height });
        expect(difference(wanted, turned ? turn(cell) : cell), `page ${page}`).toBeLessThan(0.015);
        seen.push(page);
      }
    expect(seen.toSorted((a, b) => a - b)).toEqual(originals.map((_, index) => index + 1));
    expect(
      ink(
        crop(originals[7] ?? { width: 0, height: 0, greys: new Uint8Array() }, {
          x: 30,
          y: 30,
          width: 1480,
          height: 2100,
        }),
      ),
    ).toBeGreaterThan(0.02);
  });
});

/** The different mixtures of ink on each page, as `C M Y K` of 0 to 255, by Ghostscript's separations. */
function plates(pdf: Uint8Array): readonly ReadonlySet<string>[] {
  return asFile(pdf, (file) => {
    const folder = path.dirname(file);
    const out = path.join(folder, 'page-%03d.tif');
    run('gs', [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-sDEVICE=tiffsep',
      '-sCompression=none',
      '-r72',
      '-o',
      out,
      file,
    ]);
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('(Black).tif'));
    return names.sort().map((black) => {
      const inks = ['Cyan', 'Magenta', 'Yellow', 'Black'].map((ink) =>
        readTiff(fs.readFileSync(path.join(folder, black.replace('(Black)', `(${ink})`)))),
      );
      const mixtures = new Set<string>();
      const [count = 0] = inks.map(({ length }) => length);
      for (let dot = 0; dot < count; dot++)
        mixtures.add(inks.map((plate) => 255 - (plate[dot] ?? 0)).join(' '));
      return mixtures;
    });
  });
}

/** The dots of an unpacked TIFF of one byte each, its strips one after another (TIFF 6.0). */
function readTiff(file: Buffer): Uint8Array {
  const little = file.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? file.readUInt16LE(at) : file.readUInt16BE(at));
  const long = (at: number): number => (little ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const directory = long(4);
  const values = (tag: number): readonly number[] => {
    for (let index = 0; index < short(directory); index++) {
      const at = directory + 2 + 12 * index;
      if (short(at) !== tag) continue;
      const [size, count] = [short(at + 2) === 3 ? 2 : 4, long(at + 4)];
      const start = size * count > 4 ? long(at + 8) : at + 8;
      return Array.from({ length: count }, (_, nth) =>
        size === 2 ? short(start + 2 * nth) : long(start + 4 * nth),
      );
    }
    return [];
  };
  const lengths = values(279);
  return Buffer.concat(
    values(273).map((offset, index) => file.subarray(offset, offset + (lengths[index] ?? 0))),
  );
}
