// A raw transcript to an Interview: decode, clean, turns, interview. Read this file first.

import type { ProtectedTerm } from '../chinese/script.ts';
import { type Diagnostic, type Position, type Result, success } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import { type ImportReport, makeReport, type NamedPerson } from './account.ts';
import { clean } from './clean.ts';
import { decode } from './decode.ts';
import type { Doubt } from './doubt.ts';
import { composeEdits, sourceLocator } from './edits.ts';
import { fault } from './fault.ts';
import { makeInterview, structureEdits } from './interview.ts';
import { type Inferred, inferPeople } from './people.ts';
import { lineStarts, positionIn } from './positions.ts';
import { findSpeakers } from './speakers.ts';
import { type Structure, structure } from './structure.ts';
import { readTurns } from './turns.ts';

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
  const source = decoded.value.text;
  const starts = lineStarts(source);
  const unfit = checkLines(source, starts, file);
  if (unfit) return unfit;

  const cleaned = clean(source, options.terms ?? []);
  const speakers = findSpeakers(cleaned.text);
  if (!speakers) return fault(file, 'no-questions', 'no questions were found', HOW_TO_MARK);
  const dialogue = readTurns(cleaned.text, speakers);
  const found = structure(dialogue);
  if (!hasAnswers(found)) {
    return fault(file, 'only-questions', 'there are questions, but no answers to them', HOW_TO_MARK);
  }

  const sourceOf = sourceLocator(cleaned.edits);
  const positionOf = (offset: number): Position => positionIn(starts, sourceOf(offset));
  const people = inferPeople([...(found.title ? [found.title] : []), ...found.lead], dialogue.turns);
  const shape = {
    fallbackTitle: nameOf(file),
    script: cleaned.script,
    people,
    namesAnswers: speakers.answering.size > 1,
  };
  const interview = makeInterview(found, shape);
  const edits = structureEdits(cleaned.text, found, dialogue.marks, shape);
  const report = makeReport({
    file,
    decoded: decoded.value,
    script: cleaned.script,
    interview,
    people: located(people, positionOf),
    edits: composeEdits(cleaned.text, cleaned.edits, edits),
    positionOf: (offset) => positionIn(starts, offset),
  });
  const diagnostics = [
    ...cleaned.doubts.map((doubt) => warning(doubt, file, positionIn(starts, doubt.offset))),
    ...[...found.doubts, ...doubtsAbout(found, speakers.asking)].map((doubt) =>
      warning(doubt, file, positionOf(doubt.offset)),
    ),
  ];
  return success({ interview, report }, diagnostics);
}

const HOW_TO_MARK =
  'Begin every question with Q： or 問： and every answer with A： or 答：, or every turn with the name of its speaker and a colon.';

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

function hasAnswers({ sections }: Structure): boolean {
  return sections.some(({ exchanges }) => exchanges.some(({ answer }) => answer.length > 0));
}

/** What the manuscript will say otherwise than the transcript, or not at all. */
function doubtsAbout(found: Structure, asking: ReadonlySet<string>): Doubt[] {
  const doubts: Doubt[] = [];
  const doubt = (code: string, offset: number, message: string, hint: string): void => {
    doubts.push({ code, offset, message, hint });
  };
  if (!found.title) {
    const hint = 'Write the title in the front matter of the manuscript.';
    doubt('no-title', 0, 'no title was found; the name of the file stands in for it', hint);
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

function warning({ code, message, hint }: Doubt, file: string, position: Position): Diagnostic {
  return { code: `transcript/${code}`, severity: 'warning', message, hint, place: { file, ...position } };
}

function located(
  people: ReturnType<typeof inferPeople>,
  positionOf: (offset: number) => Position,
): ImportReport['people'] {
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
