// The page of the preview in a real browser, while files are edited on the disk.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/chromium.ts';
import { until } from '../support/player.ts';
import { type Bench, deckFrame, MANUSCRIPT, startBench } from '../support/preview.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The first question of the interview stands on this slide. */
const SLIDE = 5;

const MANUSCRIPT_FILE = 'content/talk/interview.md';

describeWith(['chromium'], 'the page of the preview', () => {
  const folder = scratch();
  let browser: Browser;
  let bench: Bench;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    bench = await startBench(folder);
    await bench.built(1);
    browser = await launch();
    page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(bench.url);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await bench?.close();
  });

  /** Saves, and waits until a build of it is done and the page says how it went. */
  async function edit(name: string, text: string, state: 'current' | 'failed' = 'current'): Promise<void> {
    const count = bench.builds.length;
    bench.save(name, text);
    await bench.built(count + 1);
    await until(page, `document.body.dataset.state === '${state}'`);
  }

  const sourceOf = async (part: string, kind: string): Promise<string> =>
    String(
      await page.evaluate(
        `[...document.getElementById('talk/${part}').querySelectorAll('img')].find((one) => one.src.includes('/${kind}-')).getAttribute('src')`,
      ),
    );

  const deckText = async (): Promise<string> =>
    String(
      await deckFrame(page)?.evaluate(
        `document.querySelector('.bespoke-marp-active section')?.textContent ?? ''`,
      ),
    );

  const untilDeckSays = async (words: string): Promise<void> => {
    for (let time = 0; time < 600; time++) {
      // A frame may go while it is asked.
      if ((await deckText().catch(() => '')).includes(words)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the deck never said ${words}: ${await deckText()}`);
  };

  const untilDeckIsAt = async (number: number): Promise<void> => {
    const isThere = (): boolean => deckFrame(page)?.url().endsWith(`#${number}`) ?? false;
    for (let time = 0; time < 600 && !isThere(); time++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isThere()).toBe(true);
  };

  async function open(view: string): Promise<void> {
    await page.evaluate(`document.querySelector('a[href="#talk/zh-TW/${view}"]').click()`);
    await until(page, `!document.getElementById('panel').hidden`);
  }

  it('shows each part with its slides and pages, and every picture is there', async () => {
    await until(page, `document.body.dataset.state === 'current'`);
    const rows = await page.evaluate(
      `[...document.querySelectorAll('.row')].map((row) => [row.id, row.querySelectorAll('img[src*="/slide-"]').length > 0])`,
    );
    expect(rows).toEqual(
      ['opening', 'section-1', 'question-1', 'question-2', 'section-2', 'question-3', 'closing'].map(
        (part) => [`talk/${part}`, true],
      ),
    );
    const manifest = JSON.parse(
      fs.readFileSync(path.join(folder, 'dist/talk/zh-TW/manifest.json'), 'utf8'),
    ) as { outputs: Record<string, unknown> };
    const pictures = Object.keys(manifest.outputs).filter((name) => name.startsWith('pictures/'));
    const shown = (await page.evaluate(
      `[...new Set([...document.images].map(({ src }) => new URL(src).pathname))].sort()`,
    )) as string[];
    expect(shown).toEqual(pictures.map((name) => `/dist/talk/zh-TW/${name}`).sort());
    const broken = await page.evaluate(
      `Promise.all([...document.images].map((image) => fetch(image.src).then(({ ok }) => ok ? [] : [image.src]))).then((found) => found.flat())`,
    );
    expect(broken).toEqual([]);
  });

  it('links every product, and each link leads to a file', async () => {
    const links = (await page.evaluate(
      `[...document.querySelectorAll('.files a')].map(({ href }) => new URL(href).pathname)`,
    )) as string[];
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(fs.existsSync(path.join(folder, decodeURIComponent(link)))).toBe(true);
  });

  it('opens a slide in the deck, and after a save shows the new words on the same slide', async () => {
    await open(`slide-${SLIDE}`);
    await untilDeckSays('比大小難倒大模型不奇怪');
    const top = `document.getElementById('talk/question-1').getBoundingClientRect().top`;
    await page.evaluate(`document.getElementById('rows').scrollTop = 300`);
    await until(page, '[...document.images].slice(0, 12).every(({ complete }) => complete)');
    const seen = await page.evaluate(top);
    const before = {
      slide: await sourceOf('question-1', 'slide'),
      other: await sourceOf('question-3', 'slide'),
    };
    await edit(MANUSCRIPT_FILE, MANUSCRIPT.replace('> 比大小難倒大模型不奇怪', '> 比大小難倒模型很平常'));
    await untilDeckSays('比大小難倒模型很平常');
    expect(new URL(deckFrame(page)?.url() ?? '').hash).toBe(`#${SLIDE}`);
    await until(page, `!document.querySelector('img[data-next]')`);
    expect(await sourceOf('question-1', 'slide')).not.toBe(before.slide);
    expect(await sourceOf('question-3', 'slide')).toBe(before.other);
    expect(await page.evaluate(top)).toBe(seen);
    const said = await page.evaluate(`document.querySelector('.changes').textContent`);
    expect(said).toContain(`投影片 `);
    expect(await page.evaluate(`[...document.querySelectorAll('.changed')].length`)).toBeGreaterThan(0);
  });

  it('stays on the slide that was seen, though another now stands before it', async () => {
    await edit(MANUSCRIPT_FILE, MANUSCRIPT);
    await untilDeckSays('比大小難倒大模型不奇怪');
    const more = '### 先問一句，好嗎？\n\n> 先說結論\n\n- 有一點\n\n好，我先說結論，大模型還在進化。\n\n';
    await edit(MANUSCRIPT_FILE, MANUSCRIPT.replace('### 大模型比錯了', `${more}### 大模型比錯了`));
    await untilDeckIsAt(SLIDE + 1);
    await untilDeckSays('比大小難倒大模型不奇怪');
    await edit(MANUSCRIPT_FILE, MANUSCRIPT);
    await untilDeckIsAt(SLIDE);
  });

  it('shows a broken manuscript with file, line and its text, keeps the last good view, and forgets it once mended', async () => {
    await untilDeckSays('比大小難倒大模型不奇怪');
    const rows = await page.evaluate(`document.querySelectorAll('.row img').length`);
    const broken = MANUSCRIPT.replace('interviewer: 北京商報', 'interviewer: [北京商報');
    await edit(MANUSCRIPT_FILE, broken, 'failed');
    const said = String(await page.evaluate(`document.getElementById('findings').innerText`));
    expect(said).toMatch(/talk\/interview\.md:\d+/);
    expect(String(await page.evaluate(`document.querySelector('#findings .excerpt').innerText`))).toMatch(
      /interviewer|interviewee/,
    );
    expect(await page.evaluate(`document.querySelectorAll('.row img').length`)).toBe(rows);
    await untilDeckSays('比大小難倒大模型不奇怪');
    expect(await faults()).toEqual([]);
    await edit(MANUSCRIPT_FILE, MANUSCRIPT);
    await until(page, `document.getElementById('findings').innerText.trim() === ''`);
  });

  it('shows a warning beside the question that it speaks of', async () => {
    const warned = MANUSCRIPT.replace('## 市場', '## 市場').replace(
      '### 您怎麼看價格戰？\n',
      '### 您怎麼看價格戰?\n',
    );
    await edit(MANUSCRIPT_FILE, warned);
    await until(page, `document.querySelector('.row .finding')`);
    const where = await page.evaluate(`document.querySelector('.row .finding').closest('.row').id`);
    expect(where).toBe('talk/question-3');
    expect(await faults()).toEqual([]);
    await edit(MANUSCRIPT_FILE, MANUSCRIPT);
  });

  it('shows a broken glossary and broken settings, each with its line', async () => {
    await edit('content/press.yaml', 'locales: [zh-TW]\nfromat: a5\n', 'failed');
    expect(await page.evaluate(`document.getElementById('findings').innerText`)).toContain('fromat');
    await edit('content/press.yaml', 'locales: [zh-TW]\n');
    await edit('content/glossary.yaml', 'protct: []\n', 'failed');
    expect(await page.evaluate(`document.getElementById('findings').innerText`)).toContain('glossary.yaml:1');
    await edit('content/glossary.yaml', 'protect: []\n');
  });

  it('follows a template, and says what is wrong with one', async () => {
    const file = 'installation/templates/magazine/deck/style.css.hbs';
    const style = fs.readFileSync(path.join(folder, file), 'utf8');
    await edit(file, `${style}\nsection.exchange { border-radius: 7px; }\n`);
    const radius = `getComputedStyle(document.querySelector('.bespoke-marp-active section')).borderRadius`;
    const isRound = async (): Promise<boolean> =>
      (await deckFrame(page)
        ?.evaluate(radius)
        .catch(() => '')) === '7px';
    for (let time = 0; time < 600 && !(await isRound()); time++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await isRound()).toBe(true);
    await edit(file, `${style}\n{{#if nothing}}\n`, 'failed');
    expect(await page.evaluate(`document.getElementById('findings').innerText`)).toContain('style.css.hbs');
    await edit(file, style);
  });

  it('shows a page of the booklet, and a save leaves the reader on it', async () => {
    await open('page-7');
    await until(page, `document.querySelectorAll('#booklet canvas').length === 2`);
    const position = `document.getElementById('panel-position').textContent`;
    expect(await page.evaluate(position)).toMatch(/^第 6–7 頁/);
    await page.keyboard.press('ArrowRight');
    await until(page, `${position}.startsWith('第 8–9 頁')`);
    await page.keyboard.press('ArrowLeft');
    await until(page, `${position}.startsWith('第 6–7 頁')`);
    const drawn = `[...document.querySelectorAll('#booklet canvas')].map((canvas) => canvas.toDataURL()).join()`;
    const before = await page.evaluate(drawn);
    await edit(MANUSCRIPT_FILE, MANUSCRIPT.replaceAll('我一點都不驚訝。', '我並不驚訝，一點也不。'));
    await until(page, `${drawn} !== ${JSON.stringify(before)}`);
    expect(await page.evaluate(position)).toMatch(/^第 6–7 頁/);
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await until(page, `document.getElementById('panel').hidden`);
  });

  it('shows an interview that is added, and forgets one that is removed', async () => {
    await edit('content/second/interview.md', MANUSCRIPT.replace('大模型遠沒有', '第二篇遠沒有'));
    await until(page, `document.getElementById('second')`);
    await until(page, `document.querySelectorAll('article').length === 2`);
    const count = bench.builds.length;
    bench.remove('content/second');
    await bench.built(count + 1);
    await until(page, `document.querySelectorAll('article').length === 1`);
  });

  it('has nothing that axe-core finds fault with, wide or narrow, in light or dark', async () => {
    for (const width of [1440, 390]) {
      await page.setViewport({ width, height: 900 });
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        expect(await faults()).toEqual([]);
      }
    }
    await open(`slide-${SLIDE}`);
    await untilDeckSays('比大小難倒大模型');
    expect(await faults()).toEqual([]);
    await page.evaluate(`document.getElementById('panel-close').click()`);
  });

  it('has complained of nothing', () => {
    expect(complaints).toEqual([]);
  });

  async function faults(): Promise<readonly string[]> {
    if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(AXE);
    const found = `axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'], iframes: false, rules: { 'target-size': { enabled: true } } })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`;
    return (await page.evaluate(found)) as readonly string[];
  }
});
