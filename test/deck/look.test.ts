// What a person in the room sees: every theme in both appearances and all places, in a real browser.

import type { Browser } from 'puppeteer-core';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phrases } from '../../scripts/chinese/phrases.ts';
import type { SetText } from '../../scripts/deck/fit.ts';
import { deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { APPEARANCES } from '../../scripts/model/settings.ts';
import { type BuiltDeck, buildDeck, pagesOf, settingOf, THEMES, withFonts } from '../support/build-deck.ts';
import { inspectDeck, launch } from '../support/chromium.ts';
import { openDeck } from '../support/deck-page.ts';
import { realEdition } from '../support/edition.ts';
import { bareEdition, latinEdition, longEdition, twelveEdition, unevenEdition } from '../support/extremes.ts';
import { describeWith } from '../support/tools.ts';

const LINK = 'https://www.bbtnews.com.cn/2024/0722/523918.shtml';
const PUBLISHER = '問答出版社';

/** The real interview with everything that the last slide can carry. */
function linked(locale: Edition['locale']): Edition {
  const edition = realEdition(locale);
  return { ...edition, publisher: PUBLISHER, interview: { ...edition.interview, link: LINK } };
}

const LOOKS = THEMES.flatMap((theme) => APPEARANCES.map((appearance) => ({ theme, appearance })));
/** Every theme in every place, every appearance in every place, every theme in every appearance. */
const CASES = THEMES.flatMap((theme, shift) =>
  LOCALES.map((locale, index) => ({
    theme,
    appearance: APPEARANCES[(index + shift) % APPEARANCES.length] ?? 'light',
    locale,
  })),
);
/** What is far from the sample stands in the light magazine in browser.test.ts, in all places. */
const FAR_LOOKS = LOOKS.filter(({ theme, appearance }) => theme !== 'magazine' || appearance !== 'light');
const FAR = { bareEdition, latinEdition, longEdition, twelveEdition, unevenEdition };

const TIMEOUT = 240_000;

interface Deck {
  readonly built: BuiltDeck;
  readonly html: string;
}

const decks = new Map<string, Promise<Deck>>();

/** `linked` in a look, made once. */
function linkedDeck(locale: Edition['locale'], look: (typeof LOOKS)[number]): Promise<Deck> {
  const name = `${locale} ${look.theme} ${look.appearance}`;
  const deck = decks.get(name) ?? makeLinked(locale, look);
  decks.set(name, deck);
  return deck;
}

async function makeLinked(locale: Edition['locale'], look: (typeof LOOKS)[number]): Promise<Deck> {
  const built = await buildDeck(linked(locale), undefined, look);
  return { built, html: await withFonts(built) };
}

describeWith(['chromium'], 'in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, TIMEOUT);
  afterAll(() => browser.close());

  it.each(CASES)(
    '$theme, $appearance, in $locale: whole, in its own fonts and its own colours',
    async ({ locale, ...look }) => {
      const { built, html } = await linkedDeck(locale, look);
      const { slides, complaints } = await inspectDeck(browser, html, { fonts: true });
      expect(complaints).toEqual([]);
      expect(
        slides.flatMap(({ number, faults }) => faults.map((fault) => `slide ${number}: ${fault}`)),
      ).toEqual([]);
      expect(slides.flatMap(({ foreignFonts }) => foreignFonts)).toEqual([]);
      const { colours, reading, accents } = built.setting.design.palette;
      const held = new Set(
        [...reading, ...accents].flatMap(({ text, ground }) =>
          [text, ground].map((name) => rgb(colours[name] ?? '')),
        ),
      );
      const used = slides.flatMap((slide) => slide.colours.map(({ colour }) => colour));
      expect([...new Set(used)].filter((colour) => !held.has(colour))).toEqual([]);
    },
    TIMEOUT,
  );

  it.each(FAR_LOOKS)(
    '$theme, $appearance, holds what is far from the sample',
    async (look) => {
      const makers = Object.values(FAR).slice(look.appearance === 'light' ? 0 : 3);
      for (const make of makers) {
        const built = await buildDeck(make('zh-TW'), undefined, look);
        const { slides } = await inspectDeck(browser, await withFonts(built));
        const faults = slides.flatMap(({ number, classes, faults: found }) =>
          found.map((fault) => `${make.name}, slide ${number} (${classes}): ${fault}`),
        );
        expect(faults.slice(0, 8)).toEqual([]);
      }
    },
    TIMEOUT,
  );

  it.each(THEMES)(
    '%s stands on the lines of its design',
    async (theme) => {
      const deck = await openDeck(
        browser,
        await withFonts(await buildDeck(realEdition('zh-TW'), undefined, { theme })),
      );
      for (const [slide, selector, baseline] of BASELINES[theme]) {
        expect({ slide, selector, baseline: await deck.baseline(slide, selector) }).toEqual({
          slide,
          selector,
          baseline: expect.toSatisfy(
            (at: number) => Math.abs(at - baseline) <= 1.5,
            `within 1.5 px of ${baseline}`,
          ),
        });
      }
      await deck.close();
    },
    TIMEOUT,
  );

  it.each(CASES)(
    '$theme, $appearance, in $locale: squeezes marks and parts Chinese from Latin by layout',
    async ({ locale, ...look }) => {
      const deck = await openDeck(browser, (await linkedDeck(locale, look)).html);
      expect(await deck.stylesOf('textAutospace')).toEqual(['normal']);
      expect(await deck.stylesOf('textSpacingTrim')).toEqual(['trim-start']);
      expect(await deck.stylesOf('wordBreak')).toEqual(['keep-all']);
      await deck.close();
    },
    TIMEOUT,
  );

  it.each(LOOKS)(
    '$theme, $appearance: a camera reads the link on the last slide',
    async (look) => {
      const { built, html } = await linkedDeck('zh-TW', look);
      for (const width of [1280, 960]) {
        const deck = await openDeck(browser, html, width);
        const picture = await deck.pixels(built.view.slides.length);
        expect(decodeQR(picture, { effort: 8, timeLimit: 20_000 })).toBe(LINK);
        await deck.close();
      }
      expect(built.markdown).toContain(`alt="QR Code：`);
      expect(built.player).toContain(`<a href="${LINK}"`);
    },
    TIMEOUT,
  );
});

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)).join(', ')})`;

/** Slide of the real interview, text, and the y of its first baseline, as the design measures them. */
const BASELINES: Readonly<Record<(typeof THEMES)[number], readonly (readonly [number, string, number])[]>> = {
  magazine: [
    [1, 'h1', 240],
    [1, '.credit', 664],
    [2, 'h2', 96],
    [7, '.kicker', 212],
    [7, 'h2', 292],
    [7, '.numeral', 586],
    [7, '.reference', 624],
    [8, 'h2', 168],
    [8, '.number', 330],
    [8, '.takeaway', 404],
    [10, '.label', 96],
    [10, '.question', 96],
    [10, '.number', 330],
    [10, 'h2', 240],
    [10, '.foot', 664],
    [24, 'h2', 180],
    [24, '.credit', 664],
  ],
  journal: [
    [1, 'h1', 310],
    [1, '.name', 310],
    [2, '.running', 52],
    [7, '.numeral', 608],
    [7, 'h2 .kicker', 519],
    [10, '.running', 52],
    [10, '.foot', 52],
    [10, '.label', 146],
    [10, '.number', 146],
    [10, '.question', 146],
    [10, '.person', 272],
    [10, 'h2', 272],
    [24, 'h2', 310],
  ],
};

describe.each(LOOKS)('the lines of $theme, $appearance', (look) => {
  const editions = LOCALES.flatMap((locale) =>
    [realEdition, twelveEdition].map((make) => ({
      name: make.name,
      locale,
      edition: make(locale),
    })),
  );

  it.each(editions)(
    'break only between words and leave no character alone: $name, $locale',
    async ({ edition }) => {
      const view = deckView(await settingOf(edition, look), pagesOf(edition));
      const texts = textsOf(view.slides).filter(({ lines }) => lines.length > 1);
      expect(texts.length).toBeGreaterThan(0);
      for (const { lines } of texts) {
        expect(breaksBetweenWords(lines, edition.unbreakable), lines.join('／')).toBe(true);
        expect((lines.at(-1) ?? '').replace(/\p{P}/gu, '').length, lines.join('／')).toBeGreaterThan(1);
      }
    },
  );
});

function textsOf(part: unknown): readonly SetText[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('fits' in part) return [part as SetText];
  return Object.values(part).flatMap(textsOf);
}

/** Whether each line ends where a phrase of the whole text does; spaces at a break are gone. */
function breaksBetweenWords(lines: readonly string[], unbreakable: readonly string[]): boolean {
  const bare = (text: string): string => text.replace(/\s/gu, '');
  const ends = new Set<number>();
  let length = 0;
  for (const phrase of phrases(lines.join(/[A-Za-z]$/.test(lines[0] ?? '') ? ' ' : ''), unbreakable)) {
    length += bare(phrase).length;
    ends.add(length);
  }
  let at = 0;
  return lines.every((line) => {
    at += bare(line).length;
    return ends.has(at);
  });
}
