// The ways through the file: its outline, the names of its pages, its links (ISO 32000-1, 12.3 and 12.4).

import type { Edition } from '../model/edition.ts';
import type { Glyph } from './glyphs.ts';
import type { Line } from './lines.ts';
import type { FinishedPage, Link, PdfFacts } from './pdf.ts';
import type { Breach } from './rules.ts';
import { type FoundText, plainOf } from './texts.ts';

/** Every heading of the interview stands in the outline, in order, and leads to its page. */
export function outlineBreaches(
  { outline }: PdfFacts,
  { interview }: Edition,
  found: readonly FoundText[],
): readonly Breach[] {
  const pages = new Map(found.filter(({ kind }) => kind === 'heading').map((text) => [text.text, text]));
  const headings = interview.sections.flatMap(({ kicker, title, exchanges }) => [
    { title: `${kicker?.text ?? ''}${title.text}`, text: title.text, depth: 1 },
    ...exchanges.map(({ question: { text } }) => ({ title: text, text, depth: 2 })),
  ]);
  const breaches: Breach[] = [];
  let from = 0;
  for (const { title, text, depth } of headings) {
    const at = outline.findIndex(
      (entry, index) =>
        index >= from && entry.depth === depth && plainOf(entry.title).endsWith(plainOf(title)),
    );
    const entry = outline[at];
    if (!entry) {
      breaches.push({ code: 'outline', message: `the outline does not list “${text}” in its place` });
      continue;
    }
    from = at + 1;
    const heading = pages.get(text)?.lines[0];
    const isElsewhere = headings.filter((other) => other.text === text).length > 1;
    if (entry.page === undefined || (heading && entry.page !== heading.page && !isElsewhere)) {
      const where = entry.page === undefined ? 'nowhere' : `to page ${entry.page}`;
      const stands = heading ? `, and it stands on page ${heading.page}` : '';
      breaches.push({ code: 'outline', message: `the outline leads ${where} for “${text}”${stands}` });
    }
  }
  return breaches;
}

/** Viewers call a page what is printed on it: its number, counted from the cover. */
export function pageLabelBreaches(
  { labels }: PdfFacts,
  pages: readonly FinishedPage[],
  lines: readonly Line[],
): readonly Breach[] {
  if (!labels) return [{ code: 'page-label', message: 'the pages have no labels' }];
  return pages.flatMap(({ number }): readonly Breach[] => {
    const label = labels[number - 1];
    if (label !== String(number))
      return [{ code: 'page-label', message: `viewers call page ${number} “${label ?? ''}”`, page: number }];
    const folios = lines.filter(
      ({ page, block, text }) => page === number && !block && /^\s*\p{Nd}+\s*$/u.test(text),
    );
    if (folios.length === 0 || folios.some(({ text }) => text.trim() === label)) return [];
    const printed = folios.map(({ text }) => text.trim()).join(', ');
    return [{ code: 'folio', message: `page ${number} prints the number ${printed}`, page: number }];
  });
}

/** Links lead somewhere, and the number of a page to that page. */
export function linkBreaches(
  pages: readonly FinishedPage[],
  { labels = [] }: PdfFacts,
  found: readonly FoundText[],
): readonly Breach[] {
  return [...pages.flatMap((page) => targetBreaches(page, labels)), ...wordBreaches(pages, found)];
}

function targetBreaches(page: FinishedPage, labels: readonly string[]): readonly Breach[] {
  const breaches: Breach[] = [];
  const rows = new Map<string, Link[]>();
  for (const link of page.links) {
    if (link.url !== undefined) continue;
    if (link.page === undefined)
      breaches.push({ code: 'link', message: `“${wordsIn(page, link)}” leads nowhere`, page: page.number });
    else rows.set(link.target, [...(rows.get(link.target) ?? []), link]);
  }
  for (const row of rows.values()) {
    const numbers = row.flatMap((link) => wordsIn(page, link).match(/^\p{Nd}+/u)?.[0] ?? []);
    const label = labels[(row[0]?.page ?? 0) - 1];
    if (numbers.length === 0 || label === undefined || numbers.includes(label)) continue;
    breaches.push({
      code: 'page-number',
      message: `${numbers.at(-1)} is printed where the link leads to page ${label}`,
      page: page.number,
    });
  }
  return breaches;
}

/** What stands in the area of a link, without its white space, and without what calls a note. */
function wordsIn({ glyphs }: FinishedPage, link: Link): string {
  return glyphs
    .filter((glyph) => !glyph.isCall && isIn(link, glyph))
    .map(({ text }) => text.trim())
    .join('');
}

function isIn({ area: [left, foot, right, head] }: Link, { x, y, width, size }: Glyph): boolean {
  const [across, up] = [x + width / 2, y + 0.3 * size];
  return across > left && across < right && up > foot && up < head;
}

/** The words that the editor made a link are one, to the address that was given. */
function wordBreaches(pages: readonly FinishedPage[], found: readonly FoundText[]): readonly Breach[] {
  return found.flatMap(({ text, marks, shown, at }) =>
    marks.flatMap((mark): readonly Breach[] => {
      if (mark.kind !== 'link') return [];
      const from = plainOf(text.slice(0, mark.start)).length;
      const words = plainOf(text.slice(mark.start, mark.end));
      const glyphs = shown.slice(from, from + words.length);
      const bare = glyphs.find(({ glyph, line }) => {
        const links = pages[line.page - 1]?.links ?? [];
        return !links.some((link) => link.url === mark.url && isIn(link, glyph));
      });
      if (!bare) return [];
      const message = `“${words}” is no link to ${mark.url}`;
      return [{ code: 'link', message, page: bare.line.page, y: bare.line.y, ...(at && { at }) }];
    }),
  );
}
