// The book in every format and with its spine on either side, read back from its pages.

import { beforeAll, describe, expect, it } from 'vitest';
import { type Format, type FormatName, formatNamed, formatOf } from '../../scripts/model/format.ts';
import { mm, toPt } from '../../scripts/model/length.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../scripts/model/settings.ts';
import { imposeOffice } from '../../scripts/office.ts';
import { makePrint } from '../../scripts/print.ts';
import { realEdition } from '../support/edition.ts';
import { type Pdf, type PdfText, readPdf } from '../support/pdf.ts';
import { loadTheme, succeeded, world } from '../support/world.ts';
import { type Booklet, makeBooklet, plain, THEMES, typesetBooklet } from './make.ts';

const NAMES: readonly FormatName[] = ['a5', 'b5', '大32開', '25開', '16開'];
const FORMATS: readonly Format[] = [
  ...NAMES.map(formatNamed),
  { width: mm(105), height: mm(148) },
  { width: mm(210), height: mm(210) },
  { width: mm(210), height: mm(297) },
];

const edition = realEdition('zh-TW');

const settingsOf = (format: Format, binding: 'left' | 'right' = 'left'): Settings => ({
  ...DEFAULT_SETTINGS,
  format,
  press: { ...DEFAULT_SETTINGS.press, binding },
});

interface Line {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** What ends it. */
  readonly end: string;
}

/** Lines of the serif at `size`, from the top: the answers, without labels in the rail. */
function linesOf(texts: readonly PdfText[], size: number, from: number): readonly Line[] {
  const lines = new Map<number, Line>();
  for (const { text, x, y, width, size: used } of texts) {
    if (Math.abs(used - size) > 0.01 || text.trim() === '' || x < from) continue;
    const at = Math.round(y * 100);
    const line = lines.get(at) ?? { y, left: x, right: x, end: '' };
    const [right, end] = x + width > line.right ? [x + width, text] : [line.right, line.end];
    lines.set(at, { y, left: Math.min(line.left, x), right, end });
  }
  return [...lines.values()].sort((a, b) => b.y - a.y);
}

const CASES = THEMES.flatMap((theme) =>
  FORMATS.map((format) => ({ theme, format, name: format.name ?? `${format.width}x${format.height}` })),
);

