// The deck as a person presents it, in a real browser: from a file and from a server, with keys, mouse and touch.

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltDeck, buildDeck, together, withFonts } from '../support/build-deck.ts';
import { launch } from '../support/chromium.ts';
import { readDeck } from '../support/deck.ts';
import { realEdition } from '../support/edition.ts';
import { readPdf } from '../support/pdf.ts';
import {
  frameOf,
  OVERVIEW_OPEN,
  openFile,
  openStage,
  SHOWN,
  type Stage,
  shown,
  until,
} from '../support/player.ts';
import { describeWith } from '../support/tools.ts';
import { scratch } from '../support/wenda.ts';

const TIMED = { ...realEdition('zh-TW') };
const edition = { ...TIMED, interview: { ...TIMED.interview, minutes: 20 } };
const { player: labels } = edition.labels;

describeWith(['chromium'], 'the player', () => {
  const folder = scratch();
  let browser: Browser;
  let built: BuiltDeck;
  let deck: string;
  let whole: string;
  let count: number;

  beforeAll(async () => {
    browser = await launch();
    built = await buildDeck(edition);
    deck = await withFonts(built);
    whole = await together(built, await buildDeck(realEdition('zh-CN')));
    count = built.view.slides.length;
  });
  afterAll(() => browser.close());

  it('is one file under 1.5 MB, also with two scripts', () => {
    expect(Buffer.byteLength(deck)).toBeLessThan(1_500_000);
    expect(Buffer.byteLength(whole)).toBeLessThan(1_500_000);
  });

  it.each(['file', 'server'])(
    'from a %s asks for nothing but itself and keeps its policy, whatever is done',
    { timeout: 180_000 },
    async (from) => {
      const served: string[] = [];
      const server = await serve(whole, served);
      const { port } = server.address() as AddressInfo;
      const stage =
        from === 'file'
          ? await openFile(browser, whole, folder)
          : await openStage(browser, `http://127.0.0.1:${port}/deck.html`);
      const { page } = stage;
      for (let number = 2; number <= count; number++) await page.keyboard.press('ArrowRight');
      await until(page, `${SHOWN}.startsWith('${count} / ')`);
      await page.keyboard.press('l');
      await page.keyboard.press('?');
      await page.keyboard.press('Escape');
      const presenter = await stage.openPresenter();
      await frameOf(presenter, 'next');
      await presenter.keyboard.press('l');
      await presenter.keyboard.press('ArrowLeft');
      await page.bringToFront();
      await until(page, 'document.hasFocus()');
      await page.keyboard.press('o');
      await until(page, OVERVIEW_OPEN);
      await frameOf(page, 'overview');
      const itself = page.url().replace(/[?#].*/, '');
      expect(stage.requests.map((url) => url.replace(/[?#].*/, '')).filter((url) => url !== itself)).toEqual(
        [],
      );
      expect(stage.requests.length).toBeGreaterThan(1);
      expect(stage.complaints).toEqual([]);
      expect(new Set(served)).toEqual(new Set(from === 'file' ? [] : ['/deck.html']));
      await stage.close();
      server.close();
    },
  );

  it('runs no script that is not its own, and has a policy that forbids the rest', async () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(whole) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src( 'sha256-[\w+/=]{44}')+; /);
    for (const part of ["base-uri 'none'", "form-action 'none'", 'img-src data:', 'font-src data:'])
      expect(policy).toContain(part);
    const stranger = deck.replace('</body>', '<script>document.title = "stranger"</script></body>');
    const { page, complaints, close } = await openFile(browser, stranger, folder);
    expect(await page.title()).toBe(edition.interview.title.text);
    expect(complaints.join()).toContain('policy: script-src');
    await close();
  });

  it('opens the slide that the address names, and the address follows', async () => {
    const { page, close } = await openFile(browser, deck, folder, '#7');
    await until(page, `${SHOWN}.startsWith('7 / ')`);
    await page.keyboard.press('ArrowRight');
    await until(page, `location.hash === '#8'`);
    await page.evaluate(`location.hash = '#3'`);
    await until(page, `${SHOWN}.startsWith('3 / ')`);
    await close();
  });

  it('turns by swipes', async () => {
    const { page, close } = await openFile(browser, deck, folder);
    await swipe(page, 900, 300);
    await until(page, `${SHOWN}.startsWith('2 / ')`);
    await swipe(page, 300, 900);
    await until(page, `${SHOWN}.startsWith('1 / ')`);
    await close();
  });

  it.each(['o', 'Escape'])(
    'has an overview of all slides by %s, for arrows and Enter, and for the mouse',
    async (key) => {
      const { page, close } = await openFile(browser, deck, folder, '#5');
      await page.keyboard.press(key as 'o');
      await until(page, OVERVIEW_OPEN);
      const overview = await frameOf(page, 'overview');
      expect(
        await overview.evaluate(`document.querySelectorAll('svg[role="button"][tabindex="0"]').length`),
      ).toBe(count);
      await until(overview, `document.activeElement.getAttribute('aria-label')?.startsWith('5 / ')`);
      await page.keyboard.press('ArrowRight');
      await until(overview, `document.activeElement.getAttribute('aria-label')?.startsWith('6 / ')`);
      await page.keyboard.press('Enter');
      await until(page, `${SHOWN}.startsWith('6 / ') && !document.querySelector('[role="main"]').inert`);
      await page.keyboard.press(key as 'o');
      await until(page, `document.querySelector('[role="main"]').inert`);
      const second = await overview.$('svg:nth-of-type(2)');
      await second?.click();
      await until(page, `${SHOWN}.startsWith('2 / ') && !document.querySelector('[role="main"]').inert`);
      await close();
    },
  );

  it('prints one slide a page, whole', async () => {
    for (const html of [deck, whole]) {
      const { page, close } = await openFile(browser, html, folder, '#4');
      const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      await close();
      expect(pdf.pages).toHaveLength(count);
      const slides = readDeck(built.player);
      pdf.pages.forEach((printed, index) => {
        expect([printed.width, printed.height]).toEqual([960, 540]);
        const outside = printed.texts.filter(({ x, y }) => x < 0 || x > 960 || y < 0 || y > 540);
        expect(outside).toEqual([]);
        const there = new Set(printed.plain.normalize('NFKC'));
        const text = (slides[index]?.text ?? '').normalize('NFKC').replace(/\s/g, '');
        expect([...text].filter((character) => !there.has(character))).toEqual([]);
        expect(text).not.toBe('');
      });
    }
  });

  it('shows help in the words of the edition, which Esc closes without opening the overview', async () => {
    const { page, close } = await openFile(browser, deck, folder);
    await page.keyboard.press('?');
    await until(page, `document.querySelector('dialog').open`);
    const help = String(await page.evaluate(`document.querySelector('dialog').textContent`));
    for (const word of [labels.help, labels.overview, labels.presenter, labels.notesSize, 'Page Down', 'Esc'])
      expect(help).toContain(word);
    expect(help).not.toContain(labels.switchScript);
    await page.keyboard.press('Escape');
    await until(page, `!document.querySelector('dialog').open`);
    expect(await page.evaluate(`document.querySelector('.bespoke-marp-overview')`)).toBeNull();
    await close();
  });

  it('can be used with the keyboard alone: every control is reached, named and seen', async () => {
    const { page, close } = await openFile(browser, whole, folder);
    const names: string[] = [];
    for (let index = 0; index < 6; index++) {
      await page.keyboard.press('Tab');
      const { name, outline, opacity } = (await page.evaluate(`({
        name: document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent,
        outline: getComputedStyle(document.activeElement).outlineWidth,
        opacity: getComputedStyle(document.activeElement.parentElement).opacity,
      })`)) as Record<string, string>;
      expect({ name, outline }).toEqual({ name, outline: '3px' });
      expect(Number(opacity)).toBeGreaterThan(0);
      names.push(name ?? '');
    }
    const { next, fullscreen, overview, presenter, help } = labels;
    expect(names).toEqual([next, fullscreen, overview, presenter, '切換為大陆简体版', help]);
    await page.keyboard.down('Shift');
    for (let index = 0; index < 5; index++) await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await until(page, `${SHOWN}.startsWith('2 / ')`);
    expect(await page.evaluate('document.activeElement.textContent')).toBe(next);
    await close();
  });

  it('moves nothing for people who asked for less motion', async () => {
    const { page, close } = await openFile(browser, deck, folder);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const moving = `[...document.querySelectorAll('*')].filter((element) =>
      parseFloat(getComputedStyle(element).transitionDuration) > 0 || getComputedStyle(element).animationName !== 'none').length`;
    expect(await page.evaluate(moving)).toBe(0);
    await close();
  });

  it('shows the presenter notes, the next slide, and the time planned for section and whole', async () => {
    const stage = await openFile(browser, deck, folder);
    const presenter = await stage.openPresenter();
    await presenter.evaluate(`location.hash = '#5'`);
    await until(presenter, `document.querySelector('.bespoke-marp-note.active')`);
    const next = await frameOf(presenter, 'next');
    await until(next, `${SHOWN}.startsWith('6 / ')`);
    await until(stage.page, `${SHOWN}.startsWith('5 / ')`);
    const rows = `[...document.querySelectorAll('.wenda-time-row')].map((row) => [...row.children].map((part) => part.textContent))`;
    const [section, all] = (await presenter.evaluate(rows)) as string[][];
    expect(section?.[0]).toBe('壹　「9.11和9.8哪個大」');
    expect(section?.[2]).toMatch(/^預計 \d:\d\d$/);
    expect(all?.slice(0, 3)).toEqual([labels.whole, expect.stringMatching(/^已用 0:\d\d$/), '預計 20:00']);
    await until(presenter, `document.querySelector('.wenda-time-elapsed').textContent !== '已用 0:00'`);
    expect(await presenter.evaluate(`document.querySelectorAll('.wenda-over').length`)).toBe(0);
    expect(stage.complaints).toEqual([]);
    await stage.close();
  });

  it('keeps to the exchange where one edition has split a slide and the other has not', async () => {
    const mainland = realEdition('zh-CN');
    const [section, ...sections] = mainland.interview.sections;
    const [exchange, ...exchanges] = section?.exchanges ?? [];
    if (!section || !exchange) throw new Error('no exchange');
    const question = { text: exchange.question.text.repeat(8) };
    const longer = { ...section, exchanges: [{ ...exchange, question }, ...exchanges] };
    const other = { ...mainland, interview: { ...mainland.interview, sections: [longer, ...sections] } };
    const html = await together(built, await buildDeck(other));
    const { page, complaints, close } = await openFile(browser, html, folder, '#10');
    await until(page, `${SHOWN}.startsWith('10 / ${count}')`);
    await page.keyboard.press('l');
    await until(page, `${SHOWN}.startsWith('11 / ${count + 1}') && location.hash === '#11'`);
    await page.keyboard.press('End');
    await until(page, `${SHOWN}.startsWith('${count + 1} / ${count + 1}')`);
    await page.evaluate(`location.hash = '#5'`);
    await until(
      page,
      `document.querySelector('.bespoke-marp-active section').classList.contains('question')`,
    );
    await page.keyboard.press('l');
    await until(page, `${SHOWN}.startsWith('5 / ${count}：')`);
    await page.keyboard.press('End');
    await until(page, `${SHOWN}.startsWith('${count} / ${count}')`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('changes the script in every window, on the same slide, with notes, labels and language', async () => {
    const stage: Stage = await openFile(browser, whole, folder, '#10');
    const { page } = stage;
    await until(page, `${SHOWN}.startsWith('10 / ')`);
    const before = await shown(page);
    await page.keyboard.press('L');
    await until(page, `document.documentElement.lang === 'zh-Hans-CN'`);
    expect((await shown(page)).startsWith('10 / ')).toBe(true);
    expect(await shown(page)).not.toBe(before);
    expect(await page.evaluate(LANGUAGES)).toEqual(['zh-Hans-CN']);
    const presenter = await stage.openPresenter();
    await until(presenter, `document.documentElement.lang === 'zh-Hans-CN' && ${SHOWN}.startsWith('10 / ')`);
    const note = `document.querySelector('.bespoke-marp-note.active').textContent`;
    expect(await presenter.evaluate(note)).toContain('问 4');
    const next = await frameOf(presenter, 'next');
    await until(next, `document.documentElement.lang === 'zh-Hans-CN' && ${SHOWN}.startsWith('11 / ')`);
    await presenter.click('.wenda-script');
    for (const window of [presenter, page, next]) {
      await until(window, `document.documentElement.lang === 'zh-Hant-TW'`);
      expect(await window.evaluate(LANGUAGES)).toEqual(['zh-Hant-TW']);
    }
    expect(await presenter.evaluate(note)).toContain('問 4');
    await until(next, `${SHOWN}.startsWith('11 / ')`);
    await until(page, `${JSON.stringify(before)} === ${SHOWN}`);
    expect(stage.complaints).toEqual([]);
    await stage.close();
  });
});

/** Languages of the slides in the page. */
const LANGUAGES = `[...new Set([...document.querySelectorAll('section')].map((section) => section.lang))]`;

async function serve(html: string, served: string[]): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    served.push((request.url ?? '').replace(/\?.*/, ''));
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function swipe(page: Stage['page'], from: number, to: number): Promise<void> {
  await page.touchscreen.touchStart(from, 360);
  for (const part of [0.3, 0.6, 1]) await page.touchscreen.touchMove(from + (to - from) * part, 362);
  await page.touchscreen.touchEnd();
}
