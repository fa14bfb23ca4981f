// What the fixed places of slides and pages have room for: covers and quotes are one page each, and text that runs off
// one is lost.

import { fullWidthUnits } from '../chinese/characters.ts';
import type { Interview, Text } from '../model/interview.ts';
import type { Report } from './faults.ts';

/** Warns of front matter longer than its place can hold at the smallest size that a reader should be given. */
export function reportCrowding(interview: Interview, report: Report): void {
  const { title, subtitle, blurb, closing, quotes, interviewer, interviewee } = interview;
  const start = { line: 1, column: 1 };
  const crowds = (text: Text | undefined, room: number): void => {
    if (text && fullWidthUnits(text.text) > room) report('crowded', text.at ?? start, text.text);
  };
  const person = (words: string | undefined, room: number): void =>
    crowds(words === undefined ? undefined : { text: words, ...(title.at && { at: title.at }) }, room);
  crowds(title, ROOM.title);
  crowds(subtitle, ROOM.subtitle);
  crowds(blurb, ROOM.blurb);
  crowds(closing, ROOM.closing);
  for (const quote of quotes) crowds(quote, ROOM.quote);
  person(interviewee?.name, ROOM.name);
  person(interviewee?.role, ROOM.role);
  person(interviewer?.name, ROOM.role);
}

/** In full-width characters. */
const ROOM = { title: 48, subtitle: 48, blurb: 400, closing: 48, quote: 80, name: 16, role: 32 } as const;
