// Interview to interview.md, in the one form that the house writes.

import type { Exchange, Interview, Person, Section, Text, Turn } from '../model/interview.ts';
import { writeYaml } from '../schema/yaml.ts';
import { escapeBlock, escapeHeading, escapeHeadingPart, escapeWords } from './escape.ts';
import { ANSWER } from './exchange.ts';

/**
 * The manuscript of an interview: `readManuscript` reads the same interview from it. Texts are single lines and not
 * blank, as everywhere; every question has an answer and every section a question.
 */
export function writeManuscript(interview: Interview): string {
  const { lead, sections, interviewee } = interview;
  const blocks = [
    `---\n${writeYaml(headOf(interview))}---`,
    ...lead.map(({ text }) => escapeBlock(text)),
    ...sections.flatMap((section) => sectionBlocks(section, interviewee)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headOf(interview: Interview): Readonly<Record<string, unknown>> {
  const { title, subtitle, byline, interviewer, interviewee, source, date, summary, blurb, closing, quotes } =
    interview;
  const entries = {
    title: title.text,
    subtitle: subtitle?.text,
    byline: byline?.text,
    interviewer: personEntry(interviewer),
    interviewee: personEntry(interviewee),
    source: source?.text,
    date: date?.text,
    summary,
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

function sectionBlocks(
  { kicker, title, exchanges }: Section,
  interviewee: Person | undefined,
): readonly string[] {
  const heading = kicker
    ? `${escapeHeadingPart(kicker.text)}｜${escapeHeading(title.text)}`
    : escapeHeadingPart(title.text);
  return [`## ${heading}`, ...exchanges.flatMap((exchange) => exchangeBlocks(exchange, interviewee))];
}

function exchangeBlocks(
  { question, takeaway, points, answer }: Exchange,
  interviewee: Person | undefined,
): readonly string[] {
  return [
    `### ${escapeHeading(question.text)}`,
    ...(takeaway ? [`> ${escapeBlock(takeaway.text)}`] : []),
    ...(points.length > 0 ? [points.map(({ text }) => `- ${escapeBlock(text)}`).join('\n')] : []),
    ...answer.flatMap((turn, index) => turnBlocks(turn, index === 0, interviewee?.name ?? ANSWER)),
  ];
}

/** A turn opens with its speaker; the interviewee, who has the first word, is named only after others. */
function turnBlocks({ speaker, paragraphs }: Turn, isFirst: boolean, interviewee: string): readonly string[] {
  const name = speaker ?? (isFirst ? undefined : interviewee);
  return paragraphs.map(({ text }: Text, index) =>
    name === undefined || index > 0 ? escapeBlock(text) : `**${escapeWords(name)}：** ${escapeWords(text)}`,
  );
}
