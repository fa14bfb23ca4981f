import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertTo } from '../../scripts/chinese/script.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { DEFAULT_SETTINGS } from '../../scripts/model/settings.ts';
import { readGlossary } from '../../scripts/settings/glossary.ts';
import { readSettings } from '../../scripts/settings/settings.ts';

const { printer, press, summary } = DEFAULT_SETTINGS;

describe('press.yaml', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['# 說明', {}],
    ['publisher:', {}],
    ['publisher: 問答', { publisher: '問答' }],
    ['kinsoku: strict\nopening-mark: full', { kinsoku: 'strict', openingMark: 'full' }],
    ['emphasis: face', { emphasis: 'face' }],
    ['locales: [zh-CN]\nflip: long-edge', { locales: ['zh-CN'], flip: 'long-edge' }],
    ['theme: journal', { theme: 'journal' }],
    [
      'printer:\n  margin: 4.5\n  offset: {x: -1}',
      { printer: { ...printer, margin: 4.5, offset: { x: -1, y: 0 } } },
    ],
    [
      'printer: {calibration: true, paper: Letter}',
      { printer: { ...printer, calibration: true, paper: 'Letter' } },
    ],
    [
      'press: {signature: 32, work-and-turn: false}',
      { press: { ...press, signature: 32, workAndTurn: false } },
    ],
    [
      'press: {sheet: 640x450.5, creep: none}',
      { press: { ...press, sheet: { width: 640, height: 450.5 }, creep: 'none' } },
    ],
    [
      'press: {condition: X, condition-name: Y, ink: 300}',
      { press: { ...press, condition: 'X', conditionName: 'Y', ink: 300 } },
    ],
    [
      'shop: {language: en, quantity: 500 冊, cover-paper: 250 g}',
      { shop: { language: 'en', quantity: '500 冊', coverPaper: '250 g' } },
    ],
    ['summary: {takeaway: 12, points: 2}', { summary: { ...summary, takeaway: 12, points: 2 } }],
    ['summary: {command: mine}', { summary: { ...summary, command: ['mine'] } }],
    [
      'summary:\n  command: [node, a b.mjs]\n  seconds: 1.5',
      { summary: { ...summary, command: ['node', 'a b.mjs'], seconds: 1.5 } },
    ],
    ['vocabulary: {zh-TW: local}', { vocabulary: { 'zh-TW': 'local', 'zh-HK': 'keep' } }],
    ['locales: [zh-HK]', { locales: ['zh-HK'] }],
    ['format: A5', {}],
    ['format: 大32開', { format: { name: '大32開', width: 140, height: 203 } }],
    ['format: 16k', { format: { name: '16開', width: 185, height: 260 } }],
    ['format: 150x220.5', { format: { width: 150, height: 220.5 } }],
    ['printer: {paper: B4}', { printer: { ...printer, paper: 'B4' } }],
    [
      'appearance: dark\naccent: "#1E3A64"\nlogo: 標誌.svg',
      { appearance: 'dark', accent: '#1e3a64', logo: '標誌.svg' },
    ],
    ['accent: #1E3A64 # blue\nink: 101010', { accent: '#1e3a64', ink: '#101010' }],
  ])('%j', (source, changed) => {
    expect(readSettings(source, 'press.yaml')).toEqual({
      ok: true,
      diagnostics: [],
      value: { ...DEFAULT_SETTINGS, ...changed },
    });
  });

  it.each([
    ['publsher: 問答', 1, 1, /publisher/],
    ['locales: []', 1, 10, /empty/],
    ['locales:\n  - zh-TW\n  - zh-SG', 3, 5, /zh-TW/],
    ['locales: [zh-TW, zh-TW]', 1, 18, /already/],
    ['flip: long', 1, 7, /long-edge/],
    ['format: a4', 1, 9, /16開/],
    ['format: 150', 1, 9, /150x220/],
    ['kinsoku: stict', 1, 10, /strict/],
    ['opening-mark: third', 1, 15, /half/],
    ['vocabulary: {zh-TW: lokal}', 1, 21, /local/],
    ['vocabulary: {zh-CN: local}', 1, 14, /zh-CN/],
    ['theme: ../secret', 1, 8, /folder/],
    ['printer: {margin: wide}', 1, 19, /from 0 to 25/],
    ['press: {signature: 12}', 1, 20, /nearest/],
    ['press: {bleed: -3}', 1, 16, /from 0 to 20/],
    ['press: {sheet: huge}', 1, 16, /millimetres/],
    ['press: {marks: yes}', 1, 16, /true/],
    ['press: {singature: 4}', 1, 9, /signature/],
    ['shop: {language: fr}', 1, 18, /en/],
    ['appearance: black', 1, 13, /light|dark/],
    ['accent: red', 1, 9, /six digits/],
    ['accent: "#12345"', 1, 9, /six digits/],
    ['logo: ../logo.svg', 1, 7, /beside press\.yaml/],
    ['logo: logo.gif', 1, 7, /PNG/],
    ['summary: {takeaway: 4}', 1, 21, /from 8 to 40/],
    ['summary: {point: 20.5}', 1, 18, /whole number/],
    ['summary: {points: 6}', 1, 19, /from 1 to 5/],
    ['summary: {command: []}', 1, 20, /empty/],
    ['summary: {command: {run: node}}', 1, 20, /list/],
    ['summary: {comand: node}', 1, 11, /command/],
  ])('%j is refused', (source, line, column, message) => {
    const { ok, diagnostics } = readSettings(source, 'press.yaml');
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([{ place: { file: 'press.yaml', line, column } }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });

  it('of the house is in order', () => {
    expect(readSettings(fs.readFileSync('content/press.yaml', 'utf8'), 'press.yaml')).toEqual({
      ok: true,
      diagnostics: [],
      value: { ...DEFAULT_SETTINGS, locales: ['zh-TW', 'zh-CN'] },
    });
  });
});

