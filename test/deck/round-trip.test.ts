// What stands in the edition comes back from deck.html: on the slides and in the speaker notes, in order, unchanged.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Exchange } from '../../scripts/model/interview.ts';
import { LOCALES } from '../../scripts/model/locale.ts';
import { buildDeck } from '../support/build-deck.ts';
import { type ReadSlide, readDeck, textOf } from '../support/deck.ts';
import { realEdition } from '../support/edition.ts';
import { bareEdition, latinEdition, longEdition, unevenEdition } from '../support/extremes.ts';

/** Line breaks and the spaces around them are the layout's; a word joiner keeps dashes apart in a comment. */
const bare = (text: string): string => text.replace(/[\s\u2060]/gu, '');

/** Every text of the edition that a slide must show, in the order of the slides. */
function shownTexts({ interview }: Edition): readonly string[] {
  const { title, subtitle, interviewee, closing, sections } = interview;
  const texts = [
    title.text,
    subtitle?.text,
    interviewee?.name,
    interviewee?.role,
    ...sections.flatMap(({ kicker, title: heading }) => [kicker?.text, heading.text]),
    ...sections.flatMap((section) => [
      section.kicker?.text,
      section.title.text,
      ...section.exchanges.map(({ takeaway }) => takeaway?.text),
      ...section.exchanges.flatMap(({ question, takeaway, points }) => [
        question.text,
        takeaway?.text,
        ...points.map((point) => point.text),
      ]),
    ]),
    (closing ?? title).text,
  ];
  return texts.filter((text) => text !== undefined);
}

function expectInOrder(slides: readonly ReadSlide[], texts: readonly string[]): void {
  const whole = bare(slides.map(({ text }) => text).join(''));
  let from = 0;
  for (const text of texts) {
    const at = whole.indexOf(bare(text), from);
    expect(at, `“${text}” after “${whole.slice(Math.max(0, from - 40), from)}”`).toBeGreaterThanOrEqual(from);
    from = at + bare(text).length;
  }
}

/** The notes of each exchange, once where it has several slides. */
function expectedNotes({ labels, interview }: Edition): readonly string[] {
  const answering = interview.interviewee?.name ?? labels.answer;
  return interview.sections
    .flatMap(({ exchanges }) => exchanges)
    .map(({ question, answer }, index) =>
      [
        `${labels.question} ${index + 1}`,
        question.text,
        ...answer.flatMap(({ speaker = answering, paragraphs }) => [
          speaker,
          ...paragraphs.map(({ text }) => text),
        ]),
      ].join('\n\n'),
    );
}

function expectNotes(slides: readonly ReadSlide[], edition: Edition): void {
  const notes = slides
    .filter(({ classes }) => classes.includes('exchange') || classes.includes('question'))
    .map((slide) => slide.notes?.replaceAll('\u2060', ''));
  const once = notes.filter((note, index) => note !== notes[index - 1]);
  expect(once).toEqual(expectedNotes(edition));
  expect(slides[0]?.notes?.replaceAll('\u2060', '').split('\n\n').slice(1) ?? []).toEqual(
    edition.interview.lead.map(({ text }) => text),
  );
}

describe.each(LOCALES)('the deck in %s', (locale) => {
  it.each([
    ['the real interview', realEdition],
    ['long texts', longEdition],
    ['sections and exchanges of every length', unevenEdition],
    ['Latin text', latinEdition],
  ])('brings back %s', async (_, make) => {
    const edition = make(locale);
    const { player, view } = await buildDeck(edition);
    const slides = readDeck(player);
    expect(slides).toHaveLength(view.slides.length);
    expectInOrder(slides, shownTexts(edition));
    expectNotes(slides, edition);
  });

  it('stands without the parts that may be missing', async () => {
    const edition = bareEdition(locale);
    const { player } = await buildDeck(edition, { sections: [], exchanges: [] });
    const slides = readDeck(player);
    expectInOrder(slides, ['年輕的路', '為什麼？', '走下去', '一直走', '年輕的路']);
    expectNotes(slides, edition);
    expect(slides.map(({ text }) => text).join('')).not.toMatch(/undefined|手[冊册]第/);
  });

  it('shows each quotation after the exchange it is from', async () => {
    const edition = realEdition(locale);
    const slides = readDeck((await buildDeck(edition)).player);
    const quotes = slides.flatMap(({ classes, text }, index) =>
      classes.includes('quote') ? [{ text: bare(text), before: slides[index - 1]?.notes ?? '' }] : [],
    );
    expect(quotes).toHaveLength(edition.interview.quotes.length);
    for (const [index, { text }] of edition.interview.quotes.entries()) {
      expect(quotes[index]?.text).toContain(text);
      expect(quotes[index]?.before).toContain(text);
    }
  });
});

