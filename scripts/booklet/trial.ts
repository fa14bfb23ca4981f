// A page that nobody sees: Typst opens the typefaces of a place for it, which takes as long as to lay out a booklet.

import { type FontFace, familiesOf, type Genre, type Weight } from '../fonts/faces.ts';
import type { Locale } from '../model/locale.ts';
import type { TypesetJob } from '../model/world.ts';

/** What the house's own theme sets in, first what is read most. A face opened for nothing takes 10 ms and as many megabytes. */
const LIKELY: readonly (readonly [Genre, Weight])[] = [
  ['serif', 400],
  ['sans', 400],
  ['sans', 500],
  ['serif', 500],
  ['serif', 700],
  ['sans', 300],
  ['sans', 700],
  ['serif', 900],
];

/** The faces that the products of `locale` are likely to be set in. */
export function likelyFaces(locale: Locale): readonly FontFace[] {
  const families = familiesOf(locale);
  return LIKELY.flatMap(
    ([genre, weight]) => families[genre].faces.find((face) => face.weight === weight) ?? [],
  );
}

/** A word in each of them, with the same fonts as a booklet. */
export function trialJob(locale: Locale): TypesetJob {
  const { serif, sans } = familiesOf(locale);
  const words = likelyFaces(locale).map(
    ({ family, weight }) => `#text(font: "${family}", weight: ${weight})[問 A]`,
  );
  const head = `#set document(title: [問])\n#set text(font: "${serif.name}", lang: "zh")`;
  return {
    main: 'trial.typ',
    files: { 'trial.typ': [head, ...words].join('\n') },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: '<none>',
  };
}