describe.each(CASES)('the booklet of $theme on $name', ({ theme, format }) => {
  let booklet: Booklet;
  let pdf: Pdf;
  const width = toPt(format.width);
  const height = toPt(format.height);

  beforeAll(async () => {
    booklet = await makeBooklet(edition, { theme, settings: settingsOf(format) });
    pdf = booklet.pdf;
  });

  const textPages = (): readonly number[] => {
    const [first = 0] = booklet.references.exchanges;
    const openers = booklet.references.sections;
    const quotes = edition.interview.quotes.map(({ text }) => plain(text));
    const isText = (number: number): boolean =>
      !openers.includes(number) &&
      !quotes.some((quote) => pageOf(number).length < 80 && pageOf(number).includes(quote));
    const last = Math.max(...booklet.references.exchanges);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(isText);
  };
  const pageOf = (number: number): string => pdf.pages[number - 1]?.plain ?? '';

  it('has pages of that size, in whole sheets, with everything on them', () => {
    expect(pdf.pages.length % 4).toBe(0);
    for (const page of pdf.pages) {
      expect(page.width).toBeCloseTo(width, 1);
      expect(page.height).toBeCloseTo(height, 1);
      for (const { text, x, y, width: length } of page.texts.filter(({ text }) => text.trim() !== '')) {
        expect(x, text).toBeGreaterThan(8);
        expect(x + length, text).toBeLessThan(width - 8);
        expect(y, text).toBeGreaterThan(12);
        expect(y, text).toBeLessThan(height - 12);
      }
    }
  });

  it('sets answers in 10 to 11 points on one grid for all pages, in lines of whole characters', () => {
    const sizes = textPages().flatMap((number) =>
      (pdf.pages[number - 1]?.texts ?? []).map(({ size, text }) => ({
        size: Math.round(size * 100) / 100,
        text,
      })),
    );
    const counts = new Map<number, number>();
    for (const { size, text } of sizes) counts.set(size, (counts.get(size) ?? 0) + text.length);
    const [body = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    expect(body).toBeGreaterThanOrEqual(10);
    expect(body).toBeLessThanOrEqual(11);
    const pitch = 1.7 * body;
    const baselines = textPages().flatMap((number) =>
      linesOf(pdf.pages[number - 1]?.texts ?? [], body, 0).map(({ y }) => (height - y) / (pitch / 2)),
    );
    const [first = 0] = baselines;
    expect(baselines.length).toBeGreaterThan(40);
    // Questions stand half-way: every line is a whole number of half lines from the first.
    const furniture = theme === 'magazine' ? 1 : 0;
    const off = baselines.filter((line) => Math.abs(line - first - Math.round(line - first)) > 0.01);
    expect(off.length).toBeLessThanOrEqual(furniture * textPages().length);
    for (const number of textPages()) {
      const lines = linesOf(pdf.pages[number - 1]?.texts ?? [], body, 0).filter(({ y }) => y > 0.11 * height);
      if (lines.length < 6) continue;
      // A mark that ends a line hangs its white over the measure.
      const inked = lines.filter(({ end }) => /\p{Script=Han}$/u.test(end));
      const right = Math.max(...inked.map((line) => line.right));
      const left = Math.min(...inked.filter((line) => line.right > right - 0.5).map((line) => line.left));
      const ems = (right - left) / body;
      expect(Math.abs(ems - Math.round(2 * ems) / 2), `page ${number}: ${ems}`).toBeLessThan(0.06);
    }
  });

  it('says its format in the colophon', () => {
    const name = format.name === undefined ? '' : `${edition.labels.formatNames[format.name]}，`;
    expect(pdf.pages.at(-2)?.plain).toContain(
      `${name}${format.width}×${format.height}${edition.labels.millimetres}，${edition.labels.saddleStitched}`,
    );
  });
});

describe.each([
  ['a5', 297, 210],
  ['b5', 364, 257],
  ['大32開', 297, 210],
  ['25開', 297, 210],
  ['16開', 420, 297],
  ['100x150', 297, 210],
  ['139.7x215.9', 279.4, 215.9],
] as const)('for the office, %s', (name, width, height) => {
  it(`goes two up on ${width} × ${height} mm, and onto sheets of its own for the press`, async () => {
    const settings = settingsOf(formatOf(name) ?? DEFAULT_SETTINGS.format);
    const { bytes } = await makeBooklet(edition, { settings });
    const office = { settings, cut: mm(0), title: '', language: 'zh', name: 'booklet' };
    const [duplex] = succeeded(await imposeOffice(bytes, office));
    const [sheet] = (await readPdf(duplex?.bytes ?? bytes)).pages;
    expect(sheet?.width).toBeCloseTo(toPt(mm(width)), 1);
    expect(sheet?.height).toBeCloseTo(toPt(mm(height)), 1);
  });
});

it('pages too large for the paper that is named are refused, with a paper that holds them', async () => {
  const settings: Settings = {
    ...settingsOf(formatNamed('b5')),
    printer: { ...DEFAULT_SETTINGS.printer, paper: 'A4' },
  };
  const { bytes } = await makeBooklet(edition, { settings });
  const refused = await imposeOffice(bytes, {
    settings,
    cut: mm(0),
    title: '',
    language: 'zh',
    name: 'booklet',
  });
  expect(refused).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'press/does-not-fit', hint: expect.stringContaining('Print on B4 or A3') }],
  });
});

it('a page too small for text is refused before anything is set', async () => {
  const settings = settingsOf({ width: mm(70), height: mm(100) });
  for (const theme of THEMES)
    expect(await typesetBooklet(edition, { theme, settings })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'booklet/format-too-small' }],
    });
});

