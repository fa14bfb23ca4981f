// What axe-core finds in the deck: on every slide, in the presenter view, the overview and the help. All its rules run.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGE_TAG, LOCALES } from '../../scripts/model/locale.ts';
import { buildDeck, together, withFonts } from '../support/build-deck.ts';
import { launch } from '../support/chromium.ts';
import { realEdition } from '../support/edition.ts';
import { frameOf, OVERVIEW_OPEN, openFile, SHOWN, shown, until } from '../support/player.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The faults in a window or frame; a frame inside it is looked at by itself. */
async function faults(page: Page | Frame, rules: object = {}): Promise<readonly string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(AXE);
  const found = `axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'], iframes: false, rules: ${JSON.stringify({ ...RULES, ...rules })} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`;
  return (await page.evaluate(found)) as readonly string[];
}

/** What axe leaves off by itself. */
const RULES = { 'target-size': { enabled: true } };

/** A slide in the overview is a picture to choose, named by number and title, not by every word on it. */
const PICTURES = { 'label-content-name-mismatch': { enabled: false } };

describeWith(['chromium'], 'the player by axe-core', () => {
  const folder = scratch();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(LOCALES)(
    'finds nothing on any slide in %s, and each says its place in the language of the place',
    { timeout: 300_000 },
    async (locale) => {
      const edition = realEdition(locale);
      const built = await buildDeck(edition);
      const { page, close } = await openFile(browser, await withFonts(built), folder);
      const count = built.view.slides.length;
      expect(await page.evaluate('document.documentElement.lang')).toBe(LANGUAGE_TAG[locale]);
      expect(
        await page.evaluate(
          `[...new Set([...document.querySelectorAll('[lang]')].map((element) => element.getAttribute('lang')))]`,
        ),
      ).toEqual([LANGUAGE_TAG[locale]]);
      for (let number = 1; number <= count; number++) {
        await until(page, `${SHOWN}.startsWith('${number} / ${count}')`);
        expect(await faults(page)).toEqual([]);
        expect(await page.evaluate(`document.querySelector('[role="status"]').textContent`)).toBe(
          await shown(page),
        );
        await page.keyboard.press('ArrowRight');
      }
      const role = `document.querySelector('.bespoke-marp-active').getAttribute('aria-roledescription')`;
      expect(await page.evaluate(role)).toBe(edition.labels.player.slide);
      await close();
    },
  );

  it('finds nothing in help, overview and presenter view', { timeout: 300_000 }, async () => {
    const traditional = realEdition('zh-TW');
    const timed = { ...traditional, interview: { ...traditional.interview, minutes: 20 } };
    const html = await together(await buildDeck(timed), await buildDeck(realEdition('zh-CN')));
    const stage = await openFile(browser, html, folder, '#5');
    const { page } = stage;
    await until(page, `${SHOWN}.startsWith('5 / ')`);
    await page.mouse.move(200, 200);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('?');
    await until(page, `document.querySelector('dialog').open`);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await until(page, `!document.querySelector('dialog').open`);
    await page.keyboard.press('o');
    await until(page, OVERVIEW_OPEN);
    const overview = await frameOf(page, 'overview');
    expect(await faults(overview, PICTURES)).toEqual([]);
    await page.keyboard.press('l');
    await until(overview, `document.documentElement.lang === 'zh-Hans-CN'`);
    expect(await faults(overview, PICTURES)).toEqual([]);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await until(
      page,
      `!document.querySelector('[role="main"]').inert && document.activeElement === document.body`,
    );
    const presenter = await stage.openPresenter();
    await presenter.keyboard.press('l');
    await until(presenter, `document.documentElement.lang === 'zh-Hant-TW'`);
    expect(await faults(presenter)).toEqual([]);
    await presenter.keyboard.press('ArrowLeft');
    await until(presenter, `!document.querySelector('.bespoke-marp-note.active')`);
    expect(await faults(presenter)).toEqual([]);
    expect(await faults(await frameOf(presenter, 'next'))).toEqual([]);
    await stage.close();
  });
});
