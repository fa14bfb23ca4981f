// An interview as the preview lays it out: a row for each of its parts, with its slides and pages in every edition.

import type { Interview } from '../model/interview.ts';
import type { Locale } from '../model/locale.ts';
import type { Manifest, Output } from './manifest.ts';
import type { PreviewLabels } from './preview-labels.ts';

export interface EditionPictures {
  readonly locale: Locale;
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  readonly manifest: Manifest;
  /** Names of pictures that the last build changed. */
  readonly changed: ReadonlySet<string>;
}

export interface RowView {
  /** Of the element, and what `#` leads to. */
  readonly id: string;
  readonly part: string;
  readonly isSection: boolean;
  readonly label: string;
  /** Of a question. */
  readonly numeral: string | undefined;
  readonly text: string;
  readonly cells: readonly CellView[];
}

export interface CellView {
  readonly name: string;
  readonly language: string;
  readonly slides: readonly PreviewPicture[];
  readonly pages: readonly PreviewPicture[];
}

export interface PreviewPicture {
  readonly source: string;
  readonly alternative: string;
  /** Opens it in the panel. */
  readonly href: string;
  readonly isChanged: boolean;
  readonly number: number;
}

/** The parts in order, as far as the interview or the pictures know of them. */
export function rowsOf(
  slug: string,
  interview: Interview | undefined,
  editions: readonly EditionPictures[],
  labels: PreviewLabels,
): readonly RowView[] {
  const parts = interview ? partsOf(interview, labels) : partsShown(editions, labels);
  const pictures = editions.map((edition) => ({ edition, shown: picturesByPart(slug, edition) }));
  return parts.map(({ part, label, text }) => ({
    id: rowId(slug, part),
    part,
    isSection: part.startsWith('section-'),
    numeral: /^question-(\d+)$/.exec(part)?.[1],
    label,
    text,
    cells: pictures.map(({ edition: { name, language }, shown }) => ({
      name,
      language,
      slides: shown.get(part)?.slides ?? [],
      pages: shown.get(part)?.pages ?? [],
    })),
  }));
}

export const rowId = (slug: string, part: string): string => `${encodeURIComponent(slug)}/${part}`;

interface Part {
  readonly part: string;
  readonly label: string;
  readonly text: string;
}

function partsOf({ title, sections }: Interview, labels: PreviewLabels): readonly Part[] {
  let number = 0;
  return [
    { part: 'opening', label: labels.opening, text: title.text },
    ...sections.flatMap((section, index) => [
      {
        part: `section-${index + 1}`,
        label: labels.sectionN.replace('{n}', String(index + 1)),
        text: [section.kicker?.text, section.title.text].filter((text) => text !== undefined).join('｜'),
      },
      ...section.exchanges.map(({ question }) => {
        number += 1;
        const label = labels.questionN.replace('{n}', String(number));
        return { part: `question-${number}`, label, text: question.text };
      }),
    ]),
    { part: 'closing', label: labels.closing, text: '' },
  ];
}

/** Of an interview that cannot be read. */
function partsShown(editions: readonly EditionPictures[], labels: PreviewLabels): readonly Part[] {
  const parts = new Set(
    editions.flatMap(({ manifest }) =>
      numbered(manifest, 'slide').flatMap(({ output }) => output.shows ?? []),
    ),
  );
  return [...parts].map((part) => {
    const [kind = '', number = ''] = part.split('-');
    const label = { opening: labels.opening, section: labels.sectionN, question: labels.questionN }[kind];
    return { part, label: (label ?? labels.closing).replace('{n}', number), text: '' };
  });
}

interface Shown {
  readonly slides: PreviewPicture[];
  readonly pages: PreviewPicture[];
}

function picturesByPart(
  slug: string,
  { locale, manifest, changed }: EditionPictures,
): ReadonlyMap<string, Shown> {
  const byPart = new Map<string, Shown>();
  for (const kind of ['slide', 'page'] as const) {
    for (const { name, number, output } of numbered(manifest, kind)) {
      const way = [slug, locale, ...name.split('/')].map(encodeURIComponent).join('/');
      const picture: PreviewPicture = {
        source: `/dist/${way}?v=${output.sha256.slice(0, 12)}`,
        alternative: output.alternative ?? '',
        href: `#${encodeURIComponent(slug)}/${locale}/${kind}-${number}`,
        isChanged: changed.has(name),
        number,
      };
      for (const part of output.shows ?? ['opening']) {
        const shown = byPart.get(part) ?? { slides: [], pages: [] };
        byPart.set(part, shown);
        shown[`${kind}s`].push(picture);
      }
    }
  }
  return byPart;
}

export interface NumberedPicture {
  readonly name: string;
  readonly number: number;
  readonly output: Output;
}

/** The pictures of a kind, pictures/slide-01.png and on, by their numbers. */
export function numbered({ outputs }: Manifest, kind: 'slide' | 'page'): readonly NumberedPicture[] {
  const pattern = new RegExp(`^pictures/${kind}-(\\d+)\\.png$`);
  return Object.entries(outputs)
    .flatMap(([name, output]) => {
      const number = pattern.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number), output }];
    })
    .sort((a, b) => a.number - b.number);
}
