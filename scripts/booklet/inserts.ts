// What stands between the paragraphs of an answer, as the theme is given it: side heads, and figures with their numbers.

import type { Edition } from '../model/edition.ts';
import type { Figure, Interview, Portrait, Text, Turn } from '../model/interview.ts';
import { type MarkedRun, markedRuns } from './marked.ts';
import { pictureSource } from './pictures.ts';
import type { Heading } from './view.ts';

/** Stands above the paragraph `before`, counted from 0; below the last one where there is no such paragraph. */
export type InsertView = { readonly before: number } & (
  | { readonly kind: 'side-head'; readonly heading: Heading }
  | { readonly kind: 'figure'; readonly figure: FigureView }
);

export interface PictureView {
  /** A path from the theme's files. */
  readonly source: string;
  /** What is to be seen, for those who cannot. */
  readonly alt: string;
}

export interface FigureView extends PictureView {
  /** 圖 3. */
  readonly label: string;
  /** Empty where the manuscript has no words for it. */
  readonly caption: readonly MarkedRun[];
}

export interface PortraitView extends PictureView {
  readonly credit: string | null;
}

export function insertViews(
  turn: Turn,
  edition: Edition,
  heading: (text: Text) => Heading,
): readonly InsertView[] {
  return (turn.inserts ?? []).map((insert): InsertView => {
    const { before } = insert;
    if (insert.kind === 'side-head') return { kind: 'side-head', before, heading: heading(insert.text) };
    return { kind: 'figure', before, figure: figureView(insert.figure, edition) };
  });
}

export function portraitView(portrait: Portrait | undefined, edition: Edition): PortraitView | null {
  if (!portrait) return null;
  const { interview, labels } = edition;
  const name = interview.interviewee?.name ?? interview.title.text;
  return {
    source: pictureSource(interview, portrait.file),
    alt: labels.portraitOf.replace('{name}', () => name),
    credit: portrait.credit?.text ?? null,
  };
}

function figureView(figure: Figure, { interview, labels }: Edition): FigureView {
  const label = labels.figureN.replace('{n}', String(figuresOf(interview).indexOf(figure) + 1));
  const { text } = figure.description;
  return {
    source: pictureSource(interview, figure.file),
    label,
    alt: text === '' ? label : text,
    caption: markedRuns(figure.caption ?? figure.description),
  };
}

function figuresOf({ sections }: Interview): readonly Figure[] {
  return sections
    .flatMap(({ exchanges }) => exchanges.flatMap(({ answer }) => answer))
    .flatMap(({ inserts = [] }) =>
      inserts.flatMap((insert) => (insert.kind === 'figure' ? [insert.figure] : [])),
    );
}
