// What holds for paragraphs and pages: last lines, lines alone, headings, the grid of lines (CLREQ, Handling of widows and
// orphans; Grid alignment).

import type { Locale } from '../model/locale.ts';
import type { OpeningMark } from '../model/settings.ts';
import { markOf } from '../typography/marks.ts';
import type { Line } from './lines.ts';
import type { FoundText } from './paragraphs.ts';
import type { Breach } from './proof.ts';

const ALONE = 'CLREQ, Handling of widows and orphans';

export function paragraphBreaches(found: readonly FoundText[]): readonly Breach[] {
  return found.flatMap(({ lines, kind }) => {
    const [first, second] = lines;
    const last = lines.at(-1);
    const beforeLast = lines.at(-2);
    if (!first || !second || !last || !beforeLast) return [];
    const breaches: Breach[] = [];
    if (characters(last.text) < 2)
      breaches.push(breachAt(last, 'single-character', ALONE, 'the last line has one character'));
    if (kind === 'heading') return breaches;
    if (first.page !== second.page)
      breaches.push(
        breachAt(first, 'line-alone', ALONE, "a paragraph's first line stands alone at the foot"),
      );
    if (last.page !== beforeLast.page && first.page !== last.page)
      breaches.push(breachAt(last, 'line-alone', ALONE, "a paragraph's last line stands alone at the head"));
    return breaches;
  });
}

/** Every ideograph, every letter and figure: marks do not count. */
function characters(text: string): number {
  return [...text.replace(/[^\p{L}\p{N}]/gu, '')].length;
}

/** A heading stays with the text that it opens. */
export function headingBreaches(found: readonly FoundText[]): readonly Breach[] {
  return found.flatMap(({ kind, lines }, index) => {
    const next = found[index + 1];
    const last = lines.at(-1);
    if (kind !== 'heading' || next?.kind !== 'paragraph' || !last) return [];
    const opening = next.lines[0];
    const isParted = opening !== undefined && opening.page !== last.page;
    return isParted ? [breachAt(last, 'heading-at-foot', ALONE, 'a heading is parted from its text')] : [];
  });
}

/** All lines of the running text stand on one grid, which the pages share. */
export function gridBreaches(found: readonly FoundText[]): readonly Breach[] {
  const lines = found.filter(({ kind }) => kind === 'paragraph').flatMap((text) => text.lines);
  const body = mostCommon(lines.map(({ size }) => size));
  const text = lines.filter(({ size }) => size === body);
  const pitch = mostCommon(
    text.slice(1).map((line, index) => Math.round(100 * ((text[index]?.y ?? 0) - line.y)) / 100),
  );
  if (!pitch || pitch <= 0) return [];
  const phase = (y: number): number => ((y % pitch) + pitch) % pitch;
  const grid = mostCommon(text.map(({ y }) => Math.round(20 * phase(y)) / 20)) ?? 0;
  return text.flatMap((line) => {
    const off = Math.abs(phase(line.y - grid + pitch / 2) - pitch / 2);
    return off > 0.15
      ? [breachAt(line, 'grid', 'CLREQ, Grid alignment', `the line stands ${off.toFixed(2)} pt off the grid`)]
      : [];
  });
}

/** A mark that opens a paragraph takes an em or half of one, as the house has it. */
export function openingBreaches(
  found: readonly FoundText[],
  locale: Locale,
  openingMark: OpeningMark,
): readonly Breach[] {
  return found.flatMap(({ kind, text, lines }) => {
    const [line, second] = lines;
    if (kind !== 'paragraph' || !line || !second) return [];
    const first = [...text][0] ?? '';
    if (markOf(first, locale)?.kind !== 'opening') return [];
    const at = line.glyphs.findIndex((glyph) => glyph.text === first);
    const glyph = line.glyphs[at];
    const below = second.glyphs[0];
    if (!glyph || !below) return [];
    const belowOpens = markOf(below.text, locale)?.kind === 'opening';
    const left = below.x + (belowOpens ? 0.5 * below.size : 0);
    const ems = (glyph.x - left) / glyph.size;
    const isHalf = Math.abs(ems - Math.round(ems)) > 0.25;
    const wanted = openingMark === 'half';
    return isHalf === wanted
      ? []
      : [
          breachAt(
            line,
            'opening-mark',
            'CLREQ, Compression of punctuation marks at line start',
            `${first} opens the paragraph ${isHalf ? 'half' : 'full'}`,
          ),
        ];
  });
}

function breachAt(line: Line, code: string, clause: string, message: string): Breach {
  return { code, level: 'basic', clause, message, page: line.page, line: line.text };
}

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(100 * value) / 100;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
