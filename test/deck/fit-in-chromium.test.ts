// The contract of fit, held against Chromium: decks of extreme content in every theme, appearance and place. Every slot
// is measured there, and set beside what the view said of it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Marp } from '@marp-team/marp-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deckMarkdown, deckTemplates } from '../../scripts/deck/markdown.ts';
import { facesFor } from '../../scripts/deck/setting.ts';
import { deckView } from '../../scripts/deck/view.ts';
import { deckSetting } from '../../scripts/decks.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { APPEARANCES } from '../../scripts/model/settings.ts';
import type { Theme } from '../../scripts/render/theme.ts';
import { readDesign } from '../../scripts/theme/read.ts';
import { pagesOf } from '../support/build-deck.ts';
import { launch } from '../support/chromium.ts';
import {
  extremeInterviews,
  inEdition,
  type Prediction,
  predictionsOf,
  themeNames,
} from '../support/contract.ts';
import { realEdition } from '../support/edition.ts';
import { describeWith } from '../support/tools.ts';
import { loadTheme, succeeded, world } from '../support/world.ts';

/** A line may be as much wider or narrower than predicted: Chromium rounds glyphs and boxes to 1/64 px. */
const TOLERANCE = 0.5;

const themes = await Promise.all(themeNames().map((name) => loadTheme(name)));
/** Every theme in every place and in every appearance, which is colours alone. */
const CASES = themes.flatMap((theme, shift) => {
  const appearances = APPEARANCES.filter((appearance) => appearance in succeeded(readDesign(theme)).palettes);
  return LOCALES.map((locale, index) => {
    const appearance = appearances[(index + shift) % appearances.length] ?? 'light';
    return { name: theme.name, theme, appearance, locale };
  });
});

describeWith(['chromium'], 'what the view says of a slide', () => {
  let browser: Browser;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-fit-'));
  const figures = { slots: 0, agreeing: 0, widest: 0 };
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true });
  });

  it.each(CASES)('is so in Chromium: $name, $appearance, $locale', { timeout: 300_000 }, async (each) => {
    const { predicted, html, count } = await pageOf(each, folder);
    const measured = await measure(browser, html);
    expect(measured).toHaveLength(count);
    const faults = measured.flatMap(({ deck, faults }) => faults.map((fault) => `${deck}: ${fault}`));
    expect(faults.slice(0, 12)).toEqual([]);
    const wrong = measured.flatMap(({ deck, texts }, index) =>
      (predicted[index] ?? []).filter(isShownIn(each.theme)).flatMap((prediction) => {
        const { slot, set, widths } = prediction;
        const words = plain(set.lines.join(''));
        const candidates = texts.filter(({ text }) => text === words).map((found) => found.widths);
        const differences = candidates
          .filter((found) => found.length === widths.length)
          .map((found) => Math.max(0, ...found.map((width, at) => Math.abs(width - (widths[at] ?? 0)))));
        const difference = Math.min(...differences);
        const agrees = difference <= TOLERANCE;
        figures.slots += 1;
        if (agrees) figures.agreeing += 1;
        if (agrees) figures.widest = Math.max(figures.widest, difference);
        return agrees
          ? []
          : [`${deck}, ${slot}: ${set.lines.join('|')} ${widths} but ${candidates.join(' or ')}`];
      }),
    );
    // What is left of the two in a hundred is still worth seeing.
    if (wrong.length > 0) process.stdout.write(`${wrong.slice(0, 12).join('\n')}\n`);
  });

  it('agrees in at least 98 of 100 slots', () => {
    const { slots, agreeing, widest } = figures;
    process.stdout.write(
      `${agreeing} of ${slots} slots agree in lines and widths; the widest difference is ${widest.toFixed(2)} px\n`,
    );
    expect(slots).toBeGreaterThan(400);
    expect(agreeing / slots).toBeGreaterThanOrEqual(0.98);
  });
});

/** A theme may name its summaries by their label alone. */
function isShownIn({ name, files }: Theme): (prediction: Prediction) => boolean {
  const hasHeading = files.get(`${name}/deck/summary.md.hbs`)?.includes('heading') ?? false;
  return ({ slot }) => slot !== 'summary.heading' || hasHeading;
}

const plain = (text: string): string => text.replace(/\s+/g, '');

