// The fonts that lines are broken with: those of the texts that a booklet has.

import type { Genre, Weight } from '../fonts/faces.ts';
import { fontsFor } from './composer.ts';
import { apart, LABEL, plainRuns } from './lines.ts';
import type { MarkedRun } from './marked.ts';
import type { TextKind, TextStyles } from './texts.ts';
import type { BookletView, Heading } from './view.ts';

/** The fonts that the texts of `view` are measured with, each once. */
export function fontsOf(view: BookletView, styles: TextStyles): readonly (readonly [Genre, Weight])[] {
  const fonts = new Map<string, readonly [Genre, Weight]>([['serif400', ['serif', 400]]]);
  const add = (runs: readonly MarkedRun[], kind?: TextKind): void => {
    for (const font of fontsFor(runs, kind && styles[kind])) fonts.set(font.join(''), font);
    for (const { mark } of runs) {
      if (mark?.address) add(plainRuns(mark.address), 'note');
      if (mark?.note) add(mark.note, 'note');
    }
  };
  const words = (kind: TextKind, text: string | null | undefined): void => {
    if (text) add(plainRuns(text), kind);
  };
  const heading = (kind: TextKind, each: Heading | null): void => {
    if (each) add(each.runs ?? plainRuns(each.text), kind);
  };
  for (const { runs } of view.introduction?.paragraphs ?? []) add(runs);
  for (const { kicker, title, exchanges } of view.sections) {
    for (const kind of ['kicker', 'entry-kicker'] as const) heading(kind, kicker);
    for (const kind of ['section', 'entry-section'] as const) heading(kind, title);
    for (const { question, entry, turns } of exchanges) {
      heading('question', question);
      for (const kind of ['row', 'entry'] as const) heading(kind, entry);
      for (const { label, paragraphs, inserts } of turns) {
        add([{ text: label, mark: LABEL }]);
        for (const { runs } of paragraphs) add(runs);
        for (const insert of inserts) {
          if (insert.kind === 'side-head') heading('side-head', insert.heading);
          else add(insert.figure.caption, 'caption');
        }
      }
    }
  }
  for (const { people } of view.about?.people ?? []) for (const { role } of people) words('role', role);
  for (const { value } of view.about?.facts ?? []) words('circumstance', apart(value));
  for (const { value } of view.colophon) words('fact', apart(value));
  for (const part of view.credit) heading('cover-credit', part);
  heading('cover-role', view.interviewee?.office ?? null);
  words('person', view.interviewee && apart([view.interviewee.name, view.interviewee.role ?? '']));
  for (const { quote } of view.sections) words('person', quote?.by?.role);
  for (const { entries } of view.index) for (const { text } of entries) words('term', text);
  heading('order', view.labels.indexOrder);
  words('credit', view.portrait?.credit);
  heading('blurb', view.blurb);
  return [...fonts.values()];
}
