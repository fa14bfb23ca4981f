// wenda impose and wenda preflight as a person calls them, with files of any kind.

import fs from 'node:fs';
import path from 'node:path';
import { PDFDocument, type PDFPage } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../scripts/model/length.ts';
import { labelledPdf, typesetPdf } from '../press/samples.ts';
import { scratch, wenda } from '../support/wenda.ts';

const cwd = scratch();

beforeAll(async () => {
  const write = (name: string, bytes: Uint8Array | string): void =>
    fs.writeFileSync(path.join(cwd, name), bytes);
  const good = await labelledPdf(8);
  write('good.pdf', good);
  write('typeset.pdf', typesetPdf(12));
  write('damaged.pdf', good.slice(0, good.length / 2));
  write('text.pdf', 'this is no PDF');
  write('empty.pdf', '');
  write('no-pages.pdf', await labelledPdf(0));
  write('encrypted.pdf', await encrypted(good));
  write('mixed.pdf', await labelledPdf(4, { change: enlargeThird }));
  write('large-pages.pdf', await labelledPdf(4, { size: { width: mm(900), height: mm(1200) } }));
  write('huge.pdf', good);
  fs.truncateSync(path.join(cwd, 'huge.pdf'), 2 ** 29 + 1);
});

function enlargeThird(page: PDFPage, number: number): void {
  if (number === 3) page.setSize(300, 300);
}

async function encrypted(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.context.trailerInfo.Encrypt = document.context.register(
    document.context.obj({ Filter: 'Standard' }),
  );
  return document.save();
}

const BAD = [
  ['damaged.pdf', 'press/damaged', 'press/damaged'],
  ['text.pdf', 'press/damaged', 'press/damaged'],
  ['empty.pdf', 'press/damaged', 'press/damaged'],
  ['no-pages.pdf', 'press/no-pages', 'press/no-pages'],
  ['encrypted.pdf', 'press/encrypted', 'preflight/encryption'],
  ['mixed.pdf', 'press/mixed-sizes', 'preflight/sizes'],
  ['large-pages.pdf', 'press/does-not-fit', 'preflight/trim-box'],
  ['huge.pdf', 'press/too-large', 'press/too-large'],
  ['absent.pdf', 'press/no-file', 'press/no-file'],
] as const;

describe.each(BAD)('%s', (file, imposeCode, preflightCode) => {
  it.each([
    ['impose', imposeCode],
    ['preflight', preflightCode],
  ] as const)(`${file}: wenda %s says %s, exits 1 and writes nothing`, (command, code) => {
    const before = fs.readdirSync(cwd);
    const { code: exit, stdout } = wenda([command, file, '--json'], cwd);
    expect(exit).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; hint: string; place: object }[];
    };
    const found = diagnostics.find((diagnostic) => diagnostic.code === code);
    expect(found, stdout).toMatchObject({ place: { file }, hint: expect.stringMatching(/.{15}/) });
    expect(fs.readdirSync(cwd)).toEqual(before);
  });
});

describe('wenda impose', () => {
  it('makes sheets for the office printer of any PDF', () => {
    const { code, stdout } = wenda(['impose', 'good.pdf', '--out', 'office', '--paper', 'A3', '--json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      artifacts: [{ path: 'office/good-duplex.pdf', extent: { count: 2, unit: 'sheets' } }],
    });
    expect(fs.existsSync(path.join(cwd, 'office/good-duplex.pdf'))).toBe(true);
  });

  it('makes everything for the press of a PDF with bleed', async () => {
    const options = ['--only', 'press,sheets,shop-sheet', '--cut', '3', '--signature', '16', '--out', 'shop'];
    const { code, stderr } = wenda(['impose', 'typeset.pdf', ...options], cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const made = fs.readdirSync(path.join(cwd, 'shop')).toSorted();
    expect(made).toEqual([
      'typeset-press-cover.pdf',
      'typeset-press.pdf',
      'typeset-sheets.pdf',
      'typeset-shop-sheet.pdf',
    ]);
    const file = await PDFDocument.load(fs.readFileSync(path.join(cwd, 'shop/typeset-sheets.pdf')));
    expect(file.getPageCount()).toBe(2);
    expect(wenda(['preflight', 'shop/typeset-sheets.pdf'], cwd).code).toBe(0);
  });

  it('makes nothing for the press of what preflight refuses', () => {
    const { code, stderr } = wenda(['impose', 'good.pdf', '--only', 'sheets', '--out', 'refused'], cwd);
    expect(code).toBe(1);
    expect(stderr).toMatch(/preflight\/fonts: .*Helvetica/);
    expect(fs.existsSync(path.join(cwd, 'refused'))).toBe(false);
  });

  it('obeys press.yaml, and the command line before it', () => {
    fs.mkdirSync(path.join(cwd, 'content'), { recursive: true });
    fs.writeFileSync(path.join(cwd, 'content/press.yaml'), 'printer:\n  paper: Letter\n');
    const letter = wenda(['impose', 'good.pdf'], cwd);
    const a4 = wenda(['impose', 'good.pdf', '--paper', 'A4'], cwd);
    fs.rmSync(path.join(cwd, 'content'), { recursive: true });
    expect(letter.stderr).toMatch(/does not fit|do not fit.*Letter/);
    expect([letter.code, a4.code]).toEqual([1, 0]);
  });

  it.each([
    [['--only', 'poster'], 'poster'],
    [['--cut', 'wide'], '--cut'],
    [['--signature', '12'], '12'],
    [['--sheet', 'large'], 'expected fit'],
  ])('%j is misuse', (args, message) => {
    const { code, stderr, stdout } = wenda(['impose', 'good.pdf', ...args], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
