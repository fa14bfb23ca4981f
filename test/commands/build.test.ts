import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../scripts/catalogue/manifest.ts';
import { png } from '../support/png.ts';
import { filesBelow, type Run, scratch, wenda, workspace } from '../support/wenda.ts';

/** Small pictures of slides and pages: how many there are is said elsewhere. */
const isSmallPicture = (file: string): boolean => file.includes('/pictures/');

const PRODUCTS = [
  'booklet-duplex.pdf',
  'booklet-press-cover.pdf',
  'booklet-press.pdf',
  'booklet-sheets.pdf',
  'booklet.pdf',
  'cover.png',
  'deck.html',
  'deck.md',
  'deck.pptx',
  'handout.pdf',
  'manifest.json',
  'shop-sheet.pdf',
];
const LOCALES = ['zh-CN', 'zh-TW'];
const EXPECTED = [
  'index.html',
  'wang-zhongyuan/deck-all.html',
  'wang-zhongyuan/manifest.json',
  ...LOCALES.flatMap((locale) => PRODUCTS.map((file) => `wang-zhongyuan/${locale}/${file}`)),
];

/** Some megabytes are compared in no time so. */
function digests(files: ReadonlyMap<string, Buffer>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
}

describe('wenda build', () => {
  const cwd = workspace();
  const manuscript = path.join(cwd, 'content/wang-zhongyuan/interview.md');
  let first: Run;
  let made: ReadonlyMap<string, Buffer>;

  beforeAll(() => {
    first = wenda(['build'], cwd);
    made = filesBelow(path.join(cwd, 'dist'));
  });

  it('makes every product of every locale, and the page to open them from', () => {
    expect({ code: first.code, errors: first.stderr.match(/error/g) }).toEqual({ code: 0, errors: null });
    const files = [...made.keys()];
    expect(files.filter((file) => !isSmallPicture(file)).sort()).toEqual(EXPECTED.sort());
    expect(files.filter(isSmallPicture).length).toBeGreaterThan(80);
  });

  it('says what it is at, a line each where there is no terminal, and ends with a table', () => {
    for (const locale of LOCALES) {
      for (const product of [
        'booklet',
        'duplex',
        'press',
        'sheets',
        'shop-sheet',
        'deck',
        'pptx',
        'handout',
        'pictures',
      ]) {
        expect(first.stderr).toMatch(new RegExp(`^wang-zhongyuan ${locale} ${product}$`, 'm'));
      }
    }
    const rows = first.stdout.trimEnd().split('\n');
    expect(rows).toHaveLength(24);
    for (const row of rows)
      expect(row).toMatch(
        /^dist\/\S+( +\d+ (slides?|pages?|sheets?|pictures?))? +[\d.]+ (kB|MB|B) +\d+\.\d\d s$/,
      );
  });

  it('makes the same bytes again from the same input, in another folder too', () => {
    const again = workspace();
    expect(wenda(['build', '--out', 'elsewhere'], again).code).toBe(0);
    const second = filesBelow(path.join(again, 'elsewhere'));
    expect([...second.keys()]).toEqual([...made.keys()]);
    for (const [name, bytes] of made) expect(second.get(name)?.equals(bytes), name).toBe(true);
  });

  it('leaves no name or path of this machine in what it makes', () => {
    for (const [name, bytes] of made) expect(bytes.includes(cwd), name).toBe(false);
  });

  it('writes a manifest whose hashes are those of the files', () => {
    const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    for (const locale of LOCALES) {
      const folder = `wang-zhongyuan/${locale}`;
      const manifest = JSON.parse(String(made.get(`${folder}/manifest.json`))) as Manifest;
      const listed = Object.keys(manifest.outputs).filter((file) => !file.startsWith('pictures/'));
      expect(listed).toEqual(PRODUCTS.filter((file) => file !== 'manifest.json'));
      for (const [file, output] of Object.entries(manifest.outputs)) {
        expect(output.sha256).toBe(sha256(made.get(`${folder}/${file}`) ?? Buffer.alloc(0)));
      }
      for (const name of ['press.yaml', 'glossary.yaml', 'wang-zhongyuan/interview.md']) {
        expect(manifest.inputs[`content/${name}`]).toBe(
          sha256(fs.readFileSync(path.join(cwd, 'content', name))),
        );
      }
      for (const folder of ['magazine', 'deck', 'typography'])
        expect(Object.keys(manifest.inputs).some((name) => name.startsWith(`templates/${folder}/`))).toBe(
          true,
        );
      expect(manifest.tools['pdf-lib']).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('writes a manifest for the deck of all locales too, of everything that went into it', () => {
    const manifest = JSON.parse(String(made.get('wang-zhongyuan/manifest.json'))) as Manifest;
    const deck = made.get('wang-zhongyuan/deck-all.html') ?? Buffer.alloc(0);
    expect(manifest.locale).toBeUndefined();
    expect(manifest.outputs).toEqual({
      'deck-all.html': {
        product: 'deck',
        count: 24,
        unit: 'slides',
        bytes: deck.length,
        sha256: createHash('sha256').update(deck).digest('hex'),
      },
    });
    expect(Object.keys(manifest.inputs)).toContain('templates/player.css');
    expect(Object.keys(manifest.tools)).toContain('@expo-google-fonts/noto-serif-sc');
    expect(String(made.get('index.html'))).toContain('href="wang-zhongyuan/deck-all.html"');
  });

  it('makes the deck to hand out where --share asks for it, and none of all locales where there is one', () => {
    const other = workspace();
    const { code } = wenda(['build', '--only', 'deck', '--locale', 'zh-TW', '--share'], other);
    expect(code).toBe(0);
    expect([...filesBelow(path.join(other, 'dist')).keys()]).toEqual([
      'index.html',
      ...['deck-share.html', 'deck.html', 'deck.md', 'manifest.json'].map(
        (file) => `wang-zhongyuan/zh-TW/${file}`,
      ),
    ]);
    const page = fs.readFileSync(path.join(other, 'dist/index.html'), 'utf8');
    expect(page).toContain('href="wang-zhongyuan/zh-TW/deck-share.html"');
  });

  it('names file, line and column of a mistake, exits 1, and leaves the last good outputs whole', () => {
    const good = fs.readFileSync(manuscript, 'utf8');
    fs.writeFileSync(manuscript, good.replace(/^title:/m, 'tilte:'));
    const { code, stderr, stdout } = wenda(['build', '--json'], cwd);
    fs.writeFileSync(manuscript, good);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^content\/wang-zhongyuan\/interview\.md:2:1: error \S+: .*tilte/m);
    expect(stderr).toMatch(/title/);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { severity: string; place: { line: number } }[];
    };
    expect(diagnostics.some(({ severity, place }) => severity === 'error' && place.line === 2)).toBe(true);
    expect(digests(filesBelow(path.join(cwd, 'dist')))).toEqual(digests(made));
  });

  it('makes only what was asked for, and keeps the rest in the manifest', () => {
    const { code, stdout } = wenda(
      ['build', 'wang-zhongyuan', '--only', 'duplex', '--locale', 'zh-CN', '--json'],
      cwd,
    );
    expect(code).toBe(0);
    const { artifacts } = JSON.parse(stdout) as { artifacts: { path: string }[] };
    expect(artifacts.map((artifact) => artifact.path)).toEqual([
      'dist/wang-zhongyuan/zh-CN/booklet-duplex.pdf',
      'dist/index.html',
    ]);
    expect(digests(filesBelow(path.join(cwd, 'dist')))).toEqual(digests(made));
  });

  it('goes on with the other interviews where one fails', () => {
    const other = workspace();
    fs.mkdirSync(path.join(other, 'content/broken'));
    fs.writeFileSync(path.join(other, 'content/broken/interview.md'), 'no front matter\n');
    const { code, stderr } = wenda(['build', '--only', 'deck', '--locale', 'zh-TW'], other);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^content\/broken\/interview\.md:1:1: error/m);
    expect(fs.existsSync(path.join(other, 'dist/wang-zhongyuan/zh-TW/deck.html'))).toBe(true);
    expect(fs.existsSync(path.join(other, 'dist/broken'))).toBe(false);
  });

  it.each([
    [['build', 'wang'], 'wang-zhongyuan'],
    [['build', '--content', 'nowhere'], 'wenda import'],
  ])('%j names what there is', (args, hint) => {
    const { code, stderr } = wenda(args, cwd);
    expect(code).toBe(1);
    expect(stderr).toContain(hint);
  });

  it('reads no settings and no manuscript in another encoding', () => {
    const folder = workspace();
    for (const file of ['glossary.yaml', 'wang-zhongyuan/interview.md']) {
      const target = path.join(folder, 'content', file);
      const good = fs.readFileSync(target);
      fs.writeFileSync(target, Buffer.from([0xb4, 0xf3, 0xc4, 0xa3, 0x0a]));
      const { code, stderr } = wenda(['build'], folder);
      fs.writeFileSync(target, good);
      expect({ code, lines: stderr.split('\n').filter((line) => line.includes('error')) }).toEqual({
        code: 1,
        lines: [`content/${file}: error content/not-utf-8: this file is not UTF-8`],
      });
    }
  });

  it('refuses a coarse picture for the print shop, by its name and place, and warns of it otherwise', () => {
    const folder = workspace();
    const file = path.join(folder, 'content/wang-zhongyuan/interview.md');
    const text = fs.readFileSync(file, 'utf8');
    const at = text.indexOf('我一點都不驚訝。');
    const build = (width: number, ...products: string[]): Run => {
      fs.writeFileSync(path.join(folder, 'content/wang-zhongyuan/chart.png'), png(width, width / 4));
      const only = products.flatMap((product) => ['--only', product]);
      return wenda(['build', '--locale', 'zh-TW', ...only], folder);
    };
    fs.writeFileSync(file, `${text.slice(0, at)}![圖](chart.png)\n\n${text.slice(at)}`);
    const line = text.slice(0, at).split('\n').length;
    // 99 mm are 3.89 inches: 980 pixels make 252, and 400 make 103.
    const fine = build(980, 'duplex', 'press', 'deck');
    expect([fine.code, fine.stderr.match(/picture|preflight/g)]).toEqual([0, null]);
    const before = digests(filesBelow(path.join(folder, 'dist')));
    const coarse = build(400, 'duplex', 'press', 'sheets', 'deck');
    expect(coarse.code).toBe(1);
    expect(coarse.stderr.split('\n').filter((row) => row.includes(' error '))).toEqual([
      expect.stringMatching(
        new RegExp(
          `interview\\.md:${line}:1: error picture/resolution: chart\\.png .* 103 pixels an inch; print needs 150`,
        ),
      ),
    ]);
    expect(coarse.stderr).toMatch(/400 pixels wide and needs 584/);
    expect(digests(filesBelow(path.join(folder, 'dist')))).toEqual(before);
    const office = build(400, 'duplex', 'deck');
    expect([office.code, office.stderr.match(/warning picture\/resolution/g)?.length]).toEqual([0, 1]);
  });

  it('leaves a whole edition as it was where one of its files cannot be written', () => {
    const folder = workspace();
    expect(wenda(['build', '--only', 'deck', '--locale', 'zh-TW'], folder).code).toBe(0);
    const edition = path.join(folder, 'dist/wang-zhongyuan/zh-TW');
    fs.rmSync(path.join(edition, 'deck.md'));
    fs.mkdirSync(path.join(edition, 'deck.md'));
    const before = filesBelow(edition);
    const { code, stderr } = wenda(
      ['build', '--only', 'duplex', '--only', 'deck', '--locale', 'zh-TW'],
      folder,
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^dist: error build\/cannot-write: /m);
    expect(filesBelow(edition)).toEqual(before);
  });

  it('lists on its page only what the house has now', () => {
    const folder = workspace();
    expect(wenda(['build', '--only', 'duplex'], folder).code).toBe(0);
    fs.writeFileSync(path.join(folder, 'content/press.yaml'), 'locales: [zh-CN]\n');
    expect(wenda(['build', '--only', 'duplex'], folder).code).toBe(0);
    const page = fs.readFileSync(path.join(folder, 'dist/index.html'), 'utf8');
    expect([page.includes('zh-CN/'), page.includes('zh-TW/')]).toEqual([true, false]);
  });

  it.skipIf(!fs.existsSync('/proc/self'))('says so where no folder can ever be made', () => {
    const { code, stderr } = wenda(
      ['build', '--only', 'duplex', '--locale', 'zh-TW', '--out', '/proc/a/b'],
      cwd,
    );
    expect([code, stderr.match(/: error .*/g)?.length]).toEqual([1, 1]);
    expect(stderr).toMatch(/^\/proc\/a\/b: error build\/cannot-write: .*\/proc\/a/m);
  });

  it('says in one diagnostic where it may not write', () => {
    const folder = scratch();
    fs.cpSync(path.join(cwd, 'content'), path.join(folder, 'content'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'dist'), 'a file where the folder should be');
    const { code, stderr } = wenda(['build', '--only', 'duplex', '--locale', 'zh-TW'], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^dist: error build\/cannot-write: /m);
  });
});
