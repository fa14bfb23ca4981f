import { Marp } from '@marp-team/marp-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deckMarkdown } from '../../scripts/deck/markdown.ts';
import * as measures from '../../scripts/deck/measures.ts';
import { deckView } from '../../scripts/deck/view.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { type BuiltDeck, buildDeck, magazineTemplates, pagesOf } from '../support/build-deck.ts';
import { readDeck } from '../support/deck.ts';
import { realEdition } from '../support/edition.ts';

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
  const css = (await magazineTemplates()).partials['style']?.source ?? '';
  const { AGENDA, CLOSING, COVER, DIVIDER, EXCHANGE, QUESTION, QUOTE, SUMMARY } = measures;
  const question = EXCHANGE.question.map(({ step }) => step);

  it.each([
    ['headings', 'section.set-', [COVER.title, DIVIDER.title, SUMMARY.heading, EXCHANGE.takeaway]],
    ['whole slides', 'section.set-', [QUESTION.steps, QUOTE.vertical, QUOTE.horizontal, CLOSING.words]],
    ['slots', '.set-', [COVER.subtitle, AGENDA.layouts, DIVIDER.kicker, question]],
    ['columns', '.set-', Object.values(SUMMARY.columns).flatMap(({ takeaway, text }) => [takeaway, text])],
    ['points', 'section.points-', [EXCHANGE.points.slice(1)]],
  ])('has a class for every step of %s', (_, prefix, slots) => {
    const classes = slots.flat().map(({ size, leading }) => `\n${prefix}${size}-${leading} `);
    expect(classes.filter((name) => !css.includes(name))).toEqual([]);
  });
});

describe('deckMarkdown', () => {
  const edition = realEdition('zh-TW');
  const view = deckView(edition, pagesOf(edition));

  it('warns of a text that no step has room for, and of nothing in the real interview', async () => {
    expect(deckMarkdown(view, await magazineTemplates()).diagnostics).toEqual([]);
    const endless: Edition = {
      ...edition,
      interview: { ...edition.interview, closing: { text: '大模型的序幕才剛剛拉開'.repeat(60) } },
    };
    const result = deckMarkdown(deckView(endless, pagesOf(edition)), await magazineTemplates());
    expect(result.ok).toBe(true);
    expect(result.diagnostics).toMatchObject([{ code: 'deck/overfull', severity: 'warning' }]);
    expect(result.diagnostics[0]?.message).toContain(`slide ${view.slides.length} `);
  });

  it('names the template that is wrong', async () => {
    const { main, partials } = await magazineTemplates();
    const quote = { file: 'templates/magazine/deck/quote.md.hbs', source: '> {{quote}' };
    const result = deckMarkdown(view, { main, partials: { ...partials, quote } });
    expect(result).toMatchObject({ ok: false, diagnostics: [{ place: { file: quote.file } }] });
  });
});