describe.each(THEMES)('the booklet of %s with its spine on the right', (theme) => {
  const making = (binding: 'left' | 'right') =>
    makeBooklet(edition, { theme, settings: settingsOf(formatNamed('a5'), binding) });
  const bodyLeft = (pdf: Pdf, number: number): number =>
    Math.min(
      ...(pdf.pages[number - 1]?.texts ?? [])
        .filter(({ size, y }) => size === 10 && y > 60)
        .map(({ x }) => x),
    );

  it('has the margins of rectos and versos changed over, and its pages turned by viewers the other way', async () => {
    const [left, right] = [await making('left'), await making('right')];
    const [recto = 0] = left.references.exchanges;
    expect(recto % 2).toBe(1);
    expect(right.references).toEqual(left.references);
    expect(bodyLeft(right.pdf, recto)).toBeGreaterThan(bodyLeft(left.pdf, recto) + 5);
    expect(left.pdf.viewerPreferences).toMatchObject({ Direction: 'L2R' });
    expect(right.pdf.viewerPreferences).toMatchObject({ Direction: 'R2L' });
    expect(right.pdf.pages.at(-2)?.plain).toContain(edition.labels.rightBound);
    const folio = (pdf: Pdf): number =>
      pdf.pages[recto - 1]?.texts.find(({ text, y }) => text === String(recto) && (y < 60 || y > 540))?.x ??
      0;
    expect(folio(left.pdf)).toBeGreaterThan(300);
    expect(folio(right.pdf)).toBeLessThan(120);
  });

  it('is imposed so that the sheets turn the other way', async () => {
    const fronts: string[][] = [];
    for (const binding of ['left', 'right'] as const) {
      const settings = settingsOf(formatNamed('a5'), binding);
      const { bytes, pdf } = await making(binding);
      const office = { settings, cut: mm(0), title: '', language: 'zh', name: 'booklet' };
      const [duplex] = succeeded(await imposeOffice(bytes, office));
      const sheets = await readPdf(duplex?.bytes ?? bytes);
      const halves = sheets.pages.slice(0, 2).map(({ texts, width }) => {
        const half = (isLeft: boolean): string =>
          plain(
            texts
              .filter(({ x }) => x < width / 2 === isLeft)
              .map(({ text }) => text)
              .join(''),
          );
        return [half(true), half(false)];
      });
      const last = pdf.pages.length;
      const page = (number: number): string => pdf.pages[number - 1]?.plain ?? '';
      // Outside: the cover with the back; inside: page 2 with the last but one.
      const expected = [
        [page(last), page(1)],
        [page(2), page(last - 1)],
      ].map((pair) => (binding === 'left' ? pair : pair.toReversed()));
      const letters = (text: string): string => [...text].sort().join('');
      expect(halves.map((pair) => pair.map(letters))).toEqual(expected.map((pair) => pair.map(letters)));
      fronts.push(halves[0] ?? []);
    }
    expect(fronts[1]).toEqual(fronts[0]?.toReversed());
  });
});

describe.each(THEMES)('the spine of %s', (theme) => {
  const cover = async (caliper: number, binding: 'left' | 'right' = 'left'): Promise<Pdf> => {
    const base = settingsOf(formatNamed('b5'), binding);
    const press = { ...base.press, cover: 'separate', assembly: 'gathered', caliper: mm(caliper) } as const;
    const settings = { ...base, press };
    const request = { edition, settings, theme: await loadTheme(theme), pictures: new Map(), world };
    const made = succeeded(await makePrint('press', request));
    return readPdf(made.find(({ file }) => file.endsWith('cover.pdf'))?.bytes ?? new Uint8Array());
  };

  it.each(['left', 'right'] as const)(
    'names title and person between the covers, bound on the %s',
    async (binding) => {
      const [outside] = (await cover(1, binding)).pages;
      const { title, interviewee } = edition.interview;
      const middle = (outside?.width ?? 0) / 2;
      const onSpine = (outside?.texts ?? []).filter(({ x, width }) => Math.abs(x + width / 2 - middle) < 3);
      expect(plain(onSpine.map(({ text }) => text).join(''))).toBe(
        plain(`${title.text}${interviewee?.name}`),
      );
    },
  );

  it('has colour alone where it is too narrow for words', async () => {
    const [outside] = (await cover(0.1)).pages;
    const middle = (outside?.width ?? 0) / 2;
    expect(
      outside?.texts.filter(({ x, width, text }) => text.trim() !== '' && x < middle && x + width > middle),
    ).toEqual([]);
  });
});
