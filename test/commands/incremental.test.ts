// A build that uses again what lies there gives, after every kind of edit, what a build from nothing gives: the same
// files, the same bytes, the same things said.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAll } from '../../scripts/commands/build-all.ts';
import type { Context, Installation } from '../../scripts/commands/context.ts';
import type { HouseMemory, MakeRequest } from '../../scripts/commands/make.ts';
import { type Diagnostic, isError } from '../../scripts/model/diagnostic.ts';
import { createMachine, type Machine } from '../../scripts/system/world.ts';
import { changeVersion, layInstallation } from '../support/installation.ts';
import { comparable } from '../support/manifest.ts';
import { png } from '../support/png.ts';
import { filesBelow, scratch } from '../support/wenda.ts';

const folder = scratch();
const root = path.join(folder, 'program');
const content = path.join(folder, 'content');
const manuscript = path.join(content, 'talk/interview.md');
const press = path.join(content, 'press.yaml');
const glossary = path.join(content, 'glossary.yaml');

const INTERVIEW = `---
title: 一場談話
interviewer: 晚報
interviewee:
  name: 林一
  role: 主編
---

這是導言，說的是編輯與頭髮。

## 開頭｜從編輯說起

### 您怎麼看編輯這件事？

> 編輯是讓人看懂

- 先看懂，再動手
- 改了什麼都要說明

編輯是讓人看懂。我們每天都在做這件事，做了三十年，從來沒有覺得厭倦。每一個字都有它的位置。

### 那麼印刷呢？

印刷是最後一步，也是最不能出錯的一步。**紙上的字**改不了，所以要先看清楚。數字和文字一樣要緊。
`;

function context(out: string, installation: Installation): Context {
  return {
    installation,
    contentFolder: content,
    outFolder: path.join(folder, out),
    isJson: false,
    progress: { step: () => {}, end: () => {} },
  };
}

let installation: Installation = { root, version: '1.0.0', sources: 'first' };
const memory: HouseMemory = new Map();
let machine: Machine;
/** Of the builds that have nothing in mind. */
let other: Machine;

beforeAll(() => {
  fs.mkdirSync(path.dirname(manuscript), { recursive: true });
  layInstallation(root);
  fs.writeFileSync(manuscript, INTERVIEW);
  fs.writeFileSync(press, 'locales: [zh-CN]\n');
  machine = createMachine(installation);
  other = createMachine(installation);
});

async function build(out: string, request: Partial<MakeRequest>): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await buildAll(context(out, installation), { slugs: [], ...request });
  return diagnostics;
}

function digests(out: string): Readonly<Record<string, string>> {
  const files = [...filesBelow(path.join(folder, out))].map(([name, bytes]) => {
    const digest = createHash('sha256').update(comparable(name, bytes)).digest('hex');
    return [name, digest] as const;
  });
  return Object.fromEntries(files);
}

/** Builds in all three ways: in a process that runs on, in a new one over older files, and from nothing. */
async function expectSame(): Promise<void> {
  const running = await build('running', { memory, world: machine.freshWorld() });
  const again = await build('again', { world: other.freshWorld() });
  fs.rmSync(path.join(folder, 'clean'), { recursive: true, force: true });
  const clean = await build('clean', { anew: true, world: other.freshWorld() });
  expect(clean.filter(isError)).toEqual([]);
  const expected = digests('clean');
  expect(digests('running'), 'in a running process').toEqual(expected);
  expect(digests('again'), 'over the files of an earlier process').toEqual(expected);
  expect([running, again]).toEqual([clean, clean]);
}

function change(file: string, from: string | RegExp, to: string): () => void {
  return () => {
    const source = fs.readFileSync(file, 'utf8');
    const changed = source.replace(from, to);
    expect(changed, `${from} in ${file}`).not.toBe(source);
    fs.writeFileSync(file, changed);
  };
}

