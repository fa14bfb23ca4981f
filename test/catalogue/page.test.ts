import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { type Manifest, readManifest, writeManifest } from '../../scripts/catalogue/manifest.ts';
import { cataloguePage } from '../../scripts/catalogue/page.ts';
import { LABELS } from '../../scripts/edition/labels.ts';
import { openPage } from '../support/browser.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';

const NASTY = `<b>&amp; "x" 'y' {{z}} <!-- --> </h2><script>1</script> \\ \` = /`;

const manifest: Manifest = {
  wenda: '0.0.0',
  interview: 'a"b <c> &d',
  title: NASTY,
  locale: 'zh-TW',
  inputs: {},
  tools: {},
  products: {},
  outputs: {
    'deck.html': { product: 'deck', count: 24, unit: 'slides', bytes: 1, sha256: '' },
    'booklet-duplex.pdf': { product: 'duplex', count: 5, unit: 'sheets', bytes: 1, sha256: '' },
  },
};

const template = {
  file: 'templates/index.html.hbs',
  source: fs.readFileSync(path.resolve(import.meta.dirname, '../../templates/index.html.hbs'), 'utf8'),
};

it('a manifest is read as it was written; anything else is none', () => {
  expect(readManifest(writeManifest(manifest))).toEqual(manifest);
  for (const text of ['', '{}', 'null', '[]', writeManifest(manifest).slice(0, -9), '{"interview":1}']) {
    expect(readManifest(text)).toBeUndefined();
  }
});

it('the editions of an interview stand in the order of the locales, under the title of the first', () => {
  const mainland: Manifest = { ...manifest, locale: 'zh-CN', title: '标题' };
  const page = cataloguePage([mainland, manifest], (locale) => LABELS[locale], template);
  if (!page.ok) throw new Error(JSON.stringify(page.diagnostics));
  const languages = [...page.value.matchAll(/<(?:h2|section) lang="([^"]*)"/g)].map(
    ([, language]) => language,
  );
  expect(languages).toEqual(['zh-Hant-TW', 'zh-Hant-TW', 'zh-Hans-CN']);
});

describeWith(['chromium'], 'the page to open everything from', () => {
  it('shows every value as it is, links every file, and asks the network for nothing', async () => {
    const page = cataloguePage([manifest], (locale) => LABELS[locale], template);
    if (!page.ok) throw new Error(JSON.stringify(page.diagnostics));
    const file = path.join(scratch(), 'index.html');
    fs.writeFileSync(file, page.value);
    const { evaluate, requests, close } = await openPage(pathToFileURL(file).href);
    try {
      expect(await evaluate('document.querySelector("h2").textContent')).toBe(NASTY);
      expect(await evaluate('document.querySelector("h2").lang')).toBe('zh-Hant-TW');
      expect(await evaluate('document.scripts.length')).toBe(0);
      expect(
        await evaluate(
          '[...document.links].map((a) => [decodeURIComponent(a.href.split("/").slice(-3).join("/")), a.innerText])',
        ),
      ).toEqual([
        [`${manifest.interview}/zh-TW/deck.html`, '簡報\n24 張\nHTML'],
        [`${manifest.interview}/zh-TW/booklet-duplex.pdf`, '雙面列印手冊\n5 張紙\nPDF'],
      ]);
      expect(requests).toEqual([pathToFileURL(file).href]);
    } finally {
      await close();
    }
  });
});
