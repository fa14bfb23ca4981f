// What a booklet must say, from the edition alone: the text in reading order, without white space and running feet.

import { familiesOf } from '../../scripts/fonts/faces.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Interview, Person } from '../../scripts/model/interview.ts';
import type { PageReferences } from '../../scripts/model/page-references.ts';
import { plain } from './make.ts';

const NUMERALS = {
  'zh-TW': '壹貳參肆伍陸柒捌玖拾',
  'zh-HK': '壹貳叁肆伍陸柒捌玖拾',
  'zh-CN': '壹贰叁肆伍陆柒捌玖拾',
};

/** The ornament over a quote of the mainland is a character; the corner brackets' is drawn. */
const ORNAMENT = { 'zh-TW': '', 'zh-HK': '', 'zh-CN': '“' };

/** The text of the parts in order. `quoteAfter` says for each section which quote it ends with. */
export function expectedText(
  edition: Edition,
  { sections, exchanges }: PageReferences,
  quoteAfter: readonly (string | undefined)[],
): string {
  const { interview, labels, locale } = edition;
  const credit = creditOf(edition);
  const numeral = (index: number): string => NUMERALS[locale][index] ?? '';
  const numbered = numberedSections(interview);
  const contents = numbered.flatMap(({ section, items }, index) => [
    numeral(index),
    section.kicker?.text,
    section.title.text,
    sections[index],
    ...items.flatMap(({ entry, at }) => [entry, exchanges[at]]),
  ]);
  const body = numbered.flatMap(({ section, items }, index) => [
    numeral(index),
    section.kicker?.text,
    section.title.text,
    ...items.flatMap(({ entry, at }) => [at + 1, entry, exchanges[at]]),
    ...items.flatMap(({ exchange, at }) => [
      at + 1,
      labels.question,
      exchange.question.text,
      ...exchange.answer.flatMap(({ speaker, paragraphs }) => [
        speaker ?? labels.answer,
        ...paragraphs.map(({ text }) => text),
      ]),
    ]),
    ...(quoteAfter[index] === undefined
      ? []
      : [ORNAMENT[locale], quoteAfter[index], ...partsOf(interview.interviewee)]),
  ]);
  const parts = [
    ...[interview.title.text, interview.subtitle?.text, credit, ...partsOf(interview.interviewee)],
    ...[interview.title.text, interview.subtitle?.text, ...partsOf(interview.interviewee)],
    ...[labels.contents, ...contents],
    ...(interview.lead.length > 0 ? [labels.introduction, ...interview.lead.map(({ text }) => text)] : []),
    ...body,
    ...[interview.title.text, colophonOf(edition)],
    ...[interview.closing?.text, interview.blurb?.text, credit],
  ];
  return plain(parts.filter((part) => part !== undefined).join(''));
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

function creditOf({ interview, labels }: Edition): string {
  const { interviewer, date } = interview;
  return `${interviewer ? labels.interviewBy.replace('{name}', interviewer.name) : ''}${date?.text ?? ''}`;
}

function partsOf(person: Person | undefined): readonly (string | undefined)[] {
  return [person?.name, person?.role];
}

function colophonOf({ interview, labels, publisher, locale }: Edition): string {
  const { serif, sans } = familiesOf(locale);
  const summary = { edited: labels.summaryEdited, drafted: labels.summaryDrafted };
  const facts: readonly (readonly [string, ...(string | undefined)[]])[] = [
    [labels.interviewee, ...partsOf(interview.interviewee)],
    [labels.interviewer, ...partsOf(interview.interviewer)],
    [labels.source, interview.source?.text],
    [labels.date, interview.date?.text],
    [labels.publisher, publisher],
    [labels.edition, labels.editionName],
    [labels.summaryState, interview.summary && summary[interview.summary]],
    [labels.typefaces, `${serif.localName}、${sans.localName}（${serif.name}、${sans.name}）`],
    [labels.format, labels.formatValue],
    [labels.printing, 'K100／C12 M92 Y95 K3'],
  ];
  return facts
    .filter(([, ...value]) => value.some((part) => part !== undefined))
    .flat()
    .join('');
}
