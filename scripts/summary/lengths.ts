// What a slide has room for, in full-width units: a takeaway as its title, points on a line each, and so many of them.

import { fullWidthUnits } from '../chinese/characters.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Exchange, Interview, Text } from '../model/interview.ts';
import { DEFAULT_SETTINGS, type SummarySettings } from '../model/settings.ts';

export type Limits = Pick<SummarySettings, 'takeaway' | 'point' | 'points'>;

export const DEFAULT_LIMITS: Limits = DEFAULT_SETTINGS.summary;

/** Points on one slide: with more of them it is parted in two. */
export const MOST_POINTS = 5;

/**
 * A warning `summary/too-long` for each takeaway and point that is, at its place in `file`, and `summary/crowded` for
 * each exchange with more points than one slide holds.
 */
export function lengthWarnings(
  interview: Interview,
  file: string,
  limits: Limits = DEFAULT_LIMITS,
): readonly Diagnostic[] {
  const ofExchange = ({ takeaway, points }: Exchange): readonly (Diagnostic | undefined)[] => [
    takeaway && tooLong('takeaway', takeaway, limits, file),
    ...points.map((point) => tooLong('point', point, limits, file)),
    crowded(points, file),
  ];
  return interview.sections
    .flatMap(({ exchanges }) => exchanges.flatMap(ofExchange))
    .filter((diagnostic) => diagnostic !== undefined);
}

function tooLong(
  what: 'takeaway' | 'point',
  { text, at }: Text,
  limits: Limits,
  file: string,
): Diagnostic | undefined {
  const units = fullWidthUnits(text);
  const limit = limits[what];
  if (units <= limit) return undefined;
  return {
    code: 'summary/too-long',
    severity: 'warning',
    message: `the ${what} is ${units} full-width characters long, and ${limit} fit: ${text}`,
    hint: `Shorten it by ${units - limit}.`,
    place: { file, ...at },
  };
}

function crowded(points: readonly Text[], file: string): Diagnostic | undefined {
  const beyond = points[MOST_POINTS];
  if (!beyond) return undefined;
  return {
    code: 'summary/crowded',
    severity: 'warning',
    message: `there are ${points.length} points, and ${MOST_POINTS} fit on a slide; beyond them stands: ${beyond.text}`,
    hint: `Leave out or join ${points.length - MOST_POINTS} of them.`,
    place: { file, ...beyond.at },
  };
}
