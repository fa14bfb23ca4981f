// A page in the Chromium of the machine, with everything it asks for written down.

import type { Page } from 'puppeteer-core';
import { launch } from './chromium.ts';

export interface OpenPage {
  readonly page: Page;
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Every address that was asked for, data: and blob: aside. */
  readonly requests: readonly string[];
  /** Errors of the page and of its console. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openPage(url: string, viewport = { width: 1280, height: 720 }): Promise<OpenPage> {
  const browser = await launch();
  const page = await browser.newPage();
  await page.setViewport(viewport);
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url, { waitUntil: 'load' });
  return {
    page,
    evaluate: (expression) => page.evaluate(expression),
    requests,
    errors,
    close: () => browser.close(),
  };
}
