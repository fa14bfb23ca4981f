// A fingerprint of what shows on each slide of a deck, and of what the speaker has beside it: the markup of the slide as
// Marp makes it, the rules of the style sheet that it can have to do with, and the typefaces.

import { hash } from 'node:crypto';
import { notesOf, slidesOf, themeStyle } from './editions.ts';
import type { DeckPart } from './html.ts';
import { type Markup, markupOf, readStyleSheet, type StyleRule, stylesFor } from './stylesheet.ts';

export interface SlideFaces {
  readonly faces: readonly string[];
  /** Empty where a slide has no notes. */
  readonly notes: readonly string[];
}

/** `fonts` are the files that the slides may be set in. */
export function slideFaces({ player, edition }: DeckPart, fonts: readonly Uint8Array[]): SlideFaces {
  const rules = readStyleSheet(themeStyle(player).replace(/^<style[^>]*>|<\/style>[\s\S]*$/g, ''));
  const faceOf = facesUnder(rules, edition.language, fonts.map(tableDirectory).join());
  const slides = slidesOf(player)
    .split(/(?=<svg data-marpit-svg)/)
    .filter((slide) => slide.startsWith('<svg'));
  const notes = new Map(notesOf(player).map(({ note, at }) => [Number(at), note]));
  return {
    // Which slide it is of how many does not show.
    faces: slides.map((slide) => faceOf(slide.replace(/(?<=<section) id="\d+"/, ''))),
    notes: slides.map((_, index) => {
      const note = notes.get(index)?.replace(/ data-index="\d+"/, '');
      return note === undefined ? '' : nameOf([note]);
    }),
  };
}

/** The fingerprints of slides under one style sheet in one set of typefaces: an edit leaves most of them as they were. */
function facesUnder(
  rules: readonly StyleRule[],
  language: string,
  typefaces: string,
): (html: string) => string {
  const sets = known.get(rules) ?? new Map<string, Map<string, string>>();
  known.set(rules, sets);
  const key = `${language} ${typefaces}`;
  const faces = sets.get(key) ?? new Map<string, string>();
  sets.set(key, faces);
  const styles = new Map<string, string>();
  /** Slides of one kind mostly have the same. */
  const stylesOf = (markup: Markup): string => {
    const name = JSON.stringify(markup, (_, value) => (value instanceof Set ? [...value].sort() : value));
    const text = styles.get(name) ?? stylesFor(rules, markup);
    styles.set(name, text);
    return text;
  };
  return (html) => {
    const face = faces.get(html) ?? nameOf([html, stylesOf(markupOf(html, language)), typefaces]);
    if (faces.size >= MOST_SLIDES) faces.clear();
    faces.set(html, face);
    return face;
  };
}

/** By style sheet, which goes when it is read no more. */
const known = new WeakMap<readonly StyleRule[], Map<string, Map<string, string>>>();
const MOST_SLIDES = 500;

const nameOf = (parts: readonly string[]): string => hash('sha1', parts.join('\n'), 'base64').slice(0, -1);

/** The head of a font file, which has a checksum of every table in it (OpenType, table directory). */
function tableDirectory(font: Uint8Array): string {
  const tables = new DataView(font.buffer, font.byteOffset, font.byteLength).getUint16(4);
  return hash('sha1', font.subarray(0, 12 + 16 * tables), 'base64');
}
