// The slide that sums a section up: its takeaways beside each other in columns, a point under each.

import type { Edition } from '../model/edition.ts';
import type { Section } from '../model/interview.ts';
import { evenGroups, keepsWords, type SetText, type Step, setText, titleLines } from './fit.ts';
import { SUMMARY } from './measures.ts';
import { GAP, type NumberedExchange, type NumberedSection, pageOf } from './sections.ts';
import type { SummaryColumn, SummarySlide } from './slides.ts';

/** The takeaways of a section, on as few slides as hold them without breaking inside a word. */
export function summarySlides(
  edition: Edition,
  { section, exchanges }: NumberedSection,
): readonly SummarySlide[] {
  const said = exchanges.filter(({ exchange }) => exchange.takeaway !== undefined);
  const groups = evenGroups(said, (group) => {
    const { fits, isWhole } = layOut(edition, group, group.length);
    return fits && isWhole && group.length <= SUMMARY.mostColumns;
  });
  const columnCount = Math.max(0, ...groups.map((group) => group.length));
  return groups.map((group) => {
    const { columns, takeawayLines } = layOut(edition, group, columnCount);
    const heading = headingOf(section, edition.unbreakable);
    return {
      kind: 'summary',
      label: section.gist
        ? `${edition.labels.sectionSummary}${GAP}${section.gist.text}`
        : edition.labels.sectionSummary,
      heading,
      columnCount,
      takeawayLines,
      columns,
    };
  });
}

interface Layout {
  readonly columns: readonly SummaryColumn[];
  /** The height kept for the takeaways, so that the points under them begin on one line. */
  readonly takeawayLines: number;
  readonly fits: boolean;
  readonly isWhole: boolean;
}

/** The columns at the largest steps that give them room. */
function layOut(edition: Edition, group: readonly NumberedExchange[], columnCount: number): Layout {
  const { takeaway, text } =
    SUMMARY.columns[columnCount as keyof typeof SUMMARY.columns] ?? SUMMARY.columns[4];
  const layouts = takeaway.flatMap((above) => text.map((below) => layOutAt(edition, group, above, below)));
  const none = { columns: [], takeawayLines: 0, fits: false, isWhole: false };
  return (
    layouts.find(({ fits, isWhole }) => fits && isWhole) ??
    layouts.find(({ fits }) => fits) ??
    layouts.at(-1) ??
    none
  );
}

function layOutAt(
  { labels, unbreakable }: Edition,
  group: readonly NumberedExchange[],
  above: Step,
  below: Step,
): Layout {
  const set = group.map(({ exchange, number, page }) => ({
    number,
    takeaway: setText(exchange.takeaway?.text ?? '', [above], SUMMARY.height, unbreakable, titleLines),
    text: exchange.points[0] && setText(exchange.points[0].text, [below], SUMMARY.height, unbreakable),
    page: pageOf(labels, page),
  }));
  const takeawayLines = mostLines(set.map(({ takeaway }) => takeaway));
  const textLines = mostLines(set.flatMap(({ text }) => text ?? []));
  const height = takeawayLines * above.leading + SUMMARY.gap + textLines * below.leading;
  const fits = height <= SUMMARY.height;
  return {
    columns: set.map((column) => ({ ...column, takeaway: { ...column.takeaway, fits } })),
    takeawayLines,
    fits,
    isWhole: group.every(
      ({ exchange }) =>
        keepsWords(exchange.takeaway?.text ?? '', above.ems, unbreakable) &&
        keepsWords(exchange.points[0]?.text ?? '', below.ems, unbreakable),
    ),
  };
}

const mostLines = (texts: readonly SetText[]): number =>
  Math.max(0, ...texts.map(({ lines }) => lines.length));

/** Kicker and title on one line; the title alone where that would be too small to read. */
function headingOf({ kicker, title }: Section, unbreakable: readonly string[]): SetText {
  const whole = kicker === undefined ? title.text : `${kicker.text}${GAP}${title.text}`;
  const set = setText(whole, SUMMARY.heading, SUMMARY.headingHeight, unbreakable);
  const isLarge = set.fits && set.size >= SUMMARY.leastWithKicker;
  return isLarge ? set : setText(title.text, SUMMARY.heading, SUMMARY.headingHeight, unbreakable);
}
