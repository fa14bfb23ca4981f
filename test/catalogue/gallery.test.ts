import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { galleryOf } from '../../scripts/catalogue/gallery.ts';
import type { Manifest, Output } from '../../scripts/catalogue/manifest.ts';
import { cataloguePage } from '../../scripts/catalogue/page.ts';
import { LABELS } from '../../scripts/edition/labels.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { openPage } from '../support/browser.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';

const NASTY = `"><script>1</script>&amp; 'x'`;

const picture = (alternative: string): Output => ({
  product: 'pictures',
  count: 1,
  unit: 'pictures',
  bytes: 1,
  sha256: '',
  alternative,
});

const manifest: Manifest & { readonly locale: Locale } = {
  wenda: '0.0.0',
  interview: 'a b&c',
  title: '題',
  locale: 'zh-TW',
  inputs: {},
  tools: {},
  products: {},
  outputs: {
    'deck.html': { product: 'deck', count: 12, unit: 'slides', bytes: 1, sha256: '' },
    'cover.png': picture('封面：題'),
    ...Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [
        `pictures/slide-${String(index + 1).padStart(2, '0')}.png`,
        picture(index === 0 ? NASTY : `投影片 ${index + 1}`),
      ]),
    ),
    'pictures/page-01.png': picture('第 1 頁'),
  },
};

it('shows slides in their order, each a way to itself in the deck; without a booklet a page leads to its picture', () => {
  const { cover, slides, pages } = galleryOf(manifest, LABELS['zh-TW']);
  expect(cover).toEqual({
    source: 'a%20b%26c/zh-TW/cover.png',
    alternative: '封面：題',
    href: 'a%20b%26c/zh-TW/deck.html',
  });
  expect(slides?.pictures.map(({ href }) => href)).toEqual(
    Array.from({ length: 120 }, (_, index) => `a%20b%26c/zh-TW/deck.html#${index + 1}`),
  );
  expect(pages?.pictures.map(({ href, alternative }) => [href, alternative])).toEqual([
    ['a%20b%26c/zh-TW/pictures/page-01.png', '第 1 頁'],
  ]);
});

it('has no gallery where there are no pictures', () => {
  const { 'deck.html': deck } = manifest.outputs;
  const bare = { ...manifest, outputs: deck ? { 'deck.html': deck } : {} };
  expect(galleryOf(bare, LABELS['zh-CN'])).toEqual({ cover: undefined, slides: undefined, pages: undefined });
});

describeWith(['chromium'], 'the gallery on the page', () => {
  it('shows every picture from the disk, with the words that stand for it', {
    timeout: 120_000,
  }, async () => {
    const page = cataloguePage([manifest], (locale) => LABELS[locale], {
      file: 'templates/index.html.hbs',
      source: fs.readFileSync(path.resolve(import.meta.dirname, '../../templates/index.html.hbs'), 'utf8'),
    });
    if (!page.ok) throw new Error(JSON.stringify(page.diagnostics));
    const folder = scratch();
    fs.writeFileSync(path.join(folder, 'index.html'), page.value);
    for (const name of Object.keys(manifest.outputs)) {
      const file = path.join(folder, 'a b&c/zh-TW', name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      if (name.endsWith('.png')) fs.writeFileSync(file, Buffer.from(ONE_PIXEL, 'base64'));
    }
    const { evaluate, errors, requests, close } = await openPage(
      pathToFileURL(path.join(folder, 'index.html')).href,
    );
    try {
      await evaluate(
        `Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode(); }))`,
      );
      expect(await evaluate('[...document.images].every((image) => image.naturalWidth === 1)')).toBe(true);
      expect(await evaluate('document.images.length')).toBe(122);
      expect(await evaluate('document.querySelector(".strip img").alt')).toBe(NASTY);
      expect(await evaluate('[...document.images].filter((image) => image.alt === "").length')).toBe(0);
      expect(errors).toEqual([]);
      expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
    } finally {
      await close();
    }
  });
});

const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
