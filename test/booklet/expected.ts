// What a booklet must say, from the edition alone: the text in reading order, without white space and running feet.

import { textChecksum } from '../../scripts/booklet/checksum.ts';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import type { Edition, Labels } from '../../scripts/model/edition.ts';
import type { Exchange, Interview, Person } from '../../scripts/model/interview.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import type { PageReferences } from '../../scripts/model/page-references.ts';
import { plain, type ThemeName } from './make.ts';

const NUMERALS = {
  'zh-TW': '壹貳參肆伍陸柒捌玖拾',
  'zh-HK': '壹貳叁肆伍陸柒捌玖拾',
  'zh-CN': '壹贰叁肆伍陆柒捌玖拾',
};

/** What a theme adds to the texts, and in which order it has them. */
interface Wording {
  readonly inks: string;
  readonly cover: (parts: {
    readonly title: Parts;
    readonly credit: readonly string[];
    readonly person: Parts;
  }) => Parts;
  readonly halfTitle: (labels: Labels) => Parts;
  readonly numeral: (number: number, locale: Locale) => string;
  /** Whether lists of contents number the questions. */
  readonly numbersContents: boolean;
  readonly question: (number: number, labels: Labels) => string;
  readonly speaker: (edition: Edition, speaker: string | undefined) => string;
  readonly quote: (text: string, locale: Locale) => string;
}

type Parts = readonly (string | undefined)[];

const WORDINGS: Readonly<Record<ThemeName, Wording>> = {
  magazine: {
    inks: 'K100／C12 M92 Y95 K3',
    cover: ({ title, credit, person }) => [...title, ...credit, ...person],
    halfTitle: () => [],
    numeral: (number, locale) => NUMERALS[locale][number - 1] ?? '',
    numbersContents: false,
    question: (number, labels) => `${number}${labels.question}`,
    speaker: ({ labels }, speaker) => speaker ?? labels.answer,
    // The ornament over a quote of the mainland is a character; the corner brackets' is drawn.
    quote: (text, locale) => (locale === 'zh-CN' ? `“${text}` : text),
  },
  journal: {
    inks: 'K100／C95 M65 Y0 K55／C8 M4 Y0 K0',
    cover: ({ title, credit: [first, ...rest], person }) => [first, ...title, ...rest, ...person],
    halfTitle: ({ interviewBy }) => [interviewBy.replace('{name}', '')],
    numeral: String,
    numbersContents: true,
    question: (number, labels) => `${labels.question}${number}`,
    speaker: ({ labels, interview }, speaker) => speaker ?? interview.interviewee?.name ?? labels.answer,
    quote: (text, locale) => (locale === 'zh-CN' ? `“${text}”` : `「${text}」`),
  },
};

/**
 * The text of the parts in order. `quoteAfter` says for each section which quote it ends with, `index` what the index
 * says.
 */
export function expectedText(
  edition: Edition,
  { sections, exchanges }: PageReferences,
  quoteAfter: readonly (string | undefined)[],
  { theme = 'magazine', index = '' }: { readonly theme?: ThemeName; readonly index?: string } = {},
): string {
  const wording = WORDINGS[theme];
  const { interview, labels, locale } = edition;
  const credit = creditOf(edition);
  const person = partsOf(interview.interviewee);
  const title = [interview.title.text, interview.subtitle?.text];
  const numbered = numberedSections(interview);
  const contents = numbered.flatMap(({ section, items }, at) => [
    wording.numeral(at + 1, locale),
    section.kicker?.text,
    section.title.text,
    sections[at],
    ...items.flatMap(({ entry, at: number }) => [
      ...(wording.numbersContents ? [number + 1] : []),
      entry,
      exchanges[number],
    ]),
  ]);
  const body = numbered.flatMap(({ section, items }, at) => [
    wording.numeral(at + 1, locale),
    section.kicker?.text,
    section.title.text,
    ...items.flatMap(({ entry, at: number }) => [number + 1, entry, exchanges[number]]),
    ...items.flatMap(({ exchange, at: number }) => said(edition, exchange, number + 1, theme)),
    ...(quoteAfter[at] === undefined ? [] : [wording.quote(quoteAfter[at], locale), ...person]),
  ]);
  const parts = [
    ...wording.cover({ title, credit, person }),
    ...aboutOf(edition),
    ...[...wording.halfTitle(labels), ...title, ...person],
    ...[labels.contents, ...contents],
    ...(interview.lead.length > 0 ? [labels.introduction, ...interview.lead.map(({ text }) => text)] : []),
    ...body,
    ...(index === '' ? [] : [labels.index, labels.indexOrder, index]),
    ...[interview.title.text, colophonOf(edition), wording.inks],
    ...[interview.closing?.text, interview.blurb?.text, ...credit],
  ];
  return plain(parts.filter((part) => part !== undefined).join(''));
}

