// Turns to sections and exchanges: which lines are headings, what is asked and what is answered.

import type { Doubt } from './doubt.ts';
import { type HeadPiece, readHead, readTail } from './head.ts';
import { isQuestion } from './speakers.ts';
import type { Dialogue, Line, Mark, SpokenTurn } from './turns.ts';

export interface Structure {
  /** What stands above the conversation, in order of the text. */
  readonly head: readonly HeadPiece[];
  readonly sections: readonly SectionLines[];
  /** Source, date and by-line where they stand below the conversation. */
  readonly tail: readonly HeadPiece[];
  /** All that the structure makes superfluous, in order of the text. */
  readonly marks: readonly Mark[];
  /** The first turn before any question, where there is one. */
  readonly early: SpokenTurn | undefined;
  /** Marked headings that head no question, so that they stay in an answer. */
  readonly strayHeadings: readonly Line[];
}

export interface SectionLines {
  /** One line, or two of which the first is the kicker; none where the transcript has no headings. */
  readonly heading: readonly Line[];
  readonly exchanges: readonly ExchangeLines[];
}

export interface ExchangeLines {
  readonly question: readonly Line[];
  readonly answer: readonly AnswerTurn[];
}

export interface AnswerTurn {
  /** Undefined where the answers carry no label. */
  readonly speaker: string | undefined;
  /** As the label has it, with a role. */
  readonly writtenSpeaker: string | undefined;
  /** Has to name its speaker, who asks elsewhere. */
  readonly isAsker: boolean;
  readonly lines: readonly Line[];
}

export function structure({ preamble, turns, marks, credits }: Dialogue): Structure {
  const findHeading = headingFinder(turns);
  const answersAreLabelled = turns.some(({ asks }) => !asks);
  const asked = turns.findIndex(({ asks }) => asks);
  const firstQuestion = asked === -1 ? turns.length : asked;
  // Who speaks before the first question answers nobody: these words introduce the interview.
  const early = turns.slice(0, firstQuestion);
  const head = readHead(preamble, credits);
  const split =
    early.length > 0 ? { body: head.pieces, heading: [] } : headingBelow(head.pieces, findHeading);

  const talk = turns.slice(firstQuestion);
  const last = talk.at(-1);
  const tail = last ? readTail(last.lines, head) : { pieces: [], marks: [], count: 0 };
  if (last && tail.count > 0) talk[talk.length - 1] = { ...last, lines: last.lines.slice(0, -tail.count) };

  const introduction = early.flatMap(({ lines }) => lines).map((line): HeadPiece => ({ part: 'lead', line }));
  const sections = sectionsOf(talk, split.heading, findHeading, answersAreLabelled);
  return {
    head: [...split.body, ...introduction],
    sections,
    tail: tail.pieces,
    marks: [...marks, ...head.marks, ...tail.marks].sort((one, other) => one.start - other.start),
    early: early[0],
    strayHeadings: sections.flatMap(({ exchanges }) => exchanges.flatMap(strayHeadings)),
  };
}

function strayHeadings({ answer }: ExchangeLines): readonly Line[] {
  return answer.flatMap(({ lines }) => lines.filter(({ isMarkedHeading }) => isMarkedHeading));
}

/** The one or two lines right above the first question, as far as they are nothing else. */
function headingBelow(
  pieces: readonly HeadPiece[],
  findHeading: HeadingFinder,
): { body: readonly HeadPiece[]; heading: readonly Line[] } {
  let from = pieces.length;
  while (from > 0 && /^(?:lead|subtitle)$/.test(pieces[from - 1]?.part ?? '')) from -= 1;
  const { heading } = findHeading(
    pieces.slice(from).map(({ line }) => line),
    0,
  );
  return { body: pieces.slice(0, pieces.length - heading.length), heading };
}

interface Building {
  readonly question: Line[];
  readonly answer: (Omit<AnswerTurn, 'lines'> & { readonly lines: Line[] })[];
}

