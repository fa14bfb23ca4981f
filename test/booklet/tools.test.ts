// The booklet as other programs of the print shop and of readers see it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGE_TAG, LOCALES } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';
import { describeWith, run } from '../support/tools.ts';
import { type Booklet, makeBooklet } from './make.ts';

let folder: string;
const made = new Map<string, Booklet>();
const fileOf = (locale: string): string => path.join(folder, `${locale}.pdf`);

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'booklet-'));
  for (const locale of LOCALES) {
    const booklet = await makeBooklet(realEdition(locale));
    made.set(locale, booklet);
    fs.writeFileSync(fileOf(locale), booklet.bytes);
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

describeWith(['qpdf'], 'qpdf', () => {
  it.each(LOCALES)('finds no fault in %s', (locale) => {
    expect(run('qpdf', ['--check', fileOf(locale)])).toContain('No syntax or stream encoding errors found');
  });

  it.each(LOCALES)('finds the language with its script in %s', (locale) => {
    const source = run('qpdf', ['--qdf', '--object-streams=disable', fileOf(locale), '-']);
    expect(source).toContain(`/Lang (${LANGUAGE_TAG[locale]})`);
    expect(source).toContain(`<dc:language><rdf:Bag><rdf:li>${LANGUAGE_TAG[locale]}</rdf:li>`);
    expect(made.get(locale)?.pdf.language).toBe(LANGUAGE_TAG[locale]);
  });

  // Vermilion, black and paper, as operands of the operators that set a colour: nothing else may be on the plates.
  it.each(LOCALES)('finds three inks in %s', (locale) => {
    const source = run('qpdf', ['--qdf', '--object-streams=disable', fileOf(locale), '-']);
    const colours = Array.from(
      source.matchAll(/^((?:[\d.]+ )+)(k|g|rg|sc|scn)$/gim),
      ([, operands = '', operator = '']) =>
        [
          ...operands
            .trim()
            .split(' ')
            .map((value) => Number(value).toFixed(2)),
          operator.toLowerCase(),
        ].join(' '),
    );
    expect([...new Set(colours)].sort()).toEqual([
      '0.00 0.00 0.00 0.00 k',
      '0.00 0.00 0.00 1.00 k',
      '0.12 0.92 0.95 0.03 k',
    ]);
  });
});

describeWith(['pdffonts'], 'pdffonts', () => {
  it.each(LOCALES)('sees TrueType of the edition alone in %s, embedded and with Unicode', (locale) => {
    const fonts = run('pdffonts', [fileOf(locale)])
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(5);
    const region = { 'zh-TW': 'TC', 'zh-HK': 'HK', 'zh-CN': 'SC' }[locale];
    for (const font of fonts)
      expect(font).toMatch(
        new RegExp(`^[A-Z]{6}\\+Noto(?:Serif|Sans)${region}-\\w+ +CID TrueType +Identity-H +yes yes yes `),
      );
  });
});

describeWith(['gs'], 'Ghostscript', () => {
  it.each(LOCALES)('separates pages of black text onto one plate in %s', (locale) => {
    const plates = run('gs', ['-q', '-o', '-', '-sDEVICE=inkcov', fileOf(locale)])
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
    const halfTitle = plates[2] ?? [];
    const colophon = plates.at(-2) ?? [];
    for (const [cyan, magenta, yellow, black] of [halfTitle, colophon]) {
      expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
      expect(black).toBeGreaterThan(0.001);
    }
    const [, , , introduction = 0] = plates[4] ?? [];
    expect(plates[4]?.[0]).toBeLessThan(introduction / 50);
  });
});

describeWith(['pdftotext'], 'pdftotext', () => {
  it.each(LOCALES)('reads real characters in %s, no radicals and nothing invisible', (locale) => {
    const text = run('pdftotext', ['-raw', fileOf(locale), '-']);
    expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff\ufffd\u2060\u200b\ufeff\ue000-\uf8ff]/u);
    const plain = text.replace(/\s/g, '');
    for (const { exchanges } of realEdition(locale).interview.sections)
      for (const { question } of exchanges) expect(plain).toContain(question.text.replace(/\s/g, ''));
  });
});
