import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { marpCli } from '@marp-team/marp-cli';
import { describe, expect, it, vi } from 'vitest';
import { createPresent } from '../../scripts/system/marp.ts';
import { readDeck } from '../support/deck.ts';
import { scratch } from '../support/wenda.ts';

const MARKDOWN = `---
marp: true
theme: default
lang: zh-Hant-TW
title: 提要
---

# 第一頁<br>兩行 :smile: 😀 $x^2$

<!--
問 1
color: red
答
-->

---

## 第二頁
`;

const present = createPresent();

async function html(markdown: string, by = present): Promise<string> {
  const result = await by(markdown);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

/** With nothing of ours but the settings. */
async function byMarpAlone(markdown: string): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-test-'));
  const [config, input, output] = ['marp.json', 'deck.md', 'deck.html'].map((name) =>
    path.join(folder, name),
  );
  const options = { emoji: { shortcode: false, unicode: false }, math: false, slug: false };
  const engine = createRequire(import.meta.url).resolve('@marp-team/marp-core');
  fs.writeFileSync(config ?? '', JSON.stringify({ engine, lang: 'zh', options }));
  fs.writeFileSync(input ?? '', markdown);
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await marpCli(['--config', config ?? '', '--output', output ?? '', input ?? '']);
  warn.mockRestore();
  const page = fs.readFileSync(output ?? '', 'utf8');
  fs.rmSync(folder, { recursive: true });
  return page;
}

describe('present', () => {
  it('gives the player with slides, notes, language and title', async () => {
    const player = await html(MARKDOWN);
    expect(player).toMatch(/^<!DOCTYPE html><html lang="zh-Hant-TW"><head><title>提要<\/title>/);
    expect(readDeck(player)).toMatchObject([
      { text: '第一頁兩行 :smile: 😀 $x^2$', notes: '問 1\ncolor: red\n答' },
      { text: '第二頁', notes: undefined },
    ]);
    expect(player).toContain('bespoke-marp-presenter');
  });

  it('makes of each deck what marp-cli alone would, whatever came before', { timeout: 60_000 }, async () => {
    const decks = [
      MARKDOWN,
      `${MARKDOWN}\n<style>section { color: #123456 }</style>\n<p class="a">一<wbr>二</p>\n\n<p class="b">三</p>\n\n四<wbr>五<b onclick="x()">六</b>\n`,
      '---\nmarp: true\nsize: 4:3\ntitle: 大\n---\n\n# 頁\n\n<style>h1 { color: red }</style>\n',
      MARKDOWN.replace('提要', '"a & b" <另一個> \'$& $1'),
      MARKDOWN.replace('zh-Hant-TW', 'zh-Hans-CN').replace('default', 'gaia'),
      MARKDOWN.replace('問 1', '<b>「問」 & "答"</b> $&'),
      // What only marp-cli knows.
      '# 題目在標題裡\n',
      MARKDOWN.replace('title:', 'description: 說明\ntitle:'),
      MARKDOWN.replace('title:', 'transition: fade\ntitle:'),
      MARKDOWN.replace('## 第二頁', '<!-- _transition: cube -->\n\n## 第二頁'),
    ];
    const alone: string[] = [];
    for (const deck of decks) alone.push(await byMarpAlone(deck));
    expect(new Set(alone).size).toBe(decks.length);
    for (const deck of [...decks.keys(), ...[...decks.keys()].reverse()])
      expect(await html(decks[deck] ?? '')).toBe(alone[deck]);
  });

  it('keeps what is around every deck in a folder, and makes the same with it', {
    timeout: 60_000,
  }, async () => {
    const kept = scratch();
    const first = await html(MARKDOWN, createPresent(kept));
    expect(fs.readdirSync(kept).sort()).toEqual(['marp-page.json', 'marp-styles.json']);
    vi.stubEnv('TMPDIR', path.join(kept, 'none'));
    expect(await html(MARKDOWN, createPresent(kept))).toBe(first);
    vi.unstubAllEnvs();
    expect(first).toBe(await byMarpAlone(MARKDOWN));
  });

  it('asks nothing of the network', async () => {
    const player = await html(MARKDOWN);
    expect(player).not.toMatch(/(?:src|srcset|poster)="(?!data:)|@import|url\((?!["']?(?:data:|#))/);
  });

  it('makes the same bytes again, also where decks are made at once', async () => {
    const [first, second] = await Promise.all([html(MARKDOWN), html(MARKDOWN)]);
    expect(second).toBe(first);
    expect(await html(MARKDOWN)).toBe(first);
  });

  it('leaves the terminal, the console and the temporary folder as they were', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenda-test-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    await html(MARKDOWN, createPresent());
    expect(console).toHaveProperty('warn', warn);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
    expect(fs.readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
    fs.rmdirSync(folder);
  });

  it('says why it cannot, and can again afterwards', async () => {
    for (const name of ['TMPDIR', 'TEMP', 'TMP'])
      vi.stubEnv(name, path.join(os.tmpdir(), 'there-is-no-such-folder'));
    const fresh = createPresent();
    expect(await fresh(MARKDOWN)).toMatchObject({ ok: false, diagnostics: [{ code: 'deck/marp' }] });
    vi.unstubAllEnvs();
    expect(await fresh(MARKDOWN)).toMatchObject({ ok: true });
  });
});