function sectionsOf(
  turns: readonly SpokenTurn[],
  firstHeading: readonly Line[],
  findHeading: HeadingFinder,
  answersAreLabelled: boolean,
): readonly SectionLines[] {
  const sections: { heading: readonly Line[]; exchanges: Building[] }[] = [];
  let pending = firstHeading;
  let unplaced: readonly Line[] = [];
  turns.forEach((turn, index) => {
    const next = turns[index + 1];
    const before = turns[index - 1];
    const split = next?.asks === true ? findHeading(turn.lines, 1) : { body: turn.lines, heading: [] };
    const exchange = sections.at(-1)?.exchanges.at(-1);
    if (!turn.asks) {
      if (exchange) addAnswer(exchange, turn, [...unplaced, ...split.body]);
      unplaced = [];
    } else if (
      exchange &&
      pending.length === 0 &&
      before?.asks &&
      !before.isMark &&
      !turn.isMark &&
      goesOn(exchange)
    ) {
      exchange.question.push(...split.body);
    } else if (exchange && exchange.answer.length > 0 && closes(turn, next)) {
      addAnswer(exchange, turn, split.body);
    } else {
      if (pending.length > 0 || sections.length === 0) sections.push({ heading: pending, exchanges: [] });
      const isAnswered = answersAreLabelled && next !== undefined && !next.asks;
      const { question, answer } = splitQuestion(split.body, answersAreLabelled, isAnswered);
      const fresh: Building = { question, answer: [] };
      sections.at(-1)?.exchanges.push(fresh);
      if (isAnswered) unplaced = answer;
      else addAnswer(fresh, undefined, answer);
    }
    pending = split.heading;
  });
  return sections;
}

/** Nobody has answered yet: the next who asks goes on with the question. */
function goesOn({ answer }: Building): boolean {
  return answer.length === 0;
}

/** Somebody who asks elsewhere has the last word, and asks nothing. */
function closes(turn: SpokenTurn, next: SpokenTurn | undefined): boolean {
  return next === undefined && !turn.isMark && !turn.lines.some(({ text }) => isQuestion(text));
}

/**
 * Without labels the first line asks and the others answer. With labels all of a turn asks; but where no answer comes,
 * what stands below the last question mark is one, and narration in brackets never asks.
 */
function splitQuestion(
  lines: readonly Line[],
  answersAreLabelled: boolean,
  isAnswered: boolean,
): { question: Line[]; answer: Line[] } {
  const at = (count: number) => ({ question: lines.slice(0, count), answer: lines.slice(count) });
  if (!answersAreLabelled) return at(1);
  const asking = lines.findLastIndex(({ text }) => isQuestion(text)) + 1;
  if (asking === 0 || asking === lines.length) return at(lines.length);
  if (!isAnswered) return at(lines.findIndex(({ text }) => isQuestion(text)) + 1);
  return lines.slice(asking).every(({ text }) => NARRATION.test(text)) ? at(asking) : at(lines.length);
}

const NARRATION = /^[（(【[].*[）)】\]]$/u;

/** A speaker who goes on under a label of their own takes no new turn. */
function addAnswer({ answer }: Building, turn: SpokenTurn | undefined, lines: readonly Line[]): void {
  if (lines.length === 0) return;
  const last = answer.at(-1);
  const isAsker = turn?.asks === true;
  if (last && last.speaker === turn?.speaker && last.isAsker === isAsker)
    for (const line of lines) last.lines.push(line);
  else
    answer.push({ speaker: turn?.speaker, writtenSpeaker: turn?.writtenSpeaker, isAsker, lines: [...lines] });
}

type HeadingFinder = (
  lines: readonly Line[],
  /** How many lines at least are no heading. */
  atLeast: number,
) => { body: readonly Line[]; heading: readonly Line[] };

/**
 * Finds the one or two short lines without a full stop that close a run of lines. They prove headings only where
 * the document ends its paragraphs with stops; else nothing but a heading mark does. One that asks or exclaims is a
 * heading where nothing but the title is above it, where a blank line sets it off in a document that has few, or below
 * a short line without stop.
 */
