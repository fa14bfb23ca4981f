// Structure to Interview, with the edits that turn the clean text into the texts of the interview, a line each.

import type { Script } from '../chinese/script.ts';
import type { Exchange, Interview, Section, Text, Turn } from '../model/interview.ts';
import type { Edit } from './edits.ts';
import type { People } from './people.ts';
import type { ExchangeLines, Structure } from './structure.ts';
import type { Line, Mark } from './turns.ts';

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
  return {
    title: structure.title ? textOf(structure.title) : { text: options.fallbackTitle },
    ...(interviewer && { interviewer: interviewer.person }),
    ...(interviewee && { interviewee: interviewee.person }),
    quotes: [],
    lead: structure.lead.map(textOf),
    sections: structure.sections.map(({ heading, exchanges }): Section => {
      const [kicker, title] = heading.length > 1 ? heading : [undefined, heading[0]];
      return {
        ...(kicker && { kicker: textOf(kicker) }),
        title: title ? textOf(title) : { text: UNTITLED[options.script] },
        exchanges: exchanges.map((exchange) => makeExchange(exchange, options.namesAnswers)),
      };
    }),
  };
}

/** The texts of an interview in reading order, a line each: what an import has to account for. */
export function interviewText(interview: Interview): string {
  const section = ({ kicker, title, exchanges }: Section): readonly (Text | undefined)[] => [
    kicker,
    title,
    ...exchanges.flatMap(({ question, answer }) => [
      question,
      ...answer.flatMap(({ paragraphs }) => paragraphs),
    ]),
  ];
  const texts = [interview.title, ...interview.lead, ...interview.sections.flatMap(section)];
  return texts.flatMap((text) => (text ? [text.text] : [])).join('\n');
}

/** The edits that make `interviewText` of `text`: labels and heading marks go, line breaks become one or none. */
export function structureEdits(
  text: string,
  structure: Structure,
  marks: readonly Mark[],
  options: InterviewOptions,
): Edit[] {
  const pieces = piecesOf(structure, options);
  const edits: Edit[] = [];
  let from = 0;
  let mark = 0;
  for (const { line, separator, added } of pieces) {
    const to = line?.start ?? text.length;
    let wanted = separator;
    while (from < to) {
      const next = marks[mark];
      if (next && next.start === from) {
        edits.push({ start: next.start, end: next.end, after: '', kind: next.kind });
        from = next.end;
        mark += 1;
        continue;
      }
      const end = Math.min(next?.start ?? to, to);
      const keepsOne = wanted === '\n' ? 1 : 0;
      const after = wanted === ' ' ? ' ' : '';
      if (end > from + keepsOne) edits.push({ start: from + keepsOne, end, after, kind: 'line-break' });
      wanted = '';
      from = end;
    }
    if (added !== undefined) edits.push({ start: to, end: to, after: `${added}\n`, kind: 'addition' });
    from = line?.end ?? to;
  }
  return edits;
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
  let added = structure.title ? undefined : options.fallbackTitle;
  const add = (line: Line | undefined, separator: Piece['separator'] = '\n'): void => {
    pieces.push({
      line,
      separator: pieces.length === 0 ? '' : separator,
      ...(added !== undefined && { added }),
    });
    added = undefined;
  };
  if (structure.title) add(structure.title);
  for (const line of structure.lead) add(line);
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
  add(undefined, '');
  return pieces;
}

function makeExchange({ question, answer }: ExchangeLines, namesAnswers: boolean): Exchange {
  const joined = question.map((line, index) =>
    index === 0 ? line.text : joint(question[index - 1], line) + line.text,
  );
  return {
    question: { text: joined.join('') },
    points: [],
    answer: answer.map(
      ({ speaker, lines }): Turn => ({
        ...(namesAnswers && speaker !== undefined && { speaker }),
        paragraphs: lines.map(textOf),
      }),
    ),
  };
}

/** What joins the lines of a question: nothing in Chinese, a space between Latin words. */
function joint(before: Line | undefined, line: Line): '' | ' ' {
  const isLatin = (character: string): boolean => /[\p{Script=Latin}\d.,?!]/u.test(character);
  return isLatin(before?.text.slice(-1) ?? '') && isLatin(line.text.slice(0, 1)) ? ' ' : '';
}

function textOf({ text }: Line): Text {
  return { text };
}
