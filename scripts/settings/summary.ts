// The part of press.yaml about summaries: how long they may be, and a program of the house's own that drafts them.

import { DEFAULT_SETTINGS, type SummarySettings } from '../model/settings.ts';
import {
  converted,
  filled,
  list,
  number,
  record,
  type Schema,
  text,
  textOr,
  whole,
} from '../schema/schema.ts';

/** What is left out is as the house has it. */
export function summarySettings(): Schema<SummarySettings> {
  const given = record(
    {},
    {
      takeaway: whole(8, 40),
      point: whole(12, 60),
      points: whole(1, 5),
      command: command(),
      seconds: number(1, 600),
    },
  );
  return converted(given, (value) => ({ ...DEFAULT_SETTINGS.summary, ...value }));
}

/** A list of the program and its arguments. A text is a program without any: no shell takes it apart. */
function command(): Schema<readonly string[]> {
  return converted(textOr(filled(list(text()))), (given) =>
    'text' in given ? [given.text] : given.map((word) => word.text),
  );
}
