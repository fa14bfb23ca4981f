// What the house puts on the slides: its logo and its name, first and last, read from the built deck.

import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../scripts/model/locale.ts';
import { readLogo } from '../../scripts/settings/logo.ts';
import { buildDeck, THEMES } from '../support/build-deck.ts';
import { readDeck, textOf } from '../support/deck.ts';
import { realEdition } from '../support/edition.ts';
import { succeeded } from '../support/world.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>';
const CASES = THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale })));

describe.each(CASES)('a deck of $theme, $locale', ({ theme, locale }) => {
  const publisher = '問答出版社';

  it('carries logo and publisher on its first slide and its last, and on no other', async () => {
    const logo = succeeded(readLogo(new TextEncoder().encode(SVG), 'content/logo.svg', 'content/press.yaml'));
    const edition = { ...realEdition(locale), publisher, ...(logo !== undefined && { logo }) };
    const slides = readDeck((await buildDeck(edition, undefined, { theme })).player);
    const ends = [0, slides.length - 1];
    slides.forEach(({ html }, index) => {
      const pictures = [...html.matchAll(/<img src="(data:image\/svg\+xml[^"]*)" alt="([^"]*)"/g)];
      const logos = pictures.filter(([, source]) => source === logo);
      expect(logos.map(([, , words]) => words)).toEqual(ends.includes(index) ? [publisher] : []);
      expect(textOf(html).includes(publisher)).toBe(ends.includes(index));
    });
  });

  it('has neither where the house names none', async () => {
    const slides = readDeck((await buildDeck(realEdition(locale), undefined, { theme })).player);
    expect(slides.filter(({ html }) => html.includes('class="logo"') || html.includes(publisher))).toEqual(
      [],
    );
  });
});
