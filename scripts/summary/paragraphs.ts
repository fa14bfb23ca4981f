// What of an exchange summaries are drawn from, and where each part of it stands.

import type { Exchange, Text } from '../model/interview.ts';

export interface Said extends Text {
  readonly turn: number;
  /** Its number in the turn. */
  readonly index: number;
}

/** What the interviewee said; all that was said where every turn has a speaker of its own, as on a panel. */
export function paragraphsOf({ answer }: Exchange): readonly Said[] {
  const turns = answer.map(({ speaker, paragraphs }, turn) => ({ speaker, paragraphs, turn }));
  const own = turns.filter(({ speaker }) => speaker === undefined);
  return (own.length > 0 ? own : turns).flatMap(({ paragraphs, turn }) =>
    paragraphs.map(({ text, at }, index) => ({ text, ...(at && { at }), turn, index })),
  );
}