/** One exchange as it stands on the page. */
export function said(
  edition: Edition,
  { question, answer }: Exchange,
  number: number,
  theme: ThemeName,
): Parts {
  const wording = WORDINGS[theme];
  return [
    wording.question(number, edition.labels),
    question.text,
    ...answer.flatMap(({ speaker, paragraphs }) => [
      wording.speaker(edition, speaker),
      ...paragraphs.map(({ text }) => text),
    ]),
  ];
}

function aboutOf({ interview, labels }: Edition): Parts {
  const { interviewee, interviewer, sections } = interview;
  const speakers = sections.flatMap(({ exchanges }) =>
    exchanges.flatMap(({ answer }) => answer.map(({ speaker }) => speaker)),
  );
  const known = [undefined, interviewee?.name, interviewer?.name];
  const panel = [...new Set(speakers)].filter((speaker) => !known.includes(speaker));
  const facts: readonly (readonly [string, ...Parts])[] = [
    [labels.interviewee, ...partsOf(interviewee)],
    [labels.speakers, ...panel],
    [labels.interviewer, ...partsOf(interviewer)],
    [labels.byline, interview.byline?.text],
    [labels.source, interview.source?.text],
    [labels.date, interview.date?.text],
  ];
  const told = facts.filter(([, ...value]) => value.some((part) => part !== undefined)).flat();
  return told.length > 0 ? [labels.about, ...told] : [];
}

function numberedSections({ sections }: Interview) {
  let count = 0;
  return sections.map((section) => ({
    section,
    items: section.exchanges.map((exchange) => ({
      exchange,
      entry: (exchange.takeaway ?? exchange.question).text,
      at: count++,
    })),
  }));
}

function creditOf({ interview, labels }: Edition): readonly string[] {
  const { interviewer, date } = interview;
  const by = interviewer && labels.interviewBy.replace('{name}', interviewer.name);
  return [by, date?.text].filter((part) => part !== undefined);
}

function partsOf(person: Person | undefined): Parts {
  return [person?.name, person?.role];
}

function colophonOf(edition: Edition): string {
  const { interview, labels, publisher, locale } = edition;
  const { serif, sans } = familiesOf(locale);
  const summary = { edited: labels.summaryEdited, drafted: labels.summaryDrafted };
  const facts: readonly (readonly [string, ...(string | undefined)[]])[] = [
    [labels.interviewee, ...partsOf(interview.interviewee)],
    [labels.interviewer, ...partsOf(interview.interviewer)],
    [labels.byline, interview.byline?.text],
    [labels.source, interview.source?.text],
    [labels.date, interview.date?.text],
    [labels.publisher, publisher],
    [labels.edition, labels.editionName],
    [labels.summaryState, interview.summary && summary[interview.summary]],
    [labels.typefaces, `${serif.localName}、${sans.localName}（${serif.name}、${sans.name}）`],
    [labels.format, `A5，148×210${labels.millimetres}，${labels.saddleStitched}`],
    [labels.checksum, textChecksum(edition)],
    [labels.printing],
  ];
  return facts
    .filter(([label, ...value]) => label === labels.printing || value.some((part) => part !== undefined))
    .flat()
    .join('');
}
