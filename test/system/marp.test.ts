import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { present } from '../../scripts/system/marp.ts';
import { readDeck } from '../support/deck.ts';

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

async function html(markdown: string): Promise<string> {
  const result = await present(markdown);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
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
    await html(MARKDOWN);
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
    expect(await present(MARKDOWN)).toMatchObject({ ok: false, diagnostics: [{ code: 'deck/marp' }] });
    vi.unstubAllEnvs();
    expect(await present(MARKDOWN)).toMatchObject({ ok: true });
  });
});
