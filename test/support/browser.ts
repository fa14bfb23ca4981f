// A page in the Chromium of the machine, with everything it asks for written down.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { requirePath } from './tools.ts';

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
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: requirePath('chromium'),
    userDataDir: profile,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
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
    close: async () => {
      await browser.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}
