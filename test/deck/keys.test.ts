// No key is lost: whatever has just been opened or closed, and wherever the focus is, the next key does its work. Keys
// are pressed as fast as the browser takes them.

import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDeck, withFonts } from '../support/build-deck.ts';
import { launch } from '../support/chromium.ts';
import { realEdition } from '../support/edition.ts';
import { OVERVIEW_OPEN, openFile, openStage, SHOWN, type Stage, until } from '../support/player.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';

const edition = realEdition('zh-TW');
const { player: labels } = edition.labels;

describeWith(['chromium'], 'keys pressed at once', () => {
  const folder = scratch();
  let browser: Browser;
  let deck: string;

  beforeAll(async () => {
    browser = await launch();
    deck = await withFonts(await buildDeck(edition));
  });
  afterAll(() => browser.close());
  const openAt = (hash: string): Promise<Stage> => openFile(browser, deck, folder, hash);

  it.each<[string, KeyInput[], number]>([
    ['help and Esc', ['?', 'Escape', 'ArrowRight', 'PageDown'], 7],
    ['help, closed by its key', ['?', '?', 'ArrowRight', 'ArrowLeft', 'ArrowRight'], 6],
    ['the overview and Esc', ['o', 'Escape', 'ArrowRight', 'PageDown'], 7],
    ['the overview by Esc, and its key', ['Escape', 'o', 'ArrowRight', 'ArrowRight'], 7],
    ['a slide chosen in the overview', ['o', 'ArrowRight', 'Enter', 'ArrowRight'], 7],
    ['the overview twice', ['o', 'Escape', 'o', 'Escape', 'ArrowRight'], 6],
    ['keys in a row', ['ArrowRight', 'End', 'Home', 'ArrowRight', 'ArrowRight'], 3],
    ['Caps Lock', ['O', 'Escape', 'ArrowRight'], 6],
  ])('turn the slides after %s', { timeout: 300_000 }, async (_after, keys, expected) => {
    const { page, complaints, close } = await openAt('#5');
    await until(page, `${SHOWN}.startsWith('5 / ')`);
    for (let time = 0; time < 15; time++) {
      await page.evaluate(`location.hash = '#5'`);
      await until(page, `${SHOWN}.startsWith('5 / ')`);
      for (const key of keys) await page.keyboard.press(key);
      await until(page, `!document.querySelector('dialog').open && !${OVERVIEW_OPEN}`);
      await settled(page, expected);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it.each<[string, KeyInput[]]>([
    ['help', ['?', 'Escape']],
    ['the overview', ['o', 'Escape']],
    ['a slide chosen', ['o', 'ArrowRight', 'Enter']],
  ])('open the presenter view after %s', { timeout: 300_000 }, async (_after, keys) => {
    const stage = await openAt('#5');
    await until(stage.page, `${SHOWN}.startsWith('5 / ')`);
    for (const key of keys) await stage.page.keyboard.press(key);
    await stage.openPresenter();
    await stage.close();
  });

  it('are for the slides after a control was clicked, and where one has the focus', async () => {
    const { page, close } = await openAt('#5');
    await until(page, `${SHOWN}.startsWith('5 / ')`);
    await page.mouse.move(300, 300);
    await page.click(`[aria-label="${labels.help}"]`);
    await until(page, `document.querySelector('dialog').open`);
    await page.keyboard.press('Escape');
    for (const key of ['ArrowRight', ' '] as const) await page.keyboard.press(key as KeyInput);
    await settled(page, 7);
    await page.focus(`[aria-label="${labels.help}"]`);
    await page.keyboard.press('ArrowLeft');
    await settled(page, 6);
    await page.keyboard.press('o');
    await until(page, OVERVIEW_OPEN);
    await close();
  });

  it('turn the slides from the notes, but for those that scroll notes too long for their place', async () => {
    const stage = await openAt('#5');
    const presenter = await stage.openPresenter();
    await until(presenter, `document.querySelector('.bespoke-marp-note.active')`);
    await presenter.focus('.bespoke-marp-note.active');
    await presenter.setViewport({ width: 800, height: 450 });
    await until(presenter, 'document.activeElement.scrollHeight > document.activeElement.clientHeight');
    await presenter.keyboard.press('ArrowDown');
    await until(presenter, 'document.activeElement.scrollTop > 0');
    await settled(presenter, 5);
    await presenter.keyboard.press('PageDown');
    await settled(presenter, 6);
    await settled(stage.page, 6);
    await stage.close();
  });

  it('wait for the frame of the overview, and none of them is heard twice', {
    timeout: 120_000,
  }, async () => {
    const { page, close } = await openStage(browser, `file://${folder}/deck.html#5`);
    await until(page, `${SHOWN}.startsWith('5 / ')`);
    for (const key of ['o', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowRight'] as const)
      await page.keyboard.press(key);
    await settled(page, 9);
    await until(page, `!${OVERVIEW_OPEN}`);
    await close();
  });
});

/** A slide is there, and stays: a key that comes late, or twice, would turn it. */
async function settled(page: Page, number: number): Promise<void> {
  await until(page, `${SHOWN}.startsWith('${number} / ')`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await page.evaluate(SHOWN)).toMatch(new RegExp(`^${number} / `));
}