async function pageOf({ theme, appearance, locale }: (typeof CASES)[number], folder: string) {
  const edition = realEdition(locale);
  const source = { file: 'interview.md', theme, appearance, world };
  const base = succeeded(await deckSetting({ ...source, edition }));
  const templates = succeeded(deckTemplates(theme));
  const predicted: (readonly Prediction[])[] = [];
  const bodies: string[] = [];
  let style = '';
  for (const [name, interview] of Object.entries(extremeInterviews(base))) {
    const setting = succeeded(await deckSetting({ ...source, edition: inEdition(edition, interview) }));
    const view = deckView(setting, pagesOf(setting.edition));
    const { html, css } = new Marp().render(succeeded(deckMarkdown(view, templates)));
    predicted.push(...view.slides.map((slide) => predictionsOf(slide, setting)));
    bodies.push(`<div data-deck="${name}">${html}</div>`);
    style = css;
  }
  const faces = facesFor(base.design, locale).map(({ face }) => {
    const file = path.join(folder, path.basename(face.file));
    if (!fs.existsSync(file)) fs.symlinkSync(path.resolve('node_modules', face.file), file);
    return (
      `@font-face{font-family:"${face.family}";font-weight:${face.weight};src:url(${path.basename(file)});` +
      'ascent-override:93%;descent-override:7%;line-gap-override:0%}'
    );
  });
  const html = path.join(folder, `${theme.name}-${appearance}-${locale}.html`);
  const shown = 'svg[data-marpit-svg]{display:block;width:1280px;height:720px}';
  fs.writeFileSync(
    html,
    `<!doctype html><html lang="${edition.language}"><meta charset="utf-8">` +
      `<style>${style}${faces.join('')}${shown}</style><body>${bodies.join('')}</body></html>`,
  );
  return { predicted, html, count: predicted.length };
}

interface MeasuredSlide {
  readonly deck: string;
  readonly faults: readonly string[];
  readonly texts: readonly { readonly text: string; readonly widths: readonly number[] }[];
}

async function measure(browser: Browser, file: string): Promise<readonly MeasuredSlide[]> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('document.fonts.ready');
  const measured = (await page.evaluate(MEASURE)) as readonly MeasuredSlide[];
  await page.close();
  return measured;
}

/** Runs in the page, on all slides of all decks at once. */
const MEASURE = `[...document.querySelectorAll('section')].map((section, index) => {
  const deck = section.closest('[data-deck]').dataset.deck + ', slide ' + section.id + ' (' + section.className + ')';
  const faults = [];
  for (const element of [section, ...section.querySelectorAll('*')]) {
    if (element.clientWidth === 0 || element.clientHeight === 0) continue;
    // A line of no height, by which the agenda aligns, holds its text without room of its own.
    if (getComputedStyle(element).lineHeight === '0px') continue;
    const across = element.scrollWidth - element.clientWidth;
    const down = element.scrollHeight - element.clientHeight;
    if (across > 1 || down > 1) faults.push(element.localName + '.' + element.className + ' overflows by ' + across + ' x ' + down + ' px: ' + element.textContent.trim().slice(0, 20));
  }
  const texts = [];
  for (const element of section.querySelectorAll('h1, h2, p, li, span')) {
    const widths = [];
    let text = '';
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === '' || (node.parentElement !== element && node.parentElement.closest('.part, h2 > .kicker'))) continue;
      const vertical = getComputedStyle(node.parentElement).writingMode.startsWith('vertical');
      const range = document.createRange();
      const lead = node.data.length - node.data.trimStart().length;
      range.setStart(node, lead);
      range.setEnd(node, lead + node.data.trim().length);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
      const lines = new Set(rects.map((rect) => Math.round(vertical ? rect.left : rect.top)));
      if (lines.size > 1 && node.parentElement === element) faults.push('wraps: ' + node.data + ' (' + rects.map((rect) => rect.width).join(' + ') + ' in ' + element.getBoundingClientRect().width + ')');
      const sides = rects.map((rect) => vertical ? [rect.top, rect.bottom] : [rect.left, rect.right]);
      widths.push(Math.max(...sides.map(([, end]) => end)) - Math.min(...sides.map(([start]) => start)));
      const page = section.getBoundingClientRect();
      for (const rect of rects)
        if (rect.left < page.left - 1 || rect.right > page.right + 1) faults.push('leaves the slide: ' + node.data);
      text += node.data;
    }
    texts.push({ text: text.replace(/\\s+/g, ''), widths });
  }
  return { deck, faults, texts };
})`;
