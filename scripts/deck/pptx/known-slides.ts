// The parts of slides that are known from an earlier deck: after an edit the library need not make most of them again.

import { digestOf } from '../../reuse/digest.ts';
import { lately } from '../../reuse/lately.ts';

/** The files of a package by their path, folders left out. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** What is known of a slide: its parts, once there are some. */
export interface KnownSlide {
  parts?: Parts;
}

/** By all that its parts depend on: the library takes nothing of other slides into them. */
export const knownSlide = (from: unknown): KnownSlide => remember(digestOf(from), () => ({}));

/** The slides of a few decks. */
const remember = lately<KnownSlide>(300);

/** `written` with the parts of slides that are known, in the order of the slides; those of the others are known from now on. */
export function withKnownSlides(written: Parts, slides: readonly KnownSlide[]): Parts {
  const all = new Map(written);
  for (const [index, known] of slides.entries()) {
    known.parts ??= partsOfSlide(index + 1, written);
    for (const [name, content] of known.parts) all.set(name, content);
  }
  return all;
}

/** Of the slide with that number: itself, its notes, what they name, and its pictures. */
function partsOfSlide(number: number, parts: Parts): Parts {
  const isIts = new RegExp(
    `^ppt/(?:(?:slides|notesSlides)/(?:_rels/)?(?:slide|notesSlide)${number}\\.xml|media/image-${number}-)`,
  );
  return new Map([...parts].filter(([name]) => isIts.test(name)));
}
