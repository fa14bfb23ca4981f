// A raw transcript to an Interview: decode, clean, turns, interview. Read this file first.

import type { ProtectedTerm } from '../chinese/script.ts';
import { type Position, type Result, success } from '../model/diagnostic.ts';
import type { Interview } from '../model/interview.ts';
import { type ImportReport, makeReport, type NamedPerson, type Speaker } from './account.ts';
import { type Cleaned, clean } from './clean.ts';
import { findCredits } from './credits.ts';
import { type Doubt, warningsOf } from './doubt.ts';
import { applyEdits, composeEdits, sourceLocator } from './edits.ts';
import type { Encoding } from './encoding.ts';
import { fault } from './fault.ts';
import { headOrder, makeInterview, structureEdits } from './interview.ts';
import { type Inferred, inferPeople, type People } from './people.ts';
import { lineStarts, positionIn } from './positions.ts';
import { readSource, type Source } from './source.ts';
import { findSpeakers, type Settled, type Speakers } from './speakers.ts';
import { doubtsAbout, type Structure, structure } from './structure.ts';
import { type Dialogue, readTurns } from './turns.ts';

export interface ImportedTranscript {
  readonly interview: Interview;
  readonly report: ImportReport;
  /** What the account is of, where that is not the file itself: the text of a Word document. */
  readonly extracted?: string;
}

export interface ImportOptions {
  /** Names and terms that no conversion may look into. */
  readonly terms?: readonly ProtectedTerm[];
  /** Instead of the encoding that the bytes look like. */
  readonly encoding?: Encoding;
  /** Who asks and who answers, where a person knows better. */
  readonly settled?: Settled;
}

/**
 * The interview that a transcript holds, and the account of what was changed on the way. What needs a second look is
 * a warning with its line and column in the file. Errors: those of `readSource`, transcript/empty (no words),
 * transcript/long-line, transcript/no-questions, transcript/only-questions.
 */
export async function importTranscript(
  bytes: Uint8Array,
  file: string,
  options: ImportOptions = {},
): Promise<Result<ImportedTranscript>> {
  const source = await readSource(bytes, file, options.encoding);
  return source.ok ? importSource(source.value, file, options) : source;
}

function importSource(source: Source, file: string, options: ImportOptions): Result<ImportedTranscript> {
  const { input } = source;
  const settled = options.settled ?? {};
  const starts = lineStarts(input);
  const text = applyEdits(input, source.edits);
  const unfit = checkLines(text, lineStarts(text), file);
  if (unfit) return unfit;

  const cleaned = clean(text, options.terms ?? [], settled);
  const conversation = readConversation(cleaned, settled, file);
  if (!conversation.ok) return conversation;

  const { speakers, dialogue, found } = conversation.value;
  const opening = found.head.map(({ line }) => line);
  const credits = findCredits(cleaned.text);
  const shape = {
    fallbackTitle: nameOf(file),
    script: cleaned.script,
    people: inferPeople({ opening, turns: dialogue.turns, credits, settled }),
    namesAnswers: speakers.answering.size > 1,
  };
  const interview = makeInterview(found, shape);

  const edits = composeEdits(text, source.edits, cleaned.edits);
  const sourceOf = sourceLocator(edits);
  const placeOf = (offset: number): Position => positionIn(starts, sourceOf(offset));
  const report = makeReport({
    file,
    source,
    script: cleaned.script,
    interview,
    head: [...found.head, ...found.tail].map(({ part, line }) => ({ part, ...placeOf(line.start) })),
    questions: cleaned.form,
    ...speakersIn(dialogue),
    people: peopleAt(shape.people, placeOf),
    order: headOrder(found),
    edits: composeEdits(cleaned.text, edits, structureEdits(cleaned.text, found, shape)),
    positionOf: (offset) => positionIn(starts, offset),
  });
  const inText = sourceLocator(source.edits);
  const doubts = [
    ...cleaned.doubts.map((doubt): Doubt => ({ ...doubt, offset: inText(doubt.offset) })),
    ...doubtsAbout(found, speakers.unsure).map(
      (doubt): Doubt => ({ ...doubt, offset: sourceOf(doubt.offset) }),
    ),
  ];
  const imported = { interview, report, ...(source.format === 'docx' && { extracted: input }) };
  return success(imported, warningsOf(doubts, file, starts));
}

/** Longer than any paragraph that was ever spoken: a dump, or a text that lost its line ends. */
const MAX_LINE = 500_000;

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

function readConversation({ text, styles }: Cleaned, settled: Settled, file: string): Result<Conversation> {
  const speakers = findSpeakers(text, settled);
  if (!speakers) return fault(file, 'no-questions', 'no questions were found', HOW_TO_MARK);
  const dialogue = readTurns(text, styles, speakers);
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

/** Most turns first. */
function speakersIn({ turns }: Dialogue): Pick<ImportReport, 'asking' | 'answering'> {
  const count = (asks: boolean): readonly Speaker[] => {
    const counts = new Map<string, number>();
    for (const turn of turns) {
      if (turn.asks === asks) counts.set(turn.speaker, (counts.get(turn.speaker) ?? 0) + 1);
    }
    return Array.from(counts, ([name, number]) => ({ name, turns: number })).sort(
      (a, b) => b.turns - a.turns,
    );
  };
  return { asking: count(true), answering: count(false) };
}

function peopleAt(people: People, positionOf: (offset: number) => Position): ImportReport['people'] {
  const place = ({ person, evidence, offset }: Inferred): NamedPerson => ({
    person,
    evidence,
    ...(offset !== undefined && positionOf(offset)),
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
