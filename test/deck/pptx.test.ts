import { describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../scripts/archive/zip.ts';
import { deckPptx } from '../../scripts/deck/pptx.ts';
import { type DeckView, deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { readLogo } from '../../scripts/settings/logo.ts';
import { type Look, pagesOf, settingOf } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';
import { bareEdition, latinEdition, longEdition, twelveEdition, unevenEdition } from '../support/extremes.ts';
import { faultsOf, partsOf, readPptx } from '../support/pptx.ts';
import { slideTexts } from '../support/slide-texts.ts';
import { succeeded, world } from '../support/world.ts';
import { all, first } from '../support/xml.ts';

const viewOf = async (edition: Edition): Promise<DeckView> =>
  deckView(await settingOf(edition), pagesOf(edition));
const make = async (edition: Edition, view?: DeckView, build = deckPptx): Promise<Uint8Array> =>
  build(view ?? (await viewOf(edition)), await settingOf(edition), {
    author: '北京商報',
    rasterize: world.rasterize,
  });

const EDITIONS: readonly (readonly [string, Edition])[] = [
  ...LOCALES.map((locale) => [`the interview, ${locale}`, realEdition(locale)] as const),
  ['all long', longEdition('zh-TW')],
  ['nearly nothing', bareEdition('zh-HK')],
  ['uneven', unevenEdition('zh-CN')],
  ['twelve sections', twelveEdition('zh-TW')],
  ['Latin', latinEdition('zh-TW')],
];

const squeezed = (texts: readonly string[]): string => [...texts.join('').replace(/\s/g, '')].sort().join('');

describe.each(EDITIONS)('deck.pptx of %s', (_, edition) => {
  it('has on every slide the text of the view, whole, and all of its notes by paragraph', async () => {
    const view = await viewOf(edition);
    const { slides } = readPptx(await make(edition, view));
    expect(slides).toHaveLength(view.slides.length);
    for (const [index, slide] of view.slides.entries()) {
      const notes = 'notes' in slide ? slide.notes : [];
      const made = slides[index];
      // The mainland's quotation has a mark of its own, which the style sheet draws on the web.
      const texts = made?.texts.filter(({ name }) => name !== 'Mark').flatMap(({ paragraphs }) => paragraphs);
      expect(squeezed(texts ?? []), `slide ${index + 1}`).toBe(
        squeezed(slideTexts(slide, (await settingOf(edition)).design)),
      );
      expect(made?.notes, `notes ${index + 1}`).toEqual(notes);
    }
  });

  it('is what PowerPoint opens without a repair', async () => {
    expect(faultsOf(await make(edition))).toEqual([]);
  });

  it('has every text inside its slide, in a box as high as its lines', async () => {
    for (const { texts } of readPptx(await make(edition)).slides) {
      for (const { name, box } of texts) {
        expect(box.x, name).toBeGreaterThanOrEqual(0);
        expect(box.y, name).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, name).toBeLessThanOrEqual(1280.1);
        expect(box.y + box.height, name).toBeLessThanOrEqual(720.1);
      }
    }
  });
});

describe.each(LOCALES)('deck.pptx for %s', (locale) => {
  const edition = realEdition(locale);

  it('says the language of every run, and nowhere another', async () => {
    const { parts } = readPptx(await make(edition));
    const runs = [...parts].flatMap(([name, root]) =>
      ['a:rPr', 'a:endParaRPr', 'a:defRPr'].flatMap((tag) =>
        all(root, tag)
          .filter(({ attributes }) => tag !== 'a:defRPr' || attributes.has('lang'))
          .map(
            ({ attributes }) =>
              `${name.split('/')[1]} ${attributes.get('lang')} ${attributes.get('altLang')}`,
          ),
      ),
    );
    expect(runs.length).toBeGreaterThan(300);
    expect(new Set(runs.map((run) => run.replace(/^\S+ /, '')))).toEqual(new Set([`${locale} en-US`]));
    const bare = [...parts.values()].flatMap((root) =>
      all(root, 'a:r').filter((run) => !first(run, 'a:rPr')),
    );
    expect(bare).toEqual([]);
    const core = parts.get('docProps/core.xml');
    expect(core && first(core, 'dc:language')?.text).toBe(locale);
    expect(core && first(core, 'dc:title')?.text).toBe(edition.interview.title.text);
  });

  it('names no font but those of the theme, which are of the place and have an East Asian one', async () => {
    const { parts } = readPptx(await make(edition));
    const named = [...parts].flatMap(([name, root]) =>
      /ppt\/slides\//.test(name) ? ['a:latin', 'a:ea', 'a:cs'].flatMap((tag) => all(root, tag)) : [],
    );
    expect(new Set(named.map(({ attributes }) => attributes.get('typeface')))).toEqual(
      new Set(['+mj-lt', '+mj-ea', '+mj-cs', '+mn-lt', '+mn-ea', '+mn-cs']),
    );
    const theme = parts.get('ppt/theme/theme1.xml');
    const fonts = theme ? all(theme, 'a:ea').map(({ attributes }) => attributes.get('typeface')) : [];
    const expected = locale === 'zh-CN' ? 'Microsoft YaHei' : 'Microsoft JhengHei';
    expect(fonts.slice(0, 2)).toEqual([expected, expected]);
  });
});

describe('deck.pptx', () => {
  const edition = realEdition('zh-TW');

  it('has a title on every slide and bullets in the points, in placeholders of its layout, the title first', async () => {
    const { slides, parts } = readPptx(await make(edition));
    for (const [index, { texts }] of slides.entries()) {
      expect(
        texts.filter(({ holder }) => holder === 'title'),
        `slide ${index + 1}`,
      ).toHaveLength(1);
      expect(texts[0]?.holder).toBe('title');
    }
    const points = slides.flatMap(({ texts }) => texts.filter(({ holder }) => holder === 'body'));
    expect(points.length).toBeGreaterThan(8);
    expect(points.every(({ hasBullets, paragraphs }) => hasBullets && paragraphs.length > 1)).toBe(true);
    const layouts = [...parts].filter(([name]) => /slideLayouts\/slideLayout\d+\.xml$/.test(name));
    const held = layouts.map(([, root]) => all(root, 'p:ph').map(({ attributes }) => attributes.get('type')));
    expect(held.slice(1).every((types) => types.includes('title'))).toBe(true);
  });

  it('has columns of the quotation downwards, numbers on its slides, and sections', async () => {
    const { slides, sections, parts } = readPptx(await make(edition));
    const quotes = slides.filter(({ layout }) => layout.startsWith('Quotation'));
    expect(quotes.map(({ texts }) => texts[0]?.isVertical)).toEqual([true, true]);
    expect(sections.map(({ name }) => name.slice(0, 1))).toEqual(['大', '壹', '貳', '參', '肆']);
    expect(sections.reduce((sum, { count }) => sum + count, 0)).toBe(slides.length);
    const numbers = [...parts].filter(
      ([name, root]) => /slides\/slide\d+\.xml$/.test(name) && all(root, 'a:fld').length > 0,
    );
    expect(numbers.length).toBeGreaterThan(15);
  });

  it('has the colours of its theme, and ornaments that a screen reader passes over', async () => {
    const { parts } = readPptx(await make(edition));
    const own = [...parts].flatMap(([name, root]) =>
      /ppt\/slides\//.test(name) ? all(root, 'a:srgbClr') : [],
    );
    expect(own).toEqual([]);
    const theme = parts.get('ppt/theme/theme1.xml');
    expect(theme && first(theme, 'a:accent1')?.children[0]?.attributes.get('val')).toBe('D0392C');
    const shapes = [...parts.values()].flatMap((root) =>
      all(root, 'p:cNvPr').filter(({ attributes }) => attributes.get('name') === 'Ornament'),
    );
    expect(shapes.length).toBeGreaterThan(10);
    expect(shapes.every((shape) => first(shape, 'adec:decorative'))).toBe(true);
  });

  it('keeps what XML takes for its own, and drops what it forbids', async () => {
    const nasty = `<b>&amp; "x" 'y' ]]> </a:t> 😀 $1 $& \u0001\u000b\u2028\ud800\ufffe & 完`;
    const told = `<b>&amp; "x" 'y' ]]> </a:t> 😀 $1 $&  & 完`;
    const { interview } = bareEdition('zh-TW');
    const [section] = interview.sections;
    const [, exchange] = section?.exchanges ?? [];
    if (!section || !exchange) throw new Error('nothing to spoil');
    const spoilt = { ...exchange, points: [{ text: nasty }], answer: [{ paragraphs: [{ text: nasty }] }] };
    const bare = bareEdition('zh-TW');
    const view = await viewOf({
      ...bare,
      interview: { ...interview, title: { text: nasty }, sections: [{ ...section, exchanges: [spoilt] }] },
    });
    const bytes = await deckPptx(view, await settingOf(bare), { author: nasty, rasterize: world.rasterize });
    expect(faultsOf(bytes)).toEqual([]);
    const { slides, parts } = readPptx(bytes);
    const plain = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ');
    const points = slides.flatMap(({ texts }) => texts.filter(({ holder }) => holder === 'body'));
    expect(plain(points[0]?.paragraphs[0])).toBe(plain(told));
    expect(plain(slides.flatMap(({ notes }) => notes).at(-1))).toBe(plain(told));
    const core = parts.get('docProps/core.xml');
    expect(plain(core && first(core, 'dc:title')?.text)).toBe(plain(told));
  });

  it('offers each layout once, and has none that no slide is of but the usual one', async () => {
    const { slides, parts } = readPptx(await make(edition));
    const offered = [...parts].flatMap(([name, root]) =>
      /slideLayouts\/slideLayout\d+\.xml$/.test(name) ? all(root, 'p:cSld') : [],
    );
    const names = offered.map(({ attributes }) => attributes.get('name')).sort();
    expect(names).toEqual(['DEFAULT', ...new Set(slides.map(({ layout }) => layout))].sort());
  });

  const dark = { appearance: 'dark' } as const;
  const svg = utf8(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="5"/></svg>',
  );
  const logo = succeeded(readLogo(svg, 'content/logo.svg', 'content/press.yaml')) ?? '';
  const withTitle = (text: string): Edition => ({
    ...edition,
    interview: { ...edition.interview, title: { text } },
  });
  it.each<[string, (view: DeckView) => DeckView, Edition?, Look?]>([
    ['a note', (view) => edited(view, 4, (slide) => ({ ...slide, notes: ['改了'] }))],
    ['the notes left out', (view) => edited(view, 4, (slide) => ({ ...slide, notes: [] }))],
    ['the title', (view) => view, withTitle('新題')],
    ['a slide less', (view) => ({ ...view, slides: view.slides.toSpliced(5, 1) })],
    ['two slides for one another', (view) => swapped(view, 5, 6)],
    ['slides backwards', (view) => ({ ...view, slides: view.slides.toReversed() })],
    ['a logo', (view) => view, { ...edition, logo }],
    ['colours', (view) => view, edition, dark],
    ['another place', (view) => view, { ...edition, locale: 'zh-HK' }],
  ])('is after an edit what it is made anew: %s', async (_, edit, of = edition, look = {}) => {
    const setting = await settingOf(of, look);
    const view = deckView(setting, pagesOf(of));
    await make(edition);
    const bytesOf = async (build: typeof deckPptx): Promise<Uint8Array> =>
      build(edit(view), setting, { author: '北京商報', rasterize: world.rasterize });
    const after = await bytesOf(deckPptx);
    const before = await make(edition);
    const again = await bytesOf(deckPptx);
    vi.resetModules();
    const { deckPptx: anew } = await import('../../scripts/deck/pptx.ts');
    const expected = await bytesOf(anew);
    expect(differing(after, expected)).toEqual([]);
    expect(differing(again, expected)).toEqual([]);
    expect(differing(before, expected)).not.toEqual([]);
  });

  it('is the same bytes whenever it is made', async () => {
    const once = await make(edition);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    vi.resetModules();
    const { deckPptx: anew } = await import('../../scripts/deck/pptx.ts');
    const again = await make(edition, undefined, anew);
    vi.useRealTimers();
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
    expect(partsOf(once).size).toBeGreaterThan(90);
  });
});

type Slide = DeckView['slides'][number];

const edited = (view: DeckView, at: number, edit: (slide: Slide) => object): DeckView => ({
  ...view,
  slides: view.slides.map((slide, index) => (index === at ? ({ ...slide, ...edit(slide) } as Slide) : slide)),
});

function swapped(view: DeckView, a: number, b: number): DeckView {
  const slides = view.slides.map(
    (slide, index) => view.slides[index === a ? b : index === b ? a : index] ?? slide,
  );
  return { ...view, slides };
}

/** The parts that are not the same bytes in both. */
function differing(one: Uint8Array, other: Uint8Array): readonly string[] {
  const [a, b] = [partsOf(one), partsOf(other)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  const differ = names.filter(
    (name) => !Buffer.from(a.get(name) ?? []).equals(Buffer.from(b.get(name) ?? [])),
  );
  return differ.length === 0 && !Buffer.from(one).equals(Buffer.from(other)) ? ['the order'] : differ;
}
