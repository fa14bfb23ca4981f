// A page that nobody sees: Typst opens the typefaces of a place for it, which takes as long as to lay out a booklet.

import { familiesOf, type Weight } from '../fonts/faces.ts';
import type { Locale } from '../model/locale.ts';
import type { TypesetJob } from '../model/world.ts';

/** Themes seldom set anything in these, and opening one takes 10 ms. */
const SELDOM: readonly Weight[] = [200, 600];

/** A word in each face that a booklet of `locale` may be set in, with the same fonts as that. */
export function trialJob(locale: Locale): TypesetJob {
  const faces = Object.values(familiesOf(locale)).flatMap((family) => family.faces);
  const words = faces
    .filter(({ weight }) => !SELDOM.includes(weight))
    .map(({ family, weight }) => `#text(font: "${family}", weight: ${weight})[問 A]`);
  const [{ family } = { family: '' }] = faces;
  const head = `#set document(title: [問])\n#set text(font: "${family}", lang: "zh")`;
  return {
    main: 'trial.typ',
    files: { 'trial.typ': [head, ...words].join('\n') },
    fonts: faces.map(({ file }) => file),
    query: '<none>',
  };
}