function headingFinder(turns: readonly SpokenTurn[]): HeadingFinder {
  const openings = turns.flatMap(({ lines }) => lines.slice(0, 1));
  const stopped = openings.filter(({ text }) => STOP.test(text)).length;
  const usesStops = stopped >= openings.length * 0.6;
  const following = turns.flatMap(({ lines }) => lines.slice(1));
  const usesBlanks = following.filter(({ isAfterBlank }) => isAfterBlank).length > following.length * 0.5;
  const isHeading = (line: Line): boolean =>
    line.isMarkedHeading || (usesStops && isShort(line, MAX_HEADING));
  const isExclaimed = (line: Line, above: Line | undefined, isOnly: boolean): boolean => {
    const bare = { ...line, text: line.text.replace(/[！？!?][”’」』）)]*$/u, '') };
    if (!usesStops || !isShort(bare, MAX_HEADING)) return false;
    return isOnly || (line.isAfterBlank && !usesBlanks) || (above !== undefined && isHeading(above));
  };
  return (lines, atLeast) => {
    let count = 0;
    while (count < MAX_HEADING_LINES && lines.length - count > atLeast) {
      const at = lines.length - count - 1;
      const line = lines[at];
      const above = at > atLeast ? lines[at - 1] : undefined;
      if (
        !line ||
        !(isHeading(line) || (count === 0 && isExclaimed(line, above, lines.length === 1 && atLeast === 0)))
      )
        break;
      count += 1;
    }
    return { body: lines.slice(0, lines.length - count), heading: lines.slice(lines.length - count) };
  };
}

const MAX_HEADING_LINES = 2;
/** In characters. The longest headline that the eye takes for one has some two lines of a column. */
const MAX_HEADING = 28;

const STOP = /[。！？!?；;，,、：:…][”’」』）)]*$|\.$/u;

function isShort({ text }: Line, most: number): boolean {
  return text.length <= most && !STOP.test(text) && /\p{L}/u.test(text) && !NARRATION.test(text);
}

/** What the manuscript will say otherwise than the transcript, or not at all. */
export function doubtsAbout(found: Structure, unsure: ReadonlySet<string>): Doubt[] {
  const doubts: Doubt[] = [];
  const doubt = (code: string, offset: number, message: string, hint: string): void => {
    doubts.push({ code, offset, message, hint });
  };
  if (!found.head.some(({ part }) => part === 'title')) {
    const hint = 'Write the title in the front matter of the manuscript.';
    doubt('no-title', 0, 'no title was found; the name of the file stands in for it', hint);
  }
  if (found.early) {
    const message = `${found.early.writtenSpeaker} speaks before the first question; the words became part of the introduction`;
    const hint = 'Write a question above them in the manuscript, or leave them there.';
    doubt('spoken-before-question', found.early.start, message, hint);
  }
  for (const line of found.strayHeadings) {
    const message = `“${line.text}” looks like a heading, but no question follows it; it stays in the answer`;
    doubt('heading-in-answer', line.start, message, 'Move it in the manuscript to where its section begins.');
  }
  for (const { heading, exchanges } of found.sections) {
    const at = exchanges[0]?.question[0]?.start ?? 0;
    if (heading.length === 0) {
      const hint = 'Write a heading in the manuscript, and more where sections begin.';
      doubt('no-heading', at, 'these questions have no heading; a plain one was put above them', hint);
    }
    for (const { question, answer } of exchanges) {
      const hint = 'Write the answer in the manuscript, or take the question out.';
      if (answer.length === 0)
        doubt('no-answer', question[0]?.start ?? at, 'the question has no answer', hint);
      for (const { speaker, lines } of answer) {
        if (speaker === undefined || !unsure.has(speaker)) continue;
        const message = `${speaker} was taken for a speaker, though the name stands before a colon only here`;
        doubt(
          'speaks-once',
          lines[0]?.start ?? at,
          message,
          'Take the name back into the text of the manuscript if it is none.',
        );
      }
    }
  }
  return doubts;
}
