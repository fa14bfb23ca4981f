// A deck in a real browser as a person presents it: every window watched, keys pressed, what is there read back.

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'puppeteer-core';

export interface Stage {
  readonly page: Page;
  /** Every address that any window or frame asked for, data: aside. */
  readonly requests: readonly string[];
  /** Errors, warnings of the console, and what the page's policy forbade. */
  readonly complaints: readonly string[];
  /** The presenter view, opened by its key. */
  readonly openPresenter: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Writes `html` as a file into `folder` and opens it from there. */
export function openFile(browser: Browser, html: string, folder: string, hash = ''): Promise<Stage> {
  const file = path.join(folder, 'deck.html');
  fs.writeFileSync(file, html);
  return openStage(browser, pathToFileURL(file).href + hash);
}

export async function openStage(browser: Browser, url: string): Promise<Stage> {
  const context = await browser.createBrowserContext();
  const requests: string[] = [];
  const complaints: string[] = [];
  const watch = async (page: Page): Promise<void> => {
    page.setDefaultTimeout(60_000);
    // Of two windows only one has the focus, which a busy machine may give late.
    const session = await page.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    await page.evaluateOnNewDocument(
      `addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`,
    );
  };
  const page = await context.newPage();
  await watch(page);
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(url);
  await page.evaluate('document.fonts.ready');
  return {
    page,
    requests,
    complaints,
    openPresenter: async () => {
      await page.keyboard.press('p');
      const target = await context.waitForTarget((target) => target.url().includes('view=presenter'), {
        timeout: 60_000,
      });
      const presenter = await target.page();
      if (!presenter) throw new Error('no presenter view');
      await watch(presenter);
      await presenter.setViewport({ width: 1280, height: 720 });
      await until(presenter, `document.querySelector('.bespoke-marp-presenter-next-container.active')`);
      return presenter;
    },
    close: () => context.close(),
  };
}

/** Waits until an expression holds in a page or a frame. It looks by the clock: a window behind another draws no frames. */
export async function until(page: Page | Frame, expression: string): Promise<void> {
  await page.waitForFunction(expression, { timeout: 60_000, polling: 100 });
}

/** What the slide shown is called, such as 3 / 24：百模大戰. */
export const SHOWN = `document.querySelector('.bespoke-marp-active')?.getAttribute('aria-label')`;

export async function shown(page: Page | Frame): Promise<string> {
  return String(await page.evaluate(SHOWN));
}

export const OVERVIEW_OPEN = `document.querySelector('[role="main"]').inert`;

/**
 * The frame that the overview or the next slide is in, once it has come up. It is looked for by the clock: a frame that the
 * browser moves to a process of its own is announced before it has its address, and not again.
 */
export async function frameOf(page: Page, view: 'overview' | 'next'): Promise<Frame> {
  const find = (): Frame | undefined => page.frames().find((frame) => frame.url().includes(`view=${view}`));
  for (let time = 0; time < 600 && !find(); time++) await new Promise((resolve) => setTimeout(resolve, 100));
  const frame = find();
  if (!frame)
    throw new Error(`there is no frame of the ${view}, but ${page.frames().map((one) => one.url())}`);
  await until(frame, `document.querySelector('.bespoke-marp-active') && document.readyState === 'complete'`);
  return frame;
}
