// A deck in a real browser: steps through its slides and reports what it measures there.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { requirePath } from './tools.ts';

export interface SlideReport {
  readonly number: number;
  readonly classes: string;
  /** Faults of layout, in words: what overflows, leaves the slide, overlaps or wraps where it should not. */
  readonly faults: readonly string[];
  /** Families that drew glyphs but came from the machine; none where they were not asked for. */
  readonly foreignFonts: readonly string[];
  /** Characters by the family and weight they are set in. */
  readonly characters: Readonly<Record<string, string>>;
  /** In CSS's words and pixels. */
  readonly colours: readonly TextColour[];
}

export interface TextColour {
  readonly text: string;
  readonly colour: string;
  /** Of whatever is painted nearest behind it. */
  readonly ground: string;
  readonly size: number;
}

export interface DeckReport {
  readonly slides: readonly SlideReport[];
  /** Anything asked for that is not in the file, and whatever the page complained about. */
  readonly complaints: readonly string[];
  /** Speaker notes as the presenter view shows them, slide by slide. */
  readonly notes: readonly string[];
}

export function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: requirePath('chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** `fonts` has the browser say which font drew each text; `notes` opens the presenter view. */
export async function inspectDeck(
  browser: Browser,
  html: string,
  { fonts = false, notes = false }: { readonly fonts?: boolean; readonly notes?: boolean } = {},
): Promise<DeckReport> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-look-'));
  const file = path.join(folder, 'deck.html');
  fs.writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().startsWith(url)) complaints.push(request.url());
  });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(url);
  await page.evaluate('document.fonts.ready');
  const count = Number(await page.evaluate('document.querySelectorAll("svg.bespoke-marp-slide").length'));
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const slides: SlideReport[] = [];
  for (let number = 1; number <= count; number++) {
    slides.push({
      ...(await inspectSlide(page, number)),
      foreignFonts: fonts ? await foreignFonts(session, SLIDE) : [],
    });
    await page.keyboard.press('ArrowRight');
  }
  const spoken = notes ? await readNotes(page, session, url, count) : [];
  await page.close();
  fs.rmSync(folder, { recursive: true });
  return { slides, complaints, notes: spoken };
}

async function inspectSlide(page: Page, number: number): Promise<Omit<SlideReport, 'foreignFonts'>> {
  await page.waitForFunction(
    `document.querySelectorAll("svg.bespoke-marp-slide")[${number - 1}].classList.contains("bespoke-marp-active")`,
  );
  // A face is decoded when its first slide is shown.
  await page.evaluate('document.fonts.ready');
  const measured = (await page.evaluate(MEASURE)) as Omit<SlideReport, 'number' | 'foreignFonts'>;
  return { number, ...measured };
}

const SLIDE = 'svg.bespoke-marp-active section';

async function foreignFonts(session: CDPSession, within: string): Promise<readonly string[]> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: `${within}, ${within} *`,
  });
  const drawn = await Promise.all(
    nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })),
  );
  const families = drawn.flatMap(({ fonts }) => fonts.filter(({ isCustomFont }) => !isCustomFont));
  return [...new Set(families.map(({ familyName }) => familyName))];
}

async function readNotes(
  page: Page,
  session: CDPSession,
  url: string,
  count: number,
): Promise<readonly string[]> {
  const notes: string[] = [];
  await page.goto(`${url}?view=presenter`);
  for (let number = 1; number <= count; number++) {
    const read = 'document.querySelector(".bespoke-marp-note.active")?.textContent ?? ""';
    notes.push(String(await page.evaluate(read)));
    for (const family of await foreignFonts(session, '.bespoke-marp-note.active'))
      notes.push(`set in ${family}`);
    await page.keyboard.press('ArrowRight');
  }
  return notes;
}