const append = (file: string, text: string) => (): void => fs.appendFileSync(file, text);
/** What the house does not make any more stays, unlisted, until somebody takes it away. */
const forget = (name: string): void => {
  for (const out of ['running', 'again']) fs.rmSync(path.join(folder, out, name), { recursive: true });
};
const template = (name: string): string => path.join(root, 'templates', name);
const head = (lines: string): (() => void) => change(manuscript, /^title:/m, `${lines}\ntitle:`);

const EDITS: Readonly<Record<string, () => void>> = {
  'the first build': () => {},
  nothing: () => {},
  'a word of an answer': change(manuscript, '厭倦', '疲倦'),
  'a word of the lead': change(manuscript, '這是導言', '這裡是導言'),
  'a point': change(manuscript, '先看懂，再動手', '先看懂，後動手'),
  'a takeaway': change(manuscript, '> 編輯是讓人看懂', '> 編輯要讓人看懂'),
  'a question': change(manuscript, '那麼印刷呢', '那麼說到印刷呢'),
  'a section': change(manuscript, '從編輯說起', '從編輯講起'),
  'a word that the mainland has a warning for': change(manuscript, '頭髮', '衣服干了'),
  'a line moved down': change(manuscript, '\n## 開頭', '\n\n## 開頭'),
  title: change(manuscript, '一場談話', '又一場談話'),
  interviewer: change(manuscript, '晚報', '日報'),
  interviewee: change(manuscript, '林一', '林二'),
  role: change(manuscript, 'role: 主編', 'role: 總編'),
  subtitle: head('subtitle: 關於編輯'),
  byline: head('byline: 記者 陳三'),
  source: head('source: 晚報網'),
  date: head('date: 2024年7月26日'),
  summary: head('summary: edited'),
  minutes: head('minutes: 20'),
  blurb: head('blurb: 兩個問題，談編輯與印刷。'),
  closing: head('closing: 所以要先看清楚。'),
  quotes: head('quotes:\n  - 每一個字都有它的位置。'),
  'pull-quotes': head('pull-quotes: own'),
  link: head('link: https://example.org/talk'),
  portrait: () => {
    fs.writeFileSync(path.join(content, 'talk/portrait.png'), png(900, 1200));
    head('portrait: portrait.png')();
  },
  'another picture under the same name': () =>
    fs.writeFileSync(path.join(content, 'talk/portrait.png'), png(1200, 1200)),
  'a glossary that was not there': () => fs.writeFileSync(glossary, 'protect:\n  - 晚報\n'),
  'a term of the glossary': append(glossary, 'terms:\n  - zh-TW: 印刷\n    zh-CN: 列印\n'),
  publisher: append(press, 'publisher: 印書館\n'),
  logo: () => {
    fs.writeFileSync(path.join(content, 'logo.png'), png(200, 100));
    append(press, 'logo: logo.png\n')();
  },
  'another logo under the same name': () => fs.writeFileSync(path.join(content, 'logo.png'), png(300, 100)),
  accent: append(press, 'accent: "#1e3a64"\n'),
  appearance: change(press, '#1e3a64"', '#7c8da5"\nappearance: dark'),
  flip: append(press, 'flip: long-edge\n'),
  handout: append(press, 'handout: notes\n'),
  kinsoku: append(press, 'kinsoku: strict\n'),
  'opening-mark': append(press, 'opening-mark: full\n'),
  format: append(press, 'format: 25開\n'),
  vocabulary: append(press, 'vocabulary:\n  zh-TW: local\n'),
  printer: append(press, 'printer:\n  paper: A3\n'),
  margin: append(press, '  margin: 5\n'),
  offset: append(press, '  offset:\n    x: 1\n'),
  calibration: append(press, '  calibration: true\n'),
  shop: append(press, 'shop:\n  quantity: 300\n'),
  'the length of a point': append(press, 'summary:\n  point: 12\n'),
  bleed: append(press, 'press:\n  bleed: 5\n'),
  caliper: append(press, '  caliper: 0.2\n'),
  cover: append(press, '  cover: separate\n'),
  signature: append(press, '  signature: 4\n'),
  marks: append(press, '  marks: false\n'),
  condition: append(press, '  condition: FOGRA51\n'),
  profile: () => {
    fs.copyFileSync(path.join(root, 'profiles/FOGRA39L_coated.icc'), path.join(folder, 'own.icc'));
    append(press, `  profile: ${path.join(folder, 'own.icc')}\n`)();
  },
  binding: append(press, '  binding: right\n'),
  'the number of locales': change(press, '[zh-CN]', '[zh-TW, zh-CN]'),
  'another locale': () => {
    change(press, '[zh-TW, zh-CN]', '[zh-TW, zh-HK]')();
    forget('talk/zh-CN');
  },
  'a word, with two locales': change(manuscript, '疲倦', '厭倦'),
  'a line of the glossary for one locale': change(glossary, 'zh-CN: 列印', 'zh-CN: 列印\n    zh-HK: 付印'),
  'one locale again': () => {
    change(press, '[zh-TW, zh-HK]', '[zh-TW]')();
    forget('talk/zh-HK');
  },
  'the style of slides': change(
    template('magazine/theme.yaml'),
    'size: 168, leading: 196',
    'size: 160, leading: 190',
  ),
  'a template of the deck': append(template('magazine/deck.md.hbs'), '\n<!-- changed -->\n'),
  'a template of the booklet': change(template('magazine/booklet.typ.hbs'), /$/, '\n#v(1mm)\n'),
  'the measures of the page': change(template('magazine/booklet.yaml'), 'lines: 26', 'lines: 25'),
  'Typst of the theme': append(template('magazine/booklet-style.typ'), '\n// changed\n'),
  'Typst of all themes': append(template('typography/looks.typ'), '\n// changed\n'),
  'a file of Typst that was not there': () => fs.writeFileSync(template('magazine/more.typ'), '// more\n'),
  "the player's style": append(template('player.css'), '\n.changed { color: red }\n'),
  'the page of all products': append(template('index.html.hbs'), '<!-- changed -->'),
  theme: append(press, 'theme: journal\n'),
  'the version of a typeface': () => changeVersion(root, '@expo-google-fonts/noto-serif-tc'),
  'the version of a package': () => changeVersion(root, 'pdf-lib'),
  "the program's version": () => {
    installation = { ...installation, version: '1.0.1' };
  },
  "the program's code": () => {
    installation = { ...installation, sources: 'second' };
  },
};

