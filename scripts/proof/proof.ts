// The proof: reads finished pages back and finds every breach of the rules for Chinese text, with page, line and text.

import type { Edition } from '../model/edition.ts';
import type { OpeningMark } from '../model/settings.ts';
import { breakingBreaches } from './breaking.ts';
import { collisionBreaches } from './collisions.ts';
import { documentBreaches, fontBreaches } from './document.ts';
import { edgesOf } from './edges.ts';
import { expectedTexts } from './expected.ts';
import { type Line, linesOf, type Neighbours, neighboursOf } from './lines.ts';
import { linkBreaches, outlineBreaches, pageLabelBreaches } from './navigation.ts';
import { noteBreaches } from './notes.ts';
import { gridBreaches, headingBreaches, openingBreaches, paragraphBreaches } from './pages.ts';
import { readPdf } from './pdf.ts';
import type { Breach } from './rules.ts';
import { spacingBreaches } from './spacing.ts';
import { findTexts, type MisreadText } from './texts.ts';

export interface ProofOptions {
  readonly openingMark: OpeningMark;
}

export interface Proof {
  readonly pageCount: number;
  /** In the order of the pages and of the lines on them; first what concerns the whole file. */
  readonly breaches: readonly Breach[];
}

/** `pdf` is the booklet of `edition`. Throws where it is no PDF. */
export async function proofPages(
  pdf: Uint8Array,
  edition: Edition,
  { openingMark }: ProofOptions,
): Promise<Proof> {
  const { pages, ...facts } = await readPdf(pdf);
  const { locale } = edition;
  const lines = pages.flatMap(linesOf);
  const expected = expectedTexts(edition);
  const { found, misread } = findTexts(lines, expected);
  const isWord = (letters: string): boolean => expected.some(({ text }) => text.includes(letters));
  const neighbours = neighboursOf(
    lines,
    found.map((text) => text.lines),
  );
  const running = found.filter(({ kind }) => kind === 'paragraph').flatMap((text) => text.lines);
  const { edgeOf, marginOf } = edgesOf(lines, running, locale);
  const ofLine = (line: Line): readonly Breach[] => {
    const around = neighbours.get(line) ?? NO_NEIGHBOURS;
    const edges = { locale, edge: edgeOf(line), margin: marginOf(line) };
    return [
      ...breakingBreaches(line, around, { locale, isWord }),
      ...spacingBreaches(line, { ...around, ...edges }),
    ];
  };
  const breaches = [
    ...documentBreaches(facts, edition),
    ...fontBreaches(pages, locale),
    ...outlineBreaches(facts, edition, found),
    ...pageLabelBreaches(facts, pages, lines),
    ...linkBreaches(pages, facts, found),
    ...misread.map(breachOfMisread),
    ...lines.flatMap(ofLine),
    ...paragraphBreaches(found),
    ...headingBreaches(found),
    ...gridBreaches(found),
    ...openingBreaches(found, locale, openingMark),
    ...collisionBreaches(pages, lines),
    ...noteBreaches(lines),
  ];
  const placeOf = placesIn(lines, found);
  const placed = breaches.map((breach) => ({ ...placeOf(breach), ...breach }));
  return { pageCount: pages.length, breaches: placed.sort(asRead) };
}

const NO_NEIGHBOURS: Neighbours = { before: undefined, after: undefined };

function breachOfMisread({ expected, near, message }: MisreadText): Breach {
  const place = near && { page: near.page, line: near.text, y: near.y };
  return { code: 'text', message, ...place, ...(expected.at && { at: expected.at }) };
}

/** Where the paragraph stands in the manuscript whose line a breach is of. */
function placesIn(
  lines: readonly Line[],
  found: ReturnType<typeof findTexts>['found'],
): (breach: Breach) => Pick<Breach, 'at'> {
  const keyOf = (page: number, y: number, text: string): string => `${page} ${y.toFixed(2)} ${text}`;
  const texts = new Map(
    found.flatMap(({ at, lines }) =>
      at ? lines.map((line) => [keyOf(line.page, line.y, line.text), { at }] as const) : [],
    ),
  );
  if (lines.length === 0) return () => ({});
  return ({ page = 0, y = 0, line = '' }) => texts.get(keyOf(page, y, line)) ?? {};
}

function asRead(one: Breach, other: Breach): number {
  return (
    (one.page ?? 0) - (other.page ?? 0) ||
    (other.y ?? Number.MAX_VALUE) - (one.y ?? Number.MAX_VALUE) ||
    (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)
  );
}
