// Interview to interview.md, in the one form that the house writes.

import type {
  Exchange,
  Figure,
  Insert,
  Interview,
  Person,
  Portrait,
  Section,
  Text,
  Turn,
} from '../model/interview.ts';
import { writeYaml } from '../schema/yaml.ts';
import {
  escapeAddress,
  escapeBlock,
  escapeBracketed,
  escapeTitle,
  escapeWords,
  withinEdges,
} from './escape.ts';
import { ANSWER } from './exchange.ts';
import {
  type NameOf,
  writeHeading,
  writeHeadingPart,
  writeParagraph,
  writeTakeaway,
  writeWords,
} from './write-marks.ts';

/**
 * The manuscript of an interview: `readManuscript` reads the same interview from it. Texts are single lines and not
 * blank, as everywhere; every question has an answer and every section a question.
 */
export function writeManuscript(interview: Interview): string {
  const { lead, sections, interviewee } = interview;
  const notes: Text[] = [];
  const nameOf = (note: Text): string => String(notes.push(note));
  const blocks = [
    `---\n${writeYaml(headOf(interview))}---`,
    ...lead.map((text) => writeParagraph(text, nameOf)),
    ...sections.flatMap((section) => sectionBlocks(section, interviewee, nameOf)),
  ];
  const given = notes.map((note, index) => `[^${index + 1}]: ${writeWords(note, nameOf)}`);
  return `${[...blocks, ...given].join('\n\n')}\n`;
}

function headOf(interview: Interview): Readonly<Record<string, unknown>> {
  const { title, subtitle, byline, interviewer, interviewee, portrait, source } = interview;
  const { date, summary, minutes, blurb, closing, quotes } = interview;
  const entries = {
    title: title.text,
    subtitle: subtitle?.text,
    byline: byline?.text,
    interviewer: personEntry(interviewer),
    interviewee: personEntry(interviewee),
    portrait: portraitEntry(portrait),
    source: source?.text,
    date: date?.text,
    summary,
    minutes: minutes === undefined ? undefined : String(minutes),
    blurb: blurb?.text,
    closing: closing?.text,
    quotes: quotes.length > 0 ? quotes.map(({ text }) => text) : undefined,
    'pull-quotes': interview.pullQuotes,
    link: interview.link,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function personEntry(person: Person | undefined): unknown {
  return person?.role === undefined ? person?.name : { name: person.name, role: person.role };
}

function portraitEntry(portrait: Portrait | undefined): unknown {
  const { file, credit } = portrait ?? {};
  return credit === undefined ? file : { file, credit: credit.text };
}

function sectionBlocks(
  { kicker, title, exchanges }: Section,
  interviewee: Person | undefined,
  nameOf: NameOf,
): readonly string[] {
  const heading = kicker
    ? `${writeHeadingPart(kicker)}｜${writeHeading(title, nameOf)}`
    : writeHeadingPart(title);
  return [`## ${heading}`, ...exchanges.flatMap((exchange) => exchangeBlocks(exchange, interviewee, nameOf))];
}

function exchangeBlocks(
  { question, takeaway, points, answer }: Exchange,
  interviewee: Person | undefined,
  nameOf: NameOf,
): readonly string[] {
  return [
    `### ${writeHeading(question, nameOf)}`,
    ...(takeaway ? [`> ${writeTakeaway(takeaway)}`] : []),
    ...(points.length > 0 ? [points.map(({ text }) => `- ${escapeBlock(text)}`).join('\n')] : []),
    ...answer.flatMap((turn, index) => turnBlocks(turn, index === 0, interviewee?.name ?? ANSWER, nameOf)),
  ];
}

/** A turn opens with its speaker; the interviewee, who has the first word, is named only after others. */
function turnBlocks(
  { speaker, paragraphs, inserts = [] }: Turn,
  isFirst: boolean,
  interviewee: string,
  nameOf: NameOf,
): readonly string[] {
  const name = speaker ?? (isFirst ? undefined : interviewee);
  const mark = name === undefined ? '' : `**${escapeWords(name)}：**`;
  const insertsAt = (before: number): readonly string[] =>
    inserts.filter((insert) => insert.before === before).map((insert) => insertBlock(insert, nameOf));
  const isApart = inserts.some(({ before }) => before === 0);
  return [
    ...(isApart && mark !== '' ? [mark] : []),
    ...paragraphs.flatMap((text, index) => [
      ...insertsAt(index),
      index > 0 || isApart || mark === ''
        ? writeParagraph(text, nameOf)
        : `${mark} ${writeWords(text, nameOf)}`,
    ]),
    ...insertsAt(paragraphs.length),
  ];
}

function insertBlock(insert: Insert, nameOf: NameOf): string {
  return insert.kind === 'figure' ? figureBlock(insert.figure) : `#### ${writeHeading(insert.text, nameOf)}`;
}

function figureBlock({ file, description, caption }: Figure): string {
  const address = escapeAddress(file.replaceAll('%', '%25'));
  const title = caption ? ` "${escapeTitle(caption.text)}"` : '';
  return `![${withinEdges(description.text, escapeBracketed)}](<${address}>${title})`;
}
