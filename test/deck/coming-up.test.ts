// What is pressed while the presenter view is coming up counts, in its window and in that of the slides.

import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDeck, withFonts } from '../support/build-deck.ts';
import { launch } from '../support/chromium.ts';
import { realEdition } from '../support/edition.ts';
import { openFile, SHOWN, type Stage, until } from '../support/player.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';

/** In the first task after that in which Marp's player begins. */
const BEFORE_A_TIMER = `const { setTimeout } = window;
  window.setTimeout = (later, ...rest) => {
    window.setTimeout = setTimeout;
    return setTimeout(() => (press(), later()), ...rest);
  };`;

describeWith(['chromium'], 'keys pressed while the presenter view comes up', () => {
  const folder = scratch();
  let browser: Browser;
  let deck: string;

  beforeAll(async () => {
    browser = await launch();
    deck = await withFonts(await buildDeck(realEdition('zh-TW')));
  }, 120_000);
  afterAll(() => browser.close());
  const openAt = (hash: string): Promise<Stage> => openFile(browser, deck, folder, hash);

  // At every moment of its start, which takes some 300 ms: from before its address is known to after its first slide.
  it.each([0, 20, 50, 100, 200])(
    'every %i ms in the window of the slides',
    { timeout: 300_000 },
    async (pause) => {
      for (let time = 0; time < 4; time++) {
        const { page, close } = await openAt('#5');
        await until(page, `${SHOWN}.startsWith('5 / ')`);
        await page.evaluate(pressing('p', ...Array.from({ length: 8 }, () => 'ArrowRight')), pause);
        const presenter = await presenterOf(page);
        await settled(presenter, 13, pause);
        await settled(page, 13, pause);
        await close();
      }
    },
  );

  // The browser gives a window no key before it has an address: these are pressed by the page itself, as soon as it can be.
  it.each([
    ['before the player is there', 'press()'],
    ['before the player tells other windows', BEFORE_A_TIMER],
    ['when it has just begun', "document.addEventListener('DOMContentLoaded', press)"],
  ])('in its own window, %s', { timeout: 300_000 }, async (_when, code) => {
    const press = pressing('ArrowRight', 'ArrowRight').toString();
    const script = `<script>if (location.search.includes('view=presenter')) {
      const press = () => (${press})(-1);
      ${code}
    }</script>`;
    const unguarded = deck.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    const stage = await openFile(
      browser,
      unguarded.replace(/<body[^>]*>/, (body) => body + script),
      folder,
      '#5',
    );
    await until(stage.page, `${SHOWN}.startsWith('5 / ')`);
    const presenter = await stage.openPresenter();
    await settled(presenter, 7, 0);
    await settled(stage.page, 7, 0);
    await stage.page.keyboard.press('ArrowLeft');
    await settled(presenter, 6, 0);
    await stage.close();
  });
});

/** An expression of the page that presses keys at equal times, wherever the focus of the browser is. */
function pressing(...keys: readonly string[]): (pause: number) => Promise<void> {
  return new Function(
    'pause',
    `return (async () => {
      for (const key of ${JSON.stringify(keys)}) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        if (pause >= 0) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    })()`,
  ) as (pause: number) => Promise<void>;
}

async function presenterOf(page: Page): Promise<Page> {
  const target = await page
    .browserContext()
    .waitForTarget((target) => target.url().includes('view=presenter'), { timeout: 60_000 });
  const presenter = await target.page();
  if (!presenter) throw new Error('no presenter view');
  await until(presenter, `document.querySelector('.bespoke-marp-presenter-next-container.active')`);
  return presenter;
}

/** A slide is there, and stays. */
async function settled(page: Page, number: number, pause: number): Promise<void> {
  await until(page, `${SHOWN}.startsWith('${number} / ')`).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect({ pause, shown: String(await page.evaluate(SHOWN)).split(' ')[0] }).toEqual({
    pause,
    shown: String(number),
  });
}
