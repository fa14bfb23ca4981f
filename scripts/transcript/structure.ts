// Turns to sections and exchanges: which lines are title, lead and headings, what is asked and what is answered.

import type { Doubt } from './doubt.ts';
import type { Dialogue, Line, SpokenTurn } from './turns.ts';

export interface Structure {
  readonly title: Line | undefined;
  readonly lead: readonly Line[];
  readonly sections: readonly SectionLines[];
  /** The first turn before any question, where there is one. */
  readonly early: SpokenTurn | undefined;
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
  readonly lines: readonly Line[];
}

export function structure({ preamble, turns }: Dialogue): Structure {
  const findHeading = headingFinder(turns);
  const answersAreLabelled = turns.some(({ asks }) => !asks);
  const asked = turns.findIndex(({ asks }) => asks);
  const firstQuestion = asked === -1 ? turns.length : asked;
  const [first, ...others] = preamble;
  const title = first && isTitle(first) ? first : undefined;
  const opening = title ? others : preamble;
  // Who speaks before the first question answers nobody: these words introduce the interview.
  const early = turns.slice(0, firstQuestion);
  const { body: lead, heading } = early.length > 0 ? { body: opening, heading: [] } : findHeading(opening, 0);

  const sections: { heading: readonly Line[]; exchanges: Building[] }[] = [];
  let pending = heading;
  turns.slice(firstQuestion).forEach((turn, index, rest) => {
    const isLastOfExchange = rest[index + 1]?.asks === true;
    const split = isLastOfExchange ? findHeading(turn.lines, 1) : { body: turn.lines, heading: [] };
    if (turn.asks) {
      if (pending.length > 0 || sections.length === 0) sections.push({ heading: pending, exchanges: [] });
      sections.at(-1)?.exchanges.push(exchangeOf(split.body, answersAreLabelled));
    } else {
      const exchange = sections.at(-1)?.exchanges.at(-1);
      if (exchange) addAnswer(exchange, turn.speaker, split.body);
    }
    pending = split.heading;
  });

  return { title, lead: [...lead, ...early.flatMap(({ lines }) => lines)], sections, early: early[0] };
}

interface Building {
  readonly question: readonly Line[];
  readonly answer: { readonly speaker: string | undefined; readonly lines: Line[] }[];
}

function exchangeOf(lines: readonly Line[], answersAreLabelled: boolean): Building {
  const [question, ...answer] = lines;
  if (answersAreLabelled || !question) return { question: lines, answer: [] };
  const exchange: Building = { question: [question], answer: [] };
  addAnswer(exchange, undefined, answer);
  return exchange;
}

/** A speaker who goes on under a label of their own takes no new turn. */
function addAnswer({ answer }: Building, speaker: string | undefined, lines: readonly Line[]): void {
  if (lines.length === 0) return;
  const last = answer.at(-1);
  if (last && last.speaker === speaker) for (const line of lines) last.lines.push(line);
  else answer.push({ speaker, lines: [...lines] });
}

type HeadingFinder = (
  lines: readonly Line[],
  /** How many lines at least are no heading. */
  atLeast: number,
) => { body: readonly Line[]; heading: readonly Line[] };

/**
 * Finds the one or two short lines without a full stop that close a run of lines. They prove headings only where
 * the document ends its paragraphs with stops; else nothing but a heading mark does.
 */
function headingFinder(turns: readonly SpokenTurn[]): HeadingFinder {
  const openings = turns.flatMap(({ lines }) => lines.slice(0, 1));
  const stopped = openings.filter(({ text }) => STOP.test(text)).length;
  const usesStops = stopped >= openings.length * 0.6;
  return (lines, atLeast) => {
    let count = 0;
    while (count < MAX_HEADING_LINES && lines.length - count > atLeast) {
      const line = lines[lines.length - count - 1];
      if (!line || !(line.isMarkedHeading || (usesStops && isShort(line, MAX_HEADING)))) break;
      count += 1;
    }
    return { body: lines.slice(0, lines.length - count), heading: lines.slice(lines.length - count) };
  };
}

const MAX_HEADING_LINES = 2;
/** In characters. The longest headline that the eye takes for one has some two lines of a column. */
const MAX_HEADING = 28;
const MAX_TITLE = 48;

const STOP = /[。！？!?；;，,、：:…][”’」』）)]*$|\.$/u;

function isShort({ text }: Line, most: number): boolean {
  return text.length <= most && !STOP.test(text) && /\p{L}/u.test(text);
}

/** A title may ask or exclaim. */
function isTitle(line: Line): boolean {
  const bare = { ...line, text: line.text.replace(/[！？!?][”’」』）)]*$/u, '') };
  return line.isMarkedHeading || isShort(bare, MAX_TITLE);
}

/** What the manuscript will say otherwise than the transcript, or not at all. */
export function doubtsAbout(found: Structure, asking: ReadonlySet<string>): Doubt[] {
  const doubts: Doubt[] = [];
  const doubt = (code: string, offset: number, message: string, hint: string): void => {
    doubts.push({ code, offset, message, hint });
  };
  if (!found.title) {
    const hint = 'Write the title in the front matter of the manuscript.';
    doubt('no-title', 0, 'no title was found; the name of the file stands in for it', hint);
  }
  if (found.early) {
    const message = `${found.early.writtenSpeaker} speaks before the first question; the words became part of the introduction`;
    const hint = 'Write a question above them in the manuscript, or leave them there.';
    doubt('spoken-before-question', found.early.start, message, hint);
  }
  if (asking.size > 1) {
    const names = [...asking].join(', ');
    const hint = 'Name them in the questions of the manuscript where it matters who asks.';
    doubt('several-ask', 0, `questions are asked by ${names}; the manuscript does not tell them apart`, hint);
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
    }
  }
  return doubts;
}
