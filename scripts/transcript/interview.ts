// Structure to Interview, with the edits that turn the clean text into the texts of the interview, a line each.

import type { Script } from '../chinese/script.ts';
import type { Exchange, Interview, Section, Text, Turn } from '../model/interview.ts';
import type { Edit } from './edits.ts';
import type { HeadPart, HeadPiece } from './head.ts';
import { partsOf } from './offices.ts';
import type { People } from './people.ts';
import type { AnswerTurn, ExchangeLines, Structure } from './structure.ts';
import type { Line } from './turns.ts';

export interface InterviewOptions {
  /** Stands where the transcript has no title. */
  readonly fallbackTitle: string;
  readonly script: Script;
  readonly people: People;
  /** Whether several people answer, so that each turn has to name its own. */
  readonly namesAnswers: boolean;
}

export function makeInterview(structure: Structure, options: InterviewOptions): Interview {
  const { interviewer, interviewee } = options.people;
  const pieces = [...structure.head, ...structure.tail];
  const only = (part: HeadPart): Text | undefined => {
    const piece = pieces.find((candidate) => candidate.part === part);
    return piece && textOf(piece.line);
  };
  const [subtitle, byline, source, date] = (['subtitle', 'byline', 'source', 'date'] as const).map(only);
  const introduced = new Set<string>();
  return {
    title: only('title') ?? { text: options.fallbackTitle },
    ...(subtitle && { subtitle }),
    ...(byline && { byline }),
    ...(interviewer && { interviewer: interviewer.person }),
    ...(interviewee && { interviewee: interviewee.person }),
    ...(source && { source }),
    ...(date && { date }),
    quotes: [],
    lead: structure.head.filter(isLead).map(({ line }) => textOf(line)),
    sections: structure.sections.map(({ heading, exchanges }): Section => {
      const [kicker, title] = heading.length > 1 ? heading : [undefined, heading[0]];
      return {
        ...(kicker && { kicker: textOf(kicker) }),
        title: title ? textOf(title) : { text: UNTITLED[options.script] },
        exchanges: exchanges.map((exchange) => makeExchange(exchange, options.namesAnswers, introduced)),
      };
    }),
  };
}

/** Where each text outside the sections stands in the transcript; every other one of these is a lead paragraph. */
export interface HeadOrder {
  readonly before: readonly HeadPart[];
  readonly after: readonly HeadPart[];
}

export function headOrder({ head, tail }: Structure): HeadOrder {
  return { before: head.map(({ part }) => part), after: tail.map(({ part }) => part) };
}

/** The texts of an interview in the order of the transcript, a line each: what an import has to account for. */
export function interviewText(interview: Interview, order: HeadOrder): string {
  const lead = interview.lead[Symbol.iterator]();
  const of = (part: HeadPart): Text | undefined => {
    if (part === 'title' || part === 'subtitle' || part === 'byline' || part === 'source' || part === 'date')
      return interview[part];
    return lead.next().value;
  };
  const section = ({ kicker, title, exchanges }: Section): readonly (Text | undefined)[] => [
    kicker,
    title,
    ...exchanges.flatMap(({ question, answer }) => [
      question,
      ...answer.flatMap(({ paragraphs }) => paragraphs),
    ]),
  ];
  const texts = [
    ...(order.before.includes('title') ? [] : [interview.title]),
    ...order.before.map(of),
    ...interview.sections.flatMap(section),
    ...order.after.map(of),
  ];
  return texts.flatMap((text) => (text ? [text.text] : [])).join('\n');
}