describe('after an edit of', () => {
  it.each(Object.keys(EDITS))('%s', async (name) => {
    EDITS[name]?.();
    if (name.includes('Typst') || name.includes('template')) other = createMachine(installation);
    await expectSame();
  });
});

describe('a deck alone', () => {
  const only = { products: ['deck'] } as const;
  const deck = (out: string): string => {
    const [digest] = Object.entries(digests(out)).flatMap(([name, value]) =>
      name.endsWith('deck.html') ? [value] : [],
    );
    if (digest === undefined) throw new Error(`there is no deck in ${out}`);
    return digest;
  };

  it('is made again where its booklet is none of the files, and need not be made', async () => {
    await build('deck', only);
    change(press, '#7c8da5', '#8d9eb6')();
    await build('deck', only);
    await build('deck-clean', { ...only, anew: true });
    expect(deck('deck')).toBe(deck('deck-clean'));
  });

  it('is made for the text of now though an older booklet lies beside it, which the next build makes anew', async () => {
    await build('mixed', {});
    change(manuscript, '我們每天', '人人每天')();
    await build('mixed', only);
    await build('deck-clean', { ...only, anew: true });
    expect(deck('mixed')).toBe(deck('deck-clean'));
    await build('mixed', {});
    await build('mixed-clean', { anew: true });
    expect(digests('mixed')).toEqual(digests('mixed-clean'));
  });
});
