import { Marp } from '@marp-team/marp-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deckMarkdown, deckTemplates } from '../../scripts/deck/markdown.ts';
import { deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import type { Theme } from '../../scripts/render/theme.ts';
import { type BuiltDeck, buildDeck, magazineTemplates, pagesOf, settingOf } from '../support/build-deck.ts';
import { readDeck } from '../support/deck.ts';
import { realEdition } from '../support/edition.ts';
import { loadTheme, succeeded } from '../support/world.ts';

describe.each(LOCALES)('deck.md in %s', (locale) => {
  let deck: BuiltDeck;
  beforeAll(async () => {
    deck = await buildDeck(realEdition(locale));
  });

  it('shows the same in a Marp of its own, without our settings', () => {
    const { html, comments } = new Marp().render(deck.markdown);
    const here = readDeck(deck.player);
    const there = readDeck(html);
    expect(there.map(({ text }) => text)).toEqual(here.map(({ text }) => text));
    expect(there.map(({ classes }) => classes)).toEqual(here.map(({ classes }) => classes));
    expect(comments.map((notes) => notes[0])).toEqual(here.map(({ notes }) => notes));
  });

  it('is Markdown with headings and lists, and styles only at its end', () => {
    const [text = '', style = ''] = deck.markdown.split('<style>');
    expect(text.match(/^# /gm)).toHaveLength(1);
    const headed = deck.view.slides.filter(({ kind }) => kind !== 'cover' && kind !== 'quote');
    expect(text.match(/^## /gm)).toHaveLength(headed.length);
    expect(text.match(/^- /gm)).toHaveLength(33);
    expect([...new Set(text.match(/<[a-z]+/g))].sort()).toEqual(['<br', '<p', '<span', '<strong']);
    expect(text).not.toMatch(/style=|\n{3,}|[ \t]\n/);
    expect(style.trim()).toMatch(/<\/style>$/);
  });
});

describe('the style sheet', async () => {
  const { markdown, view } = await buildDeck(realEdition('zh-TW'));
  const [, css = ''] = markdown.split('<style>');

  it('has a rule for every class by which a slide is set', () => {
    const classes = [...markdown.matchAll(/(?:set|points|padding|columns|digits|numeral)-[\d-]+/g)];
    expect(classes.length).toBeGreaterThan(50);
    const missing = classes.filter(([name]) => !new RegExp(`\\.${name}[ ,]`).test(css));
    expect([...new Set(missing.map(([name]) => name))]).toEqual([]);
  });

  it('has the colours and measures of the theme and none of its own', async () => {
    const { source } = magazineTemplates().partials['style'] ?? { source: '' };
    for (const { name, value } of view.style.colours) expect(css).toContain(`  --${name}: ${value};\n`);
    expect(source).not.toMatch(/#[\da-f]{3,6}\b|--size: \d\d|--weight: [5-9]/);
    const asked = new Set(Array.from(css.matchAll(/var\((--[\w-]+)\)/g), ([, name]) => name));
    expect([...asked].filter((name) => !css.includes(`${name}: `))).toEqual([]);
  });
});

describe('a theme that is a copy under another name', () => {
  it('makes the same deck, and follows its own numbers', async () => {
    const edition = realEdition('zh-TW');
    const magazine = await loadTheme();
    const copy = (change: (text: string) => string): Theme => ({
      name: 'copy',
      files: new Map(
        [...magazine.files].map(([file, text]) => [
          file.replace('magazine/', 'copy/'),
          file.endsWith('theme.yaml') ? change(text) : text,
        ]),
      ),
    });
    const markdownOf = async (theme: Theme): Promise<string> => {
      const setting = await settingOf(edition, {}, theme);
      const templates = succeeded(deckTemplates(theme));
      return succeeded(deckMarkdown(deckView(setting, pagesOf(edition)), templates));
    };
    const deck = await markdownOf(magazine);
    expect(await markdownOf(copy((text) => text))).toBe(deck);
    const larger = await markdownOf(
      copy((text) => text.replace("'#d0392c'", "'#00838f'").replace('[30/40, 28', '[33/44, 28')),
    );
    expect(larger).toContain('--accent: #00838f;');
    expect(larger).toMatch(/class: exchange .*points-33-44/);
  });
});

describe('parts of slides that themes share', async () => {
  const edition = realEdition('zh-TW');
  const theme = await loadTheme('journal');
  const markdownOf = async (files: readonly (readonly [string, string])[]): Promise<string> => {
    const changed = { ...theme, files: new Map([...theme.files, ...files]) };
    const view = deckView(await settingOf(edition, {}, changed), pagesOf(edition));
    return succeeded(deckMarkdown(view, succeeded(deckTemplates(changed))));
  };

  it('are taken from the shared place, for every theme', async () => {
    const notes = theme.files.get('deck/notes.md.hbs') ?? '';
    expect(notes).not.toBe('');
    expect(await markdownOf([['deck/notes.md.hbs', `<!-- shared -->${notes}`]])).toContain('<!-- shared -->');
  });

  it('give way to a file of the same name in the theme', async () => {
    const deck = await markdownOf([
      ['journal/deck/notes.md.hbs', '<!-- of the theme -->'],
      ['deck/notes.md.hbs', '<!-- shared -->'],
    ]);
    expect(deck).toContain('<!-- of the theme -->');
    expect(deck).not.toContain('<!-- shared -->');
  });

  it('are missed where neither has them', () => {
    const files = new Map([...theme.files].filter(([path]) => path !== 'deck/person.md.hbs'));
    const { ok, diagnostics } = deckTemplates({ ...theme, files });
    expect([ok, ...diagnostics.map(({ place }) => place?.file)]).toEqual([
      false,
      'templates/journal/deck/person.md.hbs',
    ]);
  });
});

describe('deckMarkdown', async () => {
  const edition = realEdition('zh-TW');
  const view = deckView(await settingOf(edition), pagesOf(edition));

  it('stops at a text that no step has room for, and at nothing in the real interview', async () => {
    expect(deckMarkdown(view, magazineTemplates()).diagnostics).toEqual([]);
    const at = { line: 8, column: 10 };
    const endless: Edition = {
      ...edition,
      interview: { ...edition.interview, closing: { text: '大模型的序幕才剛剛拉開'.repeat(60), at } },
    };
    const result = deckMarkdown(deckView(await settingOf(endless), pagesOf(edition)), magazineTemplates());
    expect(result).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: 'deck/overfull',
          severity: 'error',
          message: expect.stringMatching(
            new RegExp(
              `^slide ${view.slides.length}, the last slide: the closing words is? ?\\d+ lines \\(\\d+ px\\) too high even at 24 px: “大模型的序幕`,
            ),
          ),
          hint: expect.stringContaining('closing'),
          place: { file: 'interview.md', ...at },
        },
      ],
    });
  });

  it('names the template that is wrong', async () => {
    const { main, partials } = magazineTemplates();
    const quote = { file: 'templates/magazine/deck/quote.md.hbs', source: '> {{quote}' };
    const result = deckMarkdown(view, { main, partials: { ...partials, quote } });
    expect(result).toMatchObject({ ok: false, diagnostics: [{ place: { file: quote.file } }] });
  });
});
