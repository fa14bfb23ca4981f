import { describe, expect, it } from 'vitest';
import { deckHtml } from '../../scripts/deck/html.ts';
import { deckFaces } from '../../scripts/deck/typefaces.ts';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { buildDeck, partOf, withFonts } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';
import { succeeded } from '../support/world.ts';

describe('deckHtml', () => {
  it('puts faces, data and code into the player and leaves the rest of it as it was', async () => {
    const [face] = familiesOf('zh-TW').serif.faces;
    const part = await partOf(await buildDeck(realEdition('zh-TW')));
    const faces = face ? [{ face, woff: new Uint8Array([1, 2, 3]) }] : [];
    const code = { script: 'theScript()', style: '.theStyle{}' };
    const html = succeeded(deckHtml([{ ...part, faces }], code));
    expect(html).toContain('font-family:"Noto Serif TC";font-weight:200;');
    expect(html).toContain('url(data:font/woff;base64,AQID)');
    const bare = html
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      .replace(/<style>@font-face.*?<\/style>/s, '')
      .replace('<script>theScript()</script>', '')
      .replace(/<script type="application\/json".*?<\/script>/s, '')
      .replace('globalThis.wendaBespoke=', '');
    expect(bare).toBe(part.player);
  });

  it('gives each edition its own style sheet where they differ, and but one where they do not', async () => {
    const traditional = await partOf(await buildDeck(realEdition('zh-TW')));
    const simplified = await partOf(await buildDeck(realEdition('zh-CN')));
    const own = {
      ...simplified,
      player: simplified.player.replace(/<\/style>(?=(?:(?!<style).)*<\/head>)/s, 'p{}</style>'),
    };
    const code = { script: '', style: '' };
    const media = (html: string): readonly string[] =>
      Array.from(
        html.matchAll(/<style data-edition="([^"]*)" media="([^"]*)">/g),
        ([, edition, when]) => `${edition} ${when}`,
      );
    expect(media(succeeded(deckHtml([traditional, simplified], code)))).toEqual([]);
    expect(media(succeeded(deckHtml([traditional, own], code)))).toEqual(['zh-TW all', 'zh-CN not all']);
  });

  it('has every note and slide of every edition once', async () => {
    const parts = await Promise.all(
      LOCALES.map(async (locale) => partOf(await buildDeck(realEdition(locale)))),
    );
    const [first, ...others] = parts;
    if (!first) throw new Error('no part');
    const html = succeeded(deckHtml([first, ...others], { script: '', style: '' }));
    const count = (of: string, pattern: RegExp): number => of.match(pattern)?.length ?? 0;
    for (const pattern of [/<section /g, /<div class="bespoke-marp-note"/g])
      expect(count(html, pattern)).toBe(parts.reduce((sum, { player }) => sum + count(player, pattern), 0));
    expect(count(html, /<template data-edition/g)).toBe(2);
    for (const { edition, player } of parts) {
      expect(count(html, new RegExp(`data-edition="${edition.locale}" data-at`, 'g'))).toBe(
        count(player, /<div class="bespoke-marp-note"/g),
      );
    }
  });

  it('is an error where the player is another one', async () => {
    const part = await partOf(await buildDeck(realEdition('zh-TW')));
    const other = { ...part, player: part.player.replace('.from(e,((...', '.start(e,((...') };
    const made = deckHtml([other], { script: '', style: '' });
    expect(made).toMatchObject({ ok: false, diagnostics: [{ code: 'deck/player' }] });
  });
});

describe.each(LOCALES)('deck.html in %s', (locale) => {
  it('is one small file, the same every time, with each character once in each face', async () => {
    const built = await buildDeck(realEdition(locale));
    const html = await withFonts(built);
    expect(html.length).toBeLessThan(1_500_000);
    expect(await withFonts(await buildDeck(realEdition(locale)))).toBe(html);
    for (const { characters } of deckFaces(built.view, built.setting)) {
      expect(new Set(characters).size).toBe([...characters].length);
    }
  });
});
