// What holds for paragraphs: last lines, lines alone, headings, marks that open them, the grid of lines (CLREQ, Handling of
// widows and orphans; Compression of punctuation marks at line start; Grid alignment).

import type { Locale } from '../model/locale.ts';
import type { OpeningMark } from '../model/settings.ts';
import { markIn } from './glyphs.ts';
import type { Line } from './lines.ts';
import { type Breach, breachOf } from './rules.ts';
import type { FoundText } from './texts.ts';

export function paragraphBreaches(found: readonly FoundText[]): readonly Breach[] {
  return found.flatMap(({ lines, kind }) => {
    const [first, second] = lines;
    const last = lines.at(-1);
    const beforeLast = lines.at(-2);
    if (!first || !second || !last || !beforeLast || kind === 'note') return [];
    const breaches: Breach[] = [];
    if (characters(last.text) < 2)
      breaches.push(breachOf(last, 'single-character', 'the last line has one character'));
    if (kind !== 'paragraph') return breaches;
    if (first.page !== second.page)
      breaches.push(breachOf(first, 'line-alone', "a paragraph's first line stands alone at the foot"));
    if (last.page !== beforeLast.page && first.page !== last.page)
      breaches.push(breachOf(last, 'line-alone', "a paragraph's last line stands alone at the head"));
    return breaches;
  });
}

/** Every ideograph, every letter and figure: marks do not count. */
function characters(text: string): number {
  return [...text.replace(/[^\p{L}\p{N}]/gu, '')].length;
}

/** A heading stays with the text that it opens. */
export function headingBreaches(found: readonly FoundText[]): readonly Breach[] {
  const running = found.filter(({ kind }) => kind === 'heading' || kind === 'paragraph');
  return running.flatMap(({ kind, lines }, index) => {
    const next = running[index + 1];
    const last = lines.at(-1);
    if (kind !== 'heading' || next?.kind !== 'paragraph' || !last) return [];
    const opening = next.lines[0];
    const isParted = opening !== undefined && opening.page !== last.page;
    return isParted ? [breachOf(last, 'heading-at-foot', 'a heading is parted from its text')] : [];
  });
}

/** All lines of running text of a size stand on one grid, which the pages share. */
export function gridBreaches(found: readonly FoundText[]): readonly Breach[] {
  const lines = found.filter(({ kind }) => kind === 'paragraph').flatMap((text) => text.lines);
  const sizes = new Set(lines.map(({ size }) => sizeOf(size)));
  return [...sizes].flatMap((size) => offGrid(lines.filter((line) => sizeOf(line.size) === size)));
}

const sizeOf = (size: number): number => Math.round(10 * size) / 10;

function offGrid(lines: readonly Line[]): readonly Breach[] {
  const steps = lines
    .slice(1)
    .flatMap((line, index) =>
      lines[index]?.page === line.page ? [Math.round(100 * ((lines[index]?.y ?? 0) - line.y)) / 100] : [],
    );
  const pitch = mostCommon(steps);
  if (!pitch || pitch <= 0) return [];
  const phase = (y: number): number => ((y % pitch) + pitch) % pitch;
  const grid = mostCommon(lines.map(({ y }) => Math.round(20 * phase(y)) / 20)) ?? 0;
  const offOf = (line: Line): number => Math.abs(phase(line.y - grid + pitch / 2) - pitch / 2);
  const off = lines.filter((line) => offOf(line) > 0.15);
  // What moves one line moves all behind it: once for a page.
  return [...new Set(off.map(({ page }) => page))].flatMap((page) => {
    const own = off.filter((line) => line.page === page);
    const [first] = own;
    if (!first) return [];
    const which = own.length > 1 ? `from here on ${own.length} lines stand` : 'this line stands';
    return [breachOf(first, 'grid', `${which} ${offOf(first).toFixed(2)} pt off the grid`)];
  });
}

/** A mark that opens a paragraph takes an em or half of one, as the house has it. */
export function openingBreaches(
  found: readonly FoundText[],
  locale: Locale,
  openingMark: OpeningMark,
): readonly Breach[] {
  return found.flatMap(({ kind, lines, shown }) => {
    const [line, second] = lines;
    if (kind !== 'paragraph' || !line || !second || second.page !== line.page) return [];
    const glyph = shown[0]?.glyph;
    const below = second.glyphs[0];
    if (!glyph || !below || markIn(glyph, locale)?.kind !== 'opening') return [];
    const belowOpens = markIn(below, locale)?.kind === 'opening';
    const left = below.x + (belowOpens ? 0.5 * below.size : 0);
    const ems = (glyph.x - left) / glyph.size;
    const isHalf = Math.abs(ems - Math.round(ems)) > 0.25;
    if (isHalf === (openingMark === 'half')) return [];
    const style = isHalf ? 'half an em' : 'an em';
    return [
      breachOf(
        line,
        'opening-mark',
        `${glyph.text} opens the paragraph with ${style}, against the house style`,
      ),
    ];
  });
}

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(100 * value) / 100;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
