// Every exchange with a takeaway and points: the editor's own, and drafts from the answer where there are none.

import { type Diagnostic, type Result, success } from '../model/diagnostic.ts';
import type { Exchange, Interview, Text } from '../model/interview.ts';
import { type Drawn, draftFrom } from './draft.ts';
import { gistOf } from './gist.ts';
import { DEFAULT_LIMITS, type Limits, lengthWarnings } from './lengths.ts';
import { paragraphsOf } from './paragraphs.ts';

/**
 * The interview with drafts for what the editor left out; what the editor wrote stays as it is. Where anything was
 * drafted the summary is `drafted`. `file` is the manuscript, which the warnings name: `summary/too-long` and `summary/crowded`, and for an
 * exchange `summary/not-edited` where the front matter says that all are, `summary/no-draft` where none could be made.
 */
export function summarize(
  interview: Interview,
  file: string,
  limits: Limits = DEFAULT_LIMITS,
): Result<Interview> {
  const drafts: Drafted[] = [];
  const sections = interview.sections.map((section) => {
    const exchanges = section.exchanges.map((exchange) => {
      const drafted = withDraft(exchange, limits);
      drafts.push({ before: exchange, after: drafted });
      return drafted;
    });
    const gist = gistOf(exchanges);
    return { ...section, ...(gist && { gist }), exchanges };
  });
  const isDrafted = drafts.some(({ before, after }) => before !== after);
  return success({ ...interview, sections, ...(isDrafted && { summary: 'drafted' }) }, [
    ...lengthWarnings(interview, file, limits),
    ...drafts.flatMap((drafted) => draftWarnings(drafted, interview.summary === 'edited', file)),
  ]);
}

interface Drafted {
  readonly before: Exchange;
  readonly after: Exchange;
}

/** The same exchange where nothing is missing or nothing could be drafted. */
function withDraft(exchange: Exchange, limits: Limits): Exchange {
  const { question, takeaway, points } = exchange;
  if (takeaway && points.length > 0) return exchange;
  const said = paragraphsOf(exchange);
  const draft = draftFrom(
    question.text,
    said.map(({ text }) => text),
    takeaway?.text,
    limits,
  );
  const asText = ({ text, paragraph, runs }: Drawn): Text => {
    const { turn = 0, index = 0 } = said[paragraph] ?? {};
    return { text, drawnFrom: runs.map((run) => ({ turn, paragraph: index, ...run })) };
  };
  const added: Partial<Exchange> = {
    ...(!takeaway && draft.takeaway && { takeaway: asText(draft.takeaway) }),
    ...(points.length === 0 && draft.points.length > 0 && { points: draft.points.map(asText) }),
  };
  return Object.keys(added).length === 0 ? exchange : { ...exchange, ...added };
}

function draftWarnings({ before, after }: Drafted, saysEdited: boolean, file: string): readonly Diagnostic[] {
  const place = { file, ...before.question.at };
  const warning = (code: string, message: string, hint: string): Diagnostic => ({
    code: `summary/${code}`,
    severity: 'warning',
    message,
    hint,
    place,
  });
  const faults: Diagnostic[] = [];
  if (saysEdited && before !== after)
    faults.push(
      warning(
        'not-edited',
        `the front matter says "summary: edited", but takeaway or points of this question are drafted: ${before.question.text}`,
        'Write them below the question: > takeaway, then - points; or say "summary: drafted".',
      ),
    );
  if (!after.takeaway)
    faults.push(
      warning(
        'no-draft',
        `no part of the answer is short enough to be its takeaway: ${before.question.text}`,
        'Write the takeaway below the question: > takeaway.',
      ),
    );
  return faults;
}
