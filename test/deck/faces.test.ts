import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/chromium.ts';
import { describeWith } from '../support/tools.ts';
import { makeVersion, ORIGINAL, put, type Version } from '../support/versions.ts';
import { scratch } from '../support/wenda.ts';

const { manuscript, glossary } = ORIGINAL;

interface Seen {
  readonly faces: readonly string[];
  readonly notes: readonly string[];
  readonly pictures: readonly string[];
}

const inDeck =
  (from: string | RegExp, to: string, name = 'style.css.hbs'): Version['templates'] =>
  (file, text) =>
    file === `magazine/deck/${name}` ? put(text, from, to) : text;

/** What is edited, and the slides whose notes alone change. */
const EDITS: [what: string, edit: Partial<Version>, notesOf?: readonly number[]][] = [
  ['nothing', {}],
  ['a word of an answer', { manuscript: put(manuscript, '我一點都不驚訝', '我半點都不驚訝') }, [5]],
  ['a takeaway', { manuscript: put(manuscript, '> 遠沒有到泡沫臨界點', '> 離泡沫臨界點還遠') }],
  ['a point', { manuscript: put(manuscript, '- 能力要持續提升，', '- 能力要不斷提升，') }],
  [
    'a sentence that moves the pages of the booklet',
    { manuscript: put(manuscript, '我一點都不驚訝。', '我一點都不驚訝。'.repeat(40)) },
    [5],
  ],
  [
    'the title',
    { manuscript: put(manuscript, 'title: 大模型遠沒有到泡沫臨界點', 'title: 大模型離泡沫還遠') },
  ],
  ['a word that no line may break', { glossary: put(glossary, '  - 推動力\n', '  - 推動力\n  - 驚訝\n') }],
  ['the accent', { press: 'accent: "#1e3a64"\n' }],
  ['dark slides', { press: 'appearance: dark\n' }],
  ['the rule of one kind of slide', { templates: inDeck('padding-bottom: 9px', 'padding-bottom: 29px') }],
  [
    'a rule for another place',
    {
      templates: inDeck(
        'section.quote:lang(zh-Hans)::before {',
        'section.quote:lang(zh-Hans)::before { top: 9px;',
      ),
    },
  ],
  [
    'a rule that no slide has a use for',
    { templates: inDeck(/$/, 'section.nowhere { color: red; --unused: 1px; }') },
  ],
  ['a rule for all', { templates: inDeck(/$/, 'section { letter-spacing: 1px; }') }],
  ['the template of a kind of slide', { templates: inDeck('## {{', '## ！{{', 'agenda.md.hbs') }],
];

describeWith(['chromium'], 'a fingerprint of a slide', () => {
  const folder = scratch();
  let browser: Browser;
  let original: Seen;

  /** The slides by themselves: without a player nothing moves, and nothing lies over them. */
  async function see(version: Version): Promise<Seen> {
    const deck = (await makeVersion(version, ['deck'])).get('deck.html');
    const { bytes, faces = [], notes = [] } = deck ?? {};
    const html = new TextDecoder().decode(bytes).replace(/<script[\s\S]*?<\/script>/g, '');
    const file = path.join(folder, 'deck.html');
    fs.writeFileSync(file, html);
    const page = await browser.newPage();
    await page.setViewport({ width: 640, height: 360 });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate('document.fonts.ready');
    const pictures: string[] = [];
    for (const slide of await page.$$('svg[data-marpit-svg]')) {
      const picture = await slide.screenshot();
      pictures.push(createHash('sha256').update(picture).digest('hex'));
    }
    await page.close();
    return { faces, notes, pictures };
  }

  beforeAll(async () => {
    browser = await launch();
    original = await see(ORIGINAL);
    expect(original.pictures).toHaveLength(24);
  }, 240_000);
  afterAll(() => browser.close());

  const changed = (before: readonly string[], after: readonly string[]): readonly number[] =>
    after.flatMap((value, index) => (value === before[index] ? [] : [index + 1]));

  it.each(EDITS)(
    'differs where the picture differs, and nowhere else: %s',
    async (_, edit, notesOf = []) => {
      const after = await see({ ...ORIGINAL, ...edit });
      expect(changed(original.faces, after.faces)).toEqual(changed(original.pictures, after.pictures));
      expect(changed(original.notes, after.notes)).toEqual(notesOf);
    },
    240_000,
  );
});
