// The booklet as other programs of the print shop and of readers see it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGE_TAG, LOCALES } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';
import { describeWith, run } from '../support/tools.ts';
import { coloursIn } from './inks.ts';
import { type Booklet, makeBooklet, THEMES } from './make.ts';

let folder: string;
const made = new Map<string, Booklet>();
const CASES = THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale })));
type Case = (typeof CASES)[number];
const fileOf = ({ theme, locale }: Case): string => path.join(folder, `${theme}.${locale}.pdf`);

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'booklet-'));
  for (const one of CASES) {
    const booklet = await makeBooklet(realEdition(one.locale), { theme: one.theme });
    made.set(fileOf(one), booklet);
    fs.writeFileSync(fileOf(one), booklet.bytes);
  }
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

describeWith(['qpdf'], 'qpdf', () => {
  it.each(CASES)('finds no fault in $theme, $locale', (one) => {
    expect(run('qpdf', ['--check', fileOf(one)])).toContain('No syntax or stream encoding errors found');
  });

  it.each(CASES)('finds the language with its script in $theme, $locale', (one) => {
    const source = run('qpdf', ['--qdf', '--object-streams=disable', fileOf(one), '-']);
    expect(source).toContain(`/Lang (${LANGUAGE_TAG[one.locale]})`);
    expect(source).toContain(`<dc:language><rdf:Bag><rdf:li>${LANGUAGE_TAG[one.locale]}</rdf:li>`);
    expect(made.get(fileOf(one))?.pdf.language).toBe(LANGUAGE_TAG[one.locale]);
  });

  // Beside black and paper: nothing else may be on the plates.
  const COLOURS = {
    magazine: ['0.12 0.92 0.95 0.03 k'],
    journal: ['0.08 0.04 0.00 0.00 k', '0.95 0.65 0.00 0.55 k'],
  };

  it.each(CASES)('finds the inks of the theme in $theme, $locale', (one) => {
    const wanted = ['0.00 0.00 0.00 0.00 k', '0.00 0.00 0.00 1.00 k', ...COLOURS[one.theme]];
    expect(coloursIn(fileOf(one))).toEqual(wanted.toSorted());
  });
});

describeWith(['pdffonts'], 'pdffonts', () => {
  it.each(CASES)(
    'sees TrueType of the edition alone in $theme, $locale, embedded and with Unicode',
    (one) => {
      const fonts = run('pdffonts', [fileOf(one)])
        .trim()
        .split('\n')
        .slice(2);
      expect(fonts.length).toBeGreaterThan(5);
      const region = { 'zh-TW': 'TC', 'zh-HK': 'HK', 'zh-CN': 'SC' }[one.locale];
      for (const font of fonts)
        expect(font).toMatch(
          new RegExp(`^[A-Z]{6}\\+Noto(?:Serif|Sans)${region}-\\w+ +CID TrueType +Identity-H +yes yes yes `),
        );
    },
  );
});

describeWith(['gs'], 'Ghostscript', () => {
  it.each(CASES)('separates pages of black text onto one plate in $theme, $locale', (one) => {
    const plates = run('gs', ['-q', '-o', '-', '-sDEVICE=inkcov', fileOf(one)])
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
    const halfTitle = plates[2] ?? [];
    const colophon = plates.at(-2) ?? [];
    for (const [cyan, magenta, yellow, black] of [halfTitle, colophon]) {
      // The titles of the journal are blue on every page.
      if (one.theme === 'magazine') expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
      else expect(yellow).toBe(0);
      expect(black).toBeGreaterThan(0.001);
    }
    const [, , , introduction = 0] = plates[4] ?? [];
    expect(plates[4]?.[0]).toBeLessThan(introduction / 50);
  });
});

describeWith(['pdftotext'], 'pdftotext', () => {
  it.each(CASES)('reads real characters in $theme, $locale, no radicals and nothing invisible', (one) => {
    const text = run('pdftotext', ['-raw', fileOf(one), '-']);
    expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff\ufffd\u2060\u200b\ufeff\ue000-\uf8ff]/u);
    const plain = text.replace(/\s/g, '');
    for (const { exchanges } of realEdition(one.locale).interview.sections)
      for (const { question } of exchanges) expect(plain).toContain(question.text.replace(/\s/g, ''));
  });
});
