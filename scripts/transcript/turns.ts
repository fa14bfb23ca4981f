// Clean text to turns: the lines before anybody speaks, then who speaks which lines.

import { findCredits } from './credits.ts';
import { markedHeadings } from './headings.ts';
import { labelOf } from './labels.ts';
import { linesOf } from './lines.ts';
import type { LineStyle } from './markup.ts';
import type { Speakers } from './speakers.ts';

/** A line with words on it: one paragraph, one heading line, or what a turn begins with. */
export interface Line {
  /** Offsets of the words, without label or heading mark. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Set off as a heading by a mark of its own. */
  readonly isMarkedHeading: boolean;
  readonly isAfterBlank: boolean;
}

/** A label or a heading mark, which the structure makes superfluous. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'label' | 'heading-mark';
}

export interface SpokenTurn {
  readonly asks: boolean;
  /** Labelled Q or A, not by a name. */
  readonly isMark: boolean;
  /** A for an answer mark, else the name without title. */
  readonly speaker: string;
  /** As the label has it. */
  readonly writtenSpeaker: string;
  /** Where the label begins. */
  readonly start: number;
  /** The first may be the label's own line; all are without label, but for one that tells askers apart. */
  readonly lines: readonly Line[];
}

export interface Dialogue {
  readonly preamble: readonly Line[];
  readonly turns: readonly SpokenTurn[];
  /** In order of the text. */
  readonly marks: readonly Mark[];
  /** Offsets of the lines of the preamble that say who takes part. */
  readonly credits: ReadonlySet<number>;
}

/** A label with no words behind it, and none below, makes no turn. */
export function readTurns(text: string, styles: readonly LineStyle[], speakers: Speakers): Dialogue {
  const credits = new Set(findCredits(text).map(({ start }) => start));
  const headings = markedHeadings(text, styles);
  const preamble: Line[] = [];
  const turns: (SpokenTurn & { lines: Line[] })[] = [];
  const marks: Mark[] = [];
  const namesAskers = namedAskers(speakers).length > 1;
  let isAfterBlank = false;
  for (const { start, text: line } of linesOf(text)) {
    if (line === '') {
      isAfterBlank = true;
      continue;
    }
    const end = start + line.length;
    const label = credits.has(start) ? undefined : labelOf(line);
    const speaker = label && speakers.speakerOf(label.speaker);
    const asks = speaker !== undefined && speakers.asking.has(speaker);
    if (label && speaker !== undefined && (asks || speakers.answering.has(speaker))) {
      const keepsLabel = asks && namesAskers && !label.isMark;
      const from = keepsLabel ? start : start + label.length;
      if (!keepsLabel) marks.push({ start, end: from, kind: 'label' });
      const lines = from === end ? [] : [lineAt(from, text.slice(from, end), false, isAfterBlank)];
      turns.push({ asks, isMark: label.isMark, speaker, writtenSpeaker: label.speaker, start, lines });
    } else {
      const heading = headings.get(start);
      const from = start + (heading?.before ?? 0);
      const to = end - (heading?.behind ?? 0);
      if (from > start) marks.push({ start, end: from, kind: 'heading-mark' });
      if (to < end) marks.push({ start: to, end, kind: 'heading-mark' });
      const lines = turns.at(-1)?.lines ?? preamble;
      lines.push(lineAt(from, text.slice(from, to), heading !== undefined, isAfterBlank));
    }
    isAfterBlank = false;
  }
  return { preamble, turns: turns.filter(({ lines }) => lines.length > 0), marks, credits };
}

/** Those who ask under a name or an office; a mark such as Q or 追問 names nobody. */
export function namedAskers({ asking }: Speakers): readonly string[] {
  return [...asking].filter((speaker) => !/^(?:Q|追[問问])$/u.test(speaker));
}

function lineAt(start: number, text: string, isMarkedHeading: boolean, isAfterBlank: boolean): Line {
  return { start, end: start + text.length, text, isMarkedHeading, isAfterBlank };
}
