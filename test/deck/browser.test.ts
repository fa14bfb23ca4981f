// The deck as it is opened: every slide of every kind of edition in a real browser, from a file, with our fonts.

import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deckFaces } from '../../scripts/deck/typefaces.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { type BuiltDeck, buildDeck, withFonts } from '../support/build-deck.ts';
import { type DeckReport, inspectDeck, launch } from '../support/chromium.ts';
import { readDeck } from '../support/deck.ts';
import { realEdition } from '../support/edition.ts';
import { bareEdition, latinEdition, longEdition, twelveEdition, unevenEdition } from '../support/extremes.ts';
import { describeWith } from '../support/tools.ts';

const EDITIONS = {
  'the real interview': realEdition,
  'everything long': longEdition,
  'everything missing': bareEdition,
  'sections of every length': unevenEdition,
  'twelve sections': twelveEdition,
  'Latin text': latinEdition,
};

const CASES = LOCALES.flatMap((locale) =>
  Object.entries(EDITIONS).map(([name, make]) => ({ name, locale, edition: make(locale) })),
);

describeWith(['chromium'], 'the deck in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(CASES)('$name, $locale', async ({ name, edition }) => {
    const built = await buildDeck(edition);
    const html = await withFonts(built);
    const thoroughly = name === 'the real interview';
    const report = await inspectDeck(browser, html, { fonts: thoroughly, notes: thoroughly });
    expect(report.slides).toHaveLength(built.view.slides.length);
    expect(report.complaints).toEqual([]);
    expect(faultsOf(report).slice(0, 12)).toEqual([]);
    expect(report.slides.flatMap(({ foreignFonts }) => foreignFonts)).toEqual([]);
    expectCoverage(report, built);
    expectLegible(report);
    if (thoroughly)
      expect(report.notes.map(plain)).toEqual(readDeck(built.player).map(({ notes }) => plain(notes ?? '')));
  });
});

const plain = (note: string): string => note.replace(/\s+/g, '');

function faultsOf(report: DeckReport): readonly string[] {
  return report.slides.flatMap(({ number, classes, faults }) =>
    faults.map((fault) => `slide ${number} (${classes}): ${fault}`),
  );
}

/** The style sheet sets no text in a face that was not given its characters. */
function expectCoverage(report: DeckReport, { view, setting }: BuiltDeck): void {
  const given = new Map<string, string>(
    deckFaces(view, setting).map(
      ({ face, characters }) => [`${face.family} ${face.weight}`, characters] as const,
    ),
  );
  for (const { characters } of report.slides) {
    for (const [face, text] of Object.entries(characters)) {
      const missing = [...text.replace(/\s/g, '')].filter(
        (character) => !given.get(face)?.includes(character),
      );
      expect({ face, missing }).toEqual({ face, missing: [] });
    }
  }
}

/** Contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), nothing below 18 px. */
function expectLegible(report: DeckReport): void {
  for (const { number, colours } of report.slides) {
    for (const { text, colour, ground, size } of colours) {
      expect({ number, text, size, tooSmall: size < 18 }).toMatchObject({ tooSmall: false });
      const contrast = contrastOf(colour, ground);
      expect({ number, text, contrast, tooWeak: contrast < 4.5 }).toMatchObject({ tooWeak: false });
    }
  }
}

function contrastOf(one: string, other: string): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
