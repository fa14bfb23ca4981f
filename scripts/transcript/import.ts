// A raw transcript to an Interview: decode, clean, turns, interview. Read this file first.

import type { ProtectedTerm } from '../chinese/script.ts';
import { type Position, type Result, success } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import { type ImportReport, makeReport, type NamedPerson } from './account.ts';
import { clean } from './clean.ts';
import { decode } from './decode.ts';
import { type Doubt, warningsOf } from './doubt.ts';
import { composeEdits, sourceLocator } from './edits.ts';
import { fault } from './fault.ts';
import { makeInterview, structureEdits } from './interview.ts';
import { type Inferred, inferPeople, type People } from './people.ts';
import { lineStarts, positionIn } from './positions.ts';
import { findSpeakers, type Speakers } from './speakers.ts';
import { doubtsAbout, type Structure, structure } from './structure.ts';
import { type Dialogue, readTurns } from './turns.ts';

export interface ImportedTranscript {
  readonly interview: Interview;
  readonly report: ImportReport;
}

export interface ImportOptions {
  /** Names and terms that no conversion may look into. */
  readonly terms?: readonly ProtectedTerm[];
}

/**
 * The interview that a transcript holds, and the account of what was changed on the way. What needs a second look is
 * a warning with its line and column in the file. Errors: those of `decode`, transcript/empty (no words),
 * transcript/long-line, transcript/no-questions, transcript/only-questions.
 */
export function importTranscript(
  bytes: Uint8Array,
  file: string,
  options: ImportOptions = {},
): Result<ImportedTranscript> {
  const decoded = decode(bytes, file);
  if (!decoded.ok) return decoded;
  const { text: source } = decoded.value;
  const starts = lineStarts(source);
  const unfit = checkLines(source, starts, file);
  if (unfit) return unfit;

  const cleaned = clean(source, options.terms ?? []);
  const conversation = readConversation(cleaned.text, file);
  if (!conversation.ok) return conversation;

  const { speakers, dialogue, found } = conversation.value;
  const opening = found.title ? [found.title, ...found.lead] : found.lead;
  const shape = {
    fallbackTitle: nameOf(file),
    script: cleaned.script,
    people: inferPeople(opening, dialogue.turns),
    namesAnswers: speakers.answering.size > 1,
  };
  const interview = makeInterview(found, shape);

  const sourceOf = sourceLocator(cleaned.edits);
  const report = makeReport({
    file,
    decoded: decoded.value,
    script: cleaned.script,
    interview,
    people: peopleAt(shape.people, (offset) => positionIn(starts, sourceOf(offset))),
    edits: composeEdits(
      cleaned.text,
      cleaned.edits,
      structureEdits(cleaned.text, found, dialogue.marks, shape),
    ),
    positionOf: (offset) => positionIn(starts, offset),
  });
  const doubts = doubtsAbout(found, speakers.asking).map(
    (doubt): Doubt => ({ ...doubt, offset: sourceOf(doubt.offset) }),
  );
  return success({ interview, report }, warningsOf([...cleaned.doubts, ...doubts], file, starts));
}

/** Longer than any paragraph that was ever spoken: a dump, or a text that lost its line ends. */
const MAX_LINE = 100_000;

function checkLines(text: string, starts: readonly number[], file: string): Result<never> | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return fault(file, 'empty', 'the file holds no words', 'Save the transcript again, then import it.');
  }
  const long = starts.findIndex((start, index) => (starts[index + 1] ?? text.length) - start > MAX_LINE);
  if (long === -1) return undefined;
  const message = `the line has more than ${MAX_LINE} characters, which no paragraph has`;
  const hint = 'Put every paragraph and every turn on a line of its own.';
  return fault(file, 'long-line', message, hint, { line: long + 1, column: 1 });
}

interface Conversation {
  readonly speakers: Speakers;
  readonly dialogue: Dialogue;
  readonly found: Structure;
}

function readConversation(text: string, file: string): Result<Conversation> {
  const speakers = findSpeakers(text);
  if (!speakers) return fault(file, 'no-questions', 'no questions were found', HOW_TO_MARK);
  const dialogue = readTurns(text, speakers);
  const found = structure(dialogue);
  const exchanges = found.sections.flatMap((section) => section.exchanges);
  if (exchanges.length === 0) {
    return fault(file, 'no-questions', 'no questions were found', HOW_TO_MARK);
  }
  if (exchanges.every(({ answer }) => answer.length === 0)) {
    return fault(file, 'only-questions', 'there are questions, but no answers to them', HOW_TO_MARK);
  }
  return success({ speakers, dialogue, found });
}

const HOW_TO_MARK =
  'Begin every question with Q： or 問： and every answer with A： or 答：, or every turn with the name of its speaker and a colon.';

function peopleAt(people: People, positionOf: (offset: number) => Position): ImportReport['people'] {
  const place = ({ person, evidence, offset }: Inferred): NamedPerson => ({
    person,
    evidence,
    ...positionOf(offset),
  });
  return {
    ...(people.interviewer && { interviewer: place(people.interviewer) }),
    ...(people.interviewee && { interviewee: place(people.interviewee) }),
  };
}

/** The name of a file without folders and ending. */
function nameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/(?<=.)\.[^.]*$/, '') || name;
}