/** The edits that make `interviewText` of `text`: labels and heading marks go, line breaks become one or none. */
export function structureEdits(text: string, structure: Structure, options: InterviewOptions): Edit[] {
  const edits: Edit[] = [];
  const { marks } = structure;
  let from = 0;
  let mark = 0;
  for (const { line, separator, added } of piecesOf(structure, options)) {
    const to = line?.start ?? text.length;
    let wanted = separator;
    const keptAt = separator === '\n' ? firstLineEnd(text, from, to, marks, mark) : -1;
    while (from < to) {
      const next = marks[mark];
      if (next && next.start <= from) {
        const end = Math.min(next.end, to);
        if (end > from) edits.push({ start: from, end, after: '', kind: next.kind });
        from = Math.max(from, end);
        mark += 1;
        continue;
      }
      const end = Math.min(next?.start ?? to, to);
      const keeps = keptAt >= from && keptAt < end;
      const after = keeps || wanted === '' || keptAt !== -1 ? '' : wanted;
      if (keeps) {
        if (keptAt > from) edits.push({ start: from, end: keptAt, after: '', kind: 'line-break' });
        if (end > keptAt + 1) edits.push({ start: keptAt + 1, end, after: '', kind: 'line-break' });
      } else edits.push({ start: from, end, after, kind: 'line-break' });
      if (keeps || after !== '') wanted = '';
      from = end;
    }
    if (wanted !== '' && keptAt === -1) edits.push({ start: to, end: to, after: wanted, kind: 'line-break' });
    if (added !== undefined) edits.push({ start: to, end: to, after: `${added}\n`, kind: 'addition' });
    from = line?.end ?? to;
  }
  return edits;
}

/** The line end between two pieces that stays: the first that is in no mark. */
function firstLineEnd(
  text: string,
  from: number,
  to: number,
  marks: Structure['marks'],
  firstMark: number,
): number {
  let mark = firstMark;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= at) mark += 1;
    if ((marks[mark]?.start ?? Number.POSITIVE_INFINITY) > at) return at;
  }
  return -1;
}

/** A section needs a title; where the transcript has no headings, the one section is called an interview. */
const UNTITLED: Readonly<Record<Script, string>> = { traditional: '訪談', simplified: '访谈' };

interface Piece {
  /** Undefined at the end of the text. */
  readonly line: Line | undefined;
  /** What parts it from the piece before. */
  readonly separator: '' | ' ' | '\n';
  /** A line of its own that the transcript does not have, put before it. */
  readonly added?: string;
}

function piecesOf(structure: Structure, options: InterviewOptions): Piece[] {
  const pieces: Piece[] = [];
  let added = structure.head.some(({ part }) => part === 'title') ? undefined : options.fallbackTitle;
  const add = (line: Line | undefined, separator: Piece['separator'] = '\n'): void => {
    pieces.push({
      line,
      separator: pieces.length === 0 ? '' : separator,
      ...(added !== undefined && { added }),
    });
    added = undefined;
  };
  for (const { line } of structure.head) add(line);
  for (const { heading, exchanges } of structure.sections) {
    for (const line of heading) add(line);
    if (heading.length === 0) {
      const title = UNTITLED[options.script];
      added = added === undefined ? title : `${added}\n${title}`;
    }
    for (const { question, answer } of exchanges) {
      question.forEach((line, index) => {
        add(line, index === 0 ? '\n' : joint(question[index - 1], line));
      });
      for (const { lines } of answer) for (const line of lines) add(line);
    }
  }
  for (const { line } of structure.tail) add(line);
  add(undefined, '');
  return pieces;
}

function isLead({ part }: HeadPiece): boolean {
  return part === 'lead' || part === 'note' || part === 'credits';
}

function makeExchange(
  { question, answer }: ExchangeLines,
  namesAnswers: boolean,
  introduced: Set<string>,
): Exchange {
  const joined = question.map((line, index) =>
    index === 0 ? line.text : joint(question[index - 1], line) + line.text,
  );
  return {
    question: { text: joined.join('') },
    points: [],
    answer: answer.map((turn): Turn => {
      const speaker = namesAnswers || turn.isAsker ? nameShown(turn, introduced) : undefined;
      return { ...(speaker !== undefined && { speaker }), paragraphs: turn.lines.map(textOf) };
    }),
  };
}

/** With the role at the first time, where the label gives one. */
function nameShown({ speaker, writtenSpeaker }: AnswerTurn, introduced: Set<string>): string | undefined {
  if (speaker === undefined || writtenSpeaker === undefined || introduced.has(speaker)) return speaker;
  introduced.add(speaker);
  return partsOf(writtenSpeaker).role === undefined ? speaker : writtenSpeaker;
}

/** What joins the lines of a question: nothing in Chinese, a space between Latin words. */
function joint(before: Line | undefined, line: Line): '' | ' ' {
  const isLatin = (character: string): boolean => /[\p{Script=Latin}\d.,?!]/u.test(character);
  return isLatin(before?.text.slice(-1) ?? '') && isLatin(line.text.slice(0, 1)) ? ' ' : '';
}

function textOf({ text }: Line): Text {
  return { text };
}