describe('glossary.yaml', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['protect:', []],
    ['protect: [百模大戰]', [{ 'zh-TW': '百模大戰', 'zh-HK': '百模大戰', 'zh-CN': '百模大战' }]],
    ['protect: [价格战]', [{ 'zh-TW': '價格戰', 'zh-HK': '價格戰', 'zh-CN': '价格战' }]],
    ['protect: [AGI]', [{ 'zh-TW': 'AGI', 'zh-HK': 'AGI', 'zh-CN': 'AGI' }]],
    [
      'terms:\n  - {zh-TW: 臺積電, zh-CN: 台积电}',
      [{ 'zh-TW': '臺積電', 'zh-HK': '臺積電', 'zh-CN': '台积电' }],
    ],
    ['words: [勝出]', [{ 'zh-TW': '勝出', 'zh-HK': '勝出', 'zh-CN': '胜出', unlisted: true }]],
    [
      'terms:\n  - {zh-TW: 了解, zh-CN: 了解, index: false}',
      [{ 'zh-TW': '了解', 'zh-HK': '了解', 'zh-CN': '了解', unlisted: true }],
    ],
    [
      'terms:\n  - {zh-TW: 臺積電, zh-HK: 台積電, zh-CN: 台积电}',
      [{ 'zh-TW': '臺積電', 'zh-HK': '台積電', 'zh-CN': '台积电' }],
    ],
  ])('%j', (source, terms) => {
    expect(readGlossary(source, 'glossary.yaml')).toEqual({ ok: true, diagnostics: [], value: terms });
  });

  it.each([
    ['protect: [智源, 智源]', 1, 15, 'settings/repeated-term'],
    ['protect: [智源]\nwords: [智源]', 2, 9, 'settings/repeated-term'],
    ['protect: [價格戰]\nterms:\n  - {zh-TW: 價格戰, zh-CN: 价格战争}', 3, 13, 'settings/repeated-term'],
    ['terms:\n  - zh-TW: 臺積電', 2, 5, 'schema/missing-key'],
    ['protect: 智源', 1, 10, 'schema/wrong-type'],
    ['protected: [智源]', 1, 1, 'schema/unknown-key'],
  ])('%j is refused', (source, line, column, code) => {
    const { ok, diagnostics } = readGlossary(source, 'glossary.yaml');
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([{ code, place: { file: 'glossary.yaml', line, column } }]);
  });

  it('of the house keeps its words in every place', () => {
    const read = readGlossary(fs.readFileSync('content/glossary.yaml', 'utf8'), 'glossary.yaml');
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
    expect(read.diagnostics).toEqual([]);
    for (const term of read.value)
      for (const from of LOCALES)
        for (const to of LOCALES)
          expect(convertTo(to, `甲${term[from]}乙`, read.value)).toBe(`甲${term[to]}乙`);
    expect(convertTo('zh-TW', '详细了解，宣布布局', read.value)).toBe('詳細了解，宣布布局');
  });
});
