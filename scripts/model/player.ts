// What the page of a deck knows of itself beyond its slides: its words, and what each slide belongs to. It goes into the
// page as JSON; scripts/player/ reads it there.

import type { Locale } from './locale.ts';

export interface PlayerEdition {
  readonly locale: Locale;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** The edition as a reader knows it: 臺灣繁體版. */
  readonly name: string;
  readonly labels: PlayerLabels;
  /** The sections by name, in order. */
  readonly sections: readonly string[];
  readonly slides: readonly PlayerSlide[];
}

export interface PlayerSlide {
  /** The same in every edition of an interview. */
  readonly key: string;
  /** What it belongs to: a question, a section, the opening. */
  readonly group: string;
  /** From 1; 0 is the opening, before the first. */
  readonly section: number;
  /** The time planned for it, where a time is planned. */
  readonly seconds?: number;
}

/** The words of the player's controls. `{n}`, `{count}`, `{title}`, `{name}` and `{time}` stand for values. */
export interface PlayerLabels {
  /** What one slide is called. */
  readonly slide: string;
  readonly position: string;
  readonly named: string;
  readonly controls: string;
  readonly previous: string;
  readonly next: string;
  readonly firstAndLast: string;
  readonly fullscreen: string;
  readonly overview: string;
  readonly closeOverview: string;
  readonly presenter: string;
  readonly help: string;
  readonly close: string;
  /** One character for the edition's script. */
  readonly script: string;
  readonly switchTo: string;
  readonly switchScript: string;
  readonly nextSlide: string;
  readonly notes: string;
  readonly noNotes: string;
  readonly notesSize: string;
  readonly bigger: string;
  readonly smaller: string;
  readonly time: string;
  readonly clock: string;
  readonly opening: string;
  readonly whole: string;
  readonly elapsed: string;
  readonly planned: string;
  readonly over: string;
  readonly restart: string;
  readonly touch: string;
  readonly link: string;
  readonly space: string;
}

/** What makes the page out of Marp's: one script and one style sheet for all decks. */
export interface PlayerCode {
  readonly script: string;
  readonly style: string;
}
