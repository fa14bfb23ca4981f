import { describe, expect, it } from 'vitest';
import { deckHtml } from '../../scripts/deck/html.ts';
import { deckFaces } from '../../scripts/deck/typefaces.ts';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { buildDeck, withFonts } from '../support/build-deck.ts';
import { realEdition } from '../support/edition.ts';

describe('deckHtml', () => {
  it('puts the faces into the head and leaves everything else as it was', () => {
    const [face] = familiesOf('zh-TW').serif.faces;
    const player = '<html><head><title>a</title></head><body></head></body></html>';
    const html = deckHtml(player, face ? [{ face, woff: new Uint8Array([1, 2, 3]) }] : []);
    const [, style = ''] = /<title>a<\/title>(<style>.*?<\/style>)<\/head><body>/.exec(html) ?? [];
    expect(style).toContain('font-family:"Noto Serif TC";font-weight:200;');
    expect(style).toContain('url(data:font/woff;base64,AQID)');
    expect(html.replace(style, '')).toBe(player);
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
