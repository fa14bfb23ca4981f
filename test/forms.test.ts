import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bookmarksOf } from '../scripts/deck/naming.ts';
import { type DeckView, deckView } from '../scripts/deck/view.ts';
import { makeForm } from '../scripts/forms.ts';
import type { Edition } from '../scripts/model/edition.ts';
import { LOCALES } from '../scripts/model/locale.ts';
import type { Artifact, Form } from '../scripts/model/product.ts';
import { DEFAULT_SETTINGS, type Settings } from '../scripts/model/settings.ts';
import { pagesOf, settingOf } from './support/build-deck.ts';
import { realEdition } from './support/edition.ts';
import { bareEdition, latinEdition, longEdition } from './support/extremes.ts';
import { type Pdf, type PdfPage, readPdf } from './support/pdf.ts';
import { readPng } from './support/read-png.ts';
import { slideTexts } from './support/slide-texts.ts';
import { describeWith, run } from './support/tools.ts';
import { scratch } from './support/wenda.ts';
import { loadTheme, succeeded, world } from './support/world.ts';

async function make(
  form: Form,
  edition: Edition,
  settings: Partial<Settings> = {},
): Promise<readonly Artifact[]> {
  const pages = pagesOf(edition);
  const theme = await loadTheme();
  return succeeded(
    await makeForm(form, {
      setting: await settingOf(edition),
      pages,
      settings: { ...DEFAULT_SETTINGS, ...settings },
      theme,
      pictures: new Map(),
      world,
    }),
  );
}

const viewOf = async (edition: Edition): Promise<DeckView> =>
  deckView(await settingOf(edition), pagesOf(edition));
const plain = (text: string): string => text.replace(/\s/g, '');
const sorted = (text: string): string => [...plain(text)].sort().join('');

describe.each(LOCALES)('handout.pdf for %s', (locale) => {
  const edition = realEdition(locale);
  let view: DeckView;

  beforeAll(async () => {
    view = await viewOf(edition);
  });

  it('has three slides a page, whole, each under its number, with title, language, tags and page numbers', async () => {
    const [made] = await make('handout', edition);
    const pdf = await readPdf(made?.bytes ?? new Uint8Array());
    expect(made?.extent).toEqual({ count: pdf.pages.length, unit: 'pages' });
    expect(pdf).toMatchObject({
      isTagged: true,
      language: edition.language,
      title: edition.interview.title.text,
    });
    expect(pdf.pages).toHaveLength(Math.ceil(view.slides.length / 3));
    expect(
      pdf.pages.every(({ width, height }) => Math.round(width) === 595 && Math.round(height) === 842),
    ).toBe(true);
    expect(onSlides(pdf)).toBe(sorted(await deckTexts(edition)));
    for (const [index, page] of pdf.pages.entries()) expect(page.texts.at(-1)?.text).toBe(String(index + 1));
  });

  it('has in its outline every section, cover and closing', async () => {
    const [made] = await make('handout', edition);
    const { outline } = await readPdf(made?.bytes ?? new Uint8Array());
    const expected = bookmarksOf(view).flatMap(({ title, level }) => (level === 1 ? [title] : []));
    expect(outline.map(({ title }) => title)).toEqual(expect.arrayContaining(expected.slice(0, -1)));
  });

  it('has beside each slide all that was said to it, where that is asked for', async () => {
    const [made] = await make('handout', edition, { handout: 'notes' });
    const pdf = await readPdf(made?.bytes ?? new Uint8Array());
    const text = plain(pdf.pages.map(inside).join(''));
    const notes = view.slides.flatMap((slide) => ('notes' in slide ? slide.notes : []));
    const lost = notes.filter((note) => !text.includes(plain(note)));
    expect(notes.length).toBeGreaterThan(30);
    expect(lost).toEqual([]);
  });
});

/** Every text of the slides, without running head, page and slide numbers. */
function onSlides(pdf: Pdf): string {
  return sorted(pdf.pages.map(inside).join(''));
}

/** What stands between running head and page number, without the numbers of the slides. */
function inside({ texts, height }: PdfPage): string {
  return texts
    .filter(({ y, size }) => y < height - 60 && y > 60 && Math.abs(size - 9) > 0.01)
    .map(({ text }) => text)
    .join('');
}

async function deckTexts(edition: Edition): Promise<string> {
  const { slides, language } = await viewOf(edition);
  const { design } = await settingOf(edition);
  // The mainland's quotations are opened by a mark that the theme draws.
  const marks = language === 'zh-Hans-CN' ? slides.filter(({ kind }) => kind === 'quote').map(() => '“') : [];
  return [...slides.flatMap((slide) => slideTexts(slide, design)), ...marks].join('');
}

