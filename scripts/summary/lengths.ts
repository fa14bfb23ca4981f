// How long a takeaway and a point may be, in full-width units: a slide's title, and one line on it.

import { fullWidthUnits } from '../chinese/characters.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Exchange, Interview, Text } from '../model/interview.ts';

export const TAKEAWAY_LIMIT = 16;
export const POINT_LIMIT = 28;

/** A warning for each takeaway and point of the interview that is too long, at its place in `file`. */
export function lengthWarnings(interview: Interview, file: string): readonly Diagnostic[] {
  const ofExchange = ({ takeaway, points }: Exchange): readonly (Diagnostic | undefined)[] => [
    takeaway && warning('takeaway', takeaway, TAKEAWAY_LIMIT, file),
    ...points.map((point) => warning('point', point, POINT_LIMIT, file)),
  ];
  return interview.sections
    .flatMap(({ exchanges }) => exchanges.flatMap(ofExchange))
    .filter((diagnostic) => diagnostic !== undefined);
}

function warning(what: string, { text, at }: Text, limit: number, file: string): Diagnostic | undefined {
  const units = fullWidthUnits(text);
  if (units <= limit) return undefined;
  const place: Place = { file, ...at };
  return {
    code: 'summary/too-long',
    severity: 'warning',
    message: `the ${what} is ${units} full-width characters long, and ${limit} fit: ${text}`,
    hint: `Shorten it by ${units - limit}.`,
    place,
  };
}
