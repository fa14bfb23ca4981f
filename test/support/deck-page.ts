// A deck in a browser page, to be asked what it looks like slide by slide.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';

export interface DeckPage {
  /** The y of the first baseline of the text that `selector` finds on a slide, in pixels of a slide 720 high. */
  readonly baseline: (slide: number, selector: string) => Promise<number>;
  /** Every value that a property has on an element with text, once. */
  readonly stylesOf: (property: string) => Promise<readonly string[]>;
  /** A slide as it is shown. */
  readonly pixels: (slide: number) => Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  readonly close: () => Promise<void>;
}

export async function openDeck(browser: Browser, html: string, width = 1280): Promise<DeckPage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-page-'));
  const file = path.join(folder, 'deck.html');
  fs.writeFileSync(file, html);
  const page = await browser.newPage();
  const viewport = { width, height: (width * 9) / 16 };
  await page.setViewport(viewport);
  const show = async (slide: number): Promise<void> => {
    await page.goto(`${pathToFileURL(file).href}#${slide}`);
    await page.reload();
    await page.evaluate('document.fonts.ready');
  };
  await show(1);
  return {
    baseline: async (slide, selector) => {
      await show(slide);
      return Number(await page.evaluate(`(${BASELINE})(${JSON.stringify(selector)})`));
    },
    stylesOf: async (property) =>
      (await page.evaluate(`(${STYLES})(${JSON.stringify(property)})`)) as readonly string[],
    pixels: async (slide) => {
      await show(slide);
      const shot = await page.screenshot({ encoding: 'base64' });
      const data = String(await page.evaluate(`(${PIXELS})(${JSON.stringify(shot)})`));
      return { ...viewport, data: new Uint8ClampedArray(Buffer.from(data, 'base64')) };
    },
    close: async () => {
      await page.close();
      fs.rmSync(folder, { recursive: true });
    },
  };
}

/** The em box of the embedded fonts is the line's content area, with the baseline 0.93 of it from its top. */
const BASELINE = `(selector) => {
  const element = document.querySelector('svg.bespoke-marp-active section').querySelector(selector);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node.data.trim() === '') node = walker.nextNode();
  const range = document.createRange();
  range.selectNodeContents(node);
  const { top, bottom } = range.getClientRects()[0];
  return (top + bottom) / 2 + 0.43 * parseFloat(getComputedStyle(node.parentElement).fontSize);
}`;

const STYLES = `(property) => [...new Set(
  [...document.querySelectorAll('section h1, section h2, section p, section li, section span')]
    .map((element) => getComputedStyle(element)[property]),
)]`;

const PIXELS = `async (shot) => {
  const picture = new Image();
  picture.src = 'data:image/png;base64,' + shot;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return btoa(text);
}`;