/** Runs in the page. Glyph boxes are the em boxes of the text: a Noto face has 1.44 em between ascent and descent. */
const MEASURE = `(() => {
  const section = document.querySelector('svg.bespoke-marp-active section');
  const faults = [], characters = {}, colours = [], boxes = [];
  const name = (element) => element.localName + (element.className ? '.' + element.className.split(' ')[0] : '');
  const isSlot = (element) => element.matches('h1,h2,p,.exchange li,li span,.person > span');
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    if (text === '') continue;
    const element = node.parentElement;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const face = style.fontFamily.split(',')[0].replaceAll('"', '') + ' ' + style.fontWeight;
    characters[face] = (characters[face] ?? '') + text;
    colours.push({ text, colour: style.color, ground: groundOf(element), size });
    let slot = element;
    while (!isSlot(slot)) slot = slot.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const vertical = style.writingMode.startsWith('vertical');
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
    for (const rect of rects) {
      const trim = ((vertical ? rect.width : rect.height) - size) / 2;
      const box = vertical
        ? { left: rect.left + trim, right: rect.right - trim, top: rect.top, bottom: rect.bottom }
        : { left: rect.left, right: rect.right, top: rect.top + trim, bottom: rect.bottom - trim };
      boxes.push({ ...box, slot, text });
      if (box.left < -1 || box.top < -1 || box.right > 1281 || box.bottom > 721) faults.push(text + ' leaves the slide');
    }
    const line = (rect) => Math.round(vertical ? rect.left : rect.top);
    if (new Set(rects.map(line)).size > 1 && !slot.matches('.role,.credit,.foot')) faults.push(text + ' wraps');
  }
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (other.slot === box.slot) continue;
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      if (across > 1 && down > 1) faults.push(box.text + ' overlaps ' + other.text);
    }
    for (const arm of arms()) {
      const across = Math.min(box.right, arm.right) - Math.max(box.left, arm.left);
      const down = Math.min(box.bottom, arm.bottom) - Math.max(box.top, arm.top);
      const clear = Math.min(arm.right - arm.left, arm.bottom - arm.top) > 10 ? 12 : 4;
      if (across > -clear && down > -clear) faults.push(box.text + ' strikes the bracket or a rule');
    }
  }
  crowding();
  for (const element of [section, ...section.querySelectorAll('h1,h2,p,ol,ul,li,blockquote')]) {
    const [width, height] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    if (width > 1 || height > 1) faults.push(name(element) + ' overflows by ' + width + ' × ' + height);
  }
  return { classes: section.className, faults, characters, colours };

  function groundOf(element) {
    const { backgroundColor } = getComputedStyle(element);
    return backgroundColor === 'rgba(0, 0, 0, 0)' && element !== section ? groundOf(element.parentElement) : backgroundColor;
  }

  // What belongs together stands closer than what does not: a question from its takeaway, a column from the next.
  function crowding() {
    const of = (selector) => boxes.filter((box) => box.slot.matches(selector));
    const question = Math.max(...of('.exchange > .question').map((box) => box.bottom));
    const takeaway = Math.min(...of('.exchange > h2').map((box) => box.top));
    if (takeaway - question < 36) faults.push('the question crowds the takeaway');
    const columns = [...section.querySelectorAll('.summary ol > li')];
    for (const [index, column] of columns.slice(1).entries()) {
      const { left, top } = column.getBoundingClientRect();
      if (columns[index].getBoundingClientRect().bottom <= top + 1) continue;
      for (const box of boxes.filter((other) => columns[index].contains(other.slot)))
        if (left - box.right < 35) faults.push(box.text + ' runs into the next column');
    }
    const titles = of('.agenda .title').map((box) => Math.round(box.left));
    if (new Set(titles).size > 1) faults.push('titles begin at ' + titles);
  }

  function arms() {
    const style = getComputedStyle(section, '::before');
    if (style.content === 'none' || style.content.includes('“')) return [];
    const px = (property) => parseFloat(style[property]);
    const [left, top, width, height] = ['left', 'top', 'width', 'height'].map(px);
    const frame = { left, top, right: left + width, bottom: top + height };
    return [
      { ...frame, bottom: top + px('borderTopWidth') },
      { ...frame, right: left + px('borderLeftWidth') },
      { ...frame, top: frame.bottom - px('borderBottomWidth') },
      { ...frame, left: frame.right - px('borderRightWidth') },
    ].filter((arm) => arm.right - arm.left > 0 && arm.bottom - arm.top > 0);
  }
})()`;
