// Pages made for the controls: Typst in lines of ten characters, and the edition that they are said to be of.

import { withLanguage } from '../../scripts/booklet/language.ts';
import { familiesOf } from '../../scripts/fonts/faces.ts';
import type { Edition } from '../../scripts/model/edition.ts';
import type { Mark } from '../../scripts/model/interview.ts';
import type { Locale } from '../../scripts/model/locale.ts';
import { proofPages } from '../../scripts/proof/proof.ts';
import type { Breach } from '../../scripts/proof/rules.ts';
import { realEdition } from '../support/edition.ts';
import { succeeded, world } from '../support/world.ts';

export interface ControlPage {
  readonly source: string;
  readonly locale?: Locale;
  /** What the edition says, where that is not the point. */
  readonly lead?: readonly string[];
  readonly marks?: readonly Mark[];
  readonly questions?: readonly (readonly [question: string, answer: string])[];
  readonly fonts?: Locale;
  readonly title?: string;
  readonly height?: string;
  readonly openingMark?: 'half' | 'full';
}

/** What the proof finds in a made page; `damage` works on the finished file. */
export async function breachesOf(
  page: ControlPage,
  damage: (pdf: Uint8Array) => Uint8Array = (pdf) => pdf,
): Promise<readonly Breach[]> {
  const edition = editionOf(page);
  const pdf = withLanguage(await typeset(page), edition.language);
  const { breaches } = await proofPages(damage(pdf), edition, { openingMark: page.openingMark ?? 'half' });
  return breaches;
}

let count = 0;

async function typeset(page: ControlPage): Promise<Uint8Array> {
  const { locale = 'zh-TW', height = '300pt', title = '題' } = page;
  const { serif, sans } = familiesOf(page.fonts ?? locale);
  const [lang, region] = locale.split('-');
  // A name of its own: Typst 0.14 reads a source wrongly that it has seen in another wording.
  count += 1;
  const main = `control-${count}.typ`;
  const source = `
#set document(title: ${JSON.stringify(title)}, date: none)
#set page(width: 140pt, height: ${height}, margin: 20pt, numbering: "1", footer: none)
#set text(font: ${JSON.stringify(serif.name)}, fallback: false, size: 10pt, lang: "${lang}", region: "${region}", top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none, overhang: false, costs: (widow: 0%, orphan: 0%))
#set smartquote(enabled: false)
#set par(leading: 7pt, spacing: 7pt, justify: false, linebreaks: "simple")
#set footnote.entry(separator: none)
#show heading: set text(size: 10pt, weight: 400)
#show heading: set block(above: 7pt, below: 7pt, sticky: false)
#let on = linebreak(justify: true)
#heading(outlined: true, bookmarked: true)[#"題"]
${page.source}
`;
  const made = await world.typeset({
    main,
    files: { [main]: source },
    fonts: [...serif.faces, ...sans.faces].map(({ file }) => file),
    query: '<none>',
  });
  return succeeded(made).pdf;
}

function editionOf({ locale = 'zh-TW', lead = [], marks, questions = [] }: ControlPage): Edition {
  const exchanges = questions.map(([question, answer]) => ({
    question: { text: question },
    points: [],
    answer: [{ paragraphs: [{ text: answer }] }],
  }));
  return {
    ...realEdition(locale),
    interview: {
      title: { text: '題' },
      quotes: [],
      lead: lead.map((text) => ({ text, ...(marks && { marks }) })),
      sections: exchanges.length === 0 ? [] : [{ title: { text: '題' }, exchanges }],
    },
  };
}

/** Ten characters. */
export const FILL = '大模型的迭代需要持續';
export const text = (value: string): string => `#${JSON.stringify(value)}`;
export const lines = (...each: readonly string[]): string => each.map(text).join('#on');