describe('handout.pdf', () => {
  it.each([
    ['all long', longEdition('zh-TW')],
    ['nearly nothing', bareEdition('zh-HK')],
    ['Latin', latinEdition('zh-CN')],
  ])('stands what is met at the edges: %s', async (_, edition) => {
    for (const handout of ['lines', 'notes'] as const) {
      const [made] = await make('handout', edition, { handout });
      expect((await readPdf(made?.bytes ?? new Uint8Array())).pages.length).toBeGreaterThan(0);
    }
  });

  it('is the same bytes whenever it is made', async () => {
    const edition = realEdition('zh-TW');
    const [[once], [again]] = [await make('handout', edition), await make('handout', edition)];
    expect(once?.bytes).toEqual(again?.bytes);
  });
});

describe('the pictures', () => {
  const edition = realEdition('zh-TW');
  let made: readonly Artifact[];

  beforeAll(async () => {
    made = await make('pictures', edition);
  });

  it('are one to share, one of each slide and one of each page', async () => {
    const count = (await viewOf(edition)).slides.length;
    const files = made.map(({ file }) => file);
    expect(files[0]).toBe('cover.png');
    expect(files.filter((file) => file.startsWith('pictures/slide-'))).toHaveLength(count);
    expect(files.filter((file) => file.startsWith('pictures/page-')).length % 4).toBe(0);
    expect(new Set(files).size).toBe(files.length);
  });

  it('have the size for their use, nothing but the picture inside, and are small', () => {
    for (const { file, bytes } of made) {
      const { width, height, chunks } = readPng(bytes);
      const size = file === 'cover.png' ? [1200, 630] : file.includes('slide') ? [480, 270] : [240, 341];
      expect([width, height], file).toEqual(size);
      expect(chunks).toEqual(['IHDR', 'IDAT', 'IEND']);
      expect(bytes.length, file).toBeLessThan(file === 'cover.png' ? 100_000 : 60_000);
    }
  });

  it('say in words what they show', async () => {
    const titles = bookmarksOf(await viewOf(edition)).map(({ title }) => title);
    expect(made[0]?.alternative).toBe(`封面：${edition.interview.title.text}`);
    expect(made.slice(1, 1 + titles.length).map(({ alternative }) => alternative)).toEqual(
      titles.map((title, index) => `投影片 ${index + 1}：${title}`),
    );
    expect(made.at(-1)?.alternative).toMatch(/^第 \d+ 頁$/);
  });

  it('are the same bytes whenever they are made, and differ from one another', async () => {
    const again = await make('pictures', edition);
    expect(again.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      made.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
    const slides = made.filter(({ file }) => file.includes('slide'));
    expect(new Set(slides.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(
      slides.length,
    );
  });
});

describeWith(['chromium', 'pdffonts', 'pdftotext'], 'deck.pdf by the browser of the machine', () => {
  it.each(LOCALES)(
    'has a page a slide, its text in real characters, TrueType inside, and bookmarks by section: %s',
    { timeout: 240_000 },
    async (locale) => {
      const edition = realEdition(locale);
      const view = await viewOf(edition);
      const [made] = await make('deck-pdf', edition);
      const pdf = await readPdf(made?.bytes ?? new Uint8Array());
      expect(pdf.pages).toHaveLength(view.slides.length);
      expect(pdf.pages.every(({ width, height }) => width === 960 && height === 540)).toBe(true);
      expect(pdf).toMatchObject({ title: edition.interview.title.text, isTagged: true });
      const file = path.join(scratch(), 'deck.pdf');
      fs.writeFileSync(file, made?.bytes ?? '');
      const text = run('pdftotext', ['-raw', file, '-']);
      expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff]/);
      expect(sorted(text.replace(/\f/g, ''))).toBe(sorted(await deckTexts(edition)));
      const fonts = run('pdffonts', [file]).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(4);
      for (const font of fonts) expect(font).toMatch(/\+Noto\S+ +CID TrueType +Identity-H +yes yes yes/);
      const chapters = bookmarksOf(view).flatMap(({ title, level }, index) =>
        level === 1 ? [{ title, page: index + 1 }] : [],
      );
      expect(pdf.outline).toEqual(chapters);
    },
  );

  it('is not made where there is no browser, which a warning says, with what to install', async () => {
    vi.stubEnv('PATH', scratch());
    for (const name of ['CHROME_PATH', 'FIREFOX_PATH', 'EDGE_PATH']) vi.stubEnv(name, undefined);
    const edition = realEdition('zh-TW');
    const theme = await loadTheme();
    const made = await makeForm('deck-pdf', {
      setting: await settingOf(edition),
      pages: pagesOf(edition),
      settings: DEFAULT_SETTINGS,
      theme,
      pictures: new Map(),
      world,
    });
    vi.unstubAllEnvs();
    expect(made).toMatchObject({
      ok: true,
      value: [],
      diagnostics: [{ code: 'deck/no-browser', severity: 'warning' }],
    });
  });
});
