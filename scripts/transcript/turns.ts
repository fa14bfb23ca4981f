// Clean text to turns: the lines before anybody speaks, then who speaks which lines.

import { labelOf } from './labels.ts';
import { linesOf } from './lines.ts';
import { type Speakers, withoutTitle } from './speakers.ts';

/** A line with words on it: one paragraph, one heading line, or what a turn begins with. */
export interface Line {
  /** Offsets of the words, without label or heading mark. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Set off as a heading by Markdown's mark. */
  readonly isMarkedHeading: boolean;
}

/** A label or a heading mark, which the structure makes superfluous. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'label' | 'heading-mark';
}

export interface SpokenTurn {
  readonly asks: boolean;
  /** A for an answer mark, else the name without title. */
  readonly speaker: string;
  /** As the label has it. */
  readonly writtenSpeaker: string;
  /** Where the label begins. */
  readonly start: number;
  /** The first may be the label's own line; all are without label. */
  readonly lines: readonly Line[];
}

export interface Dialogue {
  readonly preamble: readonly Line[];
  readonly turns: readonly SpokenTurn[];
  /** In order of the text. */
  readonly marks: readonly Mark[];
}

/** A label with no words behind it, and none below, makes no turn. */
export function readTurns(text: string, speakers: Speakers): Dialogue {
  const preamble: Line[] = [];
  const turns: (SpokenTurn & { lines: Line[] })[] = [];
  const marks: Mark[] = [];
  for (const { start, text: line } of linesOf(text)) {
    if (line === '') continue;
    const label = labelOf(line);
    const speaker = label && withoutTitle(label.speaker);
    const asks = speaker !== undefined && speakers.asking.has(speaker);
    if (label && speaker !== undefined && (asks || speakers.answering.has(speaker))) {
      marks.push({ start, end: start + label.length, kind: 'label' });
      const rest = line.slice(label.length);
      const lines = rest === '' ? [] : [plainLine(start + label.length, rest)];
      turns.push({ asks, speaker, writtenSpeaker: label.speaker, start, lines });
      continue;
    }
    const heading = HEADING_MARK.exec(line)?.[0].length ?? 0;
    if (heading > 0) marks.push({ start, end: start + heading, kind: 'heading-mark' });
    const lines = turns.at(-1)?.lines ?? preamble;
    lines.push({ ...plainLine(start + heading, line.slice(heading)), isMarkedHeading: heading > 0 });
  }
  return { preamble, turns: turns.filter(({ lines }) => lines.length > 0), marks };
}

const HEADING_MARK = /^#{1,6} (?=\S)/;

function plainLine(start: number, text: string): Line {
  return { start, end: start + text.length, text, isMarkedHeading: false };
}
