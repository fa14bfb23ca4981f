// Several editions of a deck in one page of Marp's: the first as it is, the slides of the others in templates, where they
// wait, and their notes beside those of the first, where Marp's player finds them.

import type { DeckPart } from './html.ts';

/** The player of the first part with the slides and notes of all; of a single part, that part's player. */
export function editionsTogether([first, ...others]: readonly [DeckPart, ...DeckPart[]]): string {
  if (others.length === 0) return first.player;
  const style = themeStyle(first.player);
  const stylesDiffer = others.some((other) => themeStyle(other.player) !== style);
  const player = stylesDiffer
    ? first.player.replace(style, () => [first, ...others].map(styleFor(first)).join(''))
    : first.player;
  const waiting = others.map(
    ({ edition, player: other }) =>
      `<template data-edition="${edition.locale}">${slidesOf(other)}</template>${notesOf(other).map(noteFor(edition, '-')).join('')}`,
  );
  const known = player.replace(NOTE, (note, at: string) => noteFor(first.edition, at)({ note, at }));
  const body = known.lastIndexOf('<script>');
  return known.slice(0, body) + waiting.join('') + known.slice(body);
}

/** The style sheet of the slides: the last in the head. */
export function themeStyle(player: string): string {
  const head = player.slice(0, player.indexOf('</head>'));
  return head.slice(head.lastIndexOf('<style'));
}

function styleFor(first: DeckPart): (part: DeckPart) => string {
  return (part) =>
    themeStyle(part.player).replace(
      /<style[^>]*>/,
      `<style data-edition="${part.edition.locale}" media="${part === first ? 'all' : 'not all'}">`,
    );
}

/** The slides without the script that Marp puts into the last of them: one of it is enough. */
export function slidesOf(player: string): string {
  const opening = '<div id=":$p">';
  const start = player.indexOf(opening) + opening.length;
  const end = player.indexOf('</div>', player.lastIndexOf('</svg>', player.lastIndexOf('<script>')));
  return player.slice(start, end).replace(/<script>[\s\S]*?<\/script>/g, '');
}

const NOTE = /<div class="bespoke-marp-note" data-index="(\d+)" tabindex="0">/g;

interface Note {
  readonly note: string;
  readonly at: string;
}

export function notesOf(player: string): readonly Note[] {
  const whole = new RegExp(`${NOTE.source}[\\s\\S]*?</div>`, 'g');
  return Array.from(player.matchAll(whole), ([note, at = '']) => ({ note, at }));
}

/** Marp's player shows the note whose index is that of the slide: `index` is none for an edition that waits. */
function noteFor({ locale, language }: DeckPart['edition'], index: string): (note: Note) => string {
  return ({ note, at }) =>
    note.replace(
      NOTE,
      `<div class="bespoke-marp-note" data-index="${index}" data-edition="${locale}" data-at="${at}" lang="${language}" tabindex="0">`,
    );
}