/** Pieces that mean something to Markdown, HTML, YAML, Handlebars, Marp or CSS. */
const PIECES = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ...[
    '<b>',
    '</p>',
    '</section>',
    '</style>',
    '</script>',
    '<!--',
    '-->',
    '--!>',
    '<br>',
    '<img src=x onerror=y>',
  ],
  ...[
    '---',
    '***',
    '# ',
    ' #',
    '- ',
    '1. ',
    '> ',
    '```',
    '~~',
    '==',
    '$$',
    '$x$',
    '| a |',
    '[a](b)',
    '![](c)',
    '[^1]',
  ],
  ...[
    'color: red',
    'footer: x',
    '_class: y',
    'title: z',
    '"a": b',
    "'",
    '? ',
    ': ',
    '{{a}}',
    '{{{b}}}',
    '{{!-- c --}}',
  ],
  ...[
    '&amp;',
    '&#60;',
    '&lt',
    '\\n',
    '\\*',
    ':smile:',
    '😀',
    '👩‍🔬',
    'https://example.com/?a=1&b=2',
    'www.example.com',
  ],
  ...[
    'a@example.com',
    '中文',
    '「引」',
    '，',
    '。',
    ' ',
    '  ',
    'Latin',
    '9.11',
    '——',
    '…',
    'é',
    '\u00a0',
    '𠮷',
  ],
];

const nasty = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '')
  .map((text) => ({ text }));

const nastyExchange: fc.Arbitrary<Exchange> = fc.record(
  {
    question: nasty,
    takeaway: nasty,
    points: fc.array(nasty, { maxLength: 3 }),
    answer: fc.array(
      fc.record(
        {
          speaker: nasty.map(({ text }) => text),
          paragraphs: fc.array(nasty, { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: ['paragraphs'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ['question', 'points', 'answer'] },
);

const nastyEdition: fc.Arbitrary<Edition> = fc
  .record({
    locale: fc.constantFrom(...LOCALES),
    title: nasty,
    subtitle: nasty,
    name: nasty,
    role: nasty,
    closing: nasty,
    lead: fc.array(nasty, { maxLength: 2 }),
    sections: fc.array(
      fc.record({
        kicker: nasty,
        title: nasty,
        exchanges: fc.array(nastyExchange, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ locale, name, role, ...rest }) => ({
    ...realEdition(locale),
    interview: { ...rest, interviewee: { name: name.text, role: role.text }, quotes: [] },
  }));

describe('any text at all', () => {
  it('comes back unchanged from slides and notes', async () => {
    await fc.assert(
      fc.asyncProperty(nastyEdition, async (edition) => {
        const { player, view } = await buildDeck(edition);
        const slides = readDeck(player);
        expect(slides).toHaveLength(view.slides.length);
        expectInOrder(
          slides,
          shownTexts(edition).filter((text) => !isRepeatedHeading(edition, text)),
        );
        expectNotes(slides, edition);
        const title = /<title>(.*?)<\/title>/s.exec(player)?.[1] ?? '';
        expect(bare(textOf(title))).toBe(bare(edition.interview.title.text));
      }),
      { numRuns: 40 },
    );
  });
});

/** A summary names its section by the title alone where kicker and title have no room on one line. */
function isRepeatedHeading({ interview }: Edition, text: string): boolean {
  return interview.sections.some(({ kicker }) => kicker?.text === text);
}
