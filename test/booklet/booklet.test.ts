import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_AT_LINE_START } from '../../scripts/chinese/characters.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { realEdition } from '../support/edition.ts';
import type { PdfPage } from '../support/pdf.ts';
import { expectedText } from './expected.ts';
import { indexOf } from './index-expected.ts';
import { type Booklet, exchangesOf, makeBooklet, plain, THEMES, typesetBooklet } from './make.ts';
import { bodyOf, difference, LAYOUTS, linesOf, outlineOf } from './read.ts';

const CASES = THEMES.flatMap((theme) => LOCALES.map((locale) => ({ theme, locale })));

/** From line to line. */
const PITCH = 17;

describe.each(CASES)('the booklet of $theme in $locale', ({ theme, locale }) => {
  const { firstLine, isFurniture, left: edges, measure } = LAYOUTS[theme];
  const edition = realEdition(locale);
  const { interview, labels } = edition;
  const exchanges = exchangesOf(interview);
  let booklet: Booklet;
  let pages: readonly PdfPage[];

  beforeAll(async () => {
    booklet = await makeBooklet(edition, { theme });
    pages = booklet.pdf.pages;
  });

  const textPages = (): readonly number[] =>
    pages.flatMap((page, index) => (index > 4 && page.texts.some(isFurniture) ? [index + 1] : []));

  it('is A5, in whole sheets', () => {
    for (const { width, height, rotate } of pages) {
      expect(width).toBeCloseTo(419.53, 1);
      expect(height).toBeCloseTo(595.28, 1);
      expect(rotate).toBe(0);
    }
    expect(pages.length % 4).toBe(0);
  });

  it('says what the edition says, all of it, in order', () => {
    const text = pages.map((page) => bodyOf(page, theme)).join('');
    const index = indexOf(edition, pages, theme);
    const [first, second] = interview.quotes.map((quote) => quote.text);
    const quotes = [undefined, first, second, undefined];
    expect(
      difference(text, expectedText(edition, booklet.references, quotes, { theme, index })),
    ).toBeUndefined();
  });

  it('refers to the pages on which sections and questions stand', () => {
    const { sections, exchanges: questions } = booklet.references;
    expect(sections).toHaveLength(interview.sections.length);
    expect(questions).toHaveLength(exchanges.length);
    interview.sections.forEach(({ title }, index) => {
      expect(pages[(sections[index] ?? 0) - 1]?.plain).toContain(plain(title.text));
    });
    exchanges.forEach(({ question }, index) => {
      const page = pages[(questions[index] ?? 0) - 1]?.plain;
      const label =
        theme === 'magazine' ? `${index + 1}${labels.question}` : `${labels.question}${index + 1}`;
      expect(page).toContain(`${label}${plain(question.text)}`);
    });
  });

  it('links from the contents and the openers to those pages', () => {
    const { sections, exchanges: questions } = booklet.references;
    const contents = pages.find(({ plain }) => plain.startsWith(labels.contents));
    let from = 0;
    const targets = interview.sections.flatMap(({ exchanges: own }, index) => {
      const pagesOfOwn = questions.slice(from, from + own.length);
      from += own.length;
      const opener = pages[(sections[index] ?? 0) - 1];
      expect([...new Set(opener?.links.map(({ page }) => page))]).toEqual([...new Set(pagesOfOwn)]);
      return [sections[index], ...pagesOfOwn];
    });
    expect([...new Set(contents?.links.map(({ page }) => page))]).toEqual([...new Set(targets)]);
  });

  it('opens sections on versos and their text on rectos', () => {
    for (const [index, page] of booklet.references.sections.entries()) {
      expect(page % 2).toBe(0);
      const first = interview.sections.slice(0, index).flatMap(({ exchanges }) => exchanges).length;
      expect(booklet.references.exchanges[first]).toBe(page + 1);
    }
  });

  it('ends with the colophon on a recto and the back cover', () => {
    const [colophon, back] = pages.slice(-2);
    expect(colophon?.plain).toContain(labels.typefaces);
    expect(back?.plain).toContain(plain(interview.closing?.text ?? '-'));
  });

  it('sets every line of an answer on the grid and every line of a question half-way', () => {
    const lines = textPages().flatMap((number) =>
      (pages[number - 1]?.texts ?? [])
        .filter((item) => Math.abs(item.size - 10) < 0.01 && !isFurniture(item) && item.text.trim() !== '')
        .map(({ y, text }) => ({ text, line: (595.276 - y - firstLine) / PITCH })),
    );
    const off = (line: number, offset: number): number => Math.abs(line - offset - Math.round(line - offset));
    const answers = lines.filter(({ line }) => off(line, 0) < 0.005);
    const questions = lines.filter(({ line }) => off(line, 0.5) < 0.005);
    expect(answers.length + questions.length).toBe(lines.length);
    const join = (items: readonly { text: string }[]): string =>
      plain(items.map(({ text }) => text).join(''));
    // The magazine has 問 and 答 in the size of the text, the journal has its labels in the rail.
    const label = theme === 'magazine' ? labels : { question: '', answer: '' };
    const asked = plain(exchanges.map(({ question }) => label.question + question.text).join(''));
    expect(difference(join(questions), asked)).toBeUndefined();
    const said = exchanges
      .flatMap(({ answer }) => answer)
      .map(({ paragraphs }) => label.answer + paragraphs.map(({ text }) => text).join(''));
    expect(difference(join(answers), plain(said.join('')))).toBeUndefined();
  });

  it('keeps text inside the measure and lines free of what may not begin or end them', () => {
    for (const number of textPages()) {
      for (const { text, left, right } of linesOf(pages[number - 1])) {
        expect(text).not.toMatch(new RegExp(`^${NOT_AT_LINE_START.source}`, 'u'));
        expect(text).not.toMatch(/[（「『《“‘]$|\d[—–]$/u);
        const edge = edges[number % 2 ? 0 : 1];
        // A quotation mark that opens a question hangs in the rail.
        expect(left).toBeGreaterThan(edge - (theme === 'journal' && /^“/.test(text) ? 10.1 : 5.1));
        expect(right).toBeLessThan(edge + measure + 5.1);
        expect([...text].filter((character) => /\p{L}|\p{N}/u.test(character)).length, text).toBeGreaterThan(
          1,
        );
      }
    }
  });

  it('carries folios and running titles on pages of text alone', () => {
    const carrying = pages.flatMap((page, index) => (page.texts.some(isFurniture) ? [index + 1] : []));
    expect(carrying).toEqual([5, ...textPages()]);
    for (const number of textPages()) {
      const foot = plain(
        (pages[number - 1]?.texts ?? [])
          .filter(isFurniture)
          .map(({ text }) => text)
          .join(''),
      );
      const at = booklet.references.sections.findLastIndex((opener) => opener < number);
      const section = interview.sections[at];
      const head = `${section?.kicker?.text ?? ''}${section?.title.text}`;
      const isFolioFirst = theme === 'journal' || number % 2 === 0;
      const title = number % 2 ? head : interview.title.text;
      expect(foot).toBe(plain(isFolioFirst ? `${number}${title}` : `${title}${number}`));
    }
  });

  it('has an outline of sections and questions, page labels, title and language, and is tagged', async () => {
    const outline = await outlineOf(booklet.bytes);
    const { sections, exchanges: questions } = booklet.references;
    const entries = interview.sections.map(({ kicker, title }, index) => ({
      title: [kicker?.text, title.text].join('　'),
      page: sections[index],
    }));
    expect(outline.map(({ title }) => title)).toEqual([
      labels.about,
      labels.contents,
      labels.introduction,
      ...entries.map(({ title }) => title),
      labels.index,
      labels.colophon,
    ]);
    expect(outline.slice(3, -2).map(({ title, page }) => ({ title, page }))).toEqual(entries);
    expect(outline.flatMap(({ items }) => items)).toEqual(
      exchanges.map(({ question }, index) => ({
        title: `${index + 1}　${question.text}`,
        page: questions[index],
        items: [],
      })),
    );
    expect(pages.map(({ label }) => label)).toEqual(pages.map((_, index) => String(index + 1)));
    expect(booklet.pdf).toMatchObject({
      title: interview.title.text,
      language: edition.language,
      isTagged: true,
    });
  });

  it('is the same, byte for byte, when made again', async () => {
    const again = await typesetBooklet(edition, { theme });
    expect(again.ok && Buffer.compare(again.value.pdf, booklet.bytes)).toBe(0);
  });
});
